package io.rewards.engine;

import static io.rewards.engine.Shop.award;
import static io.rewards.engine.Shop.declines;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.line;
import static io.rewards.engine.Shop.months;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Shop.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.amount.Amount;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardLimit;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.Terms;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Measure;
import io.rewards.decision.Outcome;
import io.rewards.problem.InvalidInputException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The least that must count of a purchase. Domain 3.5. */
class MinimumPurchaseTest {

    private static Offer.Builder stamps() {
        return offer("A", new Terms.CountLoyalty(2, months(1)), fixed("5.00"));
    }

    private static AwardConditions least(String amount) {
        return AwardConditions.builder().withMinimumPurchase(eur(amount)).build();
    }

    @Test
    void lessThanTheLeastIsNoStampAndTheDistanceIsTold() {
        Shop shop = Shop.with(stamps().withConditions(least("5.00")).build());
        Outcome below = shop.buy("2024-03-01", "4.99");
        assertThat(declines(below, "A")).anySatisfy(decline -> {
            assertThat(decline.reason()).isEqualTo(DeclineReason.PURCHASE_TOO_SMALL);
            assertThat(decline.rule()).isEqualTo("SHR-317");
            assertThat(decline.distance()).contains(new Measure.Money(eur("0.01")));
        });
        assertThat(award(shop.buy("2024-03-02", "5.00"), "A")).isEqualTo("none");
        assertThat(award(shop.buy("2024-03-03", "5.01"), "A")).isEqualTo("5.00 EUR");
    }

    @Test
    void whatCostsNothingIsNoVisitUnlessTheLeastIsNothing() {
        Shop shop = Shop.with(stamps().build());
        shop.buy("2024-03-01", "0.00");
        assertThat(award(shop.buy("2024-03-02", "0.01"), "A")).isEqualTo("none");
        assertThat(award(shop.buy("2024-03-03", "0.01"), "A")).isEqualTo("5.00 EUR");
        Shop free = Shop.with(stamps().withConditions(least("0.00")).build());
        free.buy("2024-03-01", "0.00");
        assertThat(award(free.buy("2024-03-02", "0.00"), "A")).isEqualTo("5.00 EUR");
    }

    @Test
    void onlyWhatTheOfferCountsIsAskedAbout() {
        Offer cases = offer("A", new Terms.TransactionRevenue(eur("0.00"), Optional.empty()), percent("10"))
                .withConditions(AwardConditions.builder()
                        .withProducts(ProductSelection.ofProducts("case"))
                        .withMinimumPurchase(eur("10.00"))
                        .build())
                .build();
        Shop shop = Shop.with(cases);
        assertThat(award(shop.buy("2024-03-01", line("case", 1, "9.99"), line("laptop", 1, "500.00")), "A"))
                .isEqualTo("none");
        assertThat(award(shop.buy("2024-03-01", line("case", 1, "10.00"), line("laptop", 1, "500.00")), "A"))
                .isEqualTo("1.00 EUR");
    }

    @Test
    void aVisitThatShrinksBelowTheLeastCountsNoMore() {
        Purse purse = Purse.with(stamps().withConditions(least("5.00")).build());
        purse.buy("2024-03-01", line("case", 1, "5.00"));
        Outcome second = purse.buy("2024-03-02", line("case", 1, "4.00"), line("laptop", 1, "1.00"));
        assertThat(award(second, "A")).isEqualTo("5.00 EUR");
        assertThat(purse.giveBack("2024-03-03", second, "laptop", 1)
                        .returned()
                        .orElseThrow()
                        .reclaimed()
                        .get(0)
                        .amount())
                .isEqualTo(eur("5.00"));
        assertThat(award(purse.buy("2024-03-04", line("case", 1, "5.00")), "A")).isEqualTo("5.00 EUR");
    }

    @Test
    void onlyPurchasesHaveALeastInTheCurrency() {
        Offer like = offer(
                        "A",
                        new Terms.Behavior(Optional.of("page"), Optional.empty(), AwardLimit.ONLY_ONE),
                        fixed("1.00"))
                .withConditions(least("1.00"))
                .build();
        assertThatThrownBy(() -> Shop.with(like))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is not about a purchase, so it cannot ask for a minimumPurchase");
        Offer points = stamps().withConditions(AwardConditions.builder()
                        .withMinimumPurchase(new Amount(Shop.PTS, 5))
                        .build())
                .build();
        assertThatThrownBy(() -> Shop.with(points))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("The minimumPurchase (5 PTS) must be in EUR, the currency of purchases.");
        assertThatThrownBy(() -> least("-0.01")).hasMessage("The minimumPurchase (-0.01 EUR) must not be negative.");
    }
}
