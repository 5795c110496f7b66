package io.rewards.offer;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Candidate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfferKindsTest {

    private static final Amount TEN = new Amount(new Denomination("EUR", 2), 10);

    @Test
    void everyClassificationHasItsKindInTheSameOrder() {
        assertThat(OfferKinds.all())
                .extracting(OfferKind::classification)
                .containsExactlyElementsOf(List.of(Classification.values()));
    }

    @Test
    void everyRecordOfTermsIsOfOneClassificationAndItsKind() {
        List<Object> records = new ArrayList<>();
        for (Class<?> each : Terms.class.getDeclaredClasses()) {
            if (each.isRecord()) {
                records.add(each);
            }
        }
        List<Object> terms = new ArrayList<>();
        for (OfferKind<? extends Terms, ? extends Candidate> kind : OfferKinds.all()) {
            terms.add(kind.terms());
            assertThat(kind.classification().terms()).isSameAs(kind.terms());
        }
        assertThat(terms).containsExactlyInAnyOrderElementsOf(records);
    }

    @Test
    void noTwoKindsAskTheSameCandidate() {
        assertThat(OfferKinds.all()).extracting(OfferKind::candidate).doesNotHaveDuplicates();
    }

    @Test
    void termsThatAskForLittleAreOfTheirClassification() {
        assertThat(OfferKinds.all()).allMatch(kind -> kind.little(TEN, "X").classification() == kind.classification());
    }

    @Test
    void whatNoEventTriggersIsVisited() {
        for (OfferKind<? extends Terms, ? extends Candidate> kind : OfferKinds.all()) {
            assertThat(kind instanceof VisitedKind<?, ?>)
                    .as(kind.classification().name())
                    .isEqualTo(!kind.classification().trigger().isEvent());
        }
    }

    @Test
    void whatCanBeLeftOutHasTermsAllTheSame() {
        assertThat(OfferKinds.all())
                .filteredOn(kind -> !kind.shape().isDemanding())
                .hasSize(7)
                .allMatch(kind -> kind.terms().isInstance(kind.shape().ofNothing(TEN.denomination())));
    }
}
