package io.rewards.benchmarks;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.Percentage;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardScope;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferType;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.RunDefinition;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Outcome;
import io.rewards.engine.RewardsEngine;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.GoodsReturn;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SchemeSignUp;
import io.rewards.event.SpendRequested;
import io.rewards.event.SpendWish;
import io.rewards.organisation.Product;
import io.rewards.organisation.Unit;
import io.rewards.participant.Profile;
import io.rewards.rules.RuleSet;
import io.rewards.run.RunListener;
import io.rewards.run.RunReport;
import io.rewards.store.InMemoryStore;
import io.rewards.store.RewardsStore;
import io.rewards.time.DayHours;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import io.rewards.time.WeeklyTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A shop whose participants buy the same every day, year after year. Every fifth purchase is paid with all there is in the
 * wallet, what was not spent in time is taken out, and now and then goods come back: so the past grows, but what is open
 * stays the same. A loyalty target that nobody reaches counts the purchases of 30 days. For one thread.
 */
final class AgedShop {

    private static final Denomination EUR = new Denomination("EUR", 2);
    private static final LocalDate OPENING = LocalDate.of(1900, 1, 1);
    private static final LocalTime LUNCH = LocalTime.of(12, 30);
    private static final String SCHEME = "CLUB";
    private static final String UNIT = "HARBOUR";
    private static final String COFFEE = "1";
    private static final String BEANS = "2";

    private static final int YEARS_BEFORE_OPENING = 300;
    private static final int DAYS_BETWEEN_SPENDS = 5;
    private static final int DAY_OF_SPEND = 2;
    private static final int DAYS_BETWEEN_EXPIRATIONS = 10;
    private static final int DAYS_BETWEEN_RETURNS = 50;
    private static final int DAY_OF_RETURN = 20;

    private final RewardsEngine engine;
    private final int participants;
    private long purchases;
    private long asked;

    /** Opens with {@code participants}, each of whom has already made {@code age} purchases. */
    AgedShop(RuleSet rules, int participants, int age) {
        this(rules, participants, age, new InMemoryStore());
    }

    /** The same, where {@code store} keeps what happens. */
    AgedShop(RuleSet rules, int participants, int age, RewardsStore store) {
        this.participants = participants;
        engine = RewardsEngine.builder(programme(), store, InstantSource.fixed(noon(age)))
                .withRules(rules)
                .build();
        Profile profile = Profile.EMPTY.withDateOfBirth(dayOf(age).minusYears(YEARS_BEFORE_OPENING));
        for (int i = 0; i < participants; i++) {
            record(new ParticipantRegistered(header("register-" + i, i, noon(0)), profile));
            record(new SchemeSignUp(header("join-" + i, i, noon(0)), SCHEME, ""));
        }
        grow(age);
    }

    /** Lets every participant make {@code days} more purchases. */
    void grow(int days) {
        for (int i = 0; i < days; i++) {
            long day = purchases / participants;
            for (int j = 0; j < participants; j++) {
                buy();
                if (day % DAYS_BETWEEN_RETURNS == DAY_OF_RETURN) {
                    record(returnOf(day - 1, header("return-" + day + "-" + j, j, afternoon(day))));
                }
            }
            if ((day + 1) % DAYS_BETWEEN_EXPIRATIONS == 0) {
                expire();
            }
        }
    }

    /** The next purchase of the participant whose turn it is. */
    Outcome buy() {
        int participant = Math.toIntExact(purchases % participants);
        long day = purchases / participants;
        Purchase purchase = purchase(header(id(day, participant), participant, noon(day)));
        purchases++;
        return record(
                (day + participant) % DAYS_BETWEEN_SPENDS == DAY_OF_SPEND
                        ? purchase.spending(SpendWish.ALL)
                        : purchase);
    }

    /** Takes out of all wallets what was not spent until today. */
    void expire() {
        engine.runs().expire(noon(today()), RunListener.NONE);
    }

    /** What the first participant would get for today's purchase. */
    Outcome previewPurchase() {
        return preview(purchase(nextHeader()));
    }

    /** What the first participant could pay of yesterday's purchase with the wallet. */
    Outcome previewSpend() {
        return preview(new SpendRequested(nextHeader(), EventKey.of(id(today() - 1, 0)), SpendWish.ALL));
    }

    /** What a return of the purchase before yesterday's would take back from the first participant. */
    Outcome previewReturnOfRecent() {
        return preview(returnOf(today() - 2, nextHeader()));
    }

    /** What a return of the second purchase of all would take back from the first participant. */
    Outcome previewReturnOfOld() {
        return preview(returnOf(1, nextHeader()));
    }

    /** What a run over everything would find today, on the birthday that all participants share. */
    RunReport previewVisits() {
        return engine.runs().previewRun(RunDefinition.ofEverything("NIGHTLY"), noon(today()), RunListener.NONE);
    }

