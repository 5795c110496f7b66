package io.rewards.ledger;

import static io.rewards.catalogue.Programmes.eur;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class BudgetClaimTest {

    private final Optional<Usage> used = Optional.of(new Usage(2, eur("7.00")));

    @Test
    void anAwardCountsAsOne() {
        BudgetClaim claim = BudgetClaim.of("A", eur("3.00"), Optional.empty(), Optional.empty());
        assertThat(claim.onTopOf(used)).contains(new Usage(3, eur("10.00")));
        assertThat(claim.onTopOf(Optional.empty())).contains(new Usage(1, eur("3.00")));
        assertThat(claim.offer()).isEqualTo("A");
    }

    @Test
    void aNumberOfAwardsLastsUntilItIsReached() {
        assertThat(BudgetClaim.of("A", eur("3.00"), Optional.of(3L), Optional.empty())
                        .onTopOf(used))
                .isPresent();
        assertThat(BudgetClaim.of("A", eur("3.00"), Optional.of(2L), Optional.empty())
                        .onTopOf(used))
                .isEmpty();
    }

    @Test
    void anAmountLastsUntilItIsReached() {
        Optional<Long> any = Optional.empty();
        assertThat(BudgetClaim.of("A", eur("3.00"), any, Optional.of(eur("10.01")))
                        .onTopOf(used))
                .isPresent();
        assertThat(BudgetClaim.of("A", eur("3.00"), any, Optional.of(eur("10.00")))
                        .onTopOf(used))
                .isPresent();
        assertThat(BudgetClaim.of("A", eur("3.00"), any, Optional.of(eur("9.99")))
                        .onTopOf(used))
                .isEmpty();
    }

    @Test
    void whatIsTakenBackIsFreeAgain() {
        assertThat(BudgetClaim.release("A", eur("3.00"), true).onTopOf(used)).contains(new Usage(1, eur("4.00")));
        assertThat(BudgetClaim.release("A", eur("3.00"), false).onTopOf(used)).contains(new Usage(2, eur("4.00")));
    }

    @Test
    void usageGrowsByOneAward() {
        assertThat(new Usage(2, eur("7.00")).plus(eur("3.00"))).isEqualTo(new Usage(3, eur("10.00")));
    }
}
