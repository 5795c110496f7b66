package io.rewards.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.account.Account;
import io.rewards.effect.Effect;
import io.rewards.participant.Email;
import io.rewards.participant.EmailType;
import io.rewards.participant.HeldTier;
import io.rewards.participant.Participant;
import io.rewards.participant.ParticipantFilter;
import io.rewards.participant.ParticipantFilter.Field;
import io.rewards.participant.ParticipantState;
import io.rewards.participant.Phone;
import io.rewards.participant.PhoneField;
import io.rewards.participant.PhoneType;
import io.rewards.participant.Profile;
import io.rewards.participant.SchemeMembership;
import io.rewards.participant.Termination;
import io.rewards.participant.TerminationReason;
import io.rewards.store.RewardsStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is sought, in pages. */
public interface SearchContract extends StoreUnderTest {

    /** Some participants of all sorts, in the order in which they are written. */
    private static List<Participant> several(RewardsStore store) {
        List<Participant> all = new ArrayList<>();
        List<String> ids = Events.ODD_IDS;
        for (int i = 0; i < ids.size(); i++) {
            Write.register(store, ids.get(i));
            Account account = store.account(ids.get(i)).orElseThrow();
            Participant changed = changed(account.participant(), i);
            Write.of(Events.purchase("changing " + i, ids.get(i), Events.START), Effect.of(account.with(changed)))
                    .must(store);
            all.add(changed);
        }
        return all;
    }

    private static Participant changed(Participant participant, int i) {
        Participant changed = participant.with(Profile.EMPTY
                .withName(i % 2 == 0 ? "Anna IOANNOU" : "bea")
                .withEmails(List.of(new Email(EmailType.PERSONAL, "P" + i % 3 + "@Example.com")))
                .withPhones(List.of(new Phone(PhoneType.MOBILE, Map.of(PhoneField.NUMBER, "99 12-" + i % 4))))
                .withSegments(i % 3 == 0 ? Set.of("STUDENTS") : Set.of())
                .withTier(i % 5 == 0 ? "GOLD" : ""));
        if (i % 2 == 1) {
            changed = changed.with(SchemeMembership.of("CLUB", Events.START.plusSeconds(i), "U" + i % 2, ""));
        }
        if (i % 4 == 3) {
            changed = changed.holding(Optional.of(new HeldTier(i % 8 == 3 ? "GOLD" : "", Events.START)));
        }
        return i % 7 == 0
                ? changed.with(new Termination(TerminationReason.FRAUD, Events.START, Optional.empty()))
                : changed;
    }

    private static List<ParticipantFilter> filters() {
        return List.of(
                ParticipantFilter.ALL,
                ParticipantFilter.ALL.with(Field.NAME, "ioan"),
                ParticipantFilter.ALL.with(Field.EMAIL, "p1@example.COM"),
                ParticipantFilter.ALL.with(Field.PHONE, "9912-3"),
                ParticipantFilter.ALL.with(Field.SCHEME, "CLUB"),
                ParticipantFilter.ALL.with(Field.SEGMENT, "STUDENTS"),
                ParticipantFilter.ALL.with(Field.TIER, "GOLD"),
                ParticipantFilter.ALL.with(Field.TIER, ""),
                ParticipantFilter.ALL.with(Field.UNIT, "U1"),
                ParticipantFilter.ALL.with(ParticipantState.TERMINATED),
                ParticipantFilter.ALL.signedUpFrom(Events.START.plusSeconds(5)),
                ParticipantFilter.ALL.with(Field.SCHEME, "CLUB").signedUpBefore(Events.START.plusSeconds(5)),
                ParticipantFilter.ALL.with(Field.NAME, "nobody"));
    }

    /** Every page is full but the last, and together they have everybody who is sought, once and in order. */
    @Test
    default void pagesFindEverybodyWhoIsSoughtAndNobodyElse() {
        RewardsStore store = store();
        List<Participant> all = several(store);
        for (ParticipantFilter sought : filters()) {
            List<String> expected = all.stream()
                    .filter(sought::matches)
                    .map(Participant::id)
                    .sorted()
                    .toList();
            for (int most : new int[] {1, 3, 100}) {
                List<String> found = new ArrayList<>();
                for (List<Participant> page = store.search(sought, "", most);
                        !page.isEmpty();
                        page = store.search(sought, found.get(found.size() - 1), most)) {
                    assertThat(page).hasSize(Math.min(most, expected.size() - found.size()));
                    page.forEach(participant -> found.add(participant.id()));
                }
                assertThat(found).isEqualTo(expected);
            }
        }
    }

    /** Who changed is found as he or she is now. */
    @Test
    default void whoChangedIsFoundByWhatIsTrueNow() {
        RewardsStore store = store();
        ParticipantFilter anna = ParticipantFilter.ALL.with(Field.NAME, "anna");
        Write.register(store, "P1");
        assertThat(store.search(anna, "", 10)).isEmpty();
        Account account = store.account("P1").orElseThrow();
        Participant named = account.participant().with(Profile.EMPTY.withName("Anna"));
        Write.of(Events.purchase("naming", "P1", Events.START), Effect.of(account.with(named)))
                .must(store);
        assertThat(store.search(anna, "", 10)).containsExactly(named);
        assertThat(store.search(anna, "P1", 10)).isEmpty();
        assertThat(store.search(ParticipantFilter.ALL.with(Field.NAME, "bea"), "", 10))
                .isEmpty();
    }
}
