package io.rewards.settling;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.ledger.TransactionKind;
import io.rewards.store.InMemoryStore;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Random towns. {@code -Drewards.town.seed=7 -Drewards.town.towns=1} lives one of them again. */
class TownPropertyTest {

    private static final long SEED = Long.getLong("rewards.town.seed", 1);
    private static final int TOWNS = Integer.getInteger("rewards.town.towns", 25);
    private static final int STEPS = Integer.getInteger("rewards.town.steps", 120);

    @Test
    void merchantsOweAndAreOwedWhatTheDomainSaysHoweverTheyAreSettled() {
        Set<TransactionKind> seen = EnumSet.noneOf(TransactionKind.class);
        for (long seed = SEED; seed < SEED + TOWNS; seed++) {
            seen.addAll(RandomTown.live(
                    seed, STEPS, List.of(new InMemoryStore(), new InMemoryStore(), new InMemoryStore())));
        }
        if (TOWNS > 10) {
            assertThat(seen)
                    .contains(
                            TransactionKind.AWARD,
                            TransactionKind.CONTRIBUTION,
                            TransactionKind.SPEND,
                            TransactionKind.REVERSAL,
                            TransactionKind.CLAWBACK,
                            TransactionKind.AWARD_EXPIRATION,
                            TransactionKind.EXCHANGE_OUT,
                            TransactionKind.TRANSFER_OUT);
        }
    }
}
