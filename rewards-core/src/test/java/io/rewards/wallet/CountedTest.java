package io.rewards.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Allocation;
import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.event.EventKey;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a purchase counts, and what an award is worked out of for it, in parts. Domain 3.5. */
class CountedTest {

    private static Counted of(long units, long rewarded) {
        return new Counted(EventKey.of("E"), Instant.EPOCH, units, rewarded);
    }

    @Test
    void aPartTakesItsShareAlongHalfUpAndTheRestStays() {
        Counted counted = of(13_000, 10_400);
        assertThat(counted.part(10_000)).isEqualTo(of(10_000, 8_000));
        assertThat(counted.without(10_000)).isEqualTo(of(3_000, 2_400));
        assertThat(of(2, 1).part(1)).isEqualTo(of(1, 1));
        assertThat(of(2, 1).without(1)).isEqualTo(of(1, 0));
        assertThat(of(3, 1).part(1)).isEqualTo(of(1, 0));
    }

    @Test
    void allTakesEverythingAndNothingLeavesIt() {
        assertThat(of(0, 750).part(0)).isEqualTo(of(0, 750));
        assertThat(of(0, 750).without(0)).isEqualTo(of(0, 750));
        assertThat(of(5, 3).part(5)).isEqualTo(of(5, 3));
        assertThat(of(5, 3).without(0)).isEqualTo(of(5, 3));
        assertThat(of(5, 3).part(0)).isEqualTo(of(0, 0));
    }

    @Test
    void partsJoinAgain() {
        Counted counted = of(Long.MAX_VALUE, 9_223_372_036_854_775_783L);
        assertThat(counted.part(1_000_000_007).and(counted.without(1_000_000_007)))
                .isEqualTo(counted);
    }

    @Test
    void aPartIsWhatADivisionInTwoGives() {
        Denomination cents = new Denomination("EUR", 2);
        Random random = new Random(2026);
        for (int round = 0; round < 2_000; round++) {
            long all = 1L + random.nextInt(50);
            long some = random.nextInt((int) all + 1);
            long whole = random.nextInt(200);
            assertThat(Allocation.part(whole, some, all))
                    .isEqualTo(Allocation.split(new Amount(cents, whole), List.of(some, all - some))
                            .get(0)
                            .units());
        }
    }
}
