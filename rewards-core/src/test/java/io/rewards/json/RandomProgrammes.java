package io.rewards.json;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.Percentage;
import io.rewards.attribute.AttributeOwner;
import io.rewards.catalogue.Agreement;
import io.rewards.catalogue.AllowedContent;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardBase;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardHandling;
import io.rewards.catalogue.AwardKind;
import io.rewards.catalogue.AwardLimit;
import io.rewards.catalogue.AwardRange;
import io.rewards.catalogue.AwardScope;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.ClawbackPolicy;
import io.rewards.catalogue.ConditionKind;
import io.rewards.catalogue.ConsumptionOrder;
import io.rewards.catalogue.DataDemand;
import io.rewards.catalogue.EvaluationMethod;
import io.rewards.catalogue.Excess;
import io.rewards.catalogue.ExchangeRate;
import io.rewards.catalogue.KpiCondition;
import io.rewards.catalogue.Locations;
import io.rewards.catalogue.Marketing;
import io.rewards.catalogue.NotificationKind;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferTemplate;
import io.rewards.catalogue.OfferType;
import io.rewards.catalogue.OfferValidity;
import io.rewards.catalogue.Ownership;
import io.rewards.catalogue.ParticipantSettings;
import io.rewards.catalogue.PaymentMedia;
import io.rewards.catalogue.PaymentPreference;
import io.rewards.catalogue.Privacy;
import io.rewards.catalogue.ProductList;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.ProductSet;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.PurchaseBase;
import io.rewards.catalogue.QualifyingAwards;
import io.rewards.catalogue.RateSteps;
import io.rewards.catalogue.ReturnPolicy;
import io.rewards.catalogue.RewardsDefinition;
import io.rewards.catalogue.RunDefinition;
import io.rewards.catalogue.SetPart;
import io.rewards.catalogue.SettlementDefinition;
import io.rewards.catalogue.SpendConditionKind;
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
import io.rewards.catalogue.ValuedBy;
import io.rewards.participant.AddressField;
import io.rewards.participant.AddressType;
import io.rewards.participant.EmailField;
import io.rewards.participant.EmailType;
import io.rewards.participant.PhoneField;
import io.rewards.participant.PhoneType;
import io.rewards.participant.Secret;
import io.rewards.time.CalendarPeriod;
import io.rewards.time.DayHours;
import io.rewards.time.DayPeriod;
import io.rewards.time.DaysAround;
import io.rewards.time.RecurringDays;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import io.rewards.time.WeeklyTimes;
import io.rewards.time.WeeklyWindow;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** Programmes like the one with every field, with other offers, templates and runs. */
final class RandomProgrammes {

    private static final Programme BASE = Examples.everyField();
    private static final Denomination EUR = new Denomination("EUR", 2);

    private final RandomValues random;

    RandomProgrammes(Random random) {
        this.random = new RandomValues(random);
    }

    Programme next() {
        List<Offer> offers = new ArrayList<>();
        for (int number = 1; number <= 1 + random.below(20); number++) {
            OfferType type = random.oneOf(BASE.offerTypes());
            offers.add(offer(number, "OFFER-" + number, type));
        }
        List<OfferTemplate> templates = new ArrayList<>(BASE.templates());
        OfferType type = random.oneOf(BASE.offerTypes());
        String name = random.flag() ? "T" : "A template";
        templates.add(new OfferTemplate("T", name, random.flag(), content(type, name)));
        List<Agreement> agreements = new RandomAgreements(random).of(BASE, offers);
        if (!agreements.isEmpty()) {
            // These merchants may define no offers.
            offers.replaceAll(offer -> offer.toBuilder()
                    .withOwnership(new Ownership("", offer.ownership().privacy()))
                    .build());
        }
        return BASE.toBuilder()
                .withVersion(random.text())
                .withSettings(
                        BASE.settings().with(spending()).with(participants()).with(tierSettings()))
                .withTiers(tiers())
                .withSegments(List.of(BASE.segments().get(0), BASE.segments().get(1)))
                .withOfferTypes(types(offers, templates))
                .withRewardsDefinitions(definitions(offers))
                .withOffers(offers)
                .withTemplates(templates)
                .withRates(random.flag() ? BASE.rates() : List.of(rate()))
                .withAgreements(agreements)
                .withRuns(List.of(new RunDefinition(
                        random.text(),
                        random.text(),
                        random.flag(),
                        random.flag() ? Set.of() : Set.of("CLUB"),
                        random.flag() ? Set.of() : Set.of("GIFTS"),
                        random.flag() ? Set.of() : Set.of("LIKES"),
                        Optional.empty())))
                .withSettlements(List.of(new SettlementDefinition(
                        random.text(),
                        random.text(),
                        random.flag(),
                        random.flag() ? Set.of() : Set.of("U1"),
                        Set.of(),
                        Optional.empty())))
                .build();
    }

