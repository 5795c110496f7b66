package io.rewards.engine;

import static io.rewards.engine.Shop.award;
import static io.rewards.engine.Shop.days;
import static io.rewards.engine.Shop.declines;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.line;
import static io.rewards.engine.Shop.months;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Shop.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.TargetExcess;
import io.rewards.catalogue.Terms;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Measure;
import io.rewards.decision.OfferProgress;
import io.rewards.decision.Outcome;
import io.rewards.event.EventKey;
import io.rewards.event.PurchaseLine;
import io.rewards.wallet.Counted;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Domain 2.4 C4 to C6. */
class LoyaltyTest {

    @Test
    void spendingTheTargetWithinThePeriodEarnsTheAward() {
        Shop shop = Shop.with(spend(fixed("10.00")));
        assertThat(award(shop.buy("2024-01-01", "40.00"), "A")).isEqualTo("none");
        assertThat(award(shop.buy("2024-01-12", "35.00"), "A")).isEqualTo("none");
        Outcome third = shop.buy("2024-01-29", "30.00");
        assertThat(award(third, "A")).isEqualTo("10.00 EUR");
        assertThat(third.lots().get(0).provenance().sources())
                .extracting(Counted::event)
                .containsExactly(EventKey.of("E1"), EventKey.of("E2"), EventKey.of("E3"));
        assertThat(third.progress())
                .containsExactly(new OfferProgress("A", money("0.00"), money("100.00"), Optional.empty()));
    }

    @Test
    void aPurchaseAfterTheWindowOpensItAgainAtTheNextOne() {
        Shop shop = Shop.with(spend(fixed("10.00")));
        shop.buy("2024-01-01", "40.00");
        shop.buy("2024-01-12", "35.00");
        Outcome third = shop.buy("2024-01-31", "30.00");
        assertThat(declines(third, "A")).singleElement().satisfies(decline -> {
            assertThat(decline.reason()).isEqualTo(DeclineReason.TARGET_NOT_REACHED);
            assertThat(decline.actual()).contains(money("65.00"));
            assertThat(decline.distance()).contains(money("35.00"));
            assertThat(decline.until()).contains(Shop.at("2024-02-11"));
            assertThat(decline.sentence())
                    .isEqualTo("Counting this purchase, 65.00 EUR of 100.00 EUR is reached: 35.00 EUR to go.");
        });
    }

    @Test
    void aPercentageIsOfTheAccumulatedSum() {
        Shop shop = Shop.with(spend(percent("10")));
        shop.buy("2024-01-01", "40.00");
        shop.buy("2024-01-12", "35.00");
        assertThat(award(shop.buy("2024-01-29", "30.00"), "A")).isEqualTo("10.50 EUR");
    }

    @Test
    void theTargetItselfIsEnoughAndOneCentLessIsNot() {
        Shop shop = Shop.with(spend(fixed("10.00")));
        assertThat(award(shop.buy("2024-01-01", "99.99"), "A")).isEqualTo("none");
        assertThat(award(shop.buy("2024-01-02", "0.01"), "A")).isEqualTo("10.00 EUR");
        assertThat(award(shop.buy("2024-01-03", "100.00"), "A")).isEqualTo("10.00 EUR");
        assertThat(award(shop.buy("2024-01-04", "100.01"), "A")).isEqualTo("10.00 EUR");
    }

    @Test
    void theFifthPurchaseOfTheMonthEarnsTheAward() {
        Shop shop = Shop.with(fifth());
        shop.buy("2024-03-02", "1.00");
        shop.buy("2024-03-05", "1.00");
        Outcome third = shop.buy("2024-03-09", "1.00");
        assertThat(third.progress())
                .containsExactly(new OfferProgress(
                        "A", new Measure.Count(3), new Measure.Count(5), Optional.of(Shop.at("2024-04-02"))));
        shop.buy("2024-03-14", "1.00");
        assertThat(award(shop.buy("2024-03-20", "1.00"), "A")).isEqualTo("3.00 EUR");
        assertThat(shop.buy("2024-03-21", "1.00").progress())
                .containsExactly(new OfferProgress(
                        "A", new Measure.Count(1), new Measure.Count(5), Optional.of(Shop.at("2024-04-21"))));
    }

