package io.rewards.engine;

import static io.rewards.engine.Shop.award;
import static io.rewards.engine.Shop.declines;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.line;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Shop.percent;
import static io.rewards.engine.Shop.reasons;
import static io.rewards.engine.Shop.thing;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.attribute.Attributes;
import io.rewards.catalogue.AwardBase;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.Terms;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Measure;
import io.rewards.decision.Outcome;
import io.rewards.event.PurchaseLine;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Domain 2.4 C2. */
class TransactionRevenueTest {

    private static final Offer FIVE_PERCENT = offer(
                    "A", new Terms.TransactionRevenue(eur("50.00"), Optional.of(eur("200.00"))), percent("5"))
            .build();

    @ParameterizedTest
    @CsvSource({
        "49.99, none",
        "50.00, 2.50 EUR",
        "50.01, 2.50 EUR",
        "123.45, 6.17 EUR",
        "199.99, 10.00 EUR",
        "200.00, 10.00 EUR",
        "200.01, none"
    })
    void theMinimumAndTheMaximumBothEarnTheAward(String total, String award) {
        assertThat(award(Shop.with(FIVE_PERCENT).buy("2024-03-05", total), "A")).isEqualTo(award);
    }

    @Test
    void aDeclineSaysHowMuchIsMissing() {
        assertThat(declines(Shop.with(FIVE_PERCENT).buy("2024-03-05", "45.80"), "A"))
                .singleElement()
                .satisfies(decline -> {
                    assertThat(decline.rule()).isEqualTo("TRX-020");
                    assertThat(decline.reason()).isEqualTo(DeclineReason.BELOW_MINIMUM);
                    assertThat(decline.actual()).contains(new Measure.Money(eur("45.80")));
                    assertThat(decline.required()).contains(new Measure.Money(eur("50.00")));
                    assertThat(decline.distance()).contains(new Measure.Money(eur("4.20")));
                    assertThat(decline.sentence())
                            .isEqualTo("The purchase counts 45.80 EUR: 4.20 EUR less than the minimum of 50.00 EUR.");
                });
        assertThat(declines(Shop.with(FIVE_PERCENT).buy("2024-03-05", "203.00"), "A")
                        .get(0)
                        .distance())
                .contains(new Measure.Money(eur("3.00")));
    }

    @Test
    void withoutAMaximumEveryLargePurchaseEarnsTheAward() {
        Offer open = offer("A", new Terms.TransactionRevenue(eur("50.00"), Optional.empty()), fixed("1.00"))
                .build();
        assertThat(award(Shop.with(open).buy("2024-03-05", "1000000000.00"), "A"))
                .isEqualTo("1.00 EUR");
    }

    /** An instant discount on a transaction total. */
    @Test
    void tenEurosOffTheHardware() {
        Offer hardware = offer("A", new Terms.TransactionRevenue(eur("0.00"), Optional.empty()), fixed("10.00"))
                .withConditions(AwardConditions.builder()
                        .withProducts(ProductSelection.ofTypes("Hardware"))
                        .build())
                .withSpendMethod(SpendMethod.SPEND_INSTANTLY)
                .build();
        Outcome outcome =
                Shop.with(hardware).buy("2024-03-05", line("laptop", 1, "120.00"), line("coffee", 3, "30.00"));
        assertThat(award(outcome, "A")).isEqualTo("10.00 EUR");
        assertThat(outcome.instantSpends())
                .singleElement()
                .extracting(spend -> spend.amount())
                .isEqualTo(eur("10.00"));
        assertThat(outcome.total()).contains(eur("150.00"));
        assertThat(outcome.payable()).contains(eur("140.00"));
        assertThat(outcome.lots()).isEmpty();
    }

    @Test
    void onlyTheLinesOfTheProductConditionCount() {
        Offer accessories = offer("A", new Terms.TransactionRevenue(eur("50.00"), Optional.empty()), percent("10"))
                .withConditions(AwardConditions.builder()
                        .withProducts(ProductSelection.ofTypes("Accessory"))
                        .build())
                .build();
        Shop shop = Shop.with(accessories);
        assertThat(reasons(shop.buy("2024-03-05", line("case", 1, "49.99"), thing("500.00")), "A"))
                .containsExactly(DeclineReason.BELOW_MINIMUM);
        assertThat(award(shop.buy("2024-03-05", line("case", 1, "50.00"), thing("500.00")), "A"))
                .isEqualTo("5.00 EUR");
    }

    @Test
    void theTaxCountsUnlessTheProgrammeCountsNet() {
        PurchaseLine taxed = new PurchaseLine("1", "thing", "", "", 1, eur("59.50"), eur("9.50"), Attributes.NONE);
        Offer fifty = offer("A", new Terms.TransactionRevenue(eur("50.01"), Optional.empty()), percent("10"))
                .build();
        assertThat(award(Shop.with(fifty).buy("2024-03-05", taxed), "A")).isEqualTo("5.95 EUR");
        Settings net = Shop.settings().with(AwardBase.NET);
        assertThat(declines(Shop.with(net, fifty).buy("2024-03-05", taxed), "A")
                        .get(0)
                        .distance())
                .contains(new Measure.Money(eur("0.01")));
    }

    @Test
    void anAwardThatRoundsToNothingIsNotMade() {
        Offer tiny = offer("A", new Terms.TransactionRevenue(eur("0.00"), Optional.empty()), percent("1"))
                .build();
        Shop shop = Shop.with(tiny);
        Outcome nothing = shop.buy("2024-03-05", "0.49");
        assertThat(reasons(nothing, "A")).containsExactly(DeclineReason.AWARD_ROUNDS_TO_ZERO);
        assertThat(nothing.transactions()).isEmpty();
        assertThat(award(shop.buy("2024-03-05", "0.50"), "A")).isEqualTo("0.01 EUR");
    }

    @Test
    void sharesOfTheLinesSumToTheAward() {
        Outcome outcome = Shop.with(FIVE_PERCENT)
                .buy("2024-03-05", line("a", 1, "33.33"), line("b", 1, "33.33"), line("c", 1, "33.33"));
        assertThat(award(outcome, "A")).isEqualTo("5.00 EUR");
        assertThat(outcome.lots().get(0).provenance().shares())
                .extracting(share -> share.line() + " " + share.amount())
                .isEqualTo(List.of("a 1.67 EUR", "b 1.67 EUR", "c 1.66 EUR"));
    }
}