    /** How many purchases the first participant has made: the day it is. */
    long today() {
        return (purchases + participants - 1) / participants;
    }

    private Outcome record(CustomerEvent event) {
        return processed(engine.evaluate(event));
    }

    private Outcome preview(CustomerEvent event) {
        return processed(engine.preview(event));
    }

    private static Outcome processed(Outcome outcome) {
        if (outcome.status() != Outcome.Status.PROCESSED) {
            throw new IllegalStateException(
                    "The event (" + outcome.event() + ") was not processed: " + outcome.problems());
        }
        return outcome;
    }

    private EventHeader nextHeader() {
        asked++;
        return header("asked-" + asked, 0, afternoon(today()).minus(Duration.ofHours(1)));
    }

    private static GoodsReturn returnOf(long day, EventHeader header) {
        String participant = header.participant();
        return GoodsReturn.of(header, new ReturnedLine(EventKey.of(participant + "-" + day), BEANS, 1));
    }

    private static Purchase purchase(EventHeader header) {
        return Purchase.of(
                header,
                PurchaseLine.of(COFFEE, "ESPRESSO", 2, eur("6.00")),
                PurchaseLine.of(BEANS, "BEANS", 1, eur("14.00")));
    }

    private static String id(long day, int participant) {
        return "P" + participant + "-" + day;
    }

    private static EventHeader header(String id, int participant, Instant on) {
        return EventHeader.of(id, "P" + participant, UNIT, on).receivedOn(on);
    }

    private static LocalDate dayOf(long day) {
        return OPENING.plusDays(day);
    }

    private static Instant noon(long day) {
        return dayOf(day).atTime(LUNCH).toInstant(ZoneOffset.UTC);
    }

    private static Instant afternoon(long day) {
        return noon(day).plus(Duration.ofHours(2));
    }

    private static Programme programme() {
        AwardConditions atLunch = AwardConditions.builder()
                .withTimes(new WeeklyTimes(Set.of(), List.of(new DayHours(LocalTime.of(12, 0), LocalTime.of(14, 0)))))
                .build();
        AwardConditions forBeans = AwardConditions.builder()
                .withProducts(ProductSelection.ofProducts("BEANS"))
                .build();
        Award tenPercent = new Award.PercentageOfPurchase(Percentage.of("10"));
        Terms basket = new Terms.TransactionRevenue(eur("10.00"), Optional.empty());
        Terms bigBasket = new Terms.TransactionRevenue(eur("50.00"), Optional.empty());
        Terms beans = new Terms.ProductRevenue(AwardScope.PER_TRANSACTION_ITEM);
        Terms hundredTimes = new Terms.CountLoyalty(100, new TimeSpan(30, SpanUnit.DAYS));
        Cap farAway = Cap.ofAwards(Cap.Of.PARTICIPANT, 1_000_000);
        List<Offer> offers = List.of(
                offer(1, "LUNCH", new Terms.FreeCapacity(), tenPercent)
                        .withSpendMethod(SpendMethod.SPEND_INSTANTLY)
                        .withConditions(atLunch)
                        .build(),
                offer(2, "BASKET", basket, amount("1.00")).withCaps(farAway).build(),
                offer(3, "BIG-BASKET", bigBasket, amount("5.00")).build(),
                offer(4, "BEANS", beans, amount("0.50"))
                        .withConditions(forBeans)
                        .withAwardValidity(new AwardValidity(
                                Optional.empty(), new AwardValidity.Expiry.After(new TimeSpan(2, SpanUnit.DAYS))))
                        .build(),
                offer(5, "REGULAR", hundredTimes, amount("10.00")).build(),
                offer(6, "BIRTHDAY", new Terms.Birthday(), amount("3.00")).build());
        return Programme.builder("Aged shop", Settings.of(ZoneOffset.UTC, EUR))
                .withProducts(List.of(product("ESPRESSO"), product("BEANS")))
                .withUnits(List.of(new Unit(UNIT, UNIT, "", Optional.empty())))
                .withSchemes(List.of(Scheme.of(SCHEME)))
                .withOfferTypes(offers.stream()
                        .map(Offer::classification)
                        .distinct()
                        .map(each -> new OfferType(each.name(), each.name(), each, Set.of(), Optional.empty()))
                        .toList())
                .withOffers(offers)
                .build();
    }

    private static Offer.Builder offer(long number, String code, Terms terms, Award award) {
        return Offer.builder(number, code, SCHEME, terms.classification().name(), terms, award)
                .withEffectiveSince(noon(0));
    }

    private static Award amount(String amount) {
        return new Award.FixedAmount(eur(amount));
    }

    private static Amount eur(String amount) {
        return Amount.of(amount, EUR);
    }

    private static Product product(String code) {
        return new Product(code, code, "", Attributes.NONE);
    }
}
