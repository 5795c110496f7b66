package io.rewards.purse;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.Percentage;
import io.rewards.attribute.AttributeDeclaration;
import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.AttributeType;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.Agreement;
import io.rewards.catalogue.AgreementTerms;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardBase;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardHandling;
import io.rewards.catalogue.AwardLimit;
import io.rewards.catalogue.AwardRange;
import io.rewards.catalogue.AwardScope;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.ClawbackPolicy;
import io.rewards.catalogue.ConsumptionOrder;
import io.rewards.catalogue.EvaluationMethod;
import io.rewards.catalogue.Excess;
import io.rewards.catalogue.ExchangeRate;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferType;
import io.rewards.catalogue.ParticipantsAllowed;
import io.rewards.catalogue.ProductList;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.ProductSet;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.PurchaseBase;
import io.rewards.catalogue.RateSteps;
import io.rewards.catalogue.ReturnPolicy;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.SetPart;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.SpendConditions;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.SpendSettings;
import io.rewards.catalogue.TargetExcess;
import io.rewards.catalogue.Terms;
import io.rewards.catalogue.ValuedBy;
import io.rewards.organisation.Product;
import io.rewards.organisation.ProductType;
import io.rewards.organisation.Reduction;
import io.rewards.organisation.Unit;
import io.rewards.testkit.chance.Dice;
import io.rewards.time.CalendarPeriod;
import io.rewards.time.DayHours;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import io.rewards.time.WeeklyTimes;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;

/** Draws small programmes with all kinds of money: two units, three types of goods, eight to twelve offers. */
final class Market {

    static final ZoneId ZONE = ZoneId.of("Europe/Nicosia");
    static final Denomination EUR = new Denomination("EUR", 2);
    static final Denomination PTS = new Denomination("PTS", 0);
    static final Instant OPENING = Instant.parse("2024-01-01T00:00:00Z");
    static final String CLUB = "CLUB";
    static final String PAGE = "facebook.com/market";
    static final String AGE_LIMIT = "ageLimit";
    /** Where everybody registers. */
    static final String HOME = "STALL";

    static final List<String> UNITS = List.of("STALL", "SHOP");
    static final List<String> PRODUCTS = List.of("apple", "pear", "tea", "coffee", "pen");
    static final List<String> PROMO_CODES = List.of("MAY", "may");
    static final List<String> TYPES = List.of("FRUIT", "DRINK", "PAPER");
    private static final List<String> TYPE_OF = List.of("FRUIT", "FRUIT", "DRINK", "DRINK", "PAPER");

    private final Dice dice;

    private Market(Dice dice) {
        this.dice = dice;
    }

    static Programme drawn(Dice dice) {
        return new Market(dice).programme();
    }

    static String typeOf(String product) {
        return TYPE_OF.get(PRODUCTS.indexOf(product));
    }

    private Programme programme() {
        List<Product> products = PRODUCTS.stream()
                .map(code -> new Product(code, code, typeOf(code), Attributes.NONE))
                .toList();
        List<OfferType> types = Arrays.stream(Classification.values())
                .map(each -> new OfferType(each.name(), each.name(), each, Set.of(), Optional.empty()))
                .toList();
        return Programme.builder("Market", settings())
                .withProductTypes(TYPES.stream()
                        .map(code -> new ProductType(code, code, ""))
                        .toList())
                .withAttributes(
                        List.of(new AttributeDeclaration(AttributeOwner.LINE, AGE_LIMIT, AttributeType.WHOLE_NUMBER)))
                .withProducts(products)
                .withUnits(List.of(
                        new Unit("STALL", "Stall", "", Optional.empty()),
                        new Unit("SHOP", "Shop", "", Optional.empty())))
                .withAgreements(List.of(Agreement.ofUnit("SHOP", "SHOP", terms())))
                .withSchemes(List.of(Scheme.of(CLUB)))
                .withOfferTypes(types)
                .withRates(rates())
                .withOffers(offers())
                .build();
    }

    /** What the shop has agreed to; everybody registered at the stall. */
    private AgreementTerms terms() {
        AgreementTerms.Builder terms = AgreementTerms.builder()
                .withAutomaticSpending(true)
                .with(Reduction.BACK_END)
                .withContribution(dice.oneOf("33.3", "50", "100", "12.5"));
        if (dice.chance(15)) {
            terms.withAwards(new ParticipantsAllowed(Optional.empty(), Optional.of(false)));
        }
        if (dice.chance(10)) {
            terms.withSpends(new ParticipantsAllowed(Optional.empty(), Optional.of(false)));
        }
        if (dice.chance(20)) {
            terms.withSpendMethods(
                    dice.some(Arrays.asList(SpendMethod.values()), 3L).toArray(SpendMethod[]::new));
        }
        if (dice.chance(15)) {
            terms.withClassifications(
                    dice.some(Arrays.asList(Classification.values()).subList(0, 12), 8L)
                            .toArray(Classification[]::new));
        }
        return terms.build();
    }

