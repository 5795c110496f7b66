package io.rewards.engine;

import static io.rewards.engine.Shop.EUR;
import static io.rewards.engine.Shop.PTS;
import static io.rewards.engine.Shop.award;
import static io.rewards.engine.Shop.days;
import static io.rewards.engine.Shop.declines;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.line;
import static io.rewards.engine.Shop.months;
import static io.rewards.engine.Shop.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.amount.Amount;
import io.rewards.amount.Percentage;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardHandling;
import io.rewards.catalogue.AwardRange;
import io.rewards.catalogue.AwardScope;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.RateSteps;
import io.rewards.catalogue.ReturnPolicy;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Decline;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Measure;
import io.rewards.decision.Outcome;
import io.rewards.decision.Verdict;
import io.rewards.problem.InvalidInputException;
import io.rewards.wallet.Reclaim;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** So much for each step of what counts, and the least and the most of an award. Domain 3.3. */
class EarnRateTest {

    private static final Terms ANY = new Terms.TransactionRevenue(eur("0.00"), Optional.empty());

    private static Amount points(long count) {
        return new Amount(PTS, count);
    }

    private static Offer.Builder rate(Terms terms, String amount, String per, RateSteps steps) {
        String[] said = amount.split(" ", -1);
        Amount each = Amount.of(said[0], said[1].equals("PTS") ? PTS : EUR);
        return offer("A", terms, new Award.Rate(each, eur(per), steps, AwardRange.NONE));
    }

    private static Offer pointPerEuro() {
        return rate(ANY, "1 PTS", "1.00", RateSteps.WHOLE).build();
    }

    private static AwardRange range(String least, String most) {
        return new AwardRange(
                Optional.of(least).filter(text -> !text.isEmpty()).map(Shop::eur),
                Optional.of(most).filter(text -> !text.isEmpty()).map(Shop::eur));
    }

    @ParameterizedTest
    @CsvSource({
        "1 PTS, 1.00, WHOLE, 37.80, 37 PTS",
        "1 PTS, 1.00, EXACT, 37.80, 38 PTS",
        "5 PTS, 10.00, WHOLE, 37.80, 15 PTS",
        "5 PTS, 10.00, EXACT, 37.80, 19 PTS",
        "0.50 EUR, 10.00, WHOLE, 37.80, 1.50 EUR",
        "0.50 EUR, 10.00, EXACT, 37.80, 1.89 EUR",
        "1 PTS, 1.00, WHOLE, 0.99, none",
        "1 PTS, 1.00, WHOLE, 1.00, 1 PTS",
        "1 PTS, 1.00, WHOLE, 1.01, 1 PTS",
        "1 PTS, 1.00, WHOLE, 1.99, 1 PTS",
        "1 PTS, 1.00, WHOLE, 2.00, 2 PTS",
        "1 PTS, 1.00, EXACT, 0.49, none",
        "1 PTS, 1.00, EXACT, 0.50, 1 PTS",
        "1 PTS, 3.00, EXACT, 4.49, 1 PTS",
        "1 PTS, 3.00, EXACT, 4.50, 2 PTS",
        "0.01 EUR, 0.03, EXACT, 0.04, 0.01 EUR",
    })
    void eachStepEarns(String amount, String per, RateSteps steps, String total, String earned) {
        Shop shop = Shop.with(rate(ANY, amount, per, steps).build());
        assertThat(award(shop.buy("2024-03-05", total), "A")).isEqualTo(earned);
    }

    @Test
    void belowTheFirstStepTheDistanceIsTold() {
        Outcome outcome = Shop.with(pointPerEuro()).buy("2024-03-05", "0.99");
        assertThat(declines(outcome, "A")).singleElement().satisfies(decline -> {
            assertThat(decline.reason()).isEqualTo(DeclineReason.AWARD_ROUNDS_TO_ZERO);
            assertThat(decline.sentence())
                    .isEqualTo("What counts is 0.99 EUR; the first step of the rate is 1.00 EUR.");
            assertThat(decline.distance()).contains(new Measure.Money(eur("0.01")));
        });
        Decline rounded = declines(
                        Shop.with(rate(ANY, "1 PTS", "1.00", RateSteps.EXACT).build())
                                .buy("2024-03-05", "0.49"),
                        "A")
                .get(0);
        assertThat(rounded.sentence()).isEqualTo("The award would be 0 PTS after rounding.");
    }

