package io.rewards.engine;

import static io.rewards.engine.Shop.award;
import static io.rewards.engine.Shop.declines;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.line;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Shop.percent;
import static io.rewards.engine.Shop.reasons;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardScope;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ProductList;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.Terms;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Outcome;
import io.rewards.problem.InvalidInputException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Everything but some products. Domain 3.5. */
class ExceptedProductsTest {

    private static final Terms ANY = new Terms.TransactionRevenue(eur("0.00"), Optional.empty());
    private static final ProductList NO_LAPTOPS = new ProductList(Set.of("laptop"), Set.of(), Set.of());

    private static Offer tenPercent(ProductSelection products) {
        return offer("A", ANY, percent("10"))
                .withConditions(AwardConditions.builder().withProducts(products).build())
                .build();
    }

    private static Offer butLaptops() {
        return tenPercent(ProductSelection.ALL.butNot(NO_LAPTOPS));
    }

    @Test
    void everythingElseCountsAlsoWhatTheProgrammeDoesNotKnow() {
        Shop shop = Shop.with(butLaptops());
        assertThat(award(shop.buy("2024-03-05", line("case", 1, "12.00"), line("laptop", 1, "8.00")), "A"))
                .isEqualTo("1.20 EUR");
        assertThat(award(shop.buy("2024-03-05", line("bread", 1, "12.00")), "A"))
                .isEqualTo("1.20 EUR");
    }

    @Test
    void whoBuysNothingElseIsToldSo() {
        Outcome outcome = Shop.with(butLaptops()).buy("2024-03-05", line("laptop", 1, "8.00"));
        assertThat(declines(outcome, "A")).singleElement().satisfies(decline -> {
            assertThat(decline.reason()).isEqualTo(DeclineReason.PRODUCTS_EXCLUDED);
            assertThat(decline.rule()).isEqualTo("SHR-315");
            assertThat(decline.sentence())
                    .isEqualTo(
                            "Nothing of the purchase counts; it has [laptop (Hardware)], and excepted are products [laptop].");
        });
    }

    @Test
    void anExceptionBeatsWhatIsNamed() {
        Shop shop = Shop.with(
                tenPercent(ProductSelection.ofProducts("laptop", "case").butNot(NO_LAPTOPS)));
        assertThat(award(shop.buy("2024-03-05", line("case", 1, "10.00"), line("laptop", 1, "8.00")), "A"))
                .isEqualTo("1.00 EUR");
        assertThat(reasons(shop.buy("2024-03-05", line("laptop", 1, "8.00")), "A"))
                .containsExactly(DeclineReason.PRODUCTS_EXCLUDED);
        assertThat(award(shop.buy("2024-03-05", line("bread", 1, "8.00")), "A")).isEqualTo("none");
    }

    @Test
    void whatIsNeverRewardedHoldsForEveryOffer() {
        Offer pieces = offer("B", new Terms.ProductRevenue(AwardScope.PER_TRANSACTION_ITEM), fixed("1.00"))
                .withConditions(AwardConditions.builder()
                        .withProducts(ProductSelection.ofProducts("laptop", "case"))
                        .build())
                .build();
        Shop shop = Shop.with(Shop.settings().withNeverRewarded(NO_LAPTOPS), tenPercent(ProductSelection.ALL), pieces);
        Outcome outcome = shop.buy("2024-03-05", line("case", 2, "12.00"), line("laptop", 1, "8.00"));
        assertThat(award(outcome, "A")).isEqualTo("1.20 EUR");
        assertThat(award(outcome, "B")).isEqualTo("2.00 EUR");
        Outcome none = shop.buy("2024-03-05", line("laptop", 1, "8.00"));
        assertThat(reasons(none, "A")).containsExactly(DeclineReason.PRODUCTS_EXCLUDED);
        assertThat(reasons(none, "B")).containsExactly(DeclineReason.PRODUCTS_EXCLUDED);
    }

    @Test
    void exceptedGoodsThatComeBackTakeNothingAlong() {
        Purse purse = Purse.with(butLaptops());
        Outcome bought = purse.buy("2024-03-01", line("case", 1, "12.00"), line("laptop", 1, "8.00"));
        assertThat(purse.giveBack("2024-03-02", bought, "laptop", 1)
                        .returned()
                        .orElseThrow()
                        .reclaimed())
                .isEmpty();
        assertThat(purse.giveBack("2024-03-03", bought, "case", 1)
                        .returned()
                        .orElseThrow()
                        .reclaimed())
                .hasSize(1);
    }

    @Test
    void anExceptionNamesNoProducts() {
        Offer pieces = offer("B", new Terms.ProductRevenue(AwardScope.PER_TRANSACTION_ITEM), fixed("1.00"))
                .withConditions(AwardConditions.builder()
                        .withProducts(ProductSelection.ALL.butNot(NO_LAPTOPS))
                        .build())
                .build();
        assertThatThrownBy(() -> Shop.with(pieces))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("must name products, types or families");
    }

    @Test
    void whatIsExceptedMustBeThere() {
        ProductList unknown = new ProductList(Set.of("tobacco"), Set.of(), Set.of());
        assertThatThrownBy(() -> Shop.with(tenPercent(ProductSelection.ALL.butNot(unknown))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("offers[A].conditions.products.except.products: The product (tobacco)");
        assertThatThrownBy(() -> Shop.with(Shop.settings().withNeverRewarded(unknown), butLaptops()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("settings.neverRewarded.products: The product (tobacco)");
    }
}
