package io.rewards.oracle;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.Percentage;
import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.AttributeType;
import io.rewards.attribute.AttributeValue;
import io.rewards.catalogue.AttributeCondition;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardBase;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardHandling;
import io.rewards.catalogue.AwardRange;
import io.rewards.catalogue.AwardScope;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.EvaluationMethod;
import io.rewards.catalogue.Excess;
import io.rewards.catalogue.Locations;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferValidity;
import io.rewards.catalogue.PaymentMedia;
import io.rewards.catalogue.ProductList;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.ProductSet;
import io.rewards.catalogue.PurchaseBase;
import io.rewards.catalogue.RateSteps;
import io.rewards.catalogue.SetPart;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.SpendConditions;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.TargetExcess;
import io.rewards.catalogue.Terms;
import io.rewards.catalogue.ValuedBy;
import io.rewards.participant.Secret;
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
import io.rewards.time.WeeklyWindow;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Draws offers that a programme check accepts. Most conditions are rare, so that many offers award. For one thread. */
final class RandomOffers {

    private static final List<Long> THRESHOLDS = List.of(0L, 1L, 500L, 1000L, 1000L, 2500L, 5000L);
    private static final List<TimeSpan> PERIODS = List.of(
            new TimeSpan(90, SpanUnit.MINUTES),
            new TimeSpan(36, SpanUnit.HOURS),
            new TimeSpan(1, SpanUnit.DAYS),
            new TimeSpan(7, SpanUnit.DAYS),
            new TimeSpan(30, SpanUnit.DAYS),
            new TimeSpan(2, SpanUnit.WEEKS),
            new TimeSpan(1, SpanUnit.MONTHS),
            new TimeSpan(1, SpanUnit.YEARS));

    private final Dice dice;
    private final Season season;
    private final Settings settings;

    RandomOffers(Dice dice, Season season, Settings settings) {
        this.dice = dice;
        this.season = season;
        this.settings = settings;
    }