    private TierSettings tierSettings() {
        TierSettings drawn =
                TierSettings.DEFAULT.with(random.oneOf(AwardBase.class)).with(random.oneOf(TierReturns.class));
        drawn = random.flag() ? drawn : drawn.withUnit(Amount.of("0.50", EUR));
        drawn = random.flag() ? drawn : drawn.withAtRiskDays(1 + random.below(366));
        return random.flag() ? drawn : drawn.with(TierOwner.HOST);
    }

    private List<Tier> tiers() {
        if (random.flag()) {
            return List.of(Tier.named("SILVER"), Tier.named("GOLD"));
        }
        Tier gold = Tier.of("GOLD", 500, new TimeSpan(1 + random.below(24), SpanUnit.MONTHS))
                .with(random.oneOf(TierFall.class));
        return List.of(
                Tier.of("SILVER", random.below(500), new TimeSpan(1 + random.below(400), SpanUnit.DAYS)),
                random.flag() ? gold : gold.keptBy(random.below(501)));
    }

    /** Types that allow all that these say, and more. */
    private List<OfferType> types(List<Offer> offers, List<OfferTemplate> templates) {
        List<Offer> all = new ArrayList<>(offers);
        templates.forEach(template -> all.add(template.content()));
        return BASE.offerTypes().stream()
                .map(type -> new OfferType(
                        type.code(),
                        type.name(),
                        type.classification(),
                        type.categories(),
                        type.goal(),
                        allowing(all.stream()
                                .filter(offer -> offer.type().equals(type.code()))
                                .toList())))
                .toList();
    }

    private AllowedContent allowing(List<Offer> offers) {
        return new AllowedContent(
                offers.isEmpty()
                        ? Optional.empty()
                        : allowed(AwardKind.class, offers, kind -> offer -> AwardKind.of(offer.award()) == kind),
                allowed(ConditionKind.class, offers, kind -> offer -> kind.isSetIn(offer.conditions())),
                allowed(SpendConditionKind.class, offers, kind -> offer -> kind.isSetIn(offer.spendConditions())));
    }

    private <E extends Enum<E>> Optional<Set<E>> allowed(
            Class<E> kinds, List<Offer> offers, Function<E, Predicate<Offer>> said) {
        return random.maybe(() -> {
            Set<E> allowed = new TreeSet<>(random.someOf(kinds));
            for (E kind : kinds.getEnumConstants()) {
                if (offers.stream().anyMatch(said.apply(kind))) {
                    allowed.add(kind);
                }
            }
            return allowed;
        });
    }

    private List<RewardsDefinition> definitions(List<Offer> offers) {
        Set<String> types = new TreeSet<>(offers.stream().map(Offer::type).toList());
        RewardsDefinition active = new RewardsDefinition("NOW", "Now", true, types);
        RewardsDefinition other = new RewardsDefinition(
                "NEXT",
                random.flag() ? "NEXT" : "Next",
                false,
                Set.of(random.oneOf(BASE.offerTypes()).code()));
        return random.oneOf(List.of(List.of(), List.of(active), List.of(other), List.of(other, active)));
    }

    private SpendSettings spending() {
        return new SpendSettings(
                random.flag(),
                random.maybe(() -> new Amount(EUR, 1 + random.below(999))),
                random.oneOf(ConsumptionOrder.class),
                random.oneOf(ClawbackPolicy.class));
    }

    private ParticipantSettings participants() {
        List<PaymentPreference> allowed = new ArrayList<>();
        for (String code : random.flag() ? List.<String>of() : List.of("CARD", "TO_" + random.text())) {
            allowed.add(new PaymentPreference(
                    code,
                    random.flag()
                            ? List.of()
                            : List.of(
                                    new PaymentPreference.Field("iban", random.maybe(() -> new TextPattern("[A-Z]+"))),
                                    new PaymentPreference.Field("of " + random.text(), Optional.empty()))));
        }
        Set<NotificationKind> care = EnumSet.noneOf(NotificationKind.class);
        for (NotificationKind kind : NotificationKind.values()) {
            if (!kind.isMarketing() && random.flag()) {
                care.add(kind);
            }
        }
        return new ParticipantSettings(random.flag(), allowed, care);
    }

