package io.rewards.engine;

import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.line;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Shop.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Outcome;
import io.rewards.rules.RulePack;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A purchase that counted over time is asked about again when goods of it come back. Domain 5.7. */
class CountedVisitTest {

    private static final String IN_PAIRS = """
            package house;

            import io.rewards.decision.Candidate;
            import io.rewards.decision.DeclineReason;

            global io.rewards.rules.Proposals propose;

            rule "House: only what is bought in pairs counts"
                @id( HSE-010 )
            when
                $c : Candidate( quantity < 2 )
            then
                propose.decline( $c, DeclineReason.HOUSE_RULE );
            end
            """;

    private static final Terms TWO_VISITS = new Terms.CountLoyalty(2, Shop.months(1));

    @ParameterizedTest
    @CsvSource({"30.00, 20.00, 3.00 EUR", "29.99, 20.00, none", "30.00, 20.01, none"})
    void aVisitCountsAsLongAsTheMinimumIsMet(String total, String least, String award) {
        Purse purse = Purse.with(offer("A", TWO_VISITS, fixed("3.00"))
                .withConditions(AwardConditions.builder()
                        .withMinimumPurchase(eur(least))
                        .build())
                .build());
        Outcome first = purse.buy("2024-03-01", line("case", 3, total));
        purse.giveBack("2024-03-02", first, "case", 1);
        assertThat(Shop.award(purse.buy("2024-03-03", "50.00"), "A")).isEqualTo(award);
    }

    @Test
    void anAwardGoesWithAVisitThatIsTooSmallAndComesWithTheNext() {
        Purse purse = Purse.with(offer("A", TWO_VISITS, fixed("3.00"))
                .withConditions(AwardConditions.builder()
                        .withMinimumPurchase(eur("20.00"))
                        .build())
                .build());
        Outcome first = purse.buy("2024-03-01", line("case", 3, "30.00"));
        purse.buy("2024-03-03", "50.00");
        assertThat(purse.left("A")).isEqualTo("3.00 EUR");
        assertThat(purse.giveBack("2024-03-04", first, "case", 1)
                        .returned()
                        .orElseThrow()
                        .reclaimed())
                .isEmpty();
        purse.giveBack("2024-03-05", first, "case", 1);
        assertThat(purse.left("A")).isEqualTo("0.00 EUR");
        assertThat(purse.account().progressOf("A")).hasSize(1);
        assertThat(Shop.award(purse.buy("2024-03-06", "20.00"), "A")).isEqualTo("3.00 EUR");
    }

    @Test
    void aVisitWithoutTheProductsIsNone() {
        Purse purse = Purse.with(offer("A", TWO_VISITS, fixed("3.00"))
                .withConditions(AwardConditions.builder()
                        .withProducts(ProductSelection.ofProducts("coffee"))
                        .build())
                .build());
        Outcome first = purse.buy("2024-03-01", line("coffee", 1, "3.00"), line("case", 1, "20.00"));
        purse.buy("2024-03-02", line("coffee", 1, "3.00"));
        purse.giveBack("2024-03-03", first, "case", 1);
        assertThat(purse.left("A")).isEqualTo("3.00 EUR");
        purse.giveBack("2024-03-03", first, "coffee", 1);
        assertThat(purse.left("A")).isEqualTo("0.00 EUR");
    }

    @Test
    void rulesOfTheProgrammesOwnAreAskedToo() {
        Offer spend = offer("B", new Terms.SpendLoyalty(eur("100.00"), Shop.months(1)), percent("10"))
                .build();
        Offer pieces = offer("C", new Terms.QuantityLoyalty(4, Shop.months(1)), fixed("2.00"))
                .withConditions(AwardConditions.builder()
                        .withProducts(ProductSelection.ofProducts("case"))
                        .build())
                .build();
        Purse purse = Purse.with(offer("A", TWO_VISITS, fixed("3.00")).build(), spend, pieces);
        purse.engine.reload(RulePack.builtIn().with("own", Map.of("house/house.drl", IN_PAIRS)));
        Outcome first = purse.buy("2024-03-01", line("case", 2, "60.00"));
        Outcome second = purse.buy("2024-03-02", line("case", 3, "60.00"));
        assertThat(second.granted()).hasSize(3);
        purse.giveBack("2024-03-03", second, "case", 1);
        assertThat(purse.left("A")).isEqualTo("3.00 EUR");
        purse.giveBack("2024-03-04", first, "case", 1);
        assertThat(purse.left("A")).isEqualTo("0.00 EUR");
        assertThat(purse.left("B")).isEqualTo("0.00 EUR");
        assertThat(purse.left("C")).isEqualTo("0.00 EUR");
        assertThat(purse.account().progressOf("B"))
                .singleElement()
                .matches(counted -> counted.units() == 4_000 && counted.event().equals(second.event()));
    }
}
