package io.rewards.testkit;

import static io.rewards.testkit.Events.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rewards.store.Due;
import io.rewards.store.RewardsStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who may have money that expires. */
public interface DueContract extends StoreUnderTest {

    private static List<String> expiry(RewardsStore store, Instant asOf) {
        return store.due(new Due.Expiry(asOf), "", 100);
    }

    private static void award(RewardsStore store, String participant, String event, Instant validTo) {
        Money.award(Money.load(store, participant), event, eur("1.00"), Optional.of(validTo))
                .must(store);
    }

    /** Whoever has something due is named, whatever else the store names. */
    @Test
    default void whoHasExpiredMoneyIsDue() {
        RewardsStore store = store();
        Write.register(store, "P1", "P2");
        award(store, "P1", "E1", Events.OVER);
        assertThat(expiry(store, Events.OVER)).contains("P1");
        assertThat(expiry(store, Events.FAR)).contains("P1").doesNotContain("P3");
    }

    /** Money is over from the first instant at which it no longer can be spent. */
    @Test
    default void moneyIsDueFromTheInstantAtWhichItExpires() {
        assumeTrue(keepsSchedules(), "The store does not tell who is due.");
        RewardsStore store = store();
        Write.register(store, "P1", "P2");
        award(store, "P1", "E1", Events.OVER);
        assertThat(expiry(store, Events.OVER.minusMillis(1))).isEmpty();
        assertThat(expiry(store, Events.OVER)).containsExactly("P1");
        assertThat(expiry(store, Events.OVER.plusMillis(1))).containsExactly("P1");
    }

    /** The lot that expires first decides. */
    @Test
    default void theFirstOfSeveralLotsDecides() {
        assumeTrue(keepsSchedules(), "The store does not tell who is due.");
        RewardsStore store = store();
        Write.register(store, "P1");
        Money.award(Money.load(store, "P1"), "E0", eur("1.00"), Optional.empty())
                .must(store);
        award(store, "P1", "E1", Events.OVER.plusSeconds(1));
        award(store, "P1", "E2", Events.OVER);
        award(store, "P1", "E3", Events.OVER.plusSeconds(2));
        assertThat(expiry(store, Events.OVER.minusMillis(1))).isEmpty();
        assertThat(expiry(store, Events.OVER)).containsExactly("P1");
        Money.expire(Money.load(store, "P1"), "X1", Events.OVER).must(store);
        assertThat(expiry(store, Events.OVER)).isEmpty();
        assertThat(expiry(store, Events.OVER.plusMillis(999))).isEmpty();
        assertThat(expiry(store, Events.OVER.plusSeconds(1))).containsExactly("P1");
    }

    /** Money that never expires, and money that is gone, are not due. */
    @Test
    default void moneyThatNeverExpiresOrIsGoneIsNotDue() {
        assumeTrue(keepsSchedules(), "The store does not tell who is due.");
        RewardsStore store = store();
        Write.register(store, "P1", "P2");
        Money.award(Money.load(store, "P1"), "E1", eur("1.00"), Optional.empty())
                .must(store);
        award(store, "P2", "E2", Events.OVER);
        assertThat(expiry(store, Events.FAR)).containsExactly("P2");
        Money.spend(Money.load(store, "P2"), "E3", eur("0.99"), Events.START).must(store);
        assertThat(expiry(store, Events.FAR)).containsExactly("P2");
        Money.spend(Money.load(store, "P2"), "E4", eur("0.01"), Events.START).must(store);
        assertThat(expiry(store, Events.FAR)).isEmpty();
    }

    /** What is reserved is due when it is free again, and no later than that its lot. */
    @Test
    default void whatIsReservedIsDueFromTheInstantAtWhichItIsFree() {
        assumeTrue(keepsSchedules(), "The store does not tell who is due.");
        RewardsStore store = store();
        Write.register(store, "P1");
        award(store, "P1", "E1", Events.OVER.plusSeconds(5));
        Money.reserve(Money.load(store, "P1"), "H1", eur("1.00"), Events.OVER).must(store);
        assertThat(expiry(store, Events.OVER.minusMillis(1))).isEmpty();
        assertThat(expiry(store, Events.OVER)).containsExactly("P1");
        assertThat(expiry(store, Events.OVER.plusMillis(1))).containsExactly("P1");
        Money.expire(Money.load(store, "P1"), "X1", Events.OVER).must(store);
        assertThat(expiry(store, Events.OVER)).isEmpty();
        assertThat(expiry(store, Events.OVER.plusSeconds(5).minusMillis(1))).isEmpty();
        assertThat(expiry(store, Events.OVER.plusSeconds(5))).containsExactly("P1");
    }

    /** A refused commit makes nobody due. */
    @Test
    default void aRefusedCommitMakesNobodyDue() {
        assumeTrue(keepsSchedules(), "The store does not tell who is due.");
        RewardsStore store = store();
        Write.register(store, "P1");
        assertThat(Money.award(Money.load(store, "P1"), "E1", eur("1.00"), Optional.of(Events.OVER))
                        .at(7)
                        .to(store))
                .isFalse();
        assertThat(expiry(store, Events.FAR)).isEmpty();
    }

    /** Pages name those who are due and nobody else, in the natural order of ids. */
    @Test
    default void pagesOfThoseWhoAreDueAreInTheNaturalOrderOfIds() {
        assumeTrue(keepsSchedules(), "The store does not tell who is due.");
        RewardsStore store = store();
        List<String> due = new ArrayList<>();
        for (String participant : Events.ODD_IDS) {
            Write.register(store, participant, participant + "never");
            award(store, participant, "E " + participant, Events.OVER);
            due.add(participant);
        }
        due.sort(null);
        for (int most : new int[] {1, 3, 19, 20, 21}) {
            List<String> seen = new ArrayList<>();
            List<String> page = store.due(new Due.Expiry(Events.OVER), "", most);
            while (!page.isEmpty()) {
                assertThat(page).hasSize(Math.min(most, due.size() - seen.size()));
                seen.addAll(page);
                page = store.due(new Due.Expiry(Events.OVER), page.get(page.size() - 1), most);
            }
            assertThat(seen).as("pages of %s", most).isEqualTo(due);
        }
    }
}
