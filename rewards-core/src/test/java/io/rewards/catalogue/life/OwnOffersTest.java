package io.rewards.catalogue.life;

import static io.rewards.catalogue.life.CatalogueLife.ANNA;
import static io.rewards.catalogue.life.CatalogueLife.MONDAY;
import static io.rewards.catalogue.life.CatalogueLife.last;
import static io.rewards.catalogue.life.CatalogueLife.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.Agreement;
import io.rewards.catalogue.AgreementState;
import io.rewards.catalogue.AgreementTerms;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferState;
import io.rewards.catalogue.OwnOffers;
import io.rewards.catalogue.Ownership;
import io.rewards.catalogue.Privacy;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Programmes;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.SpendMethod;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Offers that merchants define: NORTH has the unit U1; U2 lies in ALL, which is around NORTH. Domain 7.5. */
class OwnOffersTest {

    private static final Author NORA = new Author("nora", "NORTH", MONDAY);

    private static CatalogueHistory agreeing(AgreementTerms.Builder terms) {
        Programme programme = Programmes.with().toBuilder()
                .withSchemes(List.of(Scheme.of("CLUB"), Scheme.of("OTHER")))
                .withAgreements(List.of(Agreement.ofUnit("A", "U1", terms.build())))
                .build();
        return CatalogueHistory.of(programme);
    }

    private static Offer own(Set<String> units, Set<String> groups) {
        return Programmes.any(0, "OWN")
                .withConditions(AwardConditions.builder()
                        .withUnits(units)
                        .withGroups(groups)
                        .build())
                .build();
    }

    private static Offer own() {
        return own(Set.of("U1"), Set.of());
    }

    @Test
    void aMerchantThatMayDefinesOffersAndMakesThemEffective() {
        CatalogueHistory created = agreeing(AgreementTerms.builder().with(OwnOffers.YES))
                .offers(NORA)
                .create(own())
                .orElseThrow();
        assertThat(created.offer("OWN").orElseThrow().ownership()).isEqualTo(new Ownership("NORTH", Privacy.PUBLIC));
        assertThat(created.offers(NORA)
                        .activate("OWN")
                        .orElseThrow()
                        .offer("OWN")
                        .orElseThrow()
                        .state())
                .isEqualTo(OfferState.EFFECTIVE);
        assertThat(agreeing(AgreementTerms.builder().with(OwnOffers.YES))
                        .offers(NORA)
                        .create(own(Set.of(), Set.of("NORTH"))))
                .isInstanceOf(Change.Changed.class);
    }

    @Test
    void aMerchantThatMayNotIsRefused() {
        assertThat(refusal(agreeing(AgreementTerms.builder()).offers(NORA).create(own())))
                .isEqualTo("offers[OWN].ownership.group: The merchant of unit (U1) may not define offers.");
    }

    @Test
    void itsOffersAreLimitedToItsUnits() {
        CatalogueHistory history = agreeing(AgreementTerms.builder().with(OwnOffers.YES));
        assertThat(refusal(history.offers(NORA).create(own(Set.of(), Set.of()))))
                .isEqualTo(
                        "offers[OWN].conditions: The offer belongs to the merchants of group (NORTH), so its conditions"
                                + " must name units or groups of theirs.");
        assertThat(refusal(history.offers(NORA).create(own(Set.of("U1", "U2"), Set.of()))))
                .isEqualTo(
                        "offers[OWN].conditions: The offer belongs to the merchants of group (NORTH), and the unit (U2)"
                                + " is none of theirs.");
        assertThat(refusal(history.offers(NORA).create(own(Set.of(), Set.of("ALL")))))
                .contains("the unit (U2) is none of theirs");
    }

    @Test
    void itsOffersSayWhatWasAgreed() {
        CatalogueHistory history = agreeing(AgreementTerms.builder()
                .with(OwnOffers.YES)
                .withSchemes("OTHER")
                .withClassifications(Classification.REWARD_BEHAVIOR)
                .withTypes("REWARD_BEHAVIOR")
                .withSpendMethods(SpendMethod.SPEND_INSTANTLY));
        assertThat(refusal(history.offers(NORA).create(own()))).isEqualTo("""
                        offers[OWN].scheme: The scheme (CLUB) is not one of [OTHER], to which the merchant of unit (U1) has agreed.
                        offers[OWN].classification: The classification (INCREASE_REVENUE_TRANSACTION_BASED) is not one of [REWARD_BEHAVIOR], to which the merchant of unit (U1) has agreed.
                        offers[OWN].type: The type (INCREASE_REVENUE_TRANSACTION_BASED) is not one of [REWARD_BEHAVIOR], to which the merchant of unit (U1) has agreed.
                        offers[OWN].spendMethod: The spend method (SPEND_ON_REQUEST) is not one of [SPEND_INSTANTLY], to which the merchant of unit (U1) has agreed.""");
    }

