package io.rewards.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.Percentage;
import io.rewards.amount.Portion;
import io.rewards.amount.Rounding;
import io.rewards.attribute.AttributeValue;
import io.rewards.catalogue.Agreement;
import io.rewards.catalogue.AgreementState;
import io.rewards.catalogue.AgreementTerms;
import io.rewards.catalogue.AllowedContent;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardBase;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardHandling;
import io.rewards.catalogue.AwardKind;
import io.rewards.catalogue.AwardLimit;
import io.rewards.catalogue.AwardScope;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.AwardValidity.Expiry;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.ClawbackPolicy;
import io.rewards.catalogue.ConditionKind;
import io.rewards.catalogue.ConsumptionOrder;
import io.rewards.catalogue.ContributionBudget;
import io.rewards.catalogue.ContributionRule;
import io.rewards.catalogue.DataDemand;
import io.rewards.catalogue.EvaluationMethod;
import io.rewards.catalogue.EventClassification;
import io.rewards.catalogue.Excess;
import io.rewards.catalogue.Goal;
import io.rewards.catalogue.Kpi;
import io.rewards.catalogue.KpiCondition;
import io.rewards.catalogue.MessageTemplate;
import io.rewards.catalogue.NotificationKind;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferState;
import io.rewards.catalogue.OfferTemplate;
import io.rewards.catalogue.OfferValidity;
import io.rewards.catalogue.OwnOffers;
import io.rewards.catalogue.Ownership;
import io.rewards.catalogue.ParticipantSettings;
import io.rewards.catalogue.ParticipantsAllowed;
import io.rewards.catalogue.PaymentPreference;
import io.rewards.catalogue.Privacy;
import io.rewards.catalogue.ProductList;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.ProductSet;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.PurchaseBase;
import io.rewards.catalogue.QualifyingAwards;
import io.rewards.catalogue.ResolutionMode;
import io.rewards.catalogue.ReturnPolicy;
import io.rewards.catalogue.RewardsDefinition;
import io.rewards.catalogue.RunDefinition;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.SchemeState;
import io.rewards.catalogue.SetPart;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.SettlementAgreed;
import io.rewards.catalogue.SettlementDefinition;
import io.rewards.catalogue.SignUpOption;
import io.rewards.catalogue.SignUpPolicy;
import io.rewards.catalogue.SpendConditions;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.SpendSettings;
import io.rewards.catalogue.TargetExcess;
import io.rewards.catalogue.Terms;
import io.rewards.catalogue.TextPattern;
import io.rewards.catalogue.Tier;
import io.rewards.catalogue.TierFall;
import io.rewards.catalogue.TierOwner;
import io.rewards.catalogue.TierReturns;
import io.rewards.catalogue.TierSettings;
import io.rewards.catalogue.ValidityDate;
import io.rewards.catalogue.ValuedBy;
import io.rewards.organisation.ExpiryPolicy;
import io.rewards.organisation.Reduction;
import io.rewards.organisation.RefundedBy;
import io.rewards.participant.AddressField;
import io.rewards.participant.AddressType;
import io.rewards.participant.EmailField;
import io.rewards.participant.EmailType;
import io.rewards.participant.PhoneField;
import io.rewards.participant.PhoneType;
import io.rewards.problem.InvalidInputException;
import io.rewards.time.CalendarPeriod;
import io.rewards.time.DateTimePeriod;
import io.rewards.time.DayHours;
import io.rewards.time.DayPeriod;
import io.rewards.time.DaysAround;
import io.rewards.time.Recurrence;
import io.rewards.time.RecurringDays;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import io.rewards.time.WeeklyTimes;
import io.rewards.time.WeeklyWindow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgrammeReaderTest {

    private static final String LEAST = "name: Least\nsettings: {zone: Europe/London, currency: EUR}\n";
    private static final Denomination EUR = new Denomination("EUR", 2);
    private static final Denomination PTS = new Denomination("PTS", 0);
    private static final Programme EVERY_FIELD = Examples.everyField();

    private static final Agreement EVERY_AGREED_FIELD = new Agreement(
            "NORTHERNERS",
            "All in the north",
            "",
            "NORTH",
            AgreementState.NOT_EFFECTIVE,
            AgreementTerms.builder()
                    .withSchemes("CLUB")
                    .withClassifications(Classification.UTILISE_FREE_CAPACITY, Classification.REWARD_BEHAVIOR)
                    .withTypes("QUIET")
                    .withSpendMethods(SpendMethod.SPEND_ON_REQUEST, SpendMethod.SPEND_INSTANTLY)
                    .withAwards(ParticipantsAllowed.of(false, true))
                    .withSpends(ParticipantsAllowed.of(true, false))
                    .withSignUps(new ParticipantsAllowed(Optional.of(true), Optional.empty()))
                    .withPurchases(new ParticipantsAllowed(Optional.empty(), Optional.of(false)))
                    .withAutomaticSpending(true)
                    .with(Reduction.BACK_END)
                    .withContribution("12.5")
                    .with(new ContributionBudget(Amount.of("500.00", EUR), Optional.of(CalendarPeriod.MONTH)))
                    .with(OwnOffers.WITH_APPROVAL)
                    .with(new SettlementAgreed(
                            Optional.of(new Recurrence("FREQ=MONTHLY", Instant.parse("2024-01-31T22:00:00Z"))),
                            Optional.of(true),
                            Optional.of(Portion.of("1.5")),
                            Optional.of(RefundedBy.OWNER),
                            Optional.of(ExpiryPolicy.REFUND_CONTRIBUTION)))
                    .build(),
            List.of(
                    new ContributionRule(
                            "COFFEE-FRIDAYS",
                            Portion.of("30"),
                            Set.of("BIG-BASKET"),
                            new ContributionRule.When(
                                    new ProductSelection(
                                            new ProductList(Set.of(), Set.of("COFFEE"), Set.of()),
                                            new ProductList(Set.of("ESPRESSO"), Set.of(), Set.of())),
                                    new WeeklyTimes(List.of(new WeeklyWindow(
                                            Set.of(DayOfWeek.FRIDAY),
                                            new DayHours(LocalTime.of(22, 0), LocalTime.of(2, 0))))),
                                    Optional.of(ContributionRule.Whose.OTHERS),
                                    Optional.of(Amount.of("1.00", EUR)),
                                    Optional.of(Amount.of("5.00", EUR)))),
                    new ContributionRule(
                            "NONE-OF-THESE", Portion.NOTHING, Set.of("QUIET-TUESDAY"), ContributionRule.When.ALWAYS)));

    private static final Agreement HIGH_STREET = Agreement.ofUnit(
            "HIGH-STREET",
            "U1",
            AgreementTerms.builder()
                    .withSchemes()
                    .withContribution(Portion.NOTHING)
                    .build());

    @Test
    void theSettingsAreRead() {
        assertThat(EVERY_FIELD.name()).isEqualTo("Corner Shop Rewards");
        assertThat(EVERY_FIELD.version()).isEqualTo("2024-03");
        assertThat(EVERY_FIELD.settings())
                .isEqualTo(new Settings(
                        ZoneId.of("Europe/Nicosia"),
                        EUR,
                        List.of(PTS, new Denomination("MILES", 3)),
                        new Rounding(RoundingMode.HALF_EVEN),
                        ResolutionMode.BEST_PER_SCHEME,
                        new Percentage(new BigDecimal("50.5")),
                        ValidityDate.CREATED,
                        AwardBase.NET,
                        "el",
                        Optional.of("anna"),
                        true,
                        new SpendSettings(
                                false,
                                Optional.of(Amount.of("1.00", EUR)),
                                ConsumptionOrder.FIFO,
                                ClawbackPolicy.CLAWBACK_AVAILABLE),
                        new ProductList(Set.of("0123"), Set.of("COFFEE"), Set.of("TOYS"))
                                .and(ProductList.ofLines("ageLimit", "16", "18")),
                        new ProductList(Set.of("ESPRESSO"), Set.of(), Set.of("FOOD"))
                                .and(ProductList.ofLines("origin", "north")),
                        new ParticipantSettings(
                                true,
                                List.of(
                                        new PaymentPreference(
                                                "BANK_TRANSFER",
                                                List.of(
                                                        new PaymentPreference.Field(
                                                                "iban",
                                                                Optional.of(new TextPattern(
                                                                        "[A-Z]{2}[0-9]{2}[A-Z0-9]{1,30}"))),
                                                        new PaymentPreference.Field("holder", Optional.empty()))),
                                        new PaymentPreference("CARD", List.of())),
                                Set.of(NotificationKind.AWARD, NotificationKind.EXPIRATION_AHEAD)),
                        new TierSettings(
                                Optional.of(TierOwner.ENGINE),
                                AwardBase.NET,
                                ProductSelection.ofTypes("COFFEE")
                                        .butNot(new ProductList(Set.of("ESPRESSO"), Set.of(), Set.of())),
                                Optional.of(Amount.of("2.50", EUR)),
                                TierReturns.AT_ONCE,
                                Optional.of(30))));
    }

    @Test
    void whatIsLeftOutHasItsDefault() {
        Programme least = ProgrammeReader.read("least", LEAST);

        assertThat(least.version()).isEqualTo("unversioned");
        assertThat(least.settings()).isEqualTo(Settings.of(ZoneId.of("Europe/London"), EUR));
        assertThat(least.offers()).isEmpty();
        assertThat(EVERY_FIELD.schemes().get(1).name()).isEqualTo("SUMMER");
        Offer fourth = offer("HUNDRED-A-MONTH");
        assertThat(fourth.name()).isEqualTo("HUNDRED-A-MONTH");
        assertThat(fourth.description()).isEmpty();
        assertThat(fourth.category()).isEmpty();
        assertThat(fourth.state()).isEqualTo(OfferState.NOT_EFFECTIVE);
        assertThat(fourth.latestEffectiveDate()).isEmpty();
        assertThat(fourth.evaluation()).isEqualTo(EvaluationMethod.BATCH_AND_INTERACTIVE);
        assertThat(fourth.spendMethod()).isEqualTo(SpendMethod.SPEND_ON_REQUEST);
        assertThat(fourth.onlyIfBest()).isFalse();
        assertThat(fourth.handling()).isEqualTo(AwardHandling.DEFAULT);
        assertThat(fourth.awardValidity()).contains(AwardValidity.ALWAYS);
        assertThat(fourth.spendConditions()).isEqualTo(SpendConditions.NONE);
        assertThat(offer("FIFTH-VISIT").conditions()).isEqualTo(AwardConditions.NONE);
        assertThat(offer("TENTH-COFFEE").validity()).isEqualTo(new OfferValidity.FromLatestEffectiveDate());
    }

    @Test
    void theOrganisationIsRead() {
        assertThat(EVERY_FIELD.products().get(0).attributes().values())
                .isEqualTo(Map.of("organic", new AttributeValue.Text("yes")));
        assertThat(EVERY_FIELD.units().get(0).zone()).contains(ZoneId.of("Europe/London"));
        assertThat(EVERY_FIELD.units().get(1).zone()).isEmpty();
        assertThat(EVERY_FIELD.agreements()).containsExactly(EVERY_AGREED_FIELD, HIGH_STREET);
        assertThat(EVERY_FIELD.offers().get(0).contributions()).containsExactly("COFFEE-FRIDAYS");
        assertThat(EVERY_FIELD.groups().get(1).parent()).isEqualTo("ALL");
        assertThat(EVERY_FIELD.segments().get(3).offers()).containsExactly("QUIET-TUESDAY");
        assertThat(EVERY_FIELD.tiers())
                .containsExactly(
                        new Tier(
                                "SILVER",
                                "Silver",
                                Optional.of(0L),
                                Optional.empty(),
                                Optional.of(new TimeSpan(12, SpanUnit.MONTHS)),
                                TierFall.ONE_LEVEL),
                        Tier.of("GOLD", 500, new TimeSpan(1, SpanUnit.YEARS))
                                .keptBy(400)
                                .with(TierFall.REQUALIFY));
        assertThat(EVERY_FIELD.schemes().get(0).awardValidity())
                .isEqualTo(new AwardValidity(
                        Optional.of(new TimeSpan(14, SpanUnit.DAYS)),
                        new Expiry.After(new TimeSpan(12, SpanUnit.MONTHS))));
        assertThat(EVERY_FIELD.schemes().get(1).state()).isEqualTo(SchemeState.NOT_EFFECTIVE);
        assertThat(EVERY_FIELD.offerTypes().get(0).classification()).isEqualTo(Classification.UTILISE_FREE_CAPACITY);
        assertThat(EVERY_FIELD.offerTypes().get(0).categories()).containsExactly("LOYALTY");
    }

    @Test
    void theConditionsOfAnOfferAreRead() {
        AwardConditions conditions = offer("QUIET-TUESDAY").conditions();

        assertThat(conditions.products().products()).containsExactly("0123", "ESPRESSO");
        assertThat(conditions.paymentMedia().brands()).containsExactly("VISA");
        assertThat(conditions.locations().districts()).containsExactly("Old Port");
        assertThat(conditions.maximumUnprocessed()).contains(new TimeSpan(3, SpanUnit.DAYS));
        assertThat(conditions.segmentsIncluded()).containsExactly("AWARDED", "VIP");
        assertThat(conditions.segmentsExcluded()).containsExactly("DEBTORS");
        assertThat(conditions.units()).containsExactly("U1");
        assertThat(conditions.groups()).containsExactly("NORTH");
        assertThat(conditions.times().days()).containsExactly(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY);
        assertThat(conditions.times().hours()).asString().isEqualTo("[15:00-18:00, 22:00-24:00]");
        assertThat(conditions.period()).isEqualTo(new DayPeriod(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31)));
        assertThat(conditions.tiers()).containsExactly("GOLD");
        assertThat(conditions.attributes())
                .asString()
                .isEqualTo("[event.channel is WEB, 0800, line.weight at least 3, event.deposit at most 5.00 EUR,"
                        + " participant.memberSince at most 2023-12-31, product.organic is yes]");
        assertThat(offer("HUNDRED-A-MONTH").conditions().period())
                .isEqualTo(new DayPeriod(LocalDate.MIN, LocalDate.of(2024, 12, 31)));
    }

    @Test
    void theRestOfAnOfferIsRead() {
        Offer offer = offer("QUIET-TUESDAY");

        assertThat(offer.number()).isEqualTo(1);
        assertThat(offer.description()).isEqualTo("Two euros for shopping\nwhen nobody else does.\n");
        assertThat(offer.category()).isEqualTo("LOYALTY");
        assertThat(offer.state()).isEqualTo(OfferState.EFFECTIVE);
        assertThat(offer.spendMethod()).isEqualTo(SpendMethod.SPEND_INSTANTLY);
        assertThat(offer.onlyIfBest()).isTrue();
        assertThat(offer.base()).isEqualTo(PurchaseBase.OF_SETTINGS);
        assertThat(offer("BIG-BASKET").base()).isEqualTo(PurchaseBase.of(AwardBase.GROSS, AwardBase.NET));
        assertThat(offer("COFFEE-POINTS").base())
                .isEqualTo(new PurchaseBase(Optional.empty(), Optional.of(AwardBase.GROSS)));
        assertThat(offer("BIG-BASKET").spendMethod()).isEqualTo(SpendMethod.SPEND_INSTANTLY_THROUGH_VOUCHER);
        assertThat(offer("BIG-BASKET").handling()).isEqualTo(AwardHandling.DEFAULT.withPartialVoucher(true));
        assertThat(offer("COFFEE-POINTS").handling())
                .isEqualTo(new AwardHandling(ReturnPolicy.KEEP_THE_DEAL, true, false, Excess.VOID));
        assertThat(offer.awardValidity()).isEmpty();
        assertThat(offer.spendConditions().units()).containsExactly("U1", "U2");
        assertThat(offer.spendConditions().groups()).containsExactly("ALL");
        assertThat(offer.spendConditions().products().products()).containsExactly("ESPRESSO");
        assertThat(offer.spendConditions().times()).hasToString("[MONDAY 00:00-24:00, FRIDAY, SATURDAY 22:00-02:00]");
        assertThat(offer.caps())
                .containsExactly(
                        Cap.ofAwards(Cap.Of.PARTICIPANT, 1),
                        Cap.ofAmount(Cap.Of.PARTICIPANT, Amount.of("5.00", EUR)),
                        Cap.ofAwards(Cap.Of.ALL, 1000),
                        Cap.ofAmount(Cap.Of.ALL, Amount.of("1000.00", EUR)),
                        Cap.ofAmount(Cap.Of.ALL, Amount.of("100.00", EUR)).per(CalendarPeriod.QUARTER),
                        Cap.ofAwards(Cap.Of.PARTICIPANT, 3).within(new TimeSpan(30, SpanUnit.DAYS)));
        assertThat(offer.attributes().values())
                .isEqualTo(Map.of(
                        "budgetCode", new AttributeValue.Text("0815"),
                        "budget", new AttributeValue.Money(Amount.of("1000", PTS))));
    }

    @Test
    void theTermsOfEveryClassificationAreRead() {
        TimeSpan month = new TimeSpan(1, SpanUnit.MONTHS);
        assertThat(EVERY_FIELD.offers())
                .extracting(Offer::terms)
                .containsExactly(
                        new Terms.FreeCapacity(),
                        new Terms.TransactionRevenue(Amount.of("50", EUR), Optional.of(Amount.of("200", EUR))),
                        new Terms.ProductRevenue(AwardScope.PER_TRANSACTION_ITEM),
                        new Terms.SpendLoyalty(
                                Amount.of("100", EUR), new TimeSpan(30, SpanUnit.DAYS), TargetExcess.CARRY),
                        new Terms.CountLoyalty(5, month),
                        new Terms.QuantityLoyalty(10, new TimeSpan(8, SpanUnit.WEEKS)),
                        new Terms.Behavior(
                                Optional.of("https://social.example/shop"),
                                Optional.of("https://shop.example"),
                                AwardLimit.ONLY_ONE),
                        new Terms.Achievements(Set.of("LEVEL", "QUIZ"), true, AwardLimit.onePer(month)),
                        new Terms.FinancialAchievements(
                                Set.of("LEVEL"),
                                false,
                                AwardLimit.MULTIPLE,
                                Amount.of("500", EUR),
                                Optional.of(Amount.of("1000", EUR))),
                        new Terms.FinancialStatements(
                                Set.of("QUARTER"),
                                List.of(
                                        new KpiCondition(
                                                "GROWTH",
                                                Optional.of(new BigDecimal("5.5")),
                                                Optional.of(new BigDecimal("100"))),
                                        new KpiCondition("LOSS", Optional.empty(), Optional.of(new BigDecimal("-3")))),
                                AwardLimit.ONLY_ONE),
                        new Terms.Referrals(
                                new QualifyingAwards(Set.of(Classification.REWARD_SIGN_UPS), Set.of("VISITS")),
                                Optional.of(Amount.of("20.00", EUR)),
                                Optional.of(new TimeSpan(30, SpanUnit.DAYS)),
                                Optional.of(new TimeSpan(2, SpanUnit.MONTHS))),
                        new Terms.SignUps(true),
                        new Terms.Birthday(),
                        new Terms.Completeness(
                                true,
                                true,
                                Optional.of(new DataDemand<>(
                                        Set.of(AddressType.HOME, AddressType.BUSINESS),
                                        Set.of(
                                                AddressField.TOWN,
                                                AddressField.POSTAL_CODE,
                                                AddressField.ADDRESS_LINE_1))),
                                Optional.of(new DataDemand<>(Set.of(PhoneType.MOBILE), Set.of(PhoneField.NUMBER))),
                                Optional.of(
                                        new DataDemand<EmailType, EmailField>(Set.of(), Set.of(EmailField.ADDRESS)))),
                        new Terms.NameDay(),
                        new Terms.SubscriptionMaturity(new TimeSpan(1, SpanUnit.YEARS), 5),
                        new Terms.JustMoney(),
                        new Terms.ProductRevenue(new ProductSet(
                                List.of(
                                        new SetPart(
                                                ProductSelection.ofTypes("COFFEE")
                                                        .butNot(new ProductList(
                                                                Set.of("ESPRESSO"), Set.of(), Set.of())),
                                                1),
                                        new SetPart(ProductSelection.ofProducts("ESPRESSO"), 2)),
                                ValuedBy.DEAREST)));
    }

    @Test
    void termsThatAreLeftOutHaveTheDefaults() {
        String programme = """
                eventClassifications: [{code: QUIZ}]
                kpis: [{code: GROWTH}]
                offerTypes:
                  - {code: T1, classification: REWARD_BEHAVIOR}
                  - {code: T2, classification: REWARD_ACHIEVEMENTS}
                  - {code: T3, classification: REWARD_FINANCIAL_ACHIEVEMENTS}
                  - {code: T4, classification: REWARD_FINANCIAL_STATEMENTS}
                  - {code: T5, classification: REWARD_SIGN_UPS}
                  - {code: T6, classification: REWARD_PERSONAL_DATA_COMPLETENESS}
                  - {code: T7, classification: REWARD_SUBSCRIPTION_MATURITY}
                schemes: [{code: CLUB}]
                offers:
                  - {number: 1, code: A, scheme: CLUB, type: T1, classification: REWARD_BEHAVIOR, award: {amount: 1}, terms: {page: P}}
                  - {number: 2, code: B, scheme: CLUB, type: T2, classification: REWARD_ACHIEVEMENTS, award: {amount: 1}, terms: {achievements: [QUIZ]}}
                  - {number: 3, code: C, scheme: CLUB, type: T3, classification: REWARD_FINANCIAL_ACHIEVEMENTS, award: {amount: 1}, terms: {achievements: [QUIZ]}}
                  - {number: 4, code: D, scheme: CLUB, type: T4, classification: REWARD_FINANCIAL_STATEMENTS, award: {amount: 1}, terms: {kpis: [{kpi: GROWTH, from: 1}]}}
                  - {number: 5, code: E, scheme: CLUB, type: T5, classification: REWARD_SIGN_UPS, award: {amount: 1}}
                  - {number: 6, code: F, scheme: CLUB, type: T6, classification: REWARD_PERSONAL_DATA_COMPLETENESS, award: {amount: 1}, terms: {nameDay: true}}
                  - {number: 7, code: G, scheme: CLUB, type: T7, classification: REWARD_SUBSCRIPTION_MATURITY, award: {amount: 1}, terms: {period: 30 DAYS}}
                """;
        assertThat(ProgrammeReader.read("test", LEAST + programme).offers())
                .extracting(Offer::terms)
                .containsExactly(
                        new Terms.Behavior(Optional.of("P"), Optional.empty(), AwardLimit.ONLY_ONE),
                        new Terms.Achievements(Set.of("QUIZ"), false, AwardLimit.MULTIPLE),
                        new Terms.FinancialAchievements(
                                Set.of("QUIZ"), false, AwardLimit.MULTIPLE, Amount.zero(EUR), Optional.empty()),
                        new Terms.FinancialStatements(
                                Set.of(),
                                List.of(new KpiCondition("GROWTH", Optional.of(BigDecimal.ONE), Optional.empty())),
                                AwardLimit.MULTIPLE),
                        new Terms.SignUps(false),
                        new Terms.Completeness(false, true, Optional.empty(), Optional.empty(), Optional.empty()),
                        new Terms.SubscriptionMaturity(new TimeSpan(30, SpanUnit.DAYS), 0));
    }

    @Test
    void schemesSayHowParticipantsComeIn() {
        assertThat(EVERY_FIELD.schemes())
                .extracting(Scheme::signUp)
                .containsExactly(
                        SignUpPolicy.SELF,
                        new SignUpPolicy(SignUpOption.SELF, false, true, Set.of(), Set.of()),
                        new SignUpPolicy(
                                SignUpOption.EMAIL_DOMAIN, false, false, Set.of("shop.example", "shop.test"), Set.of()),
                        new SignUpPolicy(SignUpOption.UNIQUE_CODE, true, false, Set.of(), Set.of("0123", "1e3")),
                        SignUpPolicy.of(SignUpOption.AUTO));
        Scheme summer = EVERY_FIELD.schemes().get(1);
        assertThat(EVERY_FIELD.schemes().get(0).description()).isEqualTo("For everybody");
        assertThat(summer.marketing().backgroundColour()).isEqualTo("#1A2b3C");
        assertThat(summer.marketing().longDescription()).isEqualTo("All summer long.");
        assertThat(summer.ownership()).isEqualTo(new Ownership("NORTH", Privacy.COLLABORATORS));
    }

    @Test
    void whatTypesAllowAndRewardsDefinitionsAreRead() {
        assertThat(EVERY_FIELD.offerTypes().get(0).allows()).isEqualTo(AllowedContent.ALL);
        assertThat(EVERY_FIELD.offerTypes().get(17).allows())
                .isEqualTo(new AllowedContent(
                        Optional.of(Set.of(AwardKind.AMOUNT, AwardKind.RATE)),
                        Optional.of(Set.of(ConditionKind.TIMES, ConditionKind.UNITS)),
                        Optional.of(Set.of())));
        assertThat(EVERY_FIELD.rewardsDefinitions()).hasSize(2);
        assertThat(EVERY_FIELD.rewardsDefinitions().get(0).name()).isEqualTo("Year 2024");
        assertThat(EVERY_FIELD.rewardsDefinitions().get(0).active()).isTrue();
        assertThat(EVERY_FIELD.rewardsDefinitions().get(1))
                .isEqualTo(new RewardsDefinition("Y2025", "Y2025", false, Set.of("ALL-DAY")));
    }

    @Test
    void whatIsWrongWithTypesAndDefinitionsIsToldAtOnce() {
        assertThatThrownBy(() -> ProgrammeReader.read("test", LEAST + """
                        schemes: [{code: CLUB}]
                        offerTypes:
                          - {code: A, classification: JUST_MONEY, allows: {awards: []}}
                          - {code: B, classification: REWARD_SIGN_UPS, allows: {conditions: [tier], spendConditions: [times]}}
                          - {code: C, classification: REWARD_SIGN_UPS, allows: {awards: [rate]}}
                        rewardsDefinitions:
                          - {code: X, types: []}
                          - {code: Y, types: [A, B]}
                          - {code: Z, types: [A, D]}
                        offers:
                          - {number: 1, code: O, scheme: CLUB, classification: REWARD_SIGN_UPS, type: C, award: {amount: 1.00}}
                        """))
                .hasMessageContainingAll(
                        "offerTypes[A].allows",
                        "The awards of a type must name at least one kind, such as amount.",
                        "offerTypes[B].allows.conditions",
                        "rewardsDefinitions[X]",
                        "The rewards definition (X) must allow at least one offer type.",
                        "rewardsDefinitions[Z].active",
                        "rewardsDefinitions[Z].types",
                        "offers[O].award",
                        "The award (amount) is not one of [rate], which the type (C) allows.",
                        "The type (C) is not one of [A, B], which the active rewards definition (Y) allows.");
    }

    @Test
    void measuresTemplatesRunsAndMessagesAreRead() {
        assertThat(EVERY_FIELD.kpis())
                .containsExactly(
                        new Kpi("GROWTH", "Growth", ProductSelection.ofTypes("COFFEE")),
                        new Kpi("LOSS", "LOSS", ProductSelection.ALL));
        assertThat(EVERY_FIELD.eventClassifications()).contains(new EventClassification("QUIZ", "Quiz"));
        assertThat(EVERY_FIELD.offerTypes().get(6).goal()).contains(Goal.INCREASE_REVENUE);
        OfferTemplate welcome = EVERY_FIELD.templates().get(0);
        assertThat(welcome.active()).isFalse();
        assertThat(welcome.content().terms()).isEqualTo(new Terms.SignUps(false));
        assertThat(welcome.content().code()).isEqualTo("WELCOME");
        assertThat(welcome.content().state()).isEqualTo(OfferState.NOT_EFFECTIVE);
        assertThat(EVERY_FIELD.runs())
                .containsExactly(
                        new RunDefinition(
                                "NIGHTLY",
                                "Every night",
                                true,
                                Set.of("CLUB"),
                                Set.of("BIRTHDAYS", "NAME-DAYS"),
                                Set.of("GIFTS"),
                                Optional.of(new Recurrence("FREQ=DAILY", Instant.parse("2024-01-01T01:00:00Z")))),
                        new RunDefinition("BY-HAND", "BY-HAND", false, Set.of(), Set.of(), Set.of(), Optional.empty()));
        assertThat(EVERY_FIELD.settlements())
                .containsExactly(
                        new SettlementDefinition(
                                "MONTHLY",
                                "Every month",
                                true,
                                Set.of("U1"),
                                Set.of("NORTH"),
                                Optional.of(new Recurrence("FREQ=MONTHLY", Instant.parse("2024-02-01T01:00:00Z")))),
                        new SettlementDefinition(
                                "ON-DEMAND", "ON-DEMAND", false, Set.of(), Set.of(), Optional.empty()));
        assertThat(EVERY_FIELD.messages())
                .contains(new MessageTemplate(NotificationKind.AWARD, "en", "You got #award.amount#."));
        Offer like = EVERY_FIELD.offers().get(6);
        assertThat(like.state()).isEqualTo(OfferState.PENDING_APPROVAL);
        assertThat(like.template()).isEqualTo("LIKE");
        assertThat(like.marketing().shortDescription()).isEqualTo("Like us");
        assertThat(like.ownership()).isEqualTo(new Ownership("", Privacy.OWNER));
    }

    @Test
    void theAwardOfEveryKindIsRead() {
        assertThat(EVERY_FIELD.offers())
                .extracting(Offer::award)
                .startsWith(
                        new Award.FixedAmount(Amount.of("2.00", EUR)),
                        new Award.PercentageOfPurchase(Percentage.of("12.5")),
                        new Award.FixedAmount(Amount.of("100", PTS)),
                        new Award.PercentageOfAwarded(
                                Percentage.of("10"), new TimeSpan(12, SpanUnit.MONTHS), Set.of("QUIET"), Set.of(), PTS),
                        new Award.PercentageOfAwarded(
                                Percentage.of("10"), new TimeSpan(1, SpanUnit.YEARS), Set.of(), Set.of("CLUB"), EUR),
                        new Award.FixedAmount(Amount.of("1.500", new Denomination("MILES", 3))));
    }

    @Test
    void theValidityOfEveryKindIsRead() {
        assertThat(EVERY_FIELD.offers())
                .extracting(Offer::validity)
                .startsWith(
                        new OfferValidity.FromLatestEffectiveDate(),
                        new OfferValidity.SpecificPeriods(List.of(
                                new DateTimePeriod(
                                        LocalDateTime.of(2024, 3, 1, 0, 0), LocalDateTime.of(2024, 4, 1, 0, 0)),
                                new DateTimePeriod(
                                        LocalDateTime.of(2024, 5, 1, 8, 0), LocalDateTime.of(2024, 5, 1, 20, 0, 30)))),
                        new OfferValidity.RecurringPeriods(List.of(
                                new RecurringDays(MonthDay.of(12, 24), MonthDay.of(12, 26)),
                                new RecurringDays(MonthDay.of(2, 29), MonthDay.of(2, 29)))),
                        new OfferValidity.BirthdayPeriod(new DaysAround(3, 3)),
                        new OfferValidity.NameDayPeriod(new DaysAround(0, 7)),
                        new OfferValidity.FromLatestEffectiveDate());
        assertThat(EVERY_FIELD.offers())
                .extracting(Offer::awardValidity)
                .startsWith(
                        Optional.empty(),
                        Optional.of(new AwardValidity(Optional.of(new TimeSpan(1, SpanUnit.DAYS)), new Expiry.Never())),
                        Optional.of(new AwardValidity(Optional.empty(), new Expiry.On(LocalDate.of(2024, 12, 31)))),
                        Optional.of(AwardValidity.ALWAYS),
                        Optional.of(AwardValidity.ALWAYS),
                        Optional.of(AwardValidity.ALWAYS));
    }

    @Test
    void effectiveSinceIsADateOrATimeInTheZoneOrAnInstant() {
        assertThat(EVERY_FIELD.offers())
                .extracting(Offer::latestEffectiveDate)
                .startsWith(
                        Optional.of(Instant.parse("2023-12-31T22:00:00Z")),
                        Optional.of(Instant.parse("2024-01-01T07:00:00Z")),
                        Optional.of(Instant.parse("2024-01-01T07:00:00Z")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Instant.parse("2023-06-01T00:00:00Z")));
    }

    @Test
    void whatWasReadIsACatalogue() {
        assertThat(Catalogue.of(EVERY_FIELD).programme()).isEqualTo(EVERY_FIELD);
    }

    @Test
    void filesStreamsTextsAndTreesReadTheSame(@TempDir Path folder) throws IOException {
        String text = Examples.text("every-field.yaml");
        Path file = Files.writeString(folder.resolve("shop.yaml"), text);

        assertThat(ProgrammeReader.read(file)).isEqualTo(EVERY_FIELD);
        assertThat(ProgrammeReader.read("stream", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(EVERY_FIELD);
        assertThat(ProgrammeReader.read("tree", Schemas.YAML.readTree(text)).offers())
                .isEqualTo(EVERY_FIELD.offers());
    }

    @Test
    void jsonReadsTheSameHoweverItIsIndented() {
        Programme least = ProgrammeReader.read("least", LEAST);
        String json = "\ufeff{\n\t\"name\": \"Least\",\n\t\"settings\": {\n\t\t\"zone\": \"Europe\\/London\","
                + "\n\t\t\"currency\": \"EUR\"\n\t}\n}\n";

        assertThat(ProgrammeReader.read("least.json", json)).isEqualTo(least);
        assertThat(ProgrammeReader.read("flow.yaml", "{name: Least, settings: {zone: Europe/London, currency: EUR}}"))
                .isEqualTo(least);
    }

    @Test
    void scalarsMeanWhatAPersonReads() {
        Programme programme = ProgrammeReader.read("quirks", LEAST + """
                tiers: [yes, no, on, 1e3, 0123, 1_000, 12:30, 2024-03-01, ~, "null", +5, 0x1F, 1.10, true, =]
                """);

        assertThat(programme.tierCodes())
                .containsExactly(
                        "yes",
                        "no",
                        "on",
                        "1e3",
                        "0123",
                        "1_000",
                        "12:30",
                        "2024-03-01",
                        "~",
                        "null",
                        "+5",
                        "0x1F",
                        "1.10",
                        "true",
                        "=");
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() {
        byte[] latin1 = "name: Caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> ProgrammeReader.read("latin1.yaml", new ByteArrayInputStream(latin1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("The text must be UTF-8");
    }

    @Test
    void capsOfALifeCanBeSaidInShort() {
        String text = Examples.text("every-field.yaml");
        String inShort = text.replaceFirst(
                "caps:\\n(?: +- \\{of: .*\\n)+",
                "caps: {perParticipant: {awards: 2, amount: 5.00}, total: {amount: 1000.00}}\n");
        assertThat(inShort).isNotEqualTo(text);
        assertThat(ProgrammeReader.read("short", inShort).offers())
                .extracting(Offer::caps)
                .contains(List.of(
                        Cap.ofAwards(Cap.Of.PARTICIPANT, 2),
                        Cap.ofAmount(Cap.Of.PARTICIPANT, Amount.of("5.00", EUR)),
                        Cap.ofAmount(Cap.Of.ALL, Amount.of("1000.00", EUR))));
    }

    private static Offer offer(String code) {
        return EVERY_FIELD.offers().stream()
                .filter(offer -> offer.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