    private ExchangeRate rate() {
        Denomination points = random.oneOf(BASE.settings().points());
        return new ExchangeRate(
                new Amount(points, 1 + random.below(999)),
                new Amount(EUR, 1 + random.below(999)),
                random.maybe(() -> new Amount(points, 1 + random.below(9_999))));
    }

    private Offer content(OfferType type, String name) {
        return said(Offer.builder(
                        1, "T", random.oneOf(List.of("CLUB", "SUMMER")), type.code(), terms(type), award(type)))
                .withName(name)
                .build();
    }

    private Offer offer(long number, String code, OfferType type) {
        Offer.Builder offer = said(Offer.builder(
                        number, code, random.oneOf(List.of("CLUB", "SUMMER")), type.code(), terms(type), award(type)))
                .withTemplate(random.oneOf(List.of("", "T", "LIKE")));
        if (random.flag()) {
            offer.withName(code + " " + random.text());
        }
        if (random.flag()) {
            offer.withEffectiveSince(random.instant());
        }
        return offer.build();
    }

    private PurchaseBase base() {
        return new PurchaseBase(
                random.flag() ? Optional.empty() : Optional.of(random.oneOf(AwardBase.class)),
                random.flag() ? Optional.empty() : Optional.of(random.oneOf(AwardBase.class)));
    }

    private Offer.Builder said(Offer.Builder offer) {
        Offer plain = offer.build();
        AwardValidity after = new AwardValidity(
                Optional.of(new TimeSpan(1, SpanUnit.HOURS)),
                new AwardValidity.Expiry.After(new TimeSpan(2 + random.below(9), SpanUnit.DAYS)));
        offer.withDescription(random.textOrEmpty())
                .withEvaluation(EvaluationMethod.BATCH)
                .withBase(plain.classification().isAboutPurchases() ? base() : PurchaseBase.OF_SETTINGS)
                .withOnlyIfBest(random.flag())
                .withValidity(validity())
                .withConditions(conditions(plain))
                .withCaps(random.flag() ? List.of() : caps(plain))
                .withAttributes(random.attributes(BASE.attributes(), AttributeOwner.OFFER))
                .withMarketing(
                        new Marketing(random.textOrEmpty(), random.textOrEmpty(), "#00ff00", random.textOrEmpty(), ""))
                .withOwnership(new Ownership(random.flag() ? "" : "NORTH", random.oneOf(Privacy.class)));
        money(offer, plain);
        switch (random.below(4)) {
            case 0 -> offer.withAwardValidityOfScheme();
            case 1 -> offer.withAwardValidity(after);
            case 2 ->
                offer.withAwardValidity(
                        new AwardValidity(Optional.empty(), new AwardValidity.Expiry.On(random.date())));
            default -> offer.withAwardValidity(AwardValidity.ALWAYS);
        }
        return offer;
    }

    private void money(Offer.Builder offer, Offer plain) {
        SpendMethod method = random.oneOf(SpendMethod.class);
        boolean isMoney = BASE.settings().denominationOf(plain.award()).equals(EUR);
        boolean fits =
                method != SpendMethod.SPEND_INSTANTLY || plain.classification().isAboutPurchases();
        SpendMethod used = isMoney && fits ? method : SpendMethod.SPEND_ON_REQUEST;
        boolean byVoucher = used == SpendMethod.SPEND_INSTANTLY_THROUGH_VOUCHER;
        boolean canWait = !byVoucher && used != SpendMethod.SPEND_INSTANTLY;
        offer.withSpendMethod(used)
                .withHandling(new AwardHandling(
                        random.oneOf(ReturnPolicy.class),
                        canWait && random.flag(),
                        byVoucher && random.flag(),
                        used == SpendMethod.SPEND_INSTANTLY ? random.oneOf(Excess.class) : Excess.VOID));
    }

    private Award award(OfferType type) {
        boolean sized = Set.of(
                        Classification.UTILISE_FREE_CAPACITY,
                        Classification.INCREASE_REVENUE_TRANSACTION_BASED,
                        Classification.INCREASE_REVENUE_PRODUCT_BASED,
                        Classification.REWARD_LOYALTY_TRANSACTION_AMOUNT_BASED)
                .contains(type.classification());
        if (sized && random.flag()) {
            return ofPurchase();
        }
        return random.flag()
                ? new Award.FixedAmount(
                        new Amount(random.flag() ? EUR : new Denomination("PTS", 0), 1 + random.below(9999)))
                : new Award.PercentageOfAwarded(
                        Percentage.of("1" + random.below(9) + ".5"),
                        days(),
                        random.flag() ? Set.of() : Set.of("QUIET"),
                        Set.of(),
                        new Denomination("MILES", 3),
                        range(new Denomination("MILES", 3)));
    }