    private Settings settings() {
        SpendSettings spending = SpendSettings.DEFAULT
                .with(dice.oneOf(ClawbackPolicy.values()))
                .with(dice.oneOf(ConsumptionOrder.values()))
                .withSpecificAmount(dice.chance(90));
        if (dice.chance(40)) {
            spending = spending.withMinimumRequest(eur(dice.between(1L, 400)));
        }
        ProductList neverPaid =
                dice.chance(30) ? new ProductList(Set.of(), Set.of(dice.oneOf(TYPES)), Set.of()) : ProductList.NONE;
        if (dice.chance(20)) {
            neverPaid = neverPaid.and(ProductList.ofLines(AGE_LIMIT, "18"));
        }
        return Settings.of(ZONE, EUR).withPoints(List.of(PTS)).with(spending).withNeverPaid(neverPaid);
    }

    private List<ExchangeRate> rates() {
        if (dice.chance(10)) {
            return List.of();
        }
        Optional<Amount> least =
                dice.chance(50) ? Optional.of(new Amount(PTS, dice.between(1L, 30))) : Optional.empty();
        return List.of(new ExchangeRate(
                new Amount(PTS, dice.oneOf(1L, 3L, 7L, 10L)), eur(dice.oneOf(1L, 2L, 5L, 100L, 250L)), least));
    }

    private List<Offer> offers() {
        List<Offer> all = List.of(
                on("PERCENT", basket(), percent()).build(),
                on("LATER", basket(), fixed()).withAwardValidity(later()).build(),
                on("ITEM", new Terms.ProductRevenue(AwardScope.PER_TRANSACTION_ITEM), fixed())
                        .withConditions(of(dice.oneOf(TYPES)))
                        .build(),
                instantly(on("TYPE", new Terms.ProductRevenue(AwardScope.PER_TRANSACTION), large())
                                .withConditions(of(dice.oneOf(TYPES))))
                        .build(),
                perhapsInstantly(on("MEAL", new Terms.ProductRevenue(meal()), either()))
                        .build(),
                on("MEALS", new Terms.ProductRevenue(meal()), dice.chance(50) ? rate() : fixed())
                        .withCaps()
                        .build(),
                perhapsInstantly(on(
                                "SPEND",
                                new Terms.SpendLoyalty(
                                        eur(dice.between(2_000L, 9_000)), days(), dice.oneOf(TargetExcess.values())),
                                either()))
                        .build(),
                perhapsInstantly(on("COUNT", new Terms.CountLoyalty(dice.between(2L, 4), days()), fixed()))
                        .build(),
                on("QUANTITY", new Terms.QuantityLoyalty(dice.between(3L, 8), days()), fixed())
                        .withConditions(of(dice.oneOf(TYPES)))
                        .build(),
                instantly(on("INSTANT", basket(), large())).build(),
                instantly(on("SECOND", basket(), large()).withSpendConditions(dice.chance(30) ? goods() : place()))
                        .build(),
                on("AUTOMATIC", basket(), percent())
                        .withSpendMethod(SpendMethod.SPEND_AUTOMATICALLY)
                        .build(),
                on("GOODS", basket(), percent()).withSpendConditions(goods()).build(),
                on("HOURS", basket(), percent()).withSpendConditions(hours()).build(),
                on("PLACE", basket(), fixed()).withSpendConditions(place()).build(),
                on("PENDING", basket(), percent())
                        .withHandling(handling().withConfirmation(true))
                        .build(),
                on("VOUCHER", basket(), percent())
                        .withSpendMethod(SpendMethod.SPEND_INSTANTLY_THROUGH_VOUCHER)
                        .withSpendConditions(dice.chance(50) ? goods() : SpendConditions.NONE)
                        .build(),
                on("CARNET", basket(), fixed())
                        .withSpendMethod(SpendMethod.SPEND_INSTANTLY_THROUGH_VOUCHER)
                        .withHandling(handling().withPartialVoucher(true))
                        .build(),
                on("POINTS", basket(), new Award.FixedAmount(new Amount(PTS, dice.between(1L, 20))))
                        .withCaps()
                        .withSpendConditions(dice.chance(40) ? place() : SpendConditions.NONE)
                        .build(),
                on("RATE", basket(), rate()).withCaps().build(),
                on("SHARE", basket(), share()).build(),
                on("SHARES", basket(), share()).build(),
                on("COUNTED-SHARE", new Terms.CountLoyalty(dice.between(1L, 3), days()), share())
                        .build(),
                on("WELCOME", new Terms.SignUps(true), fixed()).build(),
                on("LIKE", new Terms.Behavior(Optional.of(PAGE), Optional.empty(), AwardLimit.ONLY_ONE), fixed())
                        .build());
        List<Offer> some = new ArrayList<>(dice.shuffled(all).subList(0, (int) dice.between(9L, 14)));
        some.sort((one, other) -> Long.compare(one.number(), other.number()));
        return some;
    }

