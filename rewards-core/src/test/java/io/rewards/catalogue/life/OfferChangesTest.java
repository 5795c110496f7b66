package io.rewards.catalogue.life;

import static io.rewards.catalogue.Programmes.eur;
import static io.rewards.catalogue.life.CatalogueLife.ANNA;
import static io.rewards.catalogue.life.CatalogueLife.BORIS;
import static io.rewards.catalogue.life.CatalogueLife.MONDAY;
import static io.rewards.catalogue.life.CatalogueLife.annaLater;
import static io.rewards.catalogue.life.CatalogueLife.draft;
import static io.rewards.catalogue.life.CatalogueLife.effective;
import static io.rewards.catalogue.life.CatalogueLife.history;
import static io.rewards.catalogue.life.CatalogueLife.historyWithApprover;
import static io.rewards.catalogue.life.CatalogueLife.last;
import static io.rewards.catalogue.life.CatalogueLife.offer;
import static io.rewards.catalogue.life.CatalogueLife.pending;
import static io.rewards.catalogue.life.CatalogueLife.refusal;
import static io.rewards.catalogue.life.CatalogueLife.stopped;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.Percentage;
import io.rewards.catalogue.AllowedContent;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardHandling;
import io.rewards.catalogue.AwardKind;
import io.rewards.catalogue.Category;
import io.rewards.catalogue.Marketing;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferState;
import io.rewards.catalogue.OfferTemplate;
import io.rewards.catalogue.OfferType;
import io.rewards.catalogue.Ownership;
import io.rewards.catalogue.Part;
import io.rewards.catalogue.PartKind;
import io.rewards.catalogue.Privacy;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Programmes;
import io.rewards.catalogue.ReturnPolicy;
import io.rewards.catalogue.RewardsDefinition;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.Terms;
import io.rewards.organisation.Segment;
import io.rewards.organisation.SegmentEntity;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OfferChangesTest {

    private static final Predicate<String> NO_TRANSACTIONS = Set.<String>of()::contains;
    private static final Marketing POSTER = new Marketing("poster.png", "", "#FFAA00", "Sun", "Sun and sea");

    // Create

    @Test
    void aNewOfferIsNotEffectiveWhateverTheDraftSays() {
        CatalogueHistory created = history().offers(ANNA).create(effective()).orElseThrow();

        assertThat(offer(created, "SUMMER").state()).isEqualTo(OfferState.NOT_EFFECTIVE);
        assertThat(offer(created, "SUMMER").latestEffectiveDate()).isEmpty();
        assertThat(last(created))
                .isEqualTo(new LogEntry(
                        "v+1", MONDAY, "anna", Action.CREATED, new Subject(PartKind.OFFER, "SUMMER"), List.of(), ""));
    }

    @Test
    void aDraftWithoutANumberGetsTheNextOne() {
        CatalogueHistory seven = history(Programmes.any(7, "SEVEN").build());
        CatalogueHistory created =
                seven.offers(ANNA).create(numbered("NEXT", 0)).orElseThrow();
        assertThat(offer(created, "NEXT").number()).isEqualTo(8);
        assertThat(offer(history().offers(ANNA).create(numbered("FIRST", -5)).orElseThrow(), "FIRST")
                        .number())
                .isEqualTo(1);
    }

    @Test
    void aNumberThatNobodyHadCanBeChosen() {
        CatalogueHistory created =
                history(effective()).offers(ANNA).create(numbered("FAR", 99)).orElseThrow();
        assertThat(offer(created, "FAR").number()).isEqualTo(99);
    }

    @Test
    void theNumberOfADeletedOfferIsNotUsedAgain() {
        CatalogueHistory deleted = history(draft())
                .offers(ANNA)
                .create(numbered("TWO", 0))
                .orElseThrow()
                .offers(ANNA)
                .delete("TWO", NO_TRANSACTIONS)
                .orElseThrow();

        assertThat(refusal(deleted.offers(ANNA).create(numbered("THREE", 2))))
                .isEqualTo("offers[THREE].number: The number (2) was already given to an offer."
                        + " Leave it out to get the next.");
        assertThat(offer(deleted.offers(ANNA).create(numbered("THREE", 0)).orElseThrow(), "THREE")
                        .number())
                .isEqualTo(3);
    }

    @Test
    void theNumberOfALivingOfferIsNotUsedAgain() {
        assertThat(refusal(history(effective()).offers(ANNA).create(numbered("OTHER", 1))))
                .contains("The number (1) was already given");
    }

    @Test
    void theCodeOfALivingOfferIsTaken() {
        assertThat(refusal(history(effective()).offers(ANNA).create(numbered("SUMMER", 0))))
                .contains("The code (SUMMER) already belongs to another offer.");
    }

    @Test
    void theNameOfALivingOfferIsTaken() {
        Offer sameName = numbered("OTHER", 0).toBuilder().withName("Summer").build();
        assertThat(refusal(history(effective()).offers(ANNA).create(sameName)))
                .isEqualTo("offers[OTHER].name: The name (Summer) already belongs to offer (SUMMER).");
    }

    @Test
    void theCodeOfADeletedOfferThatWasEffectiveIsNotUsedAgain() {
        CatalogueHistory deleted = history(stopped())
                .offers(ANNA)
                .delete("SUMMER", NO_TRANSACTIONS)
                .orElseThrow();
        assertThat(refusal(deleted.offers(ANNA).create(numbered("SUMMER", 0))))
                .contains("The code (SUMMER) belonged to an offer that was effective");
    }

    @Test
    void theCodeOfADeletedOfferThatNeverWasEffectiveIsFree() {
        CatalogueHistory deleted =
                history(draft()).offers(ANNA).delete("SUMMER", NO_TRANSACTIONS).orElseThrow();
        assertThat(offer(deleted.offers(ANNA).create(numbered("SUMMER", 0)).orElseThrow(), "SUMMER")
                        .number())
                .isEqualTo(2);
    }

    @Test
    void anOfferMustHaveATypeOfItsClassification() {
        Offer wrong =
                numbered("WRONG", 0).toBuilder().withType("REWARD_BEHAVIOR").build();
        assertThat(refusal(history().offers(ANNA).create(wrong)))
                .contains("The type (REWARD_BEHAVIOR) is for REWARD_BEHAVIOR, the offer is INCREASE_REVENUE");
    }

    @Test
    void anOfferMustHaveATypeOfTheProgramme() {
        Offer wrong = numbered("WRONG", 0).toBuilder().withType("NOWHERE").build();
        assertThat(refusal(history().offers(ANNA).create(wrong))).contains("The offer type (NOWHERE) is not in");
    }

    @Test
    void anOfferMustHaveACategoryThatItsTypeAllows() {
        CatalogueHistory narrow = history()
                .part(Part.CATEGORIES, ANNA)
                .add(new Category("OTHER", "Other", ""))
                .orElseThrow()
                .part(Part.OFFER_TYPES, ANNA)
                .edit(new OfferType(
                        "INCREASE_REVENUE_TRANSACTION_BASED",
                        "Revenue",
                        draft().classification(),
                        Set.of("LOYALTY"),
                        Optional.empty()))
                .orElseThrow();
        Offer allowed = numbered("A", 0).toBuilder().withCategory("LOYALTY").build();
        Offer forbidden = numbered("A", 0).toBuilder().withCategory("OTHER").build();

        assertThat(narrow.offers(ANNA).create(allowed)).isInstanceOf(Change.Changed.class);
        assertThat(refusal(narrow.offers(ANNA).create(forbidden)))
                .contains("The category (OTHER) is not one of [LOYALTY]");
    }

    @Test
    void anOfferMustHaveATypeThatTheActiveRewardsDefinitionAllows() {
        CatalogueHistory gifts = history()
                .part(Part.REWARDS_DEFINITIONS, ANNA)
                .add(new RewardsDefinition("Y24", "2024", true, Set.of("JUST_MONEY")))
                .orElseThrow();
        String notAllowed = "The type (INCREASE_REVENUE_TRANSACTION_BASED) is not one of [JUST_MONEY], which the active"
                + " rewards definition (Y24) allows.";
        assertThat(refusal(gifts.offers(ANNA).create(numbered("A", 0)))).isEqualTo("offers[A].type: " + notAllowed);
        CatalogueHistory over = gifts.part(Part.REWARDS_DEFINITIONS, ANNA)
                .edit(new RewardsDefinition("Y24", "2024", false, Set.of("JUST_MONEY")))
                .orElseThrow();
        assertThat(over.offers(ANNA).create(numbered("A", 0))).isInstanceOf(Change.Changed.class);
    }

    @Test
    void aRewardsDefinitionIsNotActiveWhileAnEffectiveOfferIsOfAnotherType() {
        RewardsDefinition gifts = new RewardsDefinition("Y24", "2024", true, Set.of("JUST_MONEY"));
        assertThat(refusal(history(effective())
                        .part(Part.REWARDS_DEFINITIONS, ANNA)
                        .add(gifts)))
                .startsWith("offers[SUMMER].type: The type (INCREASE_REVENUE_TRANSACTION_BASED) is not one of");
        CatalogueHistory kept = history(stopped())
                .part(Part.REWARDS_DEFINITIONS, ANNA)
                .add(gifts)
                .orElseThrow();
        assertThat(refusal(kept.offers(annaLater(1)).activate("SUMMER")))
                .startsWith("offers[SUMMER].type: The type (INCREASE_REVENUE_TRANSACTION_BASED) is not one of");
    }

    @Test
    void aTypeOfARewardsDefinitionCannotBeDeleted() {
        CatalogueHistory used = history()
                .part(Part.REWARDS_DEFINITIONS, ANNA)
                .add(new RewardsDefinition("Y24", "2024", false, Set.of("JUST_MONEY")))
                .orElseThrow();
        assertThat(refusal(used.part(Part.OFFER_TYPES, ANNA).delete("JUST_MONEY")))
                .contains("The offer type (JUST_MONEY) is used by rewards definition (Y24)");
    }

    @Test
    void anOfferMustSayWhatItsTypeAllows() {
        CatalogueHistory rates = history()
                .part(Part.OFFER_TYPES, ANNA)
                .edit(new OfferType(
                        "INCREASE_REVENUE_TRANSACTION_BASED",
                        "Revenue",
                        draft().classification(),
                        Set.of(),
                        Optional.empty(),
                        new AllowedContent(Optional.of(Set.of(AwardKind.RATE)), Optional.empty(), Optional.empty())))
                .orElseThrow();
        assertThat(refusal(rates.offers(ANNA).create(numbered("A", 0))))
                .contains("The award (amount) is not one of [rate]");
    }

    @Test
    void everyProblemOfAnOfferIsToldAtOnce() {
        Offer wrong = numbered("WRONG", 0).toBuilder()
                .withScheme("NOWHERE")
                .withType("NOTHING")
                .withCategory("NONE")
                .build();
        assertThat(refusal(history().offers(ANNA).create(wrong)))
                .contains("offers[WRONG].scheme")
                .contains("offers[WRONG].type")
                .contains("offers[WRONG].category");
    }

    @Test
    void aNewOfferBelongsToTheGroupOfItsAuthor() {
        Author north = new Author("nora", "NORTH", MONDAY);
        Offer hidden = numbered("HIDDEN", 0).toBuilder()
                .withOwnership(new Ownership("", Privacy.OWNER))
                .build();
        Offer given = numbered("GIVEN", 0).toBuilder()
                .withOwnership(new Ownership("ALL", Privacy.PUBLIC))
                .build();
        CatalogueHistory created = history()
                .offers(north)
                .create(hidden)
                .orElseThrow()
                .offers(north)
                .create(given)
                .orElseThrow();

        assertThat(offer(created, "HIDDEN").ownership()).isEqualTo(new Ownership("NORTH", Privacy.OWNER));
        assertThat(offer(created, "GIVEN").ownership()).isEqualTo(new Ownership("ALL", Privacy.PUBLIC));
    }

    // Templates

    @Test
    void anOfferIsMadeFromATemplateAndMayOverrideTheRest() {
        CatalogueHistory saved = history(effective())
                .offers(ANNA)
                .saveAsTemplate("SUMMER", "SEASON", "Season")
                .orElseThrow();
        OfferTemplate template = saved.current().templates().get(0);
        assertThat(template.active()).isTrue();
        assertThat(last(saved).subject()).isEqualTo(new Subject(PartKind.TEMPLATE, "SEASON"));

        Offer winter = template.draft("WINTER", "Winter").toBuilder()
                .withAward(new Award.FixedAmount(eur("2.00")))
                .build();
        CatalogueHistory created = saved.offers(ANNA).create(winter).orElseThrow();

        assertThat(offer(created, "WINTER"))
                .isEqualTo(winter.toBuilder().withNumber(2).build());
        assertThat(offer(created, "WINTER").template()).isEqualTo("SEASON");
        assertThat(offer(created, "WINTER").state()).isEqualTo(OfferState.NOT_EFFECTIVE);
        assertThat(offer(created, "WINTER").terms()).isEqualTo(effective().terms());
        assertThat(offer(created, "SUMMER")).isEqualTo(effective());
    }

    @Test
    void aTemplateThatIsNotActiveCannotBeUsed() {
        CatalogueHistory saved = history(effective())
                .offers(ANNA)
                .saveAsTemplate("SUMMER", "SEASON", "Season")
                .orElseThrow();
        OfferTemplate template = saved.current().templates().get(0);
        CatalogueHistory shelved = saved.part(Part.TEMPLATES, ANNA)
                .edit(new OfferTemplate("SEASON", "Season", false, template.content()))
                .orElseThrow();
        assertThat(refusal(shelved.offers(ANNA).create(template.draft("WINTER", "Winter"))))
                .contains("The template (SEASON) is not an active template");
    }

    @Test
    void aTemplateThatDoesNotExistCannotBeUsed() {
        Offer draft = numbered("WINTER", 0).toBuilder().withTemplate("NONE").build();
        assertThat(refusal(history().offers(ANNA).create(draft)))
                .contains("The template (NONE) is not an active template");
    }

    @Test
    void codeAndNameOfATemplateAreUnique() {
        CatalogueHistory saved = history(effective())
                .offers(ANNA)
                .saveAsTemplate("SUMMER", "SEASON", "Season")
                .orElseThrow();
        assertThat(refusal(saved.offers(ANNA).saveAsTemplate("SUMMER", "SEASON", "Other")))
                .contains("The code (SEASON) already belongs to another template.");
        assertThat(refusal(saved.offers(ANNA).saveAsTemplate("SUMMER", "OTHER", "Season")))
                .contains("The name (Season) already belongs to template (SEASON).");
        assertThat(refusal(saved.offers(ANNA).saveAsTemplate("NOBODY", "OTHER", "Other")))
                .contains("There is no offer (NOBODY)");
    }

    // Edit

    static Stream<UnaryOperator<Offer.Builder>> whatMayAlwaysChange() {
        return Stream.of(
                offer -> offer.withDescription("New"),
                offer -> offer.withCategory("LOYALTY"),
                offer -> offer.withMarketing(POSTER));
    }

    static Stream<UnaryOperator<Offer.Builder>> whatMayChangeWhileNotEffective() {
        return Stream.of(
                offer -> offer.withName("New name"),
                offer -> offer.withOnlyIfBest(true),
                offer -> offer.withSpendMethod(SpendMethod.SPEND_INSTANTLY),
                offer -> offer.withHandling(AwardHandling.DEFAULT.with(ReturnPolicy.KEEP_THE_DEAL)),
                offer -> offer.withHandling(AwardHandling.DEFAULT.withConfirmation(true)),
                offer -> offer.withAwardValidityOfScheme(),
                offer -> offer.withTerms(new Terms.TransactionRevenue(eur("5.00"), Optional.empty())),
                offer -> offer.withAward(new Award.PercentageOfPurchase(Percentage.of("3"))));
    }

    @ParameterizedTest
    @MethodSource("whatMayAlwaysChange")
    void theseFieldsMayChangeInEveryState(UnaryOperator<Offer.Builder> edit) {
        for (Offer offer : List.of(effective(), stopped(), draft(), pending())) {
            Offer edited = edit.apply(offer.toBuilder()).build();
            CatalogueHistory changed = historyWithApprover("boris", offer)
                    .offers(ANNA)
                    .edit(edited)
                    .orElseThrow();
            assertThat(offer(changed, "SUMMER")).isEqualTo(edited);
        }
    }

    @ParameterizedTest
    @MethodSource("whatMayChangeWhileNotEffective")
    void theseFieldsMayChangeOnlyWhileNotEffective(UnaryOperator<Offer.Builder> edit) {
        for (Offer offer : List.of(stopped(), draft())) {
            Offer edited = edit.apply(offer.toBuilder()).build();
            CatalogueHistory changed = history(offer).offers(ANNA).edit(edited).orElseThrow();
            assertThat(offer(changed, "SUMMER")).isEqualTo(edited);
        }
        for (Offer offer : List.of(effective(), pending())) {
            Offer edited = edit.apply(offer.toBuilder()).build();
            assertThat(refusal(historyWithApprover("boris", offer).offers(ANNA).edit(edited)))
                    .contains("cannot change while the offer is " + offer.state());
        }
    }

    @Test
    void everyFieldThatWasEditedTooEarlyIsTold() {
        Offer edited = effective().toBuilder()
                .withName("New")
                .withOnlyIfBest(true)
                .withDescription("New")
                .build();
        assertThat(refusal(history(effective()).offers(ANNA).edit(edited)).lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("offers[SUMMER].name:"))
                .anyMatch(line -> line.startsWith("offers[SUMMER].onlyIfBest:"));
    }

    @Test
    void theClassificationNeverChanges() {
        Offer edited = draft().toBuilder()
                .withTerms(new Terms.Referrals())
                .withType("REWARD_REFERRALS")
                .build();
        assertThat(refusal(history(draft()).offers(ANNA).edit(edited)))
                .isEqualTo("offers[SUMMER].classification: The classification"
                        + " (INCREASE_REVENUE_TRANSACTION_BASED) of an offer never changes.");
    }

    @Test
    void theDenominationOfAnAwardStaysOnceTheOfferWasEffective() {
        Award points = new Award.FixedAmount(Amount.parse("5 PTS"));
        var settings = history().current().settings().withPoints(List.of(new Denomination("PTS", 0)));
        CatalogueHistory stopped =
                history(stopped()).withSettings(settings, ANNA).orElseThrow();
        assertThat(refusal(stopped.offers(ANNA)
                        .edit(stopped().toBuilder().withAward(points).build())))
                .isEqualTo(
                        "offers[SUMMER].award: The offer (SUMMER) has awarded in EUR and cannot award in PTS: its limits"
                                + " and returns are in EUR. Give the new offer a code of its own.");
        CatalogueHistory draft = history(draft()).withSettings(settings, ANNA).orElseThrow();
        draft.offers(ANNA).edit(draft().toBuilder().withAward(points).build()).orElseThrow();
    }

    @Test
    void numberStateDateTemplateAndOwnershipAreNotEdited() {
        for (Offer edited : List.of(
                draft().toBuilder().withNumber(2).build(),
                draft().with(OfferState.PENDING_APPROVAL),
                draft().activated(MONDAY).deactivated(),
                draft().toBuilder().withTemplate("T").build(),
                draft().toBuilder()
                        .withOwnership(new Ownership("ALL", Privacy.OWNER))
                        .build())) {
            assertThat(refusal(history(draft()).offers(ANNA).edit(edited)))
                    .contains("is not changed by editing an offer");
        }
        assertThat(refusal(history(effective())
                        .offers(ANNA)
                        .edit(effective().toBuilder().withNumber(2).build())))
                .hasLineCount(1);
    }

    @Test
    void aCodeNeverChanges() {
        assertThat(refusal(history(draft()).offers(ANNA).edit(numbered("WINTER", 1))))
                .isEqualTo("offers[WINTER]: There is no offer (WINTER). A code never changes.");
    }

    @Test
    void anEditThatSaysNothingNewIsRefused() {
        assertThat(refusal(history(draft()).offers(ANNA).edit(draft()))).contains("is already like that");
    }

    @Test
    void anEditThatMakesTheProgrammeInvalidIsRefused() {
        Offer edited = effective().toBuilder().withCategory("NOWHERE").build();
        assertThat(refusal(history(effective()).offers(ANNA).edit(edited)))
                .contains("The category (NOWHERE) is not in the programme");
    }

    @Test
    void theLogSaysWhatAnEditChanged() {
        Offer edited = draft().toBuilder()
                .withName("Late summer")
                .withAward(new Award.FixedAmount(eur("2.50")))
                .withMarketing(POSTER)
                .build();
        CatalogueHistory changed = history(draft()).offers(ANNA).edit(edited).orElseThrow();
        assertThat(last(changed).details())
                .containsExactly(
                        "name: Summer -> Late summer",
                        "award.amount: 1.00 EUR -> 2.50 EUR",
                        "marketing.image: (none) -> poster.png",
                        "marketing.backgroundColour: (none) -> #FFAA00",
                        "marketing.shortDescription: (none) -> Sun",
                        "marketing.longDescription: (none) -> Sun and sea");
    }

    @Test
    void theFieldsThatAreNamedExist() {
        List<String> fields = Arrays.stream(Offer.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        assertThat(fields).containsAll(OfferChanges.ALWAYS_EDITABLE).containsAll(OfferChanges.NEVER_EDITABLE);
    }

    @Test
    void anOfferIsAssignedInEveryState() {
        Ownership north = new Ownership("NORTH", Privacy.COLLABORATORS);
        for (Offer offer : List.of(effective(), stopped(), pending())) {
            CatalogueHistory assigned = historyWithApprover("boris", offer)
                    .offers(ANNA)
                    .assign("SUMMER", north)
                    .orElseThrow();
            assertThat(offer(assigned, "SUMMER").ownership()).isEqualTo(north);
            assertThat(last(assigned).action()).isEqualTo(Action.ASSIGNED);
        }
    }

    @Test
    void anOfferIsNotAssignedToAGroupThatDoesNotExist() {
        assertThat(refusal(history(effective()).offers(ANNA).assign("SUMMER", new Ownership("NOWHERE", Privacy.OWNER))))
                .contains("The group (NOWHERE) is not in the programme");
    }

    // Activate and deactivate

    @Test
    void anActivatedOfferIsEffectiveFromThatInstant() {
        CatalogueHistory active =
                history(stopped()).offers(annaLater(5)).activate("SUMMER").orElseThrow();
        assertThat(offer(active, "SUMMER").state()).isEqualTo(OfferState.EFFECTIVE);
        assertThat(offer(active, "SUMMER").latestEffectiveDate()).contains(MONDAY.plusSeconds(5 * 3600));
        assertThat(last(active).details())
                .containsExactly(
                        "state: NOT_EFFECTIVE -> EFFECTIVE",
                        "latestEffectiveDate: 2024-01-01T00:00:00Z -> 2024-06-03T14:00:00Z");
    }

    @Test
    void aDeactivatedOfferKeepsTheDateOfItsLastActivation() {
        CatalogueHistory stopped =
                history(effective()).offers(ANNA).deactivate("SUMMER").orElseThrow();
        assertThat(offer(stopped, "SUMMER")).isEqualTo(stopped());
    }

    @Test
    void anOfferIsNotActivatedWhereItMustBeApproved() {
        assertThat(refusal(historyWithApprover("boris", draft()).offers(BORIS).activate("SUMMER")))
                .contains("needs the approval of user (boris)");
    }

    // Approval

    @Test
    void aSubmittedOfferWaitsAndItsApproverIsTold() {
        Change change = historyWithApprover("boris", draft()).offers(ANNA).submitForApproval("SUMMER");
        assertThat(((Change.Changed) change).tell()).contains("boris");
        assertThat(offer(change.orElseThrow(), "SUMMER")).isEqualTo(pending());
        assertThat(last(change.orElseThrow()).action()).isEqualTo(Action.SUBMITTED);
    }

    @Test
    void onlyASubmissionTellsTheApprover() {
        CatalogueHistory history = historyWithApprover("boris", pending());
        for (Change change : List.of(
                history.offers(BORIS).approve("SUMMER"),
                history.offers(BORIS).reject("SUMMER", "Too dear"),
                history.offers(ANNA).withdraw("SUMMER"))) {
            assertThat(((Change.Changed) change).tell()).isEmpty();
        }
    }

    @Test
    void anOfferIsNotSubmittedWhereNobodyApproves() {
        assertThat(refusal(history(draft()).offers(ANNA).submitForApproval("SUMMER")))
                .contains("no user who approves offers");
    }

    @Test
    void anApprovedOfferIsEffectiveFromThatInstant() {
        CatalogueHistory approved = historyWithApprover("anna", pending())
                .offers(annaLater(1))
                .approve("SUMMER")
                .orElseThrow();
        assertThat(offer(approved, "SUMMER")).isEqualTo(draft().activated(MONDAY.plusSeconds(3600)));
        assertThat(last(approved).action()).isEqualTo(Action.APPROVED);
    }

    @Test
    void onlyTheApproverDecides() {
        CatalogueHistory history = historyWithApprover("boris", pending());
        assertThat(refusal(history.offers(ANNA).approve("SUMMER")))
                .contains("The user (anna) must not decide on offer (SUMMER); that is for user (boris).");
        assertThat(refusal(history.offers(ANNA).reject("SUMMER", "No"))).contains("that is for user (boris)");
        assertThat(refusal(history(pending()).offers(ANNA).approve("SUMMER"))).contains("nobody at present");
    }

    @Test
    void aRejectedOfferIsNotEffectiveAndTheLogSaysWhy() {
        CatalogueHistory rejected = historyWithApprover("boris", pending())
                .offers(BORIS)
                .reject("SUMMER", "Too dear")
                .orElseThrow();
        assertThat(offer(rejected, "SUMMER")).isEqualTo(draft());
        assertThat(last(rejected).reason()).isEqualTo("Too dear");
        assertThat(last(rejected).action()).isEqualTo(Action.REJECTED);
    }

    @Test
    void aRejectionNeedsAReason() {
        assertThat(refusal(historyWithApprover("boris", pending()).offers(BORIS).reject("SUMMER", "  ")))
                .contains("must give a reason");
    }

    @Test
    void aSubmittedOfferCanBeTakenBackAlsoWhenTheApproverIsGone() {
        CatalogueHistory gone =
                history(pending()).offers(ANNA).withdraw("SUMMER").orElseThrow();
        assertThat(offer(gone, "SUMMER")).isEqualTo(draft());
        assertThat(last(gone).action()).isEqualTo(Action.WITHDRAWN);
    }

    @ParameterizedTest
    @EnumSource(OfferState.class)
    void everyActionStartsFromOneState(OfferState state) {
        Offer offer = effective().with(state);
        CatalogueHistory free = history(offer);
        CatalogueHistory approved = historyWithApprover("anna", offer);
        boolean not = state == OfferState.NOT_EFFECTIVE;
        boolean pending = state == OfferState.PENDING_APPROVAL;

        assertThat(isChanged(free.offers(ANNA).activate("SUMMER"))).isEqualTo(not);
        assertThat(isChanged(approved.offers(ANNA).submitForApproval("SUMMER"))).isEqualTo(not);
        assertThat(isChanged(approved.offers(ANNA).approve("SUMMER"))).isEqualTo(pending);
        assertThat(isChanged(approved.offers(ANNA).reject("SUMMER", "No"))).isEqualTo(pending);
        assertThat(isChanged(approved.offers(ANNA).withdraw("SUMMER"))).isEqualTo(pending);
        assertThat(isChanged(free.offers(ANNA).deactivate("SUMMER"))).isEqualTo(state == OfferState.EFFECTIVE);
        assertThat(isChanged(free.offers(ANNA).delete("SUMMER", NO_TRANSACTIONS)))
                .isEqualTo(not);
    }

    // Delete

    @Test
    void anOfferWithTransactionsIsNotDeleted() {
        CatalogueHistory history = history(stopped());
        assertThat(refusal(history.offers(ANNA).delete("SUMMER", "SUMMER"::equals)))
                .contains("has award or spend transactions");
        assertThat(isChanged(history.offers(ANNA).delete("SUMMER", "WINTER"::equals)))
                .isTrue();
    }

    @Test
    void anOfferThatASegmentNamesIsNotDeleted() {
        Segment spenders =
                new Segment("BUYERS", "Buyers", SegmentEntity.SPEND_TRANSACTION, Set.of("SUMMER"), Set.of(), Set.of());
        CatalogueHistory history =
                history(stopped()).part(Part.SEGMENTS, ANNA).add(spenders).orElseThrow();
        assertThat(refusal(history.offers(ANNA).delete("SUMMER", NO_TRANSACTIONS)))
                .isEqualTo("offers[SUMMER]: The offer (SUMMER) is used by segment (BUYERS);"
                        + " it cannot be deleted while it is.");
    }

    @Test
    void theLogOfADeletedOfferRemains() {
        CatalogueHistory deleted = history()
                .offers(ANNA)
                .create(draft())
                .orElseThrow()
                .offers(ANNA)
                .delete("SUMMER", NO_TRANSACTIONS)
                .orElseThrow();
        assertThat(deleted.current().offers()).isEmpty();
        assertThat(deleted.log(PartKind.OFFER, "SUMMER"))
                .extracting(LogEntry::action)
                .containsExactly(Action.CREATED, Action.DELETED);
        assertThat(deleted.version("v+1").map(Programme::offers).orElseThrow()).hasSize(1);
    }

    private static boolean isChanged(Change change) {
        return change instanceof Change.Changed;
    }

    private static Offer numbered(String code, long number) {
        return effective().draft(code, code).toBuilder().withNumber(number).build();
    }
}
