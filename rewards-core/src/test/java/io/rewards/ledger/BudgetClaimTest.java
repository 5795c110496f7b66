package io.rewards.ledger;

import static io.rewards.catalogue.Programmes.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BudgetClaimTest {

    private static final BudgetName BUDGET = BudgetName.ofOffer("A");
    private static final Denomination PTS = new Denomination("PTS", 0);

    private final Optional<Usage> used = Optional.of(new Usage(2, eur("7.00")));

    @Test
    void anAwardCountsAsOne() {
        BudgetClaim claim = BudgetClaim.of(BUDGET, eur("3.00"), Optional.empty(), Optional.empty());
        assertThat(claim.onTopOf(used)).contains(new Usage(3, eur("10.00")));
        assertThat(claim.onTopOf(Optional.empty())).contains(new Usage(1, eur("3.00")));
        assertThat(claim.budget()).isEqualTo(BUDGET);
    }

    @Test
    void aNumberOfAwardsLastsUntilItIsReached() {
        assertThat(BudgetClaim.of(BUDGET, eur("3.00"), Optional.of(3L), Optional.empty())
                        .onTopOf(used))
                .isPresent();
        assertThat(BudgetClaim.of(BUDGET, eur("3.00"), Optional.of(2L), Optional.empty())
                        .onTopOf(used))
                .isEmpty();
    }

    @Test
    void anAmountLastsUntilItIsReached() {
        Optional<Long> any = Optional.empty();
        assertThat(BudgetClaim.of(BUDGET, eur("3.00"), any, Optional.of(eur("10.01")))
                        .onTopOf(used))
                .isPresent();
        assertThat(BudgetClaim.of(BUDGET, eur("3.00"), any, Optional.of(eur("10.00")))
                        .onTopOf(used))
                .isPresent();
        assertThat(BudgetClaim.of(BUDGET, eur("3.00"), any, Optional.of(eur("9.99")))
                        .onTopOf(used))
                .isEmpty();
    }

    @Test
    void whatIsTakenBackIsFreeAgain() {
        assertThat(BudgetClaim.release(BUDGET, eur("3.00"), true).onTopOf(used)).contains(new Usage(1, eur("4.00")));
        assertThat(BudgetClaim.release(BUDGET, eur("3.00"), false).onTopOf(used))
                .contains(new Usage(2, eur("4.00")));
    }

    @Test
    void usageGrowsByOneAward() {
        assertThat(new Usage(2, eur("7.00")).plus(eur("3.00"))).isEqualTo(new Usage(3, eur("10.00")));
    }

    @Test
    void anotherDenominationIsCountedForItself() {
        Amount points = new Amount(PTS, 3);
        BudgetClaim claim = BudgetClaim.of(BUDGET, points, Optional.empty(), Optional.of(new Amount(PTS, 3)));
        Usage both = claim.onTopOf(used).orElseThrow();
        assertThat(both).isEqualTo(new Usage(3, List.of(points, eur("7.00"))));
        assertThat(both.in(PTS)).isEqualTo(points);
        assertThat(both.in(new Denomination("EUR", 2))).isEqualTo(eur("7.00"));
        assertThat(claim.onTopOf(Optional.of(both))).isEmpty();
        assertThat(BudgetClaim.of(BUDGET, eur("1.00"), Optional.empty(), Optional.of(eur("8.00")))
                        .onTopOf(Optional.of(both)))
                .contains(new Usage(4, List.of(points, eur("8.00"))));
        assertThat(BudgetClaim.release(BUDGET, points, true).onTopOf(Optional.of(both)))
                .isEqualTo(used);
    }

    @Test
    void aNumberOfAwardsCountsEveryDenomination() {
        Amount point = new Amount(PTS, 1);
        assertThat(BudgetClaim.of(BUDGET, point, Optional.of(2L), Optional.empty())
                        .onTopOf(used))
                .isEmpty();
        assertThat(BudgetClaim.of(BUDGET, point, Optional.of(3L), Optional.empty())
                        .onTopOf(used))
                .isPresent();
    }

    @Test
    void aUsageHasOneAmountOfEachDenominationAndNoneOfNothing() {
        assertThat(new Usage(0, eur("0.00"))).isEqualTo(Usage.NONE);
        assertThat(Usage.NONE.in(PTS)).isEqualTo(Amount.zero(PTS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Usage(2, List.of(eur("1.00"), eur("2.00"))))
                .withMessage("The amounts ([1.00 EUR, 2.00 EUR]) must be of different denominations.");
    }

    @Test
    void budgetsAreNamedByKindAndCode() {
        assertThat(BUDGET).isLessThan(BudgetName.ofOffer("B"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BudgetName.ofOffer(""))
                .withMessage("The code () and the period (LIFE) of a budget of kind (OFFER) must not be empty.");
        assertThat(BudgetName.ofOffer("A", "DAY 2024-03-05")).isLessThan(BUDGET).isLessThan(BudgetName.ofOffer("B"));
    }

    @Test
    void aClaimOfOneBudgetIsWithinTheTightestOfItsLimits() {
        BudgetClaim three = BudgetClaim.of(BUDGET, eur("1.00"), Optional.of(3L), Optional.empty());
        BudgetClaim two = BudgetClaim.of(BUDGET, eur("1.00"), Optional.of(2L), Optional.of(eur("9.00")));
        BudgetClaim eight = BudgetClaim.of(BUDGET, eur("1.00"), Optional.empty(), Optional.of(eur("8.00")));
        assertThat(three.within(two).within(eight))
                .isEqualTo(BudgetClaim.of(BUDGET, eur("1.00"), Optional.of(2L), Optional.of(eur("8.00"))));
    }
}