    private Offer.Builder instantly(Offer.Builder offer) {
        return offer.withSpendMethod(SpendMethod.SPEND_INSTANTLY)
                .withHandling(handling().with(dice.chance(70) ? Excess.VOID : Excess.KEEP));
    }

    private Offer.Builder perhapsInstantly(Offer.Builder offer) {
        return dice.chance(40) ? instantly(offer) : offer;
    }

    private Offer.Builder on(String code, Terms terms, Award award) {
        Offer.Builder offer = Offer.builder(
                        100 + dice.below(1_000_000),
                        code,
                        CLUB,
                        terms.classification().name(),
                        terms,
                        award)
                .withEffectiveSince(OPENING)
                .withHandling(handling());
        if (dice.chance(50)) {
            offer.withAwardValidity(new AwardValidity(Optional.empty(), new AwardValidity.Expiry.After(days())));
        }
        AwardConditions.Builder conditions = AwardConditions.builder();
        if (NaiveGrant.isForPurchases(terms) && dice.chance(20)) {
            conditions.withMinimumPurchase(eur(dice.oneOf(0L, 1L, 400L, 1_500L)));
        }
        if (NaiveGrant.isForPurchases(terms) && dice.chance(15)) {
            conditions.withPromoCodes(Set.of(dice.oneOf(PROMO_CODES)));
        }
        if (NaiveGrant.isForPurchases(terms) && dice.chance(15)) {
            conditions.withTimes(hours().times());
        }
        if (!(terms instanceof Terms.SignUps)) {
            offer.withEvaluation(dice.chance(20) ? EvaluationMethod.BATCH : EvaluationMethod.BATCH_AND_INTERACTIVE);
            if (dice.chance(25)) {
                conditions.withMaximumUnprocessed(days());
            }
        }
        offer.withConditions(conditions.build());
        if (NaiveGrant.isForPurchases(terms) && dice.chance(40)) {
            offer.withBase(new PurchaseBase(base(), base()));
        }
        if (NaiveGrant.isForPurchases(terms) && dice.chance(40)) {
            offer.withOnlyIfBest(true);
        }
        if (dice.chance(30)) {
            offer.withCaps(caps(award));
        }
        return offer;
    }

    private Optional<AwardBase> base() {
        return dice.chance(20) ? Optional.empty() : Optional.of(dice.oneOf(AwardBase.values()));
    }

    private List<Cap> caps(Award award) {
        boolean points = award instanceof Award.FixedAmount fixed
                && fixed.amount().denomination().equals(PTS);
        List<Cap> caps = new ArrayList<>();
        for (Cap.Of of : points ? new Cap.Of[0] : Cap.Of.values()) {
            for (int more = dice.oneOf(0, 1, 1, 2); more > 0; more--) {
                Cap cap = dice.chance(50)
                        ? Cap.ofAwards(of, dice.between(1L, 10))
                        : Cap.ofAmount(of, eur(dice.between(100L, 5_000)));
                caps.add(dice.chance(40) ? cap : per(cap));
            }
        }
        return caps;
    }

    private Cap per(Cap cap) {
        return cap.of() == Cap.Of.PARTICIPANT && dice.chance(50)
                ? cap.within(days())
                : cap.per(dice.oneOf(CalendarPeriod.values()));
    }

    private AwardHandling handling() {
        return AwardHandling.DEFAULT.with(dice.oneOf(ReturnPolicy.values()));
    }

    private ProductSet meal() {
        List<SetPart> parts = dice.shuffled(TYPES).subList(0, (int) dice.between(1L, 3)).stream()
                .map(type -> new SetPart(ProductSelection.ofTypes(type), dice.between(1L, 2)))
                .toList();
        return new ProductSet(parts, dice.oneOf(ValuedBy.values()));
    }