    @Test
    void theTenthCoffeeEarnsTheAwardAndTheRestIsCarried() {
        Shop shop = Shop.with(tenCoffees());
        shop.buy("2024-03-01", coffees(4));
        shop.buy("2024-03-02", coffees(5));
        Outcome third = shop.buy("2024-03-03", coffees(3));
        assertThat(award(third, "A")).isEqualTo("2.50 EUR");
        assertThat(third.progress())
                .containsExactly(new OfferProgress(
                        "A", new Measure.Count(2), new Measure.Count(10), Optional.of(Shop.at("2024-05-02"))));
        assertThat(award(shop.buy("2024-03-04", coffees(7)), "A")).isEqualTo("none");
        assertThat(award(shop.buy("2024-03-05", coffees(1)), "A")).isEqualTo("2.50 EUR");
    }

    @Test
    void severalTargetsInOnePurchaseAreOneTransaction() {
        Shop shop = Shop.with(tenCoffees());
        Outcome outcome = shop.buy("2024-03-01", coffees(32), line("case", 9, "90.00"));
        assertThat(award(outcome, "A")).isEqualTo("7.50 EUR");
        assertThat(outcome.transactions()).hasSize(1);
    }

    @Test
    void aLatePurchaseCountsWhereItsDatePutsIt() {
        Shop shop = Shop.with(spend(fixed("10.00")));
        shop.buy("2024-01-20", "30.00");
        shop.buy("2024-02-18", "30.00");
        Outcome late = shop.buy("2024-01-25", "40.00");
        assertThat(award(late, "A")).isEqualTo("10.00 EUR");
        Shop other = Shop.with(spend(fixed("10.00")));
        other.buy("2024-01-20", "30.00");
        other.buy("2024-02-19", "30.00");
        assertThat(award(other.buy("2024-01-25", "40.00"), "A")).isEqualTo("none");
    }

    @Test
    void aPurchaseThatMissesMoreThanTheTargetDoesNotCount() {
        Offer onlyCoffee = offer("A", new Terms.CountLoyalty(2, months(1)), fixed("3.00"))
                .withConditions(AwardConditions.builder()
                        .withProducts(ProductSelection.ofTypes("Coffee"))
                        .withUnits(java.util.Set.of("U1"))
                        .build())
                .build();
        Shop shop = Shop.with(onlyCoffee);
        shop.buy("2024-03-01", coffees(1));
        shop.buy("2024-03-02", line("case", 1, "15.00"));
        shop.engine.evaluate(Shop.at(Shop.purchaseOf("X", "2024-03-03", coffees(1)), "U2"));
        assertThat(award(shop.buy("2024-03-04", coffees(1)), "A")).isEqualTo("3.00 EUR");
    }

    @Test
    void whatIsSpentBeyondTheTargetsIsCarriedWhereTheOfferSaysSo() {
        Shop shop = Shop.with(carrying(fixed("10.00")));
        shop.buy("2024-01-01", "40.00");
        shop.buy("2024-01-12", "35.00");
        Outcome third = shop.buy("2024-01-29", "130.00");
        assertThat(award(third, "A")).isEqualTo("20.00 EUR");
        assertThat(third.progress())
                .containsExactly(
                        new OfferProgress("A", money("5.00"), money("100.00"), Optional.of(Shop.at("2024-02-28"))));
        assertThat(award(shop.buy("2024-02-01", "94.99"), "A")).isEqualTo("none");
        assertThat(award(shop.buy("2024-02-02", "0.01"), "A")).isEqualTo("10.00 EUR");
    }

