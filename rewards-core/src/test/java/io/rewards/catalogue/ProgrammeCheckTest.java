package io.rewards.catalogue;

import static io.rewards.catalogue.Programmes.any;
import static io.rewards.catalogue.Programmes.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.Percentage;
import io.rewards.attribute.AttributeDeclaration;
import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.AttributeType;
import io.rewards.attribute.AttributeValue;
import io.rewards.attribute.Attributes;
import io.rewards.organisation.Product;
import io.rewards.organisation.UnitGroup;
import io.rewards.problem.InvalidInputException;
import io.rewards.problem.Problem;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Domain 2.2, 3.9: what a programme must not say. */
class ProgrammeCheckTest {

    private static final Award FIXED = new Award.FixedAmount(eur("1.00"));
    private static final Terms ANY_PURCHASE = new Terms.TransactionRevenue(eur("0.00"), Optional.empty());
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
                .containsExactlyInAnyOrder(
                        "offers[A B].number: The number (0) must be above 0.",
                        "offers[A B].code: The code (A B) must be 1 to 60 letters, digits, dots, dashes or underscores.",
                        "offers[A B].category: The category (NONE) is not in the programme; it has [LOYALTY]. Add it to categories.",
                        "offers[A B].conditions.segmentsExcluded: The segment (X) is not in the programme; it has [VIP]. Add it to segments.",
                        "offers[A B].conditions.units: The unit (U9) is not in the programme; it has [U1, U2]. Maybe you meant U1.",
                        "offers[A B].conditions.tiers: The tier (TIN) is not in the programme; it has [GOLD]. Add it to tiers.",
                        "offers[A B].attributes.colour: The attribute (colour) with a value of type TEXT is not declared"
                                + " for OFFER.");
        assertThatThrownBy(() -> Catalogue.of(Programmes.with(offer)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(
                        "7 problems in programme Test, nothing was used:\nprogramme Test: offers[A B].");
    }

    @Test
    void numbersNamesAndCodesAreUnique() {
        assertThat(problems(Programmes.with(
                        any(1, "A").build(),
                        any(1, "B").withName("A").build(),
                        any(2, "A").withName("C").build())))
                .containsExactlyInAnyOrder(
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
    void onlyMoneyIsSpentOnAPurchaseWithoutARequest() {
        Map<SpendMethod, String> how = Map.of(
                SpendMethod.SPEND_AUTOMATICALLY, "automatically",
                SpendMethod.SPEND_INSTANTLY_THROUGH_VOUCHER, "through a voucher");
        how.forEach((method, words) -> {
            Offer money = of(new Terms.Referrals(), FIXED).toBuilder()
                    .withSpendMethod(method)
                    .build();
            Offer points = money.toBuilder()
                    .withAward(new Award.FixedAmount(points("5")))
                    .build();
            assertThat(problems(withPoints(money))).isEmpty();
            assertThat(problems(withPoints(points)))
                    .containsExactly("offers[A].spendMethod: An award in PTS cannot be spent " + words
                            + ": a purchase is paid in EUR.");
        });
        assertThat(problems(withPoints(of(new Terms.Referrals(), new Award.FixedAmount(points("5"))))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SPEND_ON_REQUEST, ''",
        "SPEND_AUTOMATICALLY, ''",
        "SPEND_INSTANTLY, instantly",
        "SPEND_INSTANTLY_THROUGH_VOUCHER, through a voucher"
    })
    void whatAwaitsConfirmationIsNotSpentBefore(SpendMethod method, String refused) {
        Offer offer =
                of(ANY_PURCHASE, FIXED).toBuilder().withSpendMethod(method).build();
        assertThat(problems(Programmes.with(offer))).isEmpty();
        List<String> problems = problems(Programmes.with(offer.toBuilder()
                .withHandling(AwardHandling.DEFAULT.withConfirmation(true))
                .build()));
        if (refused.isEmpty()) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems)
                    .containsExactly("offers[A].awaitsConfirmation: An award that awaits confirmation cannot be spent "
                            + refused + ": it can be spent only once the host has confirmed it.");
        }
    }

    @ParameterizedTest
    @EnumSource(SpendMethod.class)
    void onlyADiscountCanBeTooLarge(SpendMethod method) {
        Offer offer = of(ANY_PURCHASE, FIXED).toBuilder()
                .withSpendMethod(method)
                .withHandling(AwardHandling.DEFAULT.with(Excess.KEEP))
                .build();
        List<String> problems = problems(Programmes.with(offer));
        if (method == SpendMethod.SPEND_INSTANTLY) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems)
                    .containsExactly(
                            "offers[A].spendMethod: An award of " + method + " is no discount that could be too"
                                    + " large, as excess says; only one of SPEND_INSTANTLY is.");
        }
    }