    /** A share of the purchase or a rate, for classifications that have one. */
    private Award ofPurchase() {
        return random.flag()
                ? new Award.PercentageOfPurchase(Percentage.of("1" + random.below(9)), range(EUR))
                : new Award.Rate(
                        new Amount(new Denomination("PTS", 0), 1 + random.below(9)),
                        new Amount(EUR, 1 + random.below(999)),
                        random.oneOf(RateSteps.class),
                        range(new Denomination("PTS", 0)));
    }

    private AwardRange range(Denomination counted) {
        return new AwardRange(
                random.maybe(() -> new Amount(counted, 1 + random.below(9))),
                random.maybe(() -> new Amount(counted, 10 + random.below(9))));
    }

    private List<Cap> caps(Offer offer) {
        List<Cap> caps = new ArrayList<>();
        for (Cap.Of of : Cap.Of.values()) {
            caps.add(Cap.ofAmount(of, new Amount(BASE.settings().denominationOf(offer.award()), 5)));
            caps.add(Cap.ofAwards(of, 1 + random.below(9)).per(random.oneOf(CalendarPeriod.class)));
        }
        caps.add(Cap.ofAwards(Cap.Of.PARTICIPANT, 1)
                .within(new TimeSpan(1 + random.below(9), random.oneOf(SpanUnit.class))));
        return caps.subList(random.below(3), 3 + random.below(3));
    }

    private OfferValidity validity() {
        return switch (random.below(4)) {
            case 0 -> new OfferValidity.BirthdayPeriod(new DaysAround(random.below(182), 3));
            case 1 -> new OfferValidity.NameDayPeriod(new DaysAround(0, random.below(182)));
            case 2 ->
                new OfferValidity.RecurringPeriods(List.of(new RecurringDays(random.monthDay(), random.monthDay())));
            default -> new OfferValidity.FromLatestEffectiveDate();
        };
    }

    private WeeklyTimes times() {
        WeeklyWindow day = new WeeklyWindow(Set.of(random.oneOf(DayOfWeek.class)), DayHours.WHOLE_DAY);
        DayHours evening = new DayHours(LocalTime.of(18 + random.below(5), 0, random.below(59)), LocalTime.MIDNIGHT);
        DayHours night = new DayHours(evening.from(), LocalTime.of(random.below(11), 1));
        return switch (random.below(3)) {
            case 0 -> new WeeklyTimes(List.of(day));
            case 1 -> new WeeklyTimes(day.days(), List.of(evening, DayHours.WHOLE_DAY));
            default -> new WeeklyTimes(List.of(day, new WeeklyWindow(Set.of(), random.flag() ? evening : night)));
        };
    }

    private AwardConditions conditions(Offer offer) {
        AwardConditions.Builder conditions = AwardConditions.builder()
                .withLocations(new Locations(Set.of(random.text()), random.texts(), random.texts()))
                .withSegmentsExcluded(random.flag() ? Set.of() : Set.of("DEBTORS"))
                .withGroups(random.flag() ? Set.of() : Set.of("NORTH"))
                .withTimes(times())
                .withTiers(random.flag() ? Set.of() : Set.of("GOLD"));
        if (random.flag()) {
            conditions.withMaximumUnprocessed(days());
            conditions.withPeriod(new DayPeriod(LocalDate.MIN, random.date()));
        }
        if (offer.classification().isAboutPurchases()) {
            conditions.withProducts(
                    random.flag()
                            ? ProductSelection.ofTypes("COFFEE")
                            : ProductSelection.ofTypes("COFFEE")
                                    .butNot(new ProductList(Set.of("ESPRESSO"), Set.of(), Set.of())
                                            .and(
                                                    random.flag()
                                                            ? ProductList.NONE
                                                            : ProductList.ofLines("ageLimit", "16", "18"))));
            conditions.withMinimumPurchase(new Amount(EUR, random.below(999)));
            conditions.withPromoCodes(random.texts());
            conditions.withPaymentMedia(new PaymentMedia(
                    random.texts(),
                    random.texts(),
                    random.flag() ? Set.of() : Set.of(Secret.hashOf(random.text()), Secret.hashOf("4111"))));
        }
        return conditions.build();
    }

