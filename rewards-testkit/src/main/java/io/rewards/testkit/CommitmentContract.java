package io.rewards.testkit;

import static io.rewards.testkit.Events.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rewards.amount.Denomination;
import io.rewards.catalogue.Changeover;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Commitments;
import io.rewards.catalogue.CountedUnit;
import io.rewards.catalogue.PartKind;
import io.rewards.store.RewardsStore;
import io.rewards.testkit.chance.Threads;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What accounts rely on of the programmes that they were kept under is kept as it was told, by one engine after another. */
public interface CommitmentContract extends StoreUnderTest {

    private static Commitments commitments(String offer) {
        Commitments.OfOffer counting = new Commitments.OfOffer(
                Classification.REWARD_LOYALTY_TRANSACTION_ITEM_QUANTITY_BASED,
                CountedUnit.PIECES,
                eur("1.00").denomination());
        return new Commitments(
                eur("1.00").denomination(),
                new TreeMap<>(Map.of("EUR", eur("1.00").denomination())),
                new TreeMap<>(Map.of(offer, counting)),
                Map.of(PartKind.UNIT, Set.of("U/1", "U%2"), PartKind.FAMILY, Set.of("F")),
                List.of(new Changeover(
                        new Denomination("BGN", 2),
                        eur("1.00").denomination(),
                        new BigDecimal("1.95583"),
                        Events.START)),
                Optional.of(new Changeover(
                        new Denomination("PTS", 0), new Denomination("PTS", 2), BigDecimal.ONE, Events.FAR)));
    }

    /** A store that was never used knows nothing, and keeps the latest. */
    @Test
    default void theLatestCommitmentsAreKept() {
        RewardsStore store = store();
        assertThat(store.commitments()).isEmpty();
        assertThat(store.keep(Optional.empty(), commitments("A"))).isTrue();
        assertThat(store.commitments()).contains(commitments("A"));
        assertThat(store.keep(Optional.of(commitments("A")), commitments("B"))).isTrue();
        assertThat(store.commitments()).contains(commitments("B"));
    }

    /** Who does not know what is kept keeps nothing. */
    @Test
    default void nothingIsKeptWhereAnotherWasFaster() {
        RewardsStore store = store();
        assertThat(store.keep(Optional.of(commitments("A")), commitments("B"))).isFalse();
        assertThat(store.commitments()).isEmpty();
        store.keep(Optional.empty(), commitments("A"));
        assertThat(store.keep(Optional.empty(), commitments("B"))).isFalse();
        assertThat(store.keep(Optional.of(commitments("C")), commitments("B"))).isFalse();
        assertThat(store.commitments()).contains(commitments("A"));
    }

    /** Of many who know the same, one is faster. */
    @Test
    default void oneOfManyKeepsItsCommitments() {
        assumeTrue(isForManyThreads(), "The store is for one thread.");
        for (int round = 0; round < 20; round++) {
            RewardsStore store = store();
            AtomicInteger kept = new AtomicInteger();
            Threads.act(8, thread -> {
                if (store.keep(Optional.empty(), commitments("O" + thread))) {
                    kept.incrementAndGet();
                }
            });
            assertThat(kept).hasValue(1);
        }
    }
}