    List<Offer> drawn(int count) {
        List<Integer> numbers =
                dice.shuffled(IntStream.rangeClosed(1, 2 * count).boxed().toList());
        List<Offer> offers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            offers.add(offer(numbers.get(i), "O" + (i + 1)));
        }
        return offers;
    }

    private Optional<AwardBase> base() {
        return dice.chance(20) ? Optional.empty() : Optional.of(dice.oneOf(AwardBase.values()));
    }

    private Offer offer(int number, String code) {
        Terms terms = terms();
        Award award = award(terms);
        String scheme = dice.chance(95) ? dice.oneOf("CLUB", "CLUB", "COFFEE") : "DORMANT";
        Offer.Builder builder = Offer.builder(
                        number,
                        code,
                        scheme,
                        RandomProgramme.typeOf(terms.classification(), dice.chance(30)),
                        terms,
                        award)
                .withOnlyIfBest(dice.chance(40))
                .withValidity(validity())
                .withConditions(conditions(terms))
                .withCaps(caps(award))
                .withAttributes(RandomProgramme.carried(dice, settings, AttributeOwner.OFFER));
        if (terms.classification().isAboutPurchases() && dice.chance(40)) {
            builder.withBase(new PurchaseBase(base(), base()));
        }
        if (dice.chance(95)) {
            builder.withEffectiveSince(
                    dice.chance(85)
                            ? season.start().minusSeconds(dice.below(1000))
                            : season.moment(dice).toInstant());
        }
        if (dice.chance(5)) {
            builder.withEvaluation(EvaluationMethod.BATCH);
        } else if (settings.denominationOf(award).equals(settings.currency()) && dice.chance(45)) {
            builder.withSpendMethod(SpendMethod.SPEND_INSTANTLY)
                    .withHandling(AwardHandling.DEFAULT.with(dice.chance(70) ? Excess.VOID : Excess.KEEP));
        }
        if (dice.chance(30)) {
            builder.withAwardValidityOfScheme();
        } else if (dice.chance(40)) {
            builder.withAwardValidity(awardValidity(dice, season));
        }
        if (dice.chance(35)) {
            builder.withSpendConditions(spendConditions());
        }
        return builder.build();
    }

    private static final Classification[] PURCHASES = Arrays.stream(Classification.values())
            .filter(Classification::isAboutPurchases)
            .toArray(Classification[]::new);

    private Terms terms() {
        return switch (dice.oneOf(PURCHASES)) {
            case UTILISE_FREE_CAPACITY -> new Terms.FreeCapacity();
            case INCREASE_REVENUE_TRANSACTION_BASED -> {
                long from = dice.oneOf(THRESHOLDS);
                Optional<Amount> to = dice.chance(40)
                        ? Optional.of(money(from + dice.oneOf(0L, 1L, 1500L, 4000L)))
                        : Optional.empty();
                yield new Terms.TransactionRevenue(money(from), to);
            }
            case INCREASE_REVENUE_PRODUCT_BASED ->
                dice.chance(50)
                        ? new Terms.ProductRevenue(set())
                        : new Terms.ProductRevenue(dice.oneOf(AwardScope.values()));
            case REWARD_LOYALTY_TRANSACTION_AMOUNT_BASED ->
                new Terms.SpendLoyalty(
                        money(Math.max(1, dice.oneOf(THRESHOLDS))),
                        dice.oneOf(PERIODS),
                        dice.oneOf(TargetExcess.values()));
            case REWARD_LOYALTY_TRANSACTION_NUMBER_BASED ->
                new Terms.CountLoyalty(dice.between(1L, 4), dice.oneOf(PERIODS));
            case REWARD_LOYALTY_TRANSACTION_ITEM_QUANTITY_BASED ->
                new Terms.QuantityLoyalty(dice.oneOf(1L, 2L, 5L, 10L), dice.oneOf(PERIODS));
            default -> throw new AssertionError("Not about purchases.");
        };
    }

    /** Parts of which none names what another does, as far as the programme knows; a line can say otherwise. */
    private ProductSet set() {
        List<ProductSelection> apart = dice.oneOf(
                List.of(ProductSelection.ofTypes("DRINK"), ProductSelection.ofTypes("FOOD")),
                List.of(ProductSelection.ofProducts("BEAN", "CAKE")),
                List.of(
                        ProductSelection.ofProducts("BREW"),
                        ProductSelection.ofTypes("DRINK", "HARDWARE")
                                .butNot(new ProductList(Set.of("BREW"), Set.of(), Set.of()))),
                List.of(
                        new ProductSelection(Set.of(), Set.of(), Set.of("HOME")),
                        ProductSelection.ofTypes("FOOD"),
                        ProductSelection.ofTypes("DRINK")));
        List<SetPart> parts = new ArrayList<>();
        for (ProductSelection part : dice.shuffled(apart)) {
            parts.add(new SetPart(part, dice.oneOf(1L, 1L, 2L, 3L)));
        }
        return new ProductSet(parts, dice.oneOf(ValuedBy.values()));
    }

    private Award award(Terms terms) {
        boolean countsThings = terms instanceof Terms.CountLoyalty || terms instanceof Terms.QuantityLoyalty;
        if (!countsThings && dice.chance(45)) {
            return new Award.PercentageOfPurchase(percentage(), range(settings.currency()));
        }
        if (!countsThings && dice.chance(30)) {
            Denomination counted = denomination();
            Amount each = new Amount(counted, dice.oneOf(1L, 2L, 5L, 50L));
            Amount per = new Amount(settings.currency(), dice.oneOf(1L, 3L, 100L, 250L, 1000L));
            return new Award.Rate(each, per, dice.oneOf(RateSteps.values()), range(counted));
        }
        if (dice.chance(20) && !isPerItem(terms)) {
            Set<String> types = dice.chance(20)
                    ? dice.some(
                            List.of(
                                    RandomProgramme.typeOf(dice.oneOf(PURCHASES), false),
                                    RandomProgramme.typeOf(terms.classification(), true)),
                            2L)
                    : Set.of();
            Set<String> schemes =
                    types.isEmpty() && dice.chance(20) ? dice.some(RandomProgramme.SCHEMES, 2L) : Set.of();
            TimeSpan within = dice.oneOf(
                    new TimeSpan(1, SpanUnit.DAYS),
                    new TimeSpan(10, SpanUnit.DAYS),
                    new TimeSpan(1, SpanUnit.MONTHS),
                    new TimeSpan(1, SpanUnit.YEARS));
            return new Award.PercentageOfAwarded(percentage(), within, types, schemes, denomination());
        }
        return new Award.FixedAmount(new Amount(denomination(), dice.oneOf(1L, 50L, 100L, 250L, 1000L, 6000L)));
    }

    private AwardRange range(Denomination counted) {
        if (dice.chance(70)) {
            return AwardRange.NONE;
        }
        long least = dice.oneOf(1L, 50L, 100L);
        Optional<Amount> atLeast = dice.chance(60) ? Optional.of(new Amount(counted, least)) : Optional.empty();
        Optional<Amount> atMost =
                dice.chance(60) ? Optional.of(new Amount(counted, least + dice.oneOf(0L, 1L, 300L))) : Optional.empty();
        return new AwardRange(atLeast, atMost);
    }

    /** A percentage of past awards for each piece is left out: the domain does not say what that would be. */
    private static boolean isPerItem(Terms terms) {
        return terms instanceof Terms.ProductRevenue revenue && revenue.scope() == AwardScope.PER_TRANSACTION_ITEM;
    }

    private Amount money(long units) {
        return new Amount(settings.currency(), units);
    }

    private Percentage percentage() {
        return Percentage.of(dice.oneOf("0.001", "1", "5", "10", "12.5", "33.333333333", "50", "100"));
    }

    private Denomination denomination() {
        return dice.chance(75) ? settings.currency() : dice.oneOf(RandomProgramme.POINTS, RandomProgramme.MILES);
    }

    private OfferValidity validity() {
        if (dice.chance(55)) {
            return new OfferValidity.FromLatestEffectiveDate();
        }
        return switch (dice.below(4)) {
            case 0 -> {
                List<DateTimePeriod> periods = new ArrayList<>();
                for (long i = dice.between(1L, 3); i > 0; i--) {
                    LocalDateTime from = dice.chance(50)
                            ? season.day(dice).atStartOfDay()
                            : season.moment(dice).toLocalDateTime();
                    periods.add(new DateTimePeriod(from, from.plusDays(dice.between(1L, season.days()))));
                }
                yield new OfferValidity.SpecificPeriods(periods);
            }
            case 1 -> {
                List<RecurringDays> periods = new ArrayList<>();
                for (long i = dice.between(1L, 2); i > 0; i--) {
                    periods.add(new RecurringDays(monthDay(), monthDay()));
                }
                yield new OfferValidity.RecurringPeriods(periods);
            }
            case 2 -> new OfferValidity.BirthdayPeriod(around());
            default -> new OfferValidity.NameDayPeriod(around());
        };
    }

    private MonthDay monthDay() {
        return dice.chance(25)
                ? dice.oneOf(MonthDay.of(2, 29), MonthDay.of(2, 28), MonthDay.of(12, 31), MonthDay.of(1, 1))
                : MonthDay.from(season.day(dice));
    }

    private DaysAround around() {
        return new DaysAround(dice.oneOf(0, 1, 3, 14, 182), dice.oneOf(0, 1, 3, 14, 182));
    }

    private AwardConditions conditions(Terms terms) {
        AwardConditions.Builder builder = AwardConditions.builder();
        boolean namesProducts = (terms instanceof Terms.ProductRevenue || terms instanceof Terms.QuantityLoyalty)
                && terms.sets().isEmpty();
        if (namesProducts || dice.chance(25)) {
            builder.withProducts(products());
        }
        if (dice.chance(10)) {
            builder.withMinimumPurchase(new Amount(settings.currency(), dice.oneOf(0L, 1L, 250L, 1000L)));
        }
        if (terms instanceof Terms.FreeCapacity || dice.chance(6)) {
            builder.withTimes(times());
        }
        if (dice.chance(6)) {
            builder.withPaymentMedia(dice.oneOf(
                    new PaymentMedia(Set.of("VISA"), Set.of()),
                    new PaymentMedia(Set.of(), Set.of("CASH")),
                    new PaymentMedia(Set.of("VISA"), Set.of("CASH")),
                    new PaymentMedia(Set.of(), Set.of(), Set.of(Secret.hashOf("4111")))));
        }
        if (dice.chance(6)) {
            builder.withPromoCodes(dice.oneOf(Set.of("SPRING"), Set.of("SPRING", "MAY/1")));
        }
        if (dice.chance(6)) {
            builder.withLocations(dice.oneOf(
                    new Locations(Set.of("OLD TOWN"), Set.of(), Set.of()),
                    new Locations(Set.of(), Set.of("NICOSIA", "LIMASSOL"), Set.of()),
                    new Locations(Set.of("OLD TOWN"), Set.of(), Set.of("EAST"))));
        }
        if (dice.chance(8)) {
            builder.withMaximumUnprocessed(dice.oneOf(PERIODS));
        }
        if (dice.chance(6)) {
            builder.withSegmentsIncluded(dice.some(RandomProgramme.SEGMENTS, 3L));
        }
        if (dice.chance(6)) {
            builder.withSegmentsExcluded(dice.some(RandomProgramme.SEGMENTS, 2L));
        }
        if (dice.chance(8)) {
            builder.withUnits(dice.some(RandomProgramme.UNITS, 2L));
        }
        if (dice.chance(8)) {
            builder.withGroups(dice.some(RandomProgramme.GROUPS, 2L));
        }
        if (dice.chance(10)) {
            LocalDate from = dice.chance(30) ? LocalDate.MIN : season.day(dice);
            LocalDate through = dice.chance(30) || from.equals(LocalDate.MIN)
                    ? LocalDate.MAX
                    : from.plusDays(dice.below(season.days()));
            builder.withPeriod(new DayPeriod(from, through));
        }
        if (dice.chance(6)) {
            builder.withTiers(dice.some(RandomProgramme.TIERS, 2L));
        }
        if (dice.chance(8)) {
            List<AttributeCondition> attributes = new ArrayList<>();
            for (long i = dice.between(1L, 2); i > 0; i--) {
                attributes.add(attribute());
            }
            builder.withAttributes(attributes);
        }
        return builder.build();
    }

    private ProductSelection products() {
        ProductSelection named = named();
        return dice.chance(25) ? named.butNot(RandomProgramme.excepted(dice)) : named;
    }

    private ProductSelection named() {
        return switch (dice.below(4)) {
            case 0 -> new ProductSelection(dice.some(RandomProgramme.PRODUCTS, 3L), Set.of(), Set.of());
            case 1 -> new ProductSelection(Set.of(), dice.some(RandomProgramme.PRODUCT_TYPES, 2L), Set.of());
            case 2 -> new ProductSelection(Set.of(), Set.of(), dice.some(RandomProgramme.FAMILIES, 2L));
            default ->
                new ProductSelection(
                        dice.some(RandomProgramme.PRODUCTS, 1L),
                        dice.some(RandomProgramme.PRODUCT_TYPES, 1L),
                        Set.of());
        };
    }

    private WeeklyTimes times() {
        return dice.chance(40) ? new WeeklyTimes(dice.list(1, 3, this::window)) : daysAndHours();
    }

    private WeeklyWindow window() {
        return new WeeklyWindow(
                dice.chance(80) ? dice.some(List.of(DayOfWeek.values()), 3L) : Set.of(),
                dice.oneOf(
                        new DayHours(LocalTime.of(22, 0), LocalTime.of(2, 0)),
                        new DayHours(LocalTime.of(18, 0), LocalTime.of(17, 59, 59)),
                        new DayHours(LocalTime.of(9, 0), LocalTime.of(18, 0)),
                        new DayHours(LocalTime.of(18, 0), LocalTime.MIDNIGHT)));
    }

    private WeeklyTimes daysAndHours() {
        Set<DayOfWeek> days = dice.chance(60) ? dice.some(List.of(DayOfWeek.values()), 5L) : Set.of();
        List<DayHours> hours = new ArrayList<>();
        if (days.isEmpty() || dice.chance(50)) {
            hours.add(dice.oneOf(
                    new DayHours(LocalTime.of(15, 0), LocalTime.of(18, 0)),
                    new DayHours(LocalTime.of(18, 0), LocalTime.MIDNIGHT),
                    new DayHours(LocalTime.MIDNIGHT, LocalTime.of(12, 0)),
                    new DayHours(LocalTime.of(1, 30), LocalTime.of(3, 30))));
            if (dice.chance(40)) {
                hours.add(new DayHours(LocalTime.of(18, 0), LocalTime.of(23, 59, 59)));
            }
        }
        return new WeeklyTimes(days, hours);
    }

    private AttributeCondition attribute() {
        AttributeOwner owner = dice.oneOf(AttributeOwner.values());
        AttributeType type = dice.oneOf(AttributeType.values());
        List<AttributeValue> values = new ArrayList<>(List.of(RandomProgramme.value(dice, settings, type)));
        AttributeCondition.Operator operator = type == AttributeType.TEXT
                ? AttributeCondition.Operator.IS
                : dice.oneOf(AttributeCondition.Operator.values());
        if (operator == AttributeCondition.Operator.IS) {
            values.add(RandomProgramme.value(dice, settings, type));
        }
        return new AttributeCondition(RandomProgramme.declared(owner, type), operator, values);
    }

    private List<Cap> caps(Award award) {
        Denomination awarded = settings.denominationOf(award);
        List<Cap> caps = new ArrayList<>();
        for (int more = dice.chance(40) ? (int) dice.between(1L, 3) : 0; more > 0; more--) {
            Cap.Of of = dice.oneOf(Cap.Of.values());
            Cap cap = dice.chance(50)
                    ? Cap.ofAwards(of, dice.between(1L, 3))
                    : Cap.ofAmount(of, new Amount(awarded, dice.oneOf(1L, 100L, 150L, 700L)));
            caps.add(dice.chance(40) ? cap : per(cap));
        }
        return caps;
    }

    private Cap per(Cap cap) {
        return cap.of() == Cap.Of.PARTICIPANT && dice.chance(50)
                ? cap.within(new TimeSpan((int) dice.between(1L, 3), dice.oneOf(SpanUnit.values())))
                : cap.per(dice.oneOf(CalendarPeriod.values()));
    }

    private SpendConditions spendConditions() {
        return new SpendConditions(
                dice.chance(60) ? products() : ProductSelection.ALL,
                dice.chance(20) ? times() : WeeklyTimes.ALWAYS,
                dice.chance(20) ? dice.some(RandomProgramme.UNITS, 3L) : Set.of(),
                dice.chance(20) ? dice.some(RandomProgramme.GROUPS, 2L) : Set.of());
    }

    /** Any award validity that can be set up. */
    static AwardValidity awardValidity(Dice dice, Season season) {
        Optional<TimeSpan> after = dice.chance(40)
                ? Optional.of(dice.oneOf(
                        new TimeSpan(30, SpanUnit.MINUTES),
                        new TimeSpan(24, SpanUnit.HOURS),
                        new TimeSpan(3, SpanUnit.DAYS)))
                : Optional.empty();
        AwardValidity.Expiry expiry = switch (dice.below(4)) {
            case 0 -> new AwardValidity.Expiry.Never();
            case 1 -> new AwardValidity.Expiry.On(season.day(dice).plusDays(dice.below(30)));
            case 2 ->
                new AwardValidity.Expiry.After(
                        new TimeSpan((int) dice.between(5L, 20), dice.oneOf(SpanUnit.DAYS, SpanUnit.WEEKS)));
            default ->
                new AwardValidity.Expiry.After(
                        dice.oneOf(new TimeSpan(1, SpanUnit.MONTHS), new TimeSpan(1, SpanUnit.YEARS)));
        };
        return new AwardValidity(after, expiry);
    }
}
