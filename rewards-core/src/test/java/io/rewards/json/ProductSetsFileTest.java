package io.rewards.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What files may say of sets of products. Domain 2.4 C3. */
class ProductSetsFileTest {

    private static final String SHOP = """
            name: Meals
            settings: {zone: Europe/Nicosia, currency: EUR}
            families: [{code: FOOD}]
            productTypes: [{code: HOT, family: FOOD}, {code: COLD}]
            products: [{code: COFFEE, type: HOT}, {code: CAKE}]
            schemes: [{code: CLUB}]
            offerTypes: [{code: MEALS, classification: INCREASE_REVENUE_PRODUCT_BASED}]
            offers:
              - number: 1
                code: A
                scheme: CLUB
                type: MEALS
                classification: INCREASE_REVENUE_PRODUCT_BASED
                award: {amount: 1.00}
                terms: {%s}
            """;

    @Test
    void setsNeedNoProductCondition() {
        assertThat(problems("sets: [{products: {products: [COFFEE]}}, {products: {products: [CAKE]}, quantity: 2}]"))
                .isEmpty();
        assertThat(problems("sets: [{products: {products: [COFFEE]}, quantity: 1000000}], valuedBy: DEAREST"))
                .isEmpty();
        assertThat(problems(""))
                .containsExactly("offers[A].conditions.products: An offer of INCREASE_REVENUE_PRODUCT_BASED must name"
                        + " products, types or families. (line 9)");
    }

    @Test
    void anEmptySetIsRefused() {
        assertThat(problems("sets: []"))
                .containsExactly("offers[A].terms: The sets must have at least one part. (line 15)");
    }

    @Test
    void everyPartThatIsWrongIsNamed() {
        assertThat(problems("sets: [{products: {products: [COFFEE]}, quantity: 0}, {products: {}}, {quantity: 2},"
                        + " {products: {products: [CAKE]}, quantity: 1000001},"
                        + " {products: {except: {products: [CAKE]}}}, {products: {types: [HOT]}, quantity: 1.5}]"))
                .containsExactly(
                        "offers[A].terms.sets[1]: The quantity (0) of products [COFFEE] in a set must be 1 to 1000000."
                                + " (line 15)",
                        "offers[A].terms.sets[2]: The part of a set must name products, types or families. (line 15)",
                        "offers[A].terms.sets[3].products: The field (products) is missing; it must be given."
                                + " (line 15)",
                        "offers[A].terms.sets[4]: The quantity (1000001) of products [CAKE] in a set must be 1 to"
                                + " 1000000. (line 15)",
                        "offers[A].terms.sets[5]: The part of a set must name products, types or families. (line 15)",
                        "offers[A].terms.sets[6].quantity: The quantity (1.5) must be a whole number of at most 18"
                                + " digits, such as 12. (line 15)");
    }

    @Test
    void unknownProductsAreNamedByTheirPart() {
        assertThat(problems("sets: [{products: {products: [COFEE], except: {products: [CAKES]}}},"
                        + " {products: {types: [WARM], families: [FOOT]}}]"))
                .containsExactly(
                        "offers[A].terms.sets[1].products.products: The product (COFEE) is not in the programme; it has"
                                + " [CAKE, COFFEE]. Maybe you meant COFFEE. (line 15)",
                        "offers[A].terms.sets[1].products.except.products: The product (CAKES) is not in the programme;"
                                + " it has [CAKE, COFFEE]. Maybe you meant CAKE. (line 15)",
                        "offers[A].terms.sets[2].products.types: The product type (WARM) is not in the programme; it"
                                + " has [COLD, HOT]. Add it to productTypes. (line 15)",
                        "offers[A].terms.sets[2].products.families: The product family (FOOT) is not in the programme;"
                                + " it has [FOOD]. Maybe you meant FOOD. (line 15)");
    }

    @Test
    void attributesOfLinesThatAPartExceptsAreDeclared() {
        assertThat(problems("sets: [{products: {products: [COFFEE], except: {attributes: {size: [L]}}}}]"))
                .singleElement()
                .asString()
                .startsWith("offers[A].terms.sets[1].products.except.attributes.size: The attribute (line.size) is not"
                        + " declared in attributes.");
    }

    @Test
    void noProductBelongsToTwoParts() {
        assertThat(problems("sets: [{products: {products: [CAKE]}}, {products: {products: [CAKE]}}]"))
                .containsExactly(inBoth(2, "product (CAKE)", 1));
        assertThat(problems("sets: [{products: {types: [HOT]}}, {products: {products: [CAKE]}},"
                        + " {products: {products: [COFFEE]}}]"))
                .containsExactly(inBoth(3, "product (COFFEE)", 1));
        assertThat(problems("sets: [{products: {families: [FOOD]}}, {products: {types: [HOT], except: {products:"
                        + " [COFFEE]}}}]"))
                .containsExactly(inBoth(2, "type (HOT)", 1));
        assertThat(problems("sets: [{products: {families: [FOOD], except: {types: [HOT]}}}, {products: {families:"
                        + " [FOOD], except: {products: [CAKE]}}}]"))
                .containsExactly(inBoth(2, "family (FOOD)", 1));
        assertThat(problems("sets: [{products: {products: [CAKE]}}, {products: {products: [CAKE]}},"
                        + " {products: {products: [CAKE]}}]"))
                .hasSize(3);
    }

    @Test
    void exceptionsKeepPartsApart() {
        assertThat(problems("sets: [{products: {types: [HOT], except: {products: [COFFEE]}}},"
                        + " {products: {products: [COFFEE]}}]"))
                .isEmpty();
        assertThat(problems("sets: [{products: {families: [FOOD], except: {types: [HOT]}}},"
                        + " {products: {types: [HOT, COLD]}}]"))
                .isEmpty();
    }

    @Test
    void aScopeAndAValueAreNotForTheSameTerms() {
        String set = "sets: [{products: {products: [COFFEE]}}]";
        for (String scope : new String[] {"PER_TRANSACTION", "PER_TRANSACTION_ITEM"}) {
            assertThat(problems("scope: " + scope + ", " + set))
                    .containsExactly(
                            "offers[A].terms: The scope (" + scope + ") cannot stand beside sets, each of which"
                                    + " is awarded. Leave one of them out. (line 15)");
        }
        assertThat(problems("valuedBy: DEAREST"))
                .containsExactly(
                        "offers[A].terms: The valuedBy (DEAREST) is about sets, and there are none. Add sets or"
                                + " leave it out. (line 15)");
    }

    private static String inBoth(int part, String what, int other) {
        return "offers[A].terms.sets[" + part + "].products: The " + what + " belongs to part " + other
                + " of the set, too. A piece counts for one part only, so name it in one of them, or except it from the"
                + " other. (line 15)";
    }

    private static List<String> problems(String terms) {
        return Examples.problemsOfProgramme(SHOP.formatted(terms));
    }
}
