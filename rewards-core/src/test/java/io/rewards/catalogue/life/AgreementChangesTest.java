package io.rewards.catalogue.life;

import static io.rewards.catalogue.life.CatalogueLife.ANNA;
import static io.rewards.catalogue.life.CatalogueLife.history;
import static io.rewards.catalogue.life.CatalogueLife.last;
import static io.rewards.catalogue.life.CatalogueLife.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.catalogue.Agreement;
import io.rewards.catalogue.AgreementState;
import io.rewards.catalogue.AgreementTerms;
import io.rewards.catalogue.Part;
import io.rewards.catalogue.Programmes;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementChangesTest {

    private static final Agreement DRAFT = Agreement.ofUnit(
            "A",
            "U1",
            AgreementTerms.builder().withSchemes("CLUB").withContribution("60").build());

    private final CatalogueHistory created =
            history().agreements(ANNA).create(DRAFT).orElseThrow();

    @Test
    void aNewAgreementIsNotEffectiveWhateverTheDraftSays() {
        assertThat(created.current().agreements()).containsExactly(DRAFT.with(AgreementState.NOT_EFFECTIVE));
        assertThat(last(created).action()).isEqualTo(Action.CREATED);
    }

    @Test
    void anAgreementIsMadeEffectiveAndStoppedAndTheLogSaysSo() {
        CatalogueHistory effective = created.agreements(ANNA).activate("A").orElseThrow();
        assertThat(effective.current().agreements()).containsExactly(DRAFT);
        assertThat(last(effective).details()).containsExactly("state: NOT_EFFECTIVE -> EFFECTIVE");
        CatalogueHistory stopped = effective.agreements(ANNA).deactivate("A").orElseThrow();
        assertThat(last(stopped).action()).isEqualTo(Action.DEACTIVATED);
        assertThat(refusal(effective.agreements(ANNA).delete("A")))
                .isEqualTo("agreements[A]: The agreement (A) is EFFECTIVE; it must be NOT_EFFECTIVE.");
        assertThat(stopped.agreements(ANNA).delete("A").orElseThrow().current().agreements())
                .isEmpty();
    }

    @Test
    void termsAreEditedWhileTheyHoldAndTheLogSaysWhatWasAgreedBefore() {
        Agreement changed = Agreement.ofUnit(
                "A",
                "U1",
                AgreementTerms.builder().withSchemes().withContribution("50").build());
        CatalogueHistory edited = created.agreements(ANNA)
                .activate("A")
                .orElseThrow()
                .agreements(ANNA)
                .edit(changed)
                .orElseThrow();
        assertThat(last(edited).details())
                .containsExactly("terms.schemes: [CLUB] -> []", "terms.contribution: 60 % -> 50 %");
    }

    @Test
    void stateAndWhomItIsAboutAreNotEdited() {
        Agreement other = Agreement.ofGroup("A", "NORTH", DRAFT.terms());
        assertThat(created.agreements(ANNA).edit(other))
                .isInstanceOfSatisfying(
                        Change.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Object::toString)
                                .containsExactly(
                                        "agreements[A].state: The field (state) is not changed by editing an agreement.",
                                        "agreements[A].unit: The field (unit) is not changed by editing an agreement.",
                                        "agreements[A].group: The field (group) is not changed by editing an agreement."));
    }

    @Test
    void whatAnAgreementNamesIsNotDeleted() {
        assertThat(refusal(created.part(Part.UNITS, ANNA).delete("U1")))
                .isEqualTo("units[U1]: The unit (U1) is used by agreement (A); it cannot be deleted while it is.");
        assertThat(refusal(created.schemes(ANNA)
                        .deactivate("CLUB")
                        .orElseThrow()
                        .schemes(ANNA)
                        .delete("CLUB")))
                .contains("is used by", "agreement (A)");
    }

    @Test
    void aSecondAgreementOfAUnitIsRefused() {
        Agreement second = Agreement.ofUnit("B", "U1", AgreementTerms.UNSAID);
        assertThat(refusal(created.agreements(ANNA).create(second)))
                .isEqualTo("agreements[B].unit: The unit (U1) has the agreement (A) already; it can have one.");
    }

    @Test
    void agreementsAreNoOrdinaryPart() {
        assertThatThrownBy(() -> created.part(Part.AGREEMENTS, ANNA))
                .hasMessage("Changes of the agreements of a programme are asked of agreements().");
    }

    @Test
    void aGroupSeesTheAgreementsAboutItselfAndWhatLiesInIt() {
        Agreement unit = Agreement.ofUnit("U", "U1", AgreementTerms.UNSAID);
        Agreement north = Agreement.ofGroup("N", "NORTH", AgreementTerms.UNSAID);
        Agreement all = Agreement.ofGroup("ALL", "ALL", AgreementTerms.UNSAID);
        var programme = Programmes.with().toBuilder()
                .withAgreements(List.of(unit, north, all))
                .build();
        assertThat(Viewer.of("NORTH").agreementsOf(programme)).containsExactly(unit, north);
        assertThat(Viewer.of("ALL").agreementsOf(programme)).containsExactly(unit, north, all);
        assertThat(Viewer.of("").agreementsOf(programme)).containsExactly(unit, north, all);
        assertThat(Viewer.SUPER_USER.agreementsOf(programme)).hasSize(3);
        assertThat(Viewer.PUBLIC.agreementsOf(programme)).isEmpty();
        assertThat(Viewer.of("ELSEWHERE").agreementsOf(programme)).isEmpty();
    }
}
