package io.rewards.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.account.Account;
import io.rewards.effect.Effect;
import io.rewards.participant.Participant;
import io.rewards.participant.ParticipantState;
import io.rewards.participant.Replacement;
import io.rewards.participant.Termination;
import io.rewards.participant.TerminationReason;
import io.rewards.store.Listed;
import io.rewards.store.RewardsStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who takes part, in pages, and what others may know of somebody. */
public interface ListingContract extends StoreUnderTest {

    /** Those of {@code participants} whom pages of this size name, in the order in which they do. */
    private static List<String> pages(RewardsStore store, int most, int expected) {
        List<String> all = new ArrayList<>();
        List<String> page = store.participants("", most);
        while (!page.isEmpty()) {
            assertThat(page).hasSize(Math.min(most, expected - all.size()));
            all.addAll(page);
            page = store.participants(page.get(page.size() - 1), most);
        }
        return all;
    }

    /** The order is that of {@link String#compareTo}, whatever the order of the database is. */
    @Test
    default void participantsAreListedInTheirNaturalOrder() {
        RewardsStore store = store();
        List<String> shuffled = new ArrayList<>(Events.ODD_IDS);
        Collections.rotate(shuffled, 7);
        Collections.reverse(shuffled);
        shuffled.forEach(participant -> Write.register(store, participant));
        List<String> inOrder = Events.ODD_IDS.stream().sorted().toList();
        for (int most : new int[] {1, 2, 3, 7, 19, 20, 21}) {
            assertThat(pages(store, most, Events.ODD_IDS.size()))
                    .as("pages of %s", most)
                    .isEqualTo(inOrder);
        }
        for (String participant : Events.ODD_IDS) {
            assertThat(store.account(participant).orElseThrow().participant().id())
                    .isEqualTo(participant);
        }
    }

    /** A page starts above an id, also one that nobody has. */
    @Test
    default void aPageOfParticipantsStartsAboveAnId() {
        RewardsStore store = store();
        Write.register(store, "b", "d");
        assertThat(store.participants("a", 10)).containsExactly("b", "d");
        assertThat(store.participants("b", 10)).containsExactly("d");
        assertThat(store.participants("c", 10)).containsExactly("d");
        assertThat(store.participants("d", 10)).isEmpty();
        assertThat(store().participants("", 10)).isEmpty();
    }

    /** Who was refused was never there. */
    @Test
    default void whoWasRefusedIsNotListed() {
        RewardsStore store = store();
        assertThat(Write.registering("P1").at(2).to(store)).isFalse();
        assertThat(store.participants("", 10)).isEmpty();
        assertThat(store.listed("P1")).isEmpty();
    }

    /** Others may know whether somebody still takes part, and who does instead. */
    @Test
    default void whoLeavesIsListedAsTerminatedWithWhoStays() {
        RewardsStore store = store();
        Write.register(store, "P1", "P2", "P3");
        assertThat(store.listed("P1")).contains(new Listed(ParticipantState.EFFECTIVE, Optional.empty()));
        leave(store, "P1", Optional.of(new Replacement("P/3", true, Set.of())));
        leave(store, "P2", Optional.empty());
        assertThat(store.listed("P1")).contains(new Listed(ParticipantState.TERMINATED, Optional.of("P/3")));
        assertThat(store.listed("P2")).contains(new Listed(ParticipantState.TERMINATED, Optional.empty()));
        assertThat(store.listed("P3")).contains(new Listed(ParticipantState.EFFECTIVE, Optional.empty()));
        assertThat(store.participants("", 10)).containsExactly("P1", "P2", "P3");
    }

    /** Terminates a participant. */
    private static void leave(RewardsStore store, String participant, Optional<Replacement> replacement) {
        Account account = store.account(participant).orElseThrow();
        Participant left = account.participant()
                .with(new Termination(
                        replacement.isPresent() ? TerminationReason.DUPLICATION : TerminationReason.FRAUD,
                        Events.START,
                        replacement));
        Write.of(Events.purchase("leaving " + participant, participant, Events.START), Effect.of(account.with(left)))
                .must(store);
    }
}