    @ParameterizedTest
    @EnumSource(SpendMethod.class)
    void onlyAVoucherIsUsedSeveralTimes(SpendMethod method) {
        Offer offer = of(ANY_PURCHASE, FIXED).toBuilder()
                .withSpendMethod(method)
                .withHandling(AwardHandling.DEFAULT.withPartialVoucher(true))
                .build();
        List<String> problems = problems(Programmes.with(offer));
        if (method == SpendMethod.SPEND_INSTANTLY_THROUGH_VOUCHER) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems)
                    .containsExactly("offers[A].spendMethod: An award of " + method + " has no voucher that could be"
                            + " used several times, as partialVoucher says; only SPEND_INSTANTLY_THROUGH_VOUCHER has.");
        }
    }

    @Test
    void theLeastRequestIsMoneyAboveNothing() {
        assertThat(problems(least(eur("0.01")))).isEmpty();
        assertThat(problems(least(eur("0.00"))))
                .containsExactly("settings.spending.minimumRequest: The minimumRequest (0.00 EUR) must be above 0.");
        assertThat(problems(least(eur("-0.01"))))
                .containsExactly("settings.spending.minimumRequest: The minimumRequest (-0.01 EUR) must be above 0.");
        assertThat(problems(least(points("1"))))
                .containsExactly("settings.spending.minimumRequest: The minimumRequest (1 PTS) must be in EUR, the"
                        + " currency of purchases.");
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
                offer.base(),
                offer.spendMethod(),
                false,
                offer.validity(),
                offer.awardValidity(),
                offer.conditions(),
                offer.spendConditions(),
                offer.caps(),
                offer.contributions(),
                offer.attributes(),
                offer.marketing(),
                offer.ownership(),
                offer.template(),
                offer.handling());
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
        Cap points = Cap.ofAmount(Cap.Of.PARTICIPANT, Amount.of("5", new Denomination("PTS", 0)));
        assertThat(problems(Programmes.with(any(1, "A").withCaps(points).build())))
                .containsExactly("offers[A].caps[0].amount: The cap (5 PTS) must be in EUR, like the award.");
    }

    @Test
    void offersThatAreNotAboutPurchasesAskForNoPurchase() {
        AttributeDeclaration line = new AttributeDeclaration(AttributeOwner.LINE, "weight", AttributeType.WHOLE_NUMBER);
        AttributeDeclaration event = new AttributeDeclaration(AttributeOwner.EVENT, "channel", AttributeType.TEXT);
        AwardConditions asked = AwardConditions.builder()
                .withProducts(ProductSelection.ofProducts("P"))
                .withPaymentMedia(new PaymentMedia(Set.of("VISA"), Set.of()))
                .withAttributes(List.of(
                        new AttributeCondition(
                                line, AttributeCondition.Operator.IS, List.of(new AttributeValue.WholeNumber(1))),
                        new AttributeCondition(
                                event, AttributeCondition.Operator.IS, List.of(new AttributeValue.Text("WEB")))))
                .build();
        Offer referrals = of(new Terms.Referrals(), FIXED).toBuilder()
                .withConditions(asked)
                .build();
        Offer purchases =
                of(ANY_PURCHASE, FIXED).toBuilder().withConditions(asked).build();
        assertThat(problems(withLine(referrals, line, event)))
                .containsExactly(
                        "offers[A].conditions.products: An offer of REWARD_REFERRALS is not about a purchase, so it"
                                + " cannot ask for products.",
                        "offers[A].conditions.paymentMedia: An offer of REWARD_REFERRALS is not about a purchase, so it"
                                + " cannot ask for payment media.",
                        "offers[A].conditions.attributes: An offer of REWARD_REFERRALS is not about a purchase, so it"
                                + " cannot ask for the attribute (line.weight).");
        assertThat(problems(withLine(purchases, line, event))).isEmpty();
    }

    @Test
    void achievementsStatementsAndMeasuresAreDeclared() {
        Programme declared = Programmes.with().toBuilder()
                .withEventClassifications(List.of(new EventClassification("QUIZ", "Quiz")))
                .withKpis(List.of(new Kpi("GROWTH", "Growth", ProductSelection.ALL)))
                .build();
        assertThat(problems(declared.withOffers(List.of(of(achievements("QUIZ"), FIXED)))))
                .isEmpty();
        assertThat(problems(declared.withOffers(List.of(of(achievements("LEVEL"), FIXED)))))
                .containsExactly(
                        "offers[A].terms.achievements: The event classification (LEVEL) is not in the programme;"
                                + " it has [QUIZ]. Add it to"
                                + " eventClassifications.");
        assertThat(problems(declared.withOffers(List.of(of(statements("QUIZ", "GROWTH"), FIXED)))))
                .isEmpty();
        assertThat(problems(declared.withOffers(List.of(of(statements("LEVEL", "LOSS"), FIXED)))))
                .containsExactly(
                        "offers[A].terms.statements: The event classification (LEVEL) is not in the programme;"
                                + " it has [QUIZ]. Add it to"
                                + " eventClassifications.",
                        "offers[A].terms.kpis[1].kpi: The measure (LOSS) is not in the programme; it has [GROWTH]. Add it to kpis.");
    }

    @Test
    void financialAchievementsAreInTheCurrency() {
        Amount dollar = Amount.of("1.00", new Denomination("USD", 2));
        Programme declared = Programmes.with().toBuilder()
                .withEventClassifications(List.of(new EventClassification("QUIZ", "Quiz")))
                .build();
        Terms wrong = new Terms.FinancialAchievements(
                Set.of("QUIZ"), false, AwardLimit.MULTIPLE, dollar, Optional.of(dollar));
        Terms right = new Terms.FinancialAchievements(
                Set.of("QUIZ"), false, AwardLimit.MULTIPLE, eur("1.00"), Optional.of(eur("1.00")));
        assertThat(problems(declared.withOffers(List.of(of(wrong, FIXED)))))
                .extracting(problem -> problem.substring(0, problem.indexOf(':')))
                .containsExactly("offers[A].terms.from", "offers[A].terms.to");
        assertThat(problems(declared.withOffers(List.of(of(right, FIXED))))).isEmpty();
    }

    @Test
    void justMoneyNeedsAPlaceOrASegment() {
        Offer offer = of(new Terms.JustMoney(), FIXED);
        assertThat(problems(Programmes.with(offer)))
                .containsExactly(
                        "offers[A].conditions: An offer of JUST_MONEY must name locations or segmentsIncluded.");
        assertThat(problems(Programmes.with(offer.toBuilder()
                        .withConditions(AwardConditions.builder()
                                .withSegmentsIncluded(Set.of("VIP"))
                                .build())
                        .build())))
                .isEmpty();
        assertThat(problems(Programmes.with(offer.toBuilder()
                        .withConditions(AwardConditions.builder()
                                .withLocations(new Locations(Set.of(), Set.of("Nicosia"), Set.of()))
                                .build())
                        .build())))
                .isEmpty();
        assertThat(problems(Programmes.with(offer.toBuilder()
                        .withConditions(AwardConditions.builder()
                                .withSegmentsExcluded(Set.of("VIP"))
                                .build())
                        .build())))
                .hasSize(1);
    }

    @Test
    void subscriptionsMatureInDaysOrLonger() {
        assertThat(problems(Programmes.with(
                        of(new Terms.SubscriptionMaturity(new TimeSpan(1, SpanUnit.DAYS), 0), FIXED))))
                .isEmpty();
        assertThat(problems(Programmes.with(
                        of(new Terms.SubscriptionMaturity(new TimeSpan(24, SpanUnit.HOURS), 0), FIXED))))
                .containsExactly(
                        "offers[A].terms.period: The period (24 hours) of a subscription must be counted in days"
                                + " or longer.");
    }

    @Test
    void onlyPurchasesHaveAShareAndAreDiscounted() {
        Award share = new Award.PercentageOfPurchase(Percentage.of("10"));
        assertThat(problems(Programmes.with(of(new Terms.Referrals(), share))))
                .containsExactly("offers[A].award.percentage: An offer of REWARD_REFERRALS cannot award a percentage of"
                        + " the purchase, because it is not about a purchase. Award an amount, or a percentage of what"
                        + " was awarded.");
        assertThat(problems(Programmes.with(of(new Terms.Referrals(), FIXED).toBuilder()
                        .withSpendMethod(SpendMethod.SPEND_INSTANTLY)
                        .build())))
                .containsExactly(
                        "offers[A].spendMethod: An award of REWARD_REFERRALS cannot be spent instantly: there is"
                                + " no purchase that it could pay.");
        assertThat(problems(Programmes.with(of(new Terms.CountLoyalty(5, MONTH), FIXED).toBuilder()
                        .withSpendMethod(SpendMethod.SPEND_INSTANTLY)
                        .build())))
                .isEmpty();
    }

    @Test
    void someOffersAreEvaluatedOnlyInRuns() {
        Terms completeness = new Terms.Completeness(true, false, Optional.empty(), Optional.empty(), Optional.empty());
        for (Terms terms : List.of(new Terms.Birthday(), completeness)) {
            assertThat(problems(Programmes.with(of(terms, FIXED)))).isEmpty();
            assertThat(problems(Programmes.with(atOnce(of(terms, FIXED)))))
                    .containsExactly("offers[A].evaluation: An offer of " + terms.classification()
                            + " is evaluated only in runs; it must say BATCH.");
        }
        assertThat(problems(Programmes.with(atOnce(of(new Terms.NameDay(), FIXED)))))
                .isEmpty();
    }

    @Test
    void strictProgrammesEvaluateSignUpsOnlyInRuns() {
        Programme loose = Programmes.with(of(new Terms.SignUps(false), FIXED));
        Programme strict = loose.toBuilder()
                .withSettings(loose.settings().withStrictEvaluation(true))
                .build();
        assertThat(problems(loose)).isEmpty();
        assertThat(problems(strict))
                .containsExactly("offers[A].evaluation: An offer of REWARD_SIGN_UPS is evaluated only in runs, as"
                        + " strictEvaluation of the settings says; it must say BATCH.");
        assertThat(problems(strict.withOffers(List.of(of(new Terms.SignUps(false), FIXED).toBuilder()
                        .withEvaluation(EvaluationMethod.BATCH)
                        .build()))))
                .isEmpty();
        assertThat(problems(strict.withOffers(List.of(of(new Terms.Referrals(), FIXED)))))
                .isEmpty();
    }

    @Test
    void waysToSignUpSayWhatTheyNeedAndNothingElse() {
        Set<String> some = Set.of("a.example");
        assertThat(signUp(SignUpOption.EMAIL_DOMAIN, false, some, Set.of())).isEmpty();
        assertThat(signUp(SignUpOption.UNIQUE_CODE, false, Set.of(), some)).isEmpty();
        assertThat(signUp(SignUpOption.SELF, true, Set.of(), Set.of())).isEmpty();
        assertThat(signUp(SignUpOption.EMAIL_DOMAIN, true, Set.of(), some))
                .containsExactly(
                        "schemes[CLUB].signUp.domains: A sign-up of option EMAIL_DOMAIN must have domains.",
                        "schemes[CLUB].signUp.codes: A sign-up of option EMAIL_DOMAIN must not have codes; only"
                                + " UNIQUE_CODE has.",
                        "schemes[CLUB].signUp.referenceCode: A sign-up of option EMAIL_DOMAIN cannot ask for a reference"
                                + " code; only SELF can.");
        assertThat(signUp(SignUpOption.UNIQUE_CODE, false, some, Set.of()))
                .containsExactly(
                        "schemes[CLUB].signUp.domains: A sign-up of option UNIQUE_CODE must not have domains; only"
                                + " EMAIL_DOMAIN has.",
                        "schemes[CLUB].signUp.codes: A sign-up of option UNIQUE_CODE must have codes.");
        assertThat(signUp(SignUpOption.AUTO, true, some, some)).hasSize(3);
    }

    @Test
    void templatesAreCheckedLikeOffers() {
        Offer content = any(1, "T").withCategory("NONE").build();
        Programme programme = Programmes.with(any(1, "A").withTemplate("X").build()).toBuilder()
                .withTemplates(List.of(
                        new OfferTemplate("T", "Welcome", true, content),
                        new OfferTemplate("T", "Welcome", true, any(1, "T").build())))
                .build();
        assertThat(problems(programme))
                .containsExactlyInAnyOrder(
                        "templates[T]: The code (T) is used twice.",
                        "offers[A].template: The template (X) is not in the programme; it has [T]. Maybe you meant T.",
                        "templates[T].name: The name (Welcome) already belongs to template (T).",
                        "templates[T].content.category: The category (NONE) is not in the programme; it has [LOYALTY]. Add it to categories.");
    }

    @Test
    void runsMeasuresAndOwnersAreThere() {
        Kpi kpi = new Kpi("K", "Growth", ProductSelection.ofTypes("X"));
        Programme programme =
                Programmes.with(any(1, "A")
                                .withOwnership(new Ownership("WEST", Privacy.OWNER))
                                .build())
                        .toBuilder()
                        .withSchemes(List.of(new Scheme(
                                "CLUB",
                                "CLUB",
                                "",
                                SchemeState.EFFECTIVE,
                                AwardValidity.ALWAYS,
                                SignUpPolicy.SELF,
                                Marketing.NONE,
                                new Ownership("EAST", Privacy.PUBLIC))))
                        .withKpis(List.of(kpi, new Kpi("L", "Growth", ProductSelection.ALL)))
                        .withRuns(List.of(
                                new RunDefinition(
                                        "R", "R", true, Set.of("X"), Set.of("Y"), Set.of("Z"), Optional.empty()),
                                RunDefinition.ofEverything("R")))
                        .build();
        assertThat(problems(programme))
                .extracting(problem -> problem.substring(0, problem.indexOf(':')))
                .containsExactlyInAnyOrder(
                        "runs[R]",
                        "schemes[CLUB].ownership.group",
                        "kpis[L].name",
                        "kpis[K].products.types",
                        "offers[A].ownership.group",
                        "runs[R].schemes",
                        "runs[R].typesIncluded",
                        "runs[R].typesExcluded");
    }

    private static Programme least(Amount amount) {
        Programme plain = withPoints();
        return plain.toBuilder()
                .withSettings(plain.settings().with(SpendSettings.DEFAULT.withMinimumRequest(amount)))
                .build();
    }

    private static Programme withPoints(Offer... offers) {
        Programme plain = Programmes.with(offers);
        return plain.toBuilder()
                .withSettings(plain.settings().withPoints(List.of(points("1").denomination())))
                .build();
    }

    private static Amount points(String number) {
        return Amount.of(number, new Denomination("PTS", 0));
    }

    private static List<String> signUp(
            SignUpOption option, boolean referenceCode, Set<String> domains, Set<String> codes) {
        return problems(Programmes.with().toBuilder()
                .withSchemes(
                        List.of(Scheme.of("CLUB").with(new SignUpPolicy(option, false, referenceCode, domains, codes))))
                .build());
    }

    private static Programme withLine(Offer offer, AttributeDeclaration... attributes) {
        return Programmes.with(offer).toBuilder()
                .withProducts(List.of(new Product("P", "P", "", Attributes.NONE)))
                .withAttributes(List.of(attributes))
                .build();
    }

    private static Terms achievements(String code) {
        return new Terms.Achievements(Set.of(code), false, AwardLimit.MULTIPLE);
    }

    private static Terms statements(String code, String kpi) {
        return new Terms.FinancialStatements(
                Set.of(code),
                List.of(new KpiCondition(kpi, Optional.of(BigDecimal.ONE), Optional.empty())),
                AwardLimit.MULTIPLE);
    }

    private static Offer atOnce(Offer offer) {
        return offer.toBuilder()
                .withEvaluation(EvaluationMethod.BATCH_AND_INTERACTIVE)
                .build();
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
        return ProgrammeCheck.problems(programme, Unread.NOTHING).stream()
                .map(Problem::toString)
                .toList();
    }
}