    private Terms basket() {
        long least = dice.oneOf(0L, 500L, 1_000L, 2_500L);
        Optional<Amount> most =
                dice.chance(20) ? Optional.of(eur(least + dice.between(1_000L, 4_000))) : Optional.empty();
        return new Terms.TransactionRevenue(eur(least), most);
    }

    private Award either() {
        return dice.chance(50) ? percent() : fixed();
    }

    /** Two of these are often more than there is to pay. */
    private Award large() {
        return dice.chance(30)
                ? new Award.PercentageOfPurchase(Percentage.of(dice.oneOf("60", "100")), AwardRange.NONE)
                : either();
    }

    private Award percent() {
        Percentage share = Percentage.of(dice.oneOf("1", "2.5", "7.5", "10", "33.3", "50"));
        return new Award.PercentageOfPurchase(share, dice.chance(30) ? range(Market::eur) : AwardRange.NONE);
    }

    private Award share() {
        return new Award.PercentageOfAwarded(
                Percentage.of(dice.oneOf("5", "10", "33.3", "50", "100")),
                days(),
                dice.chance(60)
                        ? Set.of()
                        : Set.of(
                                Classification.INCREASE_REVENUE_TRANSACTION_BASED.name(),
                                Classification.REWARD_SIGN_UPS.name()),
                Set.of(),
                EUR,
                dice.chance(30) ? range(Market::eur) : AwardRange.NONE);
    }

    private Award rate() {
        boolean points = dice.chance(60);
        Amount each = points ? new Amount(PTS, dice.between(1L, 5)) : eur(dice.between(1L, 60));
        Amount per = eur(dice.oneOf(1L, 33L, 100L, 250L, 1_000L));
        AwardRange range =
                dice.chance(30) ? range(units -> points ? new Amount(PTS, units) : eur(units)) : AwardRange.NONE;
        return new Award.Rate(each, per, dice.oneOf(RateSteps.values()), range);
    }

    private AwardRange range(LongFunction<Amount> amount) {
        long least = dice.between(1L, 200);
        long most = least + dice.between(0L, 400);
        return switch ((int) dice.between(0L, 2)) {
            case 0 -> new AwardRange(Optional.of(amount.apply(least)), Optional.empty());
            case 1 -> new AwardRange(Optional.empty(), Optional.of(amount.apply(most)));
            default -> new AwardRange(Optional.of(amount.apply(least)), Optional.of(amount.apply(most)));
        };
    }

    private Award fixed() {
        return new Award.FixedAmount(eur(dice.between(1L, 700)));
    }

    private AwardValidity later() {
        AwardValidity.Expiry expiry = dice.chance(50)
                ? new AwardValidity.Expiry.Never()
                : new AwardValidity.Expiry.After(new TimeSpan((int) dice.between(10L, 40), SpanUnit.DAYS));
        return new AwardValidity(Optional.of(new TimeSpan((int) dice.between(1L, 5), SpanUnit.DAYS)), expiry);
    }

    private SpendConditions goods() {
        ProductList except = dice.chance(20) ? ProductList.ofLines(AGE_LIMIT, "18") : ProductList.NONE;
        return new SpendConditions(
                ProductSelection.ofTypes(dice.oneOf(TYPES)).butNot(except), WeeklyTimes.ALWAYS, Set.of(), Set.of());
    }

    private SpendConditions hours() {
        int from = (int) dice.between(6L, 12);
        WeeklyTimes times = new WeeklyTimes(
                dice.chance(50) ? Set.of() : Set.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.SATURDAY),
                List.of(
                        dice.chance(60)
                                ? new DayHours(LocalTime.of(from, 0), LocalTime.of(from + 8, 30))
                                : new DayHours(LocalTime.of(from + 8, 30), LocalTime.of(from, 0))));
        return new SpendConditions(ProductSelection.ALL, times, Set.of(), Set.of());
    }

    private SpendConditions place() {
        return new SpendConditions(
                dice.chance(50) ? ProductSelection.ALL : ProductSelection.ofTypes(dice.oneOf(TYPES)),
                WeeklyTimes.ALWAYS,
                Set.of(dice.oneOf(UNITS)),
                Set.of());
    }

    private TimeSpan days() {
        return new TimeSpan((int) dice.between(2L, 30), SpanUnit.DAYS);
    }

    private static AwardConditions of(String type) {
        return AwardConditions.builder()
                .withProducts(ProductSelection.ofTypes(type))
                .build();
    }

    static Amount eur(long cents) {
        return new Amount(EUR, cents);
    }
}
