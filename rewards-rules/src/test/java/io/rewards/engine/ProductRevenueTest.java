package io.rewards.engine;

import static io.rewards.engine.Shop.award;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.line;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Shop.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Percentage;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardScope;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Outcome;
import io.rewards.wallet.LineShare;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Domain 2.4 C3. */
class ProductRevenueTest {

    /** An instant discount for each item. */
    @Test
    void tenPercentOffEachAccessory() {
        Offer accessories = accessories(AwardScope.PER_TRANSACTION_ITEM, percent("10"))
                .withSpendMethod(SpendMethod.SPEND_INSTANTLY)
                .build();
        Outcome outcome =
                Shop.with(accessories).buy("2024-03-05", line("case", 2, "30.00"), line("phone", 1, "400.00"));
        assertThat(award(outcome, "A")).isEqualTo("3.00 EUR");
        assertThat(outcome.payable()).contains(eur("427.00"));
        assertThat(outcome.instantSpends().get(0).amount()).isEqualTo(eur("3.00"));
    }

    @Test
    void aFixedAmountIsAwardedForEachPieceOrOnce() {
        Offer perItem =
                accessories(AwardScope.PER_TRANSACTION_ITEM, fixed("1.00")).build();
        Offer once = accessories(AwardScope.PER_TRANSACTION, fixed("1.00")).build();
        assertThat(award(Shop.with(perItem).buy("2024-03-05", line("case", 2, "30.00")), "A"))
                .isEqualTo("2.00 EUR");
        assertThat(award(Shop.with(once).buy("2024-03-05", line("case", 2, "30.00")), "A"))
                .isEqualTo("1.00 EUR");
    }

    @Test
    void aPercentageIsOfTheMatchingLinesInBothScopes() {
        for (AwardScope scope : AwardScope.values()) {
            Offer tenPercent = accessories(scope, percent("10")).build();
            assertThat(award(
                            Shop.with(tenPercent)
                                    .buy("2024-03-05", line("case", 3, "30.00"), line("coffee", 1, "4.00")),
                            "A"))
                    .isEqualTo("3.00 EUR");
        }
    }

    @Test
    void aPercentageOfWhatWasAwardedIsAwardedOnceWhateverTheScope() {
        Offer bonus = accessories(
                        AwardScope.PER_TRANSACTION_ITEM,
                        new Award.PercentageOfAwarded(
                                Percentage.of("10"), Shop.months(1), Set.of(), Set.of(), Shop.EUR))
                .build();
        Offer ten = offer("B", new Terms.TransactionRevenue(eur("0.00"), Optional.empty()), fixed("10.00"))
                .build();
        Shop shop = Shop.with(bonus, ten);
        shop.buy("2024-03-04", "1.00");
        assertThat(award(shop.buy("2024-03-05", line("case", 3, "30.00")), "A")).isEqualTo("1.00 EUR");
    }

    @Test
    void aPurchaseWithoutTheProductsDoesNotEvenComeInQuestionAndExplainsItself() {
        Shop shop =
                Shop.with(accessories(AwardScope.PER_TRANSACTION, fixed("1.00")).build());
        var purchase = shop.purchase("2024-03-05", line("coffee", 1, "4.00"));
        assertThat(shop.engine.evaluate(purchase).verdictOn("A")).isEmpty();
        assertThat(shop.engine.explain(purchase, "A").verdict().orElseThrow().toString())
                .contains("PRODUCTS_NOT_BOUGHT")
                .contains("coffee (Coffee)");
    }

    @Test
    void productsTypesAndFamiliesMatchAlike() {
        for (ProductSelection selection : new ProductSelection[] {
            ProductSelection.ofProducts("case"),
            ProductSelection.ofTypes("Accessory"),
            new ProductSelection(Set.of(), Set.of(), Set.of("ELECTRONICS")),
            new ProductSelection(Set.of("coffee"), Set.of("Accessory"), Set.of())
        }) {
            Offer offer = offer("A", new Terms.ProductRevenue(AwardScope.PER_TRANSACTION), fixed("1.00"))
                    .withConditions(
                            AwardConditions.builder().withProducts(selection).build())
                    .build();
            assertThat(award(Shop.with(offer).buy("2024-03-05", line("case", 1, "15.00")), "A"))
                    .isEqualTo("1.00 EUR");
        }
    }

    @Test
    void aFreeProductStillEarnsAFixedAmount() {
        Shop shop = Shop.with(
                accessories(AwardScope.PER_TRANSACTION_ITEM, fixed("1.00")).build());
        Outcome outcome = shop.buy("2024-03-05", line("case", 3, "0.00"));
        assertThat(award(outcome, "A")).isEqualTo("3.00 EUR");
        assertThat(outcome.lots().get(0).provenance().shares()).containsExactly(new LineShare("case", 3, eur("3.00")));
    }

    private static Offer.Builder accessories(AwardScope scope, Award award) {
        return offer("A", new Terms.ProductRevenue(scope), award)
                .withConditions(AwardConditions.builder()
                        .withProducts(ProductSelection.ofTypes("Accessory"))
                        .build());
    }
}