    @Test
    void onlyWhatCountsEarns() {
        Offer milk = rate(new Terms.ProductRevenue(AwardScope.PER_TRANSACTION_ITEM), "1 PTS", "1.00", RateSteps.WHOLE)
                .withConditions(AwardConditions.builder()
                        .withProducts(ProductSelection.ofProducts("case"))
                        .build())
                .build();
        Outcome outcome = Shop.with(milk).buy("2024-03-05", line("case", 3, "4.50"), line("laptop", 1, "20.00"));
        assertThat(award(outcome, "A")).isEqualTo("4 PTS");
    }

    @Test
    void goodsThatComeBackTakeTheirStepsAlong() {
        Purse purse = Purse.with(pointPerEuro());
        Outcome bought = purse.buy("2024-03-01", line("shoes", 1, "10.00"), line("coat", 1, "27.80"));
        Outcome back = purse.giveBack("2024-03-02", bought, "shoes", 1);
        assertThat(reclaimed(back)).isEqualTo(points(10));

        Purse slowly = Purse.with(pointPerEuro());
        Outcome again = slowly.buy("2024-03-01", line("socks", 2, "10.00"), line("coat", 1, "27.80"));
        assertThat(reclaimed(slowly.giveBack("2024-03-02", again, "socks", 1))).isEqualTo(points(5));
        assertThat(reclaimed(slowly.giveBack("2024-03-03", again, "socks", 1))).isEqualTo(points(5));
        assertThat(reclaimed(slowly.giveBack("2024-03-04", again, "coat", 1))).isEqualTo(points(27));
    }

    @Test
    void aDealThatIsKeptGivesUpTheShareOfItsLines() {
        Purse purse = Purse.with(rate(ANY, "1 PTS", "1.00", RateSteps.WHOLE)
                .withHandling(AwardHandling.DEFAULT.with(ReturnPolicy.KEEP_THE_DEAL))
                .build());
        Outcome bought = purse.buy("2024-03-01", line("shoes", 1, "10.00"), line("coat", 1, "27.80"));
        Outcome back = purse.giveBack("2024-03-02", bought, "shoes", 1);
        assertThat(reclaimed(back)).isEqualTo(points(10));
    }

