package io.rewards.catalogue;

import static io.rewards.catalogue.Programmes.any;
import static io.rewards.catalogue.Programmes.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.Percentage;
import io.rewards.attribute.AttributeValue;
import io.rewards.attribute.Attributes;
import io.rewards.organisation.UnitGroup;
import io.rewards.problem.InvalidInputException;
import io.rewards.problem.Problem;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Domain 2.2, 3.9: what a programme must not say. */
class ProgrammeCheckTest {

    private static final TimeSpan MONTH = new TimeSpan(1, SpanUnit.MONTHS);

    @Test
    void aProgrammeWithoutMistakesIsTaken() {
        assertThat(problems(Programmes.with(any(1, "A").build(), any(2, "B").build())))
                .isEmpty();
    }

    @Test
    void everythingIsToldAtOnce() {
        Offer offer = any(0, "A B")
                .withCategory("NONE")
                .withConditions(AwardConditions.builder()
                        .withUnits(Set.of("U9"))
                        .withSegmentsExcluded(Set.of("X"))
                        .withTiers(Set.of("TIN"))
                        .build())
                .withAttributes(new Attributes(Map.of("colour", new AttributeValue.Text("red"))))
                .build();
        assertThat(problems(Programmes.with(offer)))
                .containsExactly(
                        "offers[A B].number: The number (0) must be above 0.",
                        "offers[A B].code: The code (A B) must be 1 to 60 letters, digits, dots, dashes or underscores.",
                        "offers[A B].category: The category (NONE) is not in the programme; it has [LOYALTY].",
                        "offers[A B].conditions.segmentsExcluded: The segment (X) is not in the programme; it has [VIP].",
                        "offers[A B].conditions.units: The unit (U9) is not in the programme; it has [U1, U2].",
                        "offers[A B].conditions.tiers: The tier (TIN) is not in the programme; it has [GOLD].",
                        "offers[A B].attributes.colour: The attribute (colour) with a value of type TEXT is not declared"
                                + " for OFFER.");
        assertThatThrownBy(() -> Catalogue.of(Programmes.with(offer)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(
                        "7 problems in programme Test, nothing was used:\nprogramme Test: offers[A B].number");
    }

    @Test
    void numbersNamesAndCodesAreUnique() {
        assertThat(problems(Programmes.with(
                        any(1, "A").build(),
                        any(1, "B").withName("A").build(),
                        any(2, "A").withName("C").build())))
                .containsExactly(
                        "offers[A]: The code (A) is used twice.",
                        "offers[B].number: The number (1) already belongs to offer (A).",
                        "offers[B].name: The name (A) already belongs to offer (A).");
    }

    @Test
    void aTypeIsForOneClassificationAndSomeCategories() {
        Programme plain = Programmes.with(Offer.builder(
                        1,
                        "A",
                        "CLUB",
                        "UTILISE_FREE_CAPACITY",
                        new Terms.TransactionRevenue(eur("0.00"), Optional.empty()),
                        new Award.FixedAmount(eur("1.00")))
                .build());
        assertThat(problems(plain))
                .singleElement()
                .asString()
                .startsWith("offers[A].type: The type (UTILISE_FREE_CAPACITY)");
    }

    @Test
    void countingOffersAwardNoPercentageOfThePurchase() {
        Award percentage = new Award.PercentageOfPurchase(Percentage.of("10"));
        assertThat(problems(Programmes.with(of(new Terms.CountLoyalty(5, MONTH), percentage))))
                .singleElement()
                .asString()
                .contains("award.percentage")
                .contains("counts purchases or pieces");
        assertThat(problems(Programmes.with(of(new Terms.SpendLoyalty(eur("5.00"), MONTH), percentage))))
                .isEmpty();
    }

    @Test
    void freeCapacityNeedsTimesAndProductOffersNeedProducts() {
        Award award = new Award.FixedAmount(eur("1.00"));
        assertThat(problems(Programmes.with(of(new Terms.FreeCapacity(), award))))
                .containsExactly("offers[A].conditions.times: An offer of UTILISE_FREE_CAPACITY must name weekdays or"
                        + " hours.");
        assertThat(problems(Programmes.with(of(new Terms.ProductRevenue(AwardScope.PER_TRANSACTION), award))))
                .hasSize(1);
        assertThat(problems(Programmes.with(of(new Terms.QuantityLoyalty(5, MONTH), award))))
                .hasSize(1);
    }

    @Test
    void percentagesEndAtTheMaximum() {
        assertThat(problems(Programmes.with(percent("100")))).isEmpty();
        assertThat(problems(Programmes.with(percent("100.000000001"))))
                .containsExactly("offers[A].award.percentage: The percentage (100.000000001 %) is above the maximum"
                        + " (100 %) of the settings.");
    }

    @Test
    void amountsAreInDenominationsOfTheProgramme() {
        Amount dollar = Amount.of("1.00", new Denomination("USD", 2));
        Amount finer = new Amount(new Denomination("EUR", 3), 1000);
        assertThat(problems(Programmes.with(
                        of(new Terms.TransactionRevenue(dollar, Optional.of(dollar)), new Award.FixedAmount(finer)))))
                .hasSize(3)
                .anySatisfy(
                        problem -> assertThat(problem).startsWith("offers[A].award: The denomination (EUR, scale 3)"))
                .anySatisfy(problem -> assertThat(problem).startsWith("offers[A].terms.from: The amount (1.00 USD)"));
    }

    @Test
    void onlyMoneyCanBeSpentInstantly() {
        Denomination pts = new Denomination("PTS", 0);
        Programme plain = Programmes.with(of(
                        new Terms.TransactionRevenue(eur("0.00"), Optional.empty()),
                        new Award.FixedAmount(Amount.of("5", pts)))
                .toBuilder()
                .withSpendMethod(SpendMethod.SPEND_INSTANTLY)
                .build());
        assertThat(problems(plain.toBuilder()
                        .withSettings(plain.settings().withPoints(List.of(pts)))
                        .build()))
                .containsExactly(
                        "offers[A].spendMethod: An award in PTS cannot be spent instantly: a purchase is paid in"
                                + " EUR.");
    }

    @Test
    void anEffectiveOfferSaysSinceWhen() {
        Offer offer = any(1, "A").build();
        Offer odd = new Offer(
                1,
                "A",
                "A",
                "",
                "CLUB",
                offer.type(),
                "",
                OfferState.EFFECTIVE,
                Optional.empty(),
                offer.evaluation(),
                offer.terms(),
                offer.award(),
                offer.spendMethod(),
                false,
                offer.validity(),
                offer.awardValidity(),
                offer.conditions(),
                offer.spendConditions(),
                offer.caps(),
                offer.attributes());
        assertThat(problems(Programmes.with(odd)))
                .containsExactly("offers[A].effectiveSince: An effective offer must say since when it is effective.");
    }

    @Test
    void groupsDoNotLieInsideThemselves() {
        Programme plain = Programmes.with();
        List<UnitGroup> groups = new ArrayList<>(plain.groups());
        groups.add(new UnitGroup("X", "X", "Y"));
        groups.add(new UnitGroup("Y", "Y", "X"));
        groups.add(new UnitGroup("Z", "Z", "X"));
        Programme circle = plain.toBuilder().withGroups(groups).build();
        assertThat(problems(circle))
                .containsExactlyInAnyOrder(
                        "groups[X].parent: The code (X) lies inside itself.",
                        "groups[Y].parent: The code (Y) lies inside itself.");
    }

    @Test
    void aCapIsCountedLikeTheAward() {
        Cap points = Cap.ofAmount(Amount.of("5", new Denomination("PTS", 0)));
        assertThat(problems(Programmes.with(
                        any(1, "A").withCaps(new Caps(points, Cap.NONE)).build())))
                .containsExactly(
                        "offers[A].caps.perParticipant.amount: The cap (5 PTS) must be in EUR, like the award.");
    }

    private static Offer of(Terms terms, Award award) {
        return Offer.builder(1, "A", "CLUB", terms.classification().name(), terms, award)
                .build();
    }

    private static Offer percent(String percentage) {
        return of(
                new Terms.TransactionRevenue(eur("0.00"), Optional.empty()),
                new Award.PercentageOfPurchase(Percentage.of(percentage)));
    }

    private static List<String> problems(Programme programme) {
        return ProgrammeCheck.problems(programme, Set.of()).stream()
                .map(Problem::toString)
                .toList();
    }
}