    @Test
    void whereItWasAgreedTheOwnerApproves() {
        CatalogueHistory created = agreeing(AgreementTerms.builder().with(OwnOffers.WITH_APPROVAL))
                .offers(NORA)
                .create(own())
                .orElseThrow();
        assertThat(refusal(created.offers(NORA).activate("OWN")))
                .isEqualTo("offers[OWN]: The offer (OWN) needs the approval of the owner of the programme. Submit it.");
        CatalogueHistory submitted =
                created.offers(NORA).submitForApproval("OWN").orElseThrow();
        assertThat(submitted.offer("OWN").orElseThrow().state()).isEqualTo(OfferState.PENDING_APPROVAL);
        assertThat(refusal(submitted.offers(NORA).approve("OWN")))
                .isEqualTo("offers[OWN]: The user (nora) must not decide on offer (OWN); that is for the owner of the"
                        + " programme.");
        CatalogueHistory rejected =
                submitted.offers(ANNA).reject("OWN", "Too dear.").orElseThrow();
        assertThat(last(rejected).reason()).isEqualTo("Too dear.");
        CatalogueHistory approved = submitted.offers(ANNA).approve("OWN").orElseThrow();
        assertThat(approved.offer("OWN").orElseThrow().state()).isEqualTo(OfferState.EFFECTIVE);
        assertThat(last(approved).action()).isEqualTo(Action.APPROVED);
    }

    @Test
    void anOfferOfTheOwnerNeedsNobodysApproval() {
        CatalogueHistory created = agreeing(AgreementTerms.builder().with(OwnOffers.WITH_APPROVAL))
                .offers(ANNA)
                .create(own())
                .orElseThrow();
        assertThat(created.offers(ANNA).activate("OWN")).isInstanceOf(Change.Changed.class);
    }

    @Test
    void whatWasEffectiveOnceStaysWhenTheMerchantMayNoMore() {
        CatalogueHistory stopped = agreeing(AgreementTerms.builder().with(OwnOffers.YES))
                .offers(NORA)
                .create(own())
                .orElseThrow()
                .offers(NORA)
                .activate("OWN")
                .orElseThrow()
                .offers(NORA)
                .deactivate("OWN")
                .orElseThrow();
        Change changed = stopped.agreements(ANNA)
                .edit(Agreement.ofUnit("A", "U1", AgreementTerms.builder().build()));
        assertThat(changed).isInstanceOf(Change.Changed.class);
        assertThat(refusal(changed.orElseThrow().offers(NORA).activate("OWN"))).contains("may not define offers");
    }

    @Test
    void ownersOfGroupsWithoutAgreementsAreAsBefore() {
        Offer everywhere = own(Set.of(), Set.of());
        CatalogueHistory history = CatalogueHistory.of(Programmes.with());
        assertThat(history.offers(NORA).create(everywhere)).isInstanceOf(Change.Changed.class);
        Programme stopped = Programmes.with().toBuilder()
                .withAgreements(List.of(
                        Agreement.ofGroup("A", "NORTH", AgreementTerms.UNSAID).with(AgreementState.NOT_EFFECTIVE)))
                .build();
        assertThat(CatalogueHistory.of(stopped).offers(NORA).create(everywhere)).isInstanceOf(Change.Changed.class);
    }

    @Test
    void itsUsersSeeItsOffers() {
        Programme programme = agreeing(AgreementTerms.builder().with(OwnOffers.YES))
                .offers(NORA)
                .create(own().toBuilder()
                        .withOwnership(new Ownership("NORTH", Privacy.OWNER))
                        .build())
                .orElseThrow()
                .current();
        assertThat(Viewer.of("NORTH").offersOf(programme)).hasSize(1);
        assertThat(Viewer.PUBLIC.offersOf(programme)).isEmpty();
    }
}