    @Test
    void aRateOverAPeriodIsOfAllThatWasCounted() {
        Purse purse = Purse.with(rate(new Terms.SpendLoyalty(eur("50.00"), months(1)), "1 PTS", "1.00", RateSteps.WHOLE)
                .build());
        purse.buy("2024-03-01", line("coat", 1, "27.80"));
        Outcome second = purse.buy("2024-03-02", line("shoes", 2, "30.00"));
        assertThat(award(second, "A")).isEqualTo("57 PTS");
        assertThat(reclaimed(purse.giveBack("2024-03-03", second, "shoes", 1))).isEqualTo(points(57));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 5.00, 80.00, 5.00, 8.00",
        "'', 5.00, 50.10, 5.00, 5.01",
        "'', 5.00, 50.00, 5.00, 5.00",
        "'', 5.00, 49.90, 4.99, 4.99",
        "1.00, '', 9.90, 1.00, 0.99",
        "1.00, '', 10.00, 1.00, 1.00",
        "1.00, '', 10.10, 1.01, 1.01",
        "1.00, 5.00, 0.10, 1.00, 0.01",
        "3.00, 3.00, 80.00, 3.00, 8.00",
    })
    void theLeastAndTheMostLimitEachAward(String least, String most, String total, String earned, String wished) {
        Award tenPercent = new Award.PercentageOfPurchase(Percentage.of("10"), range(least, most));
        Outcome outcome = Shop.with(offer("A", ANY, tenPercent).build()).buy("2024-03-05", total);
        assertThat(outcome.verdicts()).singleElement().isInstanceOfSatisfying(Verdict.Granted.class, granted -> {
            assertThat(granted.amount()).isEqualTo(eur(earned));
            assertThat(granted.wished()).isEqualTo(eur(wished));
        });
    }

    @Test
    void whatRoundsToNothingIsNotRaised() {
        Award tenPercent = new Award.PercentageOfPurchase(Percentage.of("10"), range("1.00", ""));
        Outcome outcome = Shop.with(offer("A", ANY, tenPercent).build()).buy("2024-03-05", "0.04");
        assertThat(award(outcome, "A")).isEqualTo("none");
    }

    @Test
    void aReturnIsWorkedOutAgainWithTheSameLimits() {
        Award atMost = new Award.PercentageOfPurchase(Percentage.of("10"), range("", "5.00"));
        Purse purse = Purse.with(offer("A", ANY, atMost).build());
        Outcome bought = purse.buy("2024-03-01", line("shoes", 2, "40.00"), line("coat", 1, "40.00"));
        assertThat(reclaimed(purse.giveBack("2024-03-02", bought, "shoes", 1))).isEqualTo(eur("0.00"));
        assertThat(reclaimed(purse.giveBack("2024-03-03", bought, "shoes", 1))).isEqualTo(eur("1.00"));
        assertThat(reclaimed(purse.giveBack("2024-03-04", bought, "coat", 1))).isEqualTo(eur("4.00"));
    }

    @Test
    void aShareOfWhatWasAwardedLeavesOutItsOwnOffer() {
        Offer purchases = offer("P", ANY, fixed("10.00")).build();
        Award half = new Award.PercentageOfAwarded(Percentage.of("50"), days(10), Set.of(), Set.of(), EUR);
        Offer share = offer("A", ANY, half).build();
        Shop shop = Shop.with(purchases, share);
        assertThat(award(shop.buy("2024-03-01", "1.00"), "A")).isEqualTo("none");
        assertThat(award(shop.buy("2024-03-02", "1.00"), "A")).isEqualTo("5.00 EUR");
        assertThat(award(shop.buy("2024-03-03", "1.00"), "A")).isEqualTo("10.00 EUR");
    }

    @Test
    void aRateIsForPurchasesThatHaveASizeInTheCurrency() {
        Award euros = Award.Rate.of(points(1), eur("1.00"));
        assertThat(problems(
                        offer("A", new Terms.CountLoyalty(3, months(1)), euros).build()))
                .containsExactly(
                        "offers[A].award.rate: An offer of REWARD_LOYALTY_TRANSACTION_NUMBER_BASED cannot award"
                                + " a rate, because it counts purchases or pieces. Award an amount, or a percentage of what was"
                                + " awarded.");
        assertThat(problems(offer("A", ANY, Award.Rate.of(points(1), points(1))).build()))
                .containsExactly(
                        "offers[A].award.rate.per: The step (1 PTS) of a rate must be in EUR, the currency of purchases.");
        assertThat(problems(offer("A", ANY, euros.with(range("", "5.00"))).build()))
                .containsExactly("offers[A].award.atMost: The limit (5.00 EUR) must be in PTS, like the award.");
    }

    @Test
    void impossibleLimitsAreRefused() {
        assertThatThrownBy(() -> range("5.01", "5.00"))
                .hasMessage("The atLeast (5.01 EUR) of an award must not be above its atMost (5.00 EUR).");
        assertThatThrownBy(() -> range("0.00", "")).hasMessage("The atLeast (0.00 EUR) of an award must be above 0.");
        assertThatThrownBy(() -> fixed("1.00").with(range("", "5.00"))).hasMessageContaining("(1.00 EUR) is fixed");
        assertThatThrownBy(() -> Award.Rate.of(points(1), eur("0.00")))
                .hasMessage("The step (0.00 EUR) of a rate must be above 0.");
    }

    private static Amount reclaimed(Outcome back) {
        List<Reclaim> reclaimed = back.returned().orElseThrow().reclaimed();
        return reclaimed.isEmpty() ? eur("0.00") : reclaimed.get(0).amount();
    }

    private static List<String> problems(Offer offer) {
        try {
            Shop.with(offer);
            return List.of();
        } catch (InvalidInputException e) {
            return e.problems().stream()
                    .map(problem -> problem.path() + ": " + problem.message())
                    .toList();
        }
    }
}