    /** Parts of which none names what another does: pieces of one product, and what else there is of some. */
    private ProductSet set() {
        SetPart one = new SetPart(ProductSelection.ofProducts("ESPRESSO"), 1 + random.below(9));
        ProductList except = new ProductList(Set.of("ESPRESSO"), Set.of(), Set.of());
        SetPart other = new SetPart(ProductSelection.ofTypes("COFFEE").butNot(except), 1 + random.below(9));
        return new ProductSet(random.flag() ? List.of(one) : List.of(one, other), random.oneOf(ValuedBy.class));
    }

    private Terms terms(OfferType type) {
        Amount least = new Amount(EUR, 1 + random.below(500));
        Optional<Amount> most = random.maybe(() -> new Amount(EUR, 500 + random.below(500)));
        Set<String> achieved = random.flag() ? Set.of("QUIZ") : Set.of("QUIZ", "LEVEL");
        return switch (type.classification()) {
            case UTILISE_FREE_CAPACITY -> new Terms.FreeCapacity();
            case INCREASE_REVENUE_TRANSACTION_BASED -> new Terms.TransactionRevenue(least, most);
            case INCREASE_REVENUE_PRODUCT_BASED ->
                random.flag()
                        ? new Terms.ProductRevenue(set())
                        : new Terms.ProductRevenue(random.oneOf(AwardScope.class));
            case REWARD_LOYALTY_TRANSACTION_AMOUNT_BASED ->
                new Terms.SpendLoyalty(least, days(), random.oneOf(TargetExcess.class));
            case REWARD_LOYALTY_TRANSACTION_NUMBER_BASED -> new Terms.CountLoyalty(1 + random.below(9), days());
            case REWARD_LOYALTY_TRANSACTION_ITEM_QUANTITY_BASED ->
                new Terms.QuantityLoyalty(1 + random.below(9), days());
            case REWARD_BEHAVIOR -> new Terms.Behavior(Optional.of(random.text()), random.maybe(random::text), limit());
            case REWARD_ACHIEVEMENTS -> new Terms.Achievements(achieved, random.flag(), limit());
            case REWARD_FINANCIAL_ACHIEVEMENTS ->
                new Terms.FinancialAchievements(achieved, random.flag(), limit(), least, most);
            case REWARD_FINANCIAL_STATEMENTS ->
                new Terms.FinancialStatements(
                        random.flag() ? Set.of() : Set.of("QUARTER"),
                        List.of(new KpiCondition("LOSS", Optional.of(figure()), Optional.empty())),
                        limit());
            case REWARD_REFERRALS ->
                new Terms.Referrals(
                        random.flag()
                                ? QualifyingAwards.ALL
                                : new QualifyingAwards(
                                        Set.of(Classification.REWARD_SIGN_UPS, Classification.JUST_MONEY),
                                        random.flag() ? Set.of() : Set.of(type.code())),
                        random.maybe(() -> least),
                        random.maybe(this::days),
                        random.maybe(this::days));
            case REWARD_SIGN_UPS -> new Terms.SignUps(random.flag());
            case REWARD_ON_BIRTHDAY -> new Terms.Birthday();
            case REWARD_PERSONAL_DATA_COMPLETENESS ->
                new Terms.Completeness(
                        random.flag(),
                        true,
                        random.maybe(() -> new DataDemand<>(random.someOf(AddressType.class), one(AddressField.class))),
                        random.maybe(() -> new DataDemand<>(random.someOf(PhoneType.class), one(PhoneField.class))),
                        random.maybe(() -> new DataDemand<>(random.someOf(EmailType.class), one(EmailField.class))));
            case REWARD_ON_NAME_DAY -> new Terms.NameDay();
            case REWARD_SUBSCRIPTION_MATURITY -> new Terms.SubscriptionMaturity(days(), random.below(3));
            case JUST_MONEY -> new Terms.JustMoney();
        };
    }

    private BigDecimal figure() {
        BigDecimal figure = random.figure();
        return figure.scale() < 0 ? figure.setScale(0) : figure;
    }

    private AwardLimit limit() {
        return random.oneOf(List.of(AwardLimit.MULTIPLE, AwardLimit.ONLY_ONE, AwardLimit.onePer(days())));
    }

    private TimeSpan days() {
        return new TimeSpan(1 + random.below(100), random.oneOf(List.of(SpanUnit.DAYS, SpanUnit.MONTHS)));
    }

    private <E extends Enum<E>> Set<E> one(Class<E> type) {
        return new TreeSet<>(Set.of(random.oneOf(type)));
    }
}
