package io.rewards.life;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.Percentage;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardHandling;
import io.rewards.catalogue.AwardLimit;
import io.rewards.catalogue.AwardRange;
import io.rewards.catalogue.AwardScope;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.DataDemand;
import io.rewards.catalogue.EvaluationMethod;
import io.rewards.catalogue.Excess;
import io.rewards.catalogue.KpiCondition;
import io.rewards.catalogue.Locations;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferValidity;
import io.rewards.catalogue.PaymentMedia;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.ProductSet;
import io.rewards.catalogue.QualifyingAwards;
import io.rewards.catalogue.RateSteps;
import io.rewards.catalogue.SetPart;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.TargetExcess;
import io.rewards.catalogue.Terms;
import io.rewards.catalogue.ValuedBy;
import io.rewards.participant.AddressField;
import io.rewards.participant.AddressType;
import io.rewards.participant.EmailField;
import io.rewards.participant.EmailType;
import io.rewards.participant.PhoneField;
import io.rewards.participant.PhoneType;
import io.rewards.testkit.chance.Dice;
import io.rewards.time.CalendarPeriod;
import io.rewards.time.DateTimePeriod;
import io.rewards.time.DayHours;
import io.rewards.time.DayPeriod;
import io.rewards.time.DaysAround;
import io.rewards.time.RecurringDays;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import io.rewards.time.WeeklyTimes;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Draws the offers of a simulation: of every classification one that is simple and always on, so that nothing is left to
 * chance, and others with all that offers can have. For one thread.
 */
final class Offers {

    private static final int OF_EACH = 4;
    private static final LocalDate BEFORE = Island.FIRST_DAY.minusYears(1);

    private final Dice dice;
    private final List<Offer> drawn = new ArrayList<>();

    private Offers(Dice dice) {
        this.dice = dice;
    }

    /** The offers of this seed; the simple ones are those whose code ends in {@code 0}. */
    static List<Offer> drawn(long seed) {
        Offers offers = new Offers(Dice.of(seed, -1));
        for (Classification classification : Classification.values()) {
            for (int variant = 0; variant < OF_EACH; variant++) {
                offers.draw(classification, variant);
            }
        }
        return offers.drawn;
    }

    private void draw(Classification classification, int variant) {
        boolean simple = variant == 0;
        boolean slow = variant == OF_EACH - 1;
        Terms terms = terms(classification, variant);
        Award award = simple ? fixed() : award(terms);
        Offer.Builder offer = Offer.builder(
                        drawn.size() + 1L,
                        classification.name() + variant,
                        simple ? "CLUB" : dice.oneOf("CLUB", "CLUB", dice.oneOf(Island.SCHEMES)),
                        slow ? Island.slowTypeOf(classification) : Island.typeOf(classification),
                        terms,
                        award)
                .withEffectiveSince(BEFORE.atStartOfDay(Island.ZONE).toInstant())
                .withEvaluation(evaluation(classification, variant))
                .withConditions(conditions(terms, simple));
        if (!simple) {
            offer.withOnlyIfBest(dice.chance(35)).withValidity(validity()).withCaps(caps(award));
            if (dice.chance(30)) {
                offer.withAwardValidityOfScheme();
            } else {
                offer.withAwardValidity(awardValidity());
            }
        }
        Offer built = offer.build();
        if (classification.isAboutPurchases() && inEuro(built.award()) && dice.chance(40)) {
            built = built.toBuilder()
                    .withSpendMethod(SpendMethod.SPEND_INSTANTLY)
                    .withHandling(AwardHandling.DEFAULT.with(dice.oneOf(Excess.values())))
                    .build();
        }
        drawn.add(built);
    }

    private EvaluationMethod evaluation(Classification classification, int variant) {
        return switch (classification) {
            case REWARD_ON_BIRTHDAY, REWARD_PERSONAL_DATA_COMPLETENESS -> EvaluationMethod.BATCH;
            case REWARD_ON_NAME_DAY, REWARD_SUBSCRIPTION_MATURITY, JUST_MONEY ->
                variant == 1 ? EvaluationMethod.BATCH_AND_INTERACTIVE : EvaluationMethod.BATCH;
            default -> variant == 2 ? EvaluationMethod.BATCH : EvaluationMethod.BATCH_AND_INTERACTIVE;
        };
    }