    @Test
    void withoutCarryingSpendingBeyondTheTargetIsUsedUpWithIt() {
        Shop shop = Shop.with(spend(fixed("10.00")));
        Outcome both = shop.buy("2024-01-01", "205.00");
        assertThat(award(both, "A")).isEqualTo("10.00 EUR");
        assertThat(both.progress())
                .containsExactly(new OfferProgress("A", money("0.00"), money("100.00"), Optional.empty()));
    }

    @Test
    void aPercentageOrARateThatCarriesIsOfTheTargetsReached() {
        assertThat(award(Shop.with(carrying(percent("10"))).buy("2024-01-01", "205.00"), "A"))
                .isEqualTo("20.00 EUR");
        Award points = Award.Rate.of(Amount.of("1", Shop.PTS), eur("3.00"));
        assertThat(award(Shop.with(carrying(points)).buy("2024-01-01", "205.00"), "A"))
                .isEqualTo("66 PTS");
    }

    @Test
    void whatIsCarriedMakesUpForWhatComesBack() {
        Purse purse = Purse.with(carrying(fixed("10.00")));
        purse.buy("2024-01-01", "75.00");
        Outcome second = purse.buy("2024-01-12", line("a", 1, "130.00"), line("b", 1, "4.99"), line("c", 1, "0.01"));
        assertThat(award(second, "A")).isEqualTo("20.00 EUR");
        assertThat(takenBack(purse.giveBack("2024-01-13", second, "b", 1))).isEmpty();
        assertThat(takenBack(purse.giveBack("2024-01-13", second, "c", 1))).isEmpty();
        assertThat(award(purse.buy("2024-01-14", "95.00"), "A")).isEqualTo("10.00 EUR");
    }

    @Test
    void eachTargetThatIsNotReachedAnyMoreGivesItsAwardBack() {
        Purse purse = Purse.with(carrying(percent("10")));
        Outcome first = purse.buy("2024-01-01", line("a", 1, "110.00"), line("b", 1, "95.00"));
        assertThat(award(first, "A")).isEqualTo("20.00 EUR");
        assertThat(takenBack(purse.giveBack("2024-01-02", first, "b", 1))).containsExactly("10.00 EUR");
        assertThat(award(purse.buy("2024-01-03", "89.99"), "A")).isEqualTo("none");
        assertThat(award(purse.buy("2024-01-03", "0.01"), "A")).isEqualTo("10.00 EUR");
    }

    @Test
    void onlyPurchasesOfTheMinimumAreCarried() {
        Shop shop = Shop.with(carrying(fixed("10.00")).toBuilder()
                .withConditions(AwardConditions.builder()
                        .withMinimumPurchase(eur("50.00"))
                        .build())
                .build());
        shop.buy("2024-01-01", "49.99");
        assertThat(award(shop.buy("2024-01-02", "150.00"), "A")).isEqualTo("10.00 EUR");
        assertThat(award(shop.buy("2024-01-03", "50.00"), "A")).isEqualTo("10.00 EUR");
    }

    private static PurchaseLine coffees(long quantity) {
        return PurchaseLine.of("c", "coffee", quantity, eur("2.00").times(quantity));
    }

    private static Offer spend(Award award) {
        return offer("A", new Terms.SpendLoyalty(eur("100.00"), days(30)), award)
                .build();
    }

    private static Offer carrying(Award award) {
        return offer("A", new Terms.SpendLoyalty(eur("100.00"), days(30), TargetExcess.CARRY), award)
                .build();
    }

    private static Offer fifth() {
        return offer("A", new Terms.CountLoyalty(5, months(1)), fixed("3.00")).build();
    }

    private static Offer tenCoffees() {
        return offer("A", new Terms.QuantityLoyalty(10, days(60)), fixed("2.50"))
                .withConditions(AwardConditions.builder()
                        .withProducts(ProductSelection.ofTypes("Coffee"))
                        .build())
                .build();
    }

    private static List<String> takenBack(Outcome back) {
        return back.returned().orElseThrow().reclaimed().stream()
                .map(each -> each.amount().toString())
                .toList();
    }

    private static Measure money(String amount) {
        return new Measure.Money(eur(amount));
    }
}
