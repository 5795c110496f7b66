package io.rewards.catalogue.life;

import static io.rewards.catalogue.Programmes.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.Category;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Programmes;
import io.rewards.catalogue.Terms;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FieldDifferencesTest {

    private static final Offer OFFER = Programmes.any(1, "A").build();

    @Test
    void equalValuesHaveNoDifferences() {
        assertThat(FieldDifferences.between(OFFER, OFFER.toBuilder().build())).isEmpty();
        assertThat(FieldDifferences.fields(OFFER, OFFER.toBuilder().build())).isEmpty();
    }

    @Test
    void whatIsEmptyIsSaidToBeNone() {
        assertThat(FieldDifferences.between(new Category("C", "", "P"), new Category("C", "Name", "")))
                .containsExactly("name: (none) -> Name", "parent: P -> (none)");
    }

    @Test
    void valuesInsideAreSaidByTheirPath() {
        Offer capped = OFFER.toBuilder()
                .withTerms(new Terms.TransactionRevenue(eur("0.00"), Optional.of(eur("9.00"))))
                .withCaps(Cap.ofAwards(Cap.Of.ALL, 3), Cap.ofAmount(Cap.Of.ALL, eur("5.00")))
                .build();
        assertThat(FieldDifferences.between(OFFER, capped))
                .contains("terms.to: (none) -> 9.00 EUR", "caps: (none) -> [3 awards of all, 5.00 EUR of all]")
                .hasSize(2);
        assertThat(FieldDifferences.fields(OFFER, capped)).containsExactly("terms", "caps");
    }

    @Test
    void valuesOfAnotherKindAreSaidWhole() {
        Offer other = OFFER.toBuilder().withTerms(new Terms.Referrals()).build();
        assertThat(FieldDifferences.between(OFFER, other))
                .singleElement()
                .asString()
                .startsWith("terms: TransactionRevenue[")
                .endsWith("newOnly=Optional.empty]");
    }

    @Test
    void ofMoreThanTenEntriesTheirNumberIsSaid() {
        assertThat(FieldDifferences.between(OFFER, inSegments(10)))
                .containsExactly(
                        "conditions.segmentsIncluded: (none) -> [S10, S11, S12, S13, S14, S15, S16, S17, S18, S19]");
        assertThat(FieldDifferences.between(OFFER, inSegments(11)))
                .containsExactly("conditions.segmentsIncluded: (none) -> 11 entries");
    }

    @Test
    void ofLongTextsTheBeginningIsSaid() {
        String longest = "x".repeat(200);
        assertThat(FieldDifferences.between(new Category("C", "a", ""), new Category("C", longest, "")))
                .containsExactly("name: a -> " + longest);
        assertThat(FieldDifferences.between(new Category("C", "a", ""), new Category("C", longest + "y", "")))
                .containsExactly("name: a -> " + longest + "...");
    }

    private static Offer inSegments(int count) {
        Set<String> codes = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            codes.add("S" + (10 + i));
        }
        return OFFER.toBuilder()
                .withConditions(
                        AwardConditions.builder().withSegmentsIncluded(codes).build())
                .build();
    }
}
