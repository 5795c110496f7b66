package io.rewards.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.attribute.Attributes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Domain 2.4 C3. */
class ProductSetTest {

    private static final SetPart COFFEE = new SetPart(ProductSelection.ofProducts("COFFEE"), 1);

    @Test
    void aPartNamesProductsAndHasOnePieceOrMore() {
        assertThatThrownBy(() -> new SetPart(ProductSelection.ALL, 1))
                .hasMessage("The part of a set must name products, types or families.");
        for (long quantity : new long[] {Long.MIN_VALUE, -1, 0, 1_000_001, Long.MAX_VALUE}) {
            assertThatThrownBy(() -> new SetPart(COFFEE.products(), quantity))
                    .hasMessage("The quantity (" + quantity + ") of products [COFFEE] in a set must be 1 to 1000000.");
        }
        assertThat(new SetPart(COFFEE.products(), 1_000_000).quantity()).isEqualTo(1_000_000);
    }

    @Test
    void aSetHasAPart() {
        assertThatThrownBy(() -> new ProductSet(List.of(), ValuedBy.CHEAPEST))
                .hasMessage("The sets must have at least one part.");
    }

    @Test
    void aProductCountsForTheFirstPartThatNamesIt() {
        ProductSet set = ProductSet.of(new SetPart(ProductSelection.ofTypes("HOT"), 2), COFFEE);
        assertThat(set.partOf("COFFEE", "", "", Attributes.NONE)).hasValue(1);
        assertThat(set.partOf("COFFEE", "HOT", "", Attributes.NONE)).hasValue(0);
        assertThat(set.partOf("CAKE", "COLD", "", Attributes.NONE)).isEmpty();
        assertThat(set.pieces()).isEqualTo(3);
        assertThat(set).hasToString("2 of types [HOT] and 1 of products [COFFEE]");
    }

    @Test
    void piecesAreNotAwardedBesideSets() {
        Optional<ProductSet> set = Optional.of(ProductSet.of(COFFEE));
        assertThatThrownBy(() -> new Terms.ProductRevenue(AwardScope.PER_TRANSACTION_ITEM, set))
                .hasMessageContaining("cannot stand beside sets");
        assertThat(new Terms.ProductRevenue(AwardScope.PER_TRANSACTION, set).countsPieces())
                .isTrue();
    }
}