    private static Terms.Referrals referrals(int variant) {
        return switch (variant) {
            case 1 ->
                new Terms.Referrals(
                        new QualifyingAwards(
                                Set.of(
                                        Classification.UTILISE_FREE_CAPACITY,
                                        Classification.INCREASE_REVENUE_TRANSACTION_BASED),
                                Set.of()),
                        Optional.of(eur("30.00")),
                        Optional.empty(),
                        Optional.empty());
            case 2 ->
                new Terms.Referrals(
                        QualifyingAwards.ALL,
                        Optional.empty(),
                        Optional.of(Island.span(20, SpanUnit.DAYS)),
                        Optional.empty());
            case 3 ->
                new Terms.Referrals(
                        QualifyingAwards.ALL,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Island.span(2, SpanUnit.MONTHS)));
            default -> new Terms.Referrals();
        };
    }

    private Terms terms(Classification classification, int variant) {
        return switch (classification) {
            case UTILISE_FREE_CAPACITY -> new Terms.FreeCapacity();
            case INCREASE_REVENUE_TRANSACTION_BASED ->
                new Terms.TransactionRevenue(eur("20.00"), variant == 1 ? Optional.of(eur("60.00")) : Optional.empty());
            case INCREASE_REVENUE_PRODUCT_BASED ->
                variant == 3
                        ? new Terms.ProductRevenue(meal())
                        : new Terms.ProductRevenue(dice.oneOf(AwardScope.values()));
            case REWARD_LOYALTY_TRANSACTION_AMOUNT_BASED ->
                new Terms.SpendLoyalty(eur(dice.oneOf("50.00", "100.00")), period(), dice.oneOf(TargetExcess.values()));
            case REWARD_LOYALTY_TRANSACTION_NUMBER_BASED -> new Terms.CountLoyalty(dice.between(2, 4), period());
            case REWARD_LOYALTY_TRANSACTION_ITEM_QUANTITY_BASED ->
                new Terms.QuantityLoyalty(dice.between(3, 8), period());
            case REWARD_BEHAVIOR -> behavior(variant);
            case REWARD_ACHIEVEMENTS -> new Terms.Achievements(achievements(variant), variant % 2 == 1, limit(variant));
            case REWARD_FINANCIAL_ACHIEVEMENTS ->
                new Terms.FinancialAchievements(
                        achievements(variant),
                        variant % 2 == 1,
                        limit(variant),
                        eur("500.00"),
                        variant == 3 ? Optional.empty() : Optional.of(eur("1000.00")));
            case REWARD_FINANCIAL_STATEMENTS ->
                new Terms.FinancialStatements(
                        variant == 0 ? Set.of() : dice.some(Island.CLASSIFICATIONS, 2), kpis(variant), limit(variant));
            case REWARD_REFERRALS -> referrals(variant);
            case REWARD_SIGN_UPS -> new Terms.SignUps(variant >= 2);
            case REWARD_ON_BIRTHDAY -> new Terms.Birthday();
            case REWARD_PERSONAL_DATA_COMPLETENESS -> completeness(variant);
            case REWARD_ON_NAME_DAY -> new Terms.NameDay();
            case REWARD_SUBSCRIPTION_MATURITY ->
                new Terms.SubscriptionMaturity(
                        dice.oneOf(Island.span(3, SpanUnit.MONTHS), Island.span(45, SpanUnit.DAYS)),
                        dice.between(0, 6));
            case JUST_MONEY -> new Terms.JustMoney();
        };
    }

    /** Something to drink, and something to eat with it. */
    private ProductSet meal() {
        return new ProductSet(
                List.of(
                        new SetPart(ProductSelection.ofTypes("DRINK"), 1),
                        new SetPart(ProductSelection.ofProducts("CAKE"), dice.between(1, 2))),
                dice.oneOf(ValuedBy.values()));
    }

    private Terms behavior(int variant) {
        return new Terms.Behavior(
                variant == 2 ? Optional.empty() : Optional.of(Island.PAGES.get(0)),
                variant == 1 ? Optional.empty() : Optional.of(Island.PAGES.get(2)),
                limit(variant));
    }

    private static AwardLimit limit(int variant) {
        return switch (variant) {
            case 1 -> AwardLimit.onePer(Island.span(1, SpanUnit.MONTHS));
            case 2 -> AwardLimit.ONLY_ONE;
            case 3 -> AwardLimit.onePer(Island.span(10, SpanUnit.DAYS));
            default -> AwardLimit.MULTIPLE;
        };
    }

    private static Set<String> achievements(int variant) {
        return switch (variant) {
            case 0 -> Set.copyOf(Island.CLASSIFICATIONS.subList(0, 3));
            case 3 -> Set.of("QUIZ", "LEVEL_10", "SURVEY");
            default -> Set.of("QUIZ", "CARD_SPEND");
        };
    }

    private static List<KpiCondition> kpis(int variant) {
        KpiCondition sales = new KpiCondition(
                "TOTAL_SALES", Optional.of(new BigDecimal("5000")), Optional.of(new BigDecimal("10000.5")));
        KpiCondition customers = new KpiCondition("NEW_CUSTOMERS", Optional.of(new BigDecimal("3")), Optional.empty());
        return variant == 0 ? List.of(customers) : List.of(sales, customers);
    }

    private static Terms completeness(int variant) {
        Optional<DataDemand<PhoneType, PhoneField>> phone =
                Optional.of(new DataDemand<>(Set.of(PhoneType.MOBILE), Set.of(PhoneField.NUMBER)));
        Optional<DataDemand<EmailType, EmailField>> email =
                Optional.of(new DataDemand<>(Set.<EmailType>of(), Set.of(EmailField.ADDRESS)));
        Optional<DataDemand<AddressType, AddressField>> address =
                Optional.of(new DataDemand<>(Set.of(AddressType.HOME), Set.of(AddressField.TOWN, AddressField.AREA)));
        return switch (variant) {
            case 0 -> new Terms.Completeness(true, false, Optional.empty(), phone, Optional.empty());
            case 1 -> new Terms.Completeness(false, true, address, Optional.empty(), Optional.empty());
            case 2 -> new Terms.Completeness(false, false, Optional.empty(), Optional.empty(), email);
            default -> new Terms.Completeness(true, true, address, phone, email);
        };
    }

    private TimeSpan period() {
        return dice.oneOf(
                Island.span(30, SpanUnit.DAYS),
                Island.span(1, SpanUnit.MONTHS),
                Island.span(6, SpanUnit.WEEKS),
                Island.span(1, SpanUnit.YEARS));
    }

    private AwardConditions conditions(Terms terms, boolean simple) {
        Classification classification = terms.classification();
        AwardConditions.Builder conditions = AwardConditions.builder();
        if (classification == Classification.UTILISE_FREE_CAPACITY) {
            conditions.withTimes(new WeeklyTimes(
                    Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.SUNDAY),
                    simple
                            ? List.of()
                            : List.of(
                                    dice.chance(50)
                                            ? new DayHours(LocalTime.of(3, 0), LocalTime.of(18, 0))
                                            : new DayHours(LocalTime.of(16, 0), LocalTime.of(11, 0)))));
        }
        boolean needsProducts = (classification == Classification.INCREASE_REVENUE_PRODUCT_BASED
                        && terms.sets().isEmpty())
                || classification == Classification.REWARD_LOYALTY_TRANSACTION_ITEM_QUANTITY_BASED;
        if (needsProducts || (classification.isAboutPurchases() && !simple && dice.chance(30))) {
            conditions.withProducts(products());
        }
        if (classification == Classification.JUST_MONEY) {
            someOfUs(conditions, simple);
        }
        return simple ? conditions.build() : conditions(classification, conditions);
    }

    private void someOfUs(AwardConditions.Builder conditions, boolean simple) {
        if (simple || dice.chance(50)) {
            conditions.withSegmentsIncluded(Set.of("STUDENTS"));
        } else {
            conditions.withLocations(new Locations(Set.of("Old town"), Set.of("Nicosia"), Set.of()));
        }
    }

    private AwardConditions conditions(Classification classification, AwardConditions.Builder conditions) {
        if (classification.isAboutPurchases() && dice.chance(20)) {
            conditions.withPaymentMedia(new PaymentMedia(Set.of("VISA"), Set.of("CASH")));
        }
        if (classification.isAboutPurchases() && dice.chance(15)) {
            conditions.withPromoCodes(dice.oneOf(Set.of("SPRING"), Set.of("SPRING", "MAY/1")));
        }
        if (classification != Classification.JUST_MONEY && dice.chance(15)) {
            conditions.withSegmentsIncluded(dice.some(List.of("STUDENTS", "STAFF", "AWARDED", "SPENDERS"), 3));
        }
        if (dice.chance(15)) {
            conditions.withSegmentsExcluded(Set.of(dice.oneOf("STAFF", "DEBTORS", "SPENDERS")));
        }
        if (dice.chance(10)) {
            conditions.withTiers(dice.some(Island.TIERS, 2));
        }
        if (classification != Classification.JUST_MONEY && dice.chance(10)) {
            conditions.withLocations(new Locations(Set.of(), Set.of("Nicosia", "Paphos"), Set.of("North")));
        }
        if (dice.chance(12)) {
            conditions.withUnits(dice.some(Island.UNITS, 3)).withGroups(Set.of(dice.oneOf(Island.GROUPS)));
        }
        if (dice.chance(25)) {
            conditions.withMaximumUnprocessed(dice.oneOf(
                    Island.span(36, SpanUnit.HOURS),
                    Island.span(2, SpanUnit.DAYS),
                    Island.span(2, SpanUnit.DAYS),
                    Island.span(2, SpanUnit.WEEKS)));
        }
        if (dice.chance(10)) {
            conditions.withPeriod(new DayPeriod(
                    Island.FIRST_DAY.plusDays(dice.below(200)), Island.FIRST_DAY.plusDays(250 + dice.below(400))));
        }
        return conditions.build();
    }

    private ProductSelection products() {
        return dice.oneOf(
                ProductSelection.ofProducts("COFFEE"),
                ProductSelection.ofTypes("DRINK", "HARDWARE"),
                new ProductSelection(Set.of("PEN"), Set.of(), Set.of("CAFETERIA")));
    }

    private OfferValidity validity() {
        return switch (dice.below(10)) {
            case 0, 1 ->
                new OfferValidity.SpecificPeriods(List.of(
                        new DateTimePeriod(
                                Island.FIRST_DAY.plusDays(20).atStartOfDay(),
                                Island.FIRST_DAY.plusDays(200).atTime(12, 0)),
                        new DateTimePeriod(
                                Island.FIRST_DAY.plusDays(300).atStartOfDay(),
                                Island.FIRST_DAY.plusDays(600).atStartOfDay())));
            case 2, 3 ->
                new OfferValidity.RecurringPeriods(List.of(
                        new RecurringDays(MonthDay.of(11, 20), MonthDay.of(2, 29)),
                        new RecurringDays(MonthDay.of(5, 1), MonthDay.of(7, 31))));
            case 4 -> new OfferValidity.BirthdayPeriod(new DaysAround(60, 30));
            case 5 -> new OfferValidity.NameDayPeriod(new DaysAround(30, 60));
            default -> new OfferValidity.FromLatestEffectiveDate();
        };
    }

    private AwardValidity awardValidity() {
        return dice.oneOf(
                AwardValidity.ALWAYS,
                new AwardValidity(Optional.empty(), new AwardValidity.Expiry.After(Island.span(3, SpanUnit.MONTHS))),
                new AwardValidity(
                        Optional.of(Island.span(2, SpanUnit.DAYS)),
                        new AwardValidity.Expiry.On(Island.FIRST_DAY.plusDays(500))),
                new AwardValidity(Optional.of(Island.span(3, SpanUnit.HOURS)), new AwardValidity.Expiry.Never()));
    }

    private List<Cap> caps(Award award) {
        Denomination awarded = Island.programme(0).settings().denominationOf(award);
        return switch (dice.below(12)) {
            case 0 -> List.of(Cap.ofAwards(Cap.Of.PARTICIPANT, dice.between(1, 3)));
            case 1 -> List.of(Cap.ofAwards(Cap.Of.ALL, dice.between(20, 200)));
            case 2 -> List.of(Cap.ofAmount(Cap.Of.PARTICIPANT, Amount.of(dice.oneOf("7", "30"), awarded)));
            case 3 -> List.of(Cap.ofAmount(Cap.Of.ALL, Amount.of("1234", awarded)));
            case 4 ->
                List.of(
                        Cap.ofAwards(Cap.Of.PARTICIPANT, 1).per(dice.oneOf(CalendarPeriod.values())),
                        Cap.ofAmount(Cap.Of.ALL, Amount.of(dice.oneOf("20", "90"), awarded))
                                .per(dice.oneOf(CalendarPeriod.values())));
            case 5 ->
                List.of(
                        Cap.ofAwards(Cap.Of.PARTICIPANT, 2)
                                .within(Island.span(dice.between(1, 30), dice.oneOf(SpanUnit.values()))),
                        Cap.ofAwards(Cap.Of.ALL, dice.between(5, 20)).per(dice.oneOf(CalendarPeriod.values())));
            default -> List.of();
        };
    }

    private Award fixed() {
        return new Award.FixedAmount(eur(dice.oneOf("1.00", "2.50", "5.00")));
    }

    private Award award(Terms terms) {
        int draw = dice.below(10);
        boolean ofPurchase = terms.classification().isAboutPurchases()
                && !(terms instanceof Terms.CountLoyalty)
                && !(terms instanceof Terms.QuantityLoyalty);
        if (draw < 3) {
            return past();
        }
        if (draw < 6 && ofPurchase) {
            return dice.chance(40) ? rate() : percentage();
        }
        return draw < 8 ? fixed() : new Award.FixedAmount(Amount.of(String.valueOf(dice.between(10, 50)), Island.PTS));
    }

    private Award percentage() {
        Percentage share = Percentage.of(dice.oneOf("5", "7.5", "10", "33.33"));
        return new Award.PercentageOfPurchase(share, dice.chance(30) ? range() : AwardRange.NONE);
    }

    private Award rate() {
        Amount per = eur(dice.oneOf("1.00", "0.30", "10.00"));
        return dice.chance(50)
                ? new Award.Rate(eur("0.25"), per, dice.oneOf(RateSteps.values()), range())
                : new Award.Rate(Amount.of("2", Island.PTS), per, dice.oneOf(RateSteps.values()), AwardRange.NONE);
    }

    private AwardRange range() {
        return new AwardRange(
                dice.chance(50) ? Optional.of(eur("0.75")) : Optional.empty(),
                dice.chance(50) ? Optional.of(eur("2.00")) : Optional.empty());
    }

    private Award past() {
        Denomination denomination = dice.oneOf(Island.EUR, Island.EUR, Island.PTS);
        TimeSpan within = dice.oneOf(Island.span(30, SpanUnit.DAYS), Island.span(12, SpanUnit.MONTHS));
        Set<String> schemes = dice.chance(30) ? Set.of("CLUB") : Set.of();
        Set<String> types = schemes.isEmpty() && dice.chance(30)
                ? Set.of(Island.typeOf(dice.oneOf(Classification.values())))
                : Set.of();
        return new Award.PercentageOfAwarded(
                Percentage.of(dice.oneOf("10", "2.5")), within, types, schemes, denomination);
    }

    private static boolean inEuro(Award award) {
        return award.countedIn().orElse(Island.EUR).equals(Island.EUR);
    }

    static Amount eur(String amount) {
        return Amount.of(amount, Island.EUR);
    }

    /** The instant of a local date and time. */
    static ZonedDateTime at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(Island.ZONE);
    }
}
