package io.rewards.engine;

import static io.rewards.engine.Shop.award;
import static io.rewards.engine.Shop.days;
import static io.rewards.engine.Shop.declines;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Shop.percent;
import static io.rewards.engine.Shop.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ResolutionMode;
import io.rewards.catalogue.Terms;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Measure;
import io.rewards.decision.Outcome;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Apply if best award, and the resolution modes. Domain 3.3, 12.1 Q11. */
class ResolutionTest {

    @Test
    void unflaggedOffersApplyBesideTheBestFlaggedOne() {
        Outcome outcome = buy(Shop.with(any("A", "2.00", false), any("B", "3.00", true), any("C", "5.00", true)));
        assertThat(award(outcome, "A")).isEqualTo("2.00 EUR");
        assertThat(award(outcome, "B")).isEqualTo("none");
        assertThat(award(outcome, "C")).isEqualTo("5.00 EUR");
    }

    @Test
    void ofFlaggedOffersOnlyTheBestApplies() {
        Outcome outcome = buy(Shop.with(any("A", "2.00", true), any("B", "3.00", true), any("C", "5.00", true)));
        assertThat(outcome.granted()).extracting(granted -> granted.offer()).containsExactly("C");
        assertThat(declines(outcome, "B")).singleElement().satisfies(decline -> {
            assertThat(decline.reason()).isEqualTo(DeclineReason.BEATEN_BY_BETTER_AWARD);
            assertThat(decline.by()).isEqualTo("C");
            assertThat(decline.distance()).contains(new Measure.Money(eur("2.00")));
        });
    }

    @Test
    void theBestFlaggedOneAppliesThoughAnUnflaggedOneAwardsMore() {
        Outcome outcome = buy(Shop.with(any("A", "9.00", false), any("B", "3.00", true), any("C", "5.00", true)));
        assertThat(outcome.granted()).extracting(granted -> granted.amount()).containsExactly(eur("9.00"), eur("5.00"));
    }

    @Test
    void aTieGoesToTheLowestNumber() {
        Outcome outcome = buy(Shop.with(any("C", "5.00", true), any("B", "5.00", true), any("A", "4.99", true)));
        assertThat(outcome.granted()).extracting(granted -> granted.offer()).containsExactly("B");
    }

    @Test
    void awardsAreComparedAsTheyAreRounded() {
        Offer percent = offer("B", new Terms.TransactionRevenue(eur("0.00"), Optional.empty()), percent("4.999"))
                .withOnlyIfBest(true)
                .build();
        Outcome outcome = buy(Shop.with(any("A", "5.00", true), percent));
        assertThat(outcome.granted()).extracting(granted -> granted.offer()).containsExactly("A");
        assertThat(declines(outcome, "B").get(0).actual()).contains(new Measure.Money(eur("5.00")));
    }

    @Test
    void allStacksEverything() {
        assertThat(buy(mode(ResolutionMode.ALL, any("A", "2.00", true), any("B", "3.00", true)))
                        .granted())
                .hasSize(2);
    }

    @Test
    void bestOnlyIgnoresTheFlag() {
        Outcome outcome = buy(mode(ResolutionMode.BEST_ONLY, any("A", "2.00", false), any("B", "3.00", true)));
        assertThat(outcome.granted()).extracting(granted -> granted.offer()).containsExactly("B");
    }

    @Test
    void bestPerSchemeComparesWithinASchemeOnly() {
        Offer elsewhere = Offer.builder(
                        9,
                        "I",
                        "OTHER",
                        "INCREASE_REVENUE_TRANSACTION_BASED",
                        new Terms.TransactionRevenue(eur("0.00"), Optional.empty()),
                        fixed("1.00"))
                .withEffectiveSince(Shop.LONG_AGO)
                .build();
        Shop shop = mode(ResolutionMode.BEST_PER_SCHEME, any("A", "2.00", false), any("B", "3.00", false), elsewhere);
        shop.engine.evaluate(new io.rewards.event.SchemeSignUp(Shop.header("other", Shop.LONG_AGO), "OTHER", ""));
        assertThat(buy(shop).granted()).extracting(granted -> granted.offer()).containsExactly("B", "I");
    }

    @Test
    void pointsAndMoneyDoNotCompete() {
        Offer points = offer(
                        "B",
                        new Terms.TransactionRevenue(eur("0.00"), Optional.empty()),
                        new Award.FixedAmount(Amount.of("100", Shop.PTS)))
                .withOnlyIfBest(true)
                .build();
        Outcome outcome = buy(Shop.with(any("A", "2.00", true), points));
        assertThat(outcome.granted()).hasSize(2);
        assertThat(outcome.balances())
                .extracting(balance -> balance.available().toString())
                .containsExactly("2.00 EUR", "100 PTS");
    }

    @Test
    void anAccumulatingOfferThatIsBeatenKeepsItsPurchases() {
        Offer second = offer("A", new Terms.CountLoyalty(2, days(30)), fixed("3.00"))
                .withOnlyIfBest(true)
                .build();
        Offer large = offer("B", new Terms.TransactionRevenue(eur("100.00"), Optional.empty()), fixed("5.00"))
                .withOnlyIfBest(true)
                .build();
        Shop shop = Shop.with(second, large);
        shop.buy("2024-03-01", "10.00");
        Outcome beaten = shop.buy("2024-03-02", "100.00");
        assertThat(reasons(beaten, "A")).containsExactly(DeclineReason.BEATEN_BY_BETTER_AWARD);
        Outcome third = shop.buy("2024-03-03", "10.00");
        assertThat(award(third, "A")).isEqualTo("3.00 EUR");
        assertThat(third.lots().get(0).provenance().sources()).hasSize(3);
    }

    private static Shop mode(ResolutionMode mode, Offer... offers) {
        return Shop.with(Shop.settings().with(mode), offers);
    }

    private static Outcome buy(Shop shop) {
        return shop.buy("2024-03-05", "100.00");
    }

    private static Offer any(String code, String amount, boolean onlyIfBest) {
        return offer(code, new Terms.TransactionRevenue(eur("0.00"), Optional.empty()), fixed(amount))
                .withOnlyIfBest(onlyIfBest)
                .build();
    }
}
