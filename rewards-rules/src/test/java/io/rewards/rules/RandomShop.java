package io.rewards.rules;

import io.rewards.account.Loaded;
import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.Percentage;
import io.rewards.amount.Rounding;
import io.rewards.attribute.AttributeDeclaration;
import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.AttributeType;
import io.rewards.attribute.AttributeValue;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.AwardBase;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Category;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.EventClassification;
import io.rewards.catalogue.Kpi;
import io.rewards.catalogue.OfferType;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.ResolutionMode;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.SchemeState;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.SpendSettings;
import io.rewards.catalogue.Tier;
import io.rewards.catalogue.ValidityDate;
import io.rewards.decision.Candidate;
import io.rewards.decision.Moment;
import io.rewards.decision.Situation;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventHeader;
import io.rewards.event.ParticipantVisited;
import io.rewards.event.PaymentMedium;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.kind.EventKinds;
import io.rewards.offer.OfferKinds;
import io.rewards.oracle.DrawnAgreements;
import io.rewards.organisation.Product;
import io.rewards.organisation.ProductFamily;
import io.rewards.organisation.ProductType;
import io.rewards.organisation.Segment;
import io.rewards.organisation.SegmentEntity;
import io.rewards.organisation.Unit;
import io.rewards.organisation.UnitGroup;
import io.rewards.participant.Secret;
import io.rewards.testkit.chance.Dice;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A made-up shop with its programme, participants and what they do, drawn from a seed: the same seed gives the same. Values
 * come from short lists in which limits and what meets them recur, so that much happens exactly on a border or one step
 * beside it. A test that fails should name the seed. Not thread-safe.
 */
public final class RandomShop {

    static final Denomination EUR = new Denomination("EUR", 2);
    static final Denomination PTS = new Denomination("PTS", 0);
    static final Denomination MILES = new Denomination("MILES", 3);

    static final List<String> SCHEMES = List.of("BASIC", "PREMIUM", "CLOSED");
    static final List<String> TIERS = List.of("SILVER", "GOLD");
    static final List<String> UNITS = List.of("CENTRE", "AIRPORT", "WEB");
    static final List<String> GROUPS = List.of("COUNTRY", "CITY");
    static final List<String> PRODUCTS = List.of("ESPRESSO", "LATTE", "BAGEL", "GIFT");
    static final List<String> TYPES = List.of("COFFEE", "BAKERY", "OTHER");
    static final List<String> FAMILIES = List.of("DRINKS", "FOOD");
    static final List<String> CATEGORIES = List.of("SPRING", "APRIL");
    static final List<String> SEGMENTS = List.of("STUDENTS", "NEWSLETTER", "INVOICED", "AWARDED", "SPENDERS");
    static final List<String> BRANDS = List.of("VISA", "AMEX");
    static final List<String> PROMO_CODES = List.of("SPRING", "MAY/1", "0123");
    static final List<String> MEDIUM_TYPES = List.of("CREDIT_CARD", "CASH");

    private static final List<String> CARDS = List.of("4111", "5500", "3400");

    static final List<String> CARD_HASHES = CARDS.stream().map(Secret::hashOf).toList();
    static final List<String> PLACES = List.of("Attica", "Athens", "Plaka");

    static final List<String> PAGES = List.of("facebook.com/ZX", "zx.example", "other.example");
    static final List<String> ACHIEVEMENTS = List.of("QUIZ", "LEVEL_10", "CARD_SPEND");
    static final List<String> KPIS = List.of("TOTAL_SALES", "NEW_CUSTOMERS");
    static final List<String> KPI_VALUES = List.of("-1", "2", "2.99", "3", "3.00", "3.01", "5000");
    static final List<String> SUBSCRIPTIONS = List.of("MOBILE", "PAPER");
    static final List<String> FRIENDS = List.of("BOB", "EVE");

    /** Moments around which everything happens: midnight, both changes of the clock, a leap day, a turn of the year. */
    static final List<LocalDateTime> ANCHORS = List.of(
            LocalDateTime.parse("2026-03-16T00:00"),
            LocalDateTime.parse("2026-03-16T15:00"),
            LocalDateTime.parse("2026-03-29T03:30"),
            LocalDateTime.parse("2026-10-25T03:30"),
            LocalDateTime.parse("2028-02-29T12:00"),
            LocalDateTime.parse("2027-01-01T00:00"));

    private static final List<Duration> STEPS = List.of(
            Duration.ZERO,
            Duration.ofNanos(1),
            Duration.ofNanos(-1),
            Duration.ofHours(1),
            Duration.ofHours(-1),
            Duration.ofDays(1),
            Duration.ofDays(-1),
            Duration.ofDays(30),
            Duration.ofDays(-30));

    private static final List<AttributeDeclaration> ATTRIBUTES = Arrays.stream(AttributeOwner.values())
            .flatMap(owner -> Arrays.stream(AttributeType.values())
                    .map(type -> new AttributeDeclaration(owner, nameOf(type), type)))
            .toList();

    private final Dice dice;
    private final Catalogue catalogue;
    private final RandomPeople people;
    private final RandomShopEvents events;
    private int numbers;

    /** The shop of this seed. */
    public RandomShop(long seed) {
        dice = new Dice(seed);
        catalogue = Catalogue.of(drawProgramme());
        people = new RandomPeople(dice, this);
        events = new RandomShopEvents(dice, this, people);
    }

    /** Its programme, with at least two offers of each classification. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** Another participant, with a past. */
    public Loaded account() {
        return people.account();
    }

    /** Another purchase by this participant, in the currency of the programme. */
    public Purchase purchase(Loaded account) {
        EventHeader header = header(account);
        List<PurchaseLine> lines = new ArrayList<>();
        int size = dice.between(1, 4);
        for (int line = 1; line <= size; line++) {
            lines.add(line(Integer.toString(line)));
        }
        PaymentMedium medium =
                dice.once(4) ? PaymentMedium.UNKNOWN : new PaymentMedium(dice.oneOf(BRANDS), dice.oneOf(MEDIUM_TYPES));
        return Purchase.of(header, lines.toArray(PurchaseLine[]::new))
                .paidWith(dice.once(2) ? medium : medium.identifiedBy(dice.oneOf(CARDS)))
                .withPromoCode(dice.once(2) ? "" : dice.oneOf(PROMO_CODES));
    }

    EventHeader header(Loaded account) {
        return EventHeader.of(
                        number("E"),
                        account.participant().id(),
                        dice.once(20) ? "UNKNOWN" : dice.oneOf(UNITS),
                        moment())
                .with(attributes(AttributeOwner.EVENT));
    }

    /** A name that is given once. */
    String number(String prefix) {
        return prefix + ++numbers;
    }

    /** Another event of another participant: decided at once, later, or in a run. */
    public Situation situation() {
        Loaded account = account();
        CustomerEvent event = events.event(account);
        Duration later = dice.oneOf(
                Duration.ZERO,
                Duration.ofHours(1),
                Duration.ofHours(1).plusNanos(1),
                Duration.ofDays(1),
                Duration.ofDays(30));
        boolean visit = event instanceof ParticipantVisited;
        if (visit || dice.once(4)) {
            LocalDate day =
                    event.performedOn().atZone(catalogue.settings().zone()).toLocalDate();
            Instant createdOn = event.performedOn().plus(visit || dice.once(2) ? Duration.ZERO : later);
            Instant asOf = event.performedOn().plus(visit ? Duration.ZERO : later);
            return EventKinds.inRun(
                    Moment.of(event, account, catalogue, asOf), createdOn, day.minusDays(dice.oneOf(1, 1, 2, 31, 400)));
        }
        return EventKinds.interactive(
                Moment.of(event, account, catalogue, event.performedOn().plus(later)));
    }

    /** Codes of the offers for referring somebody. */
    Set<String> referralOffers() {
        return catalogue.index().forReferring();
    }

    /** All offers joined with another situation. */
    public List<Candidate> candidates() {
        return OfferKinds.candidates(situation(), catalogue.programme().offers());
    }

    private Programme drawProgramme() {
        ZoneId zone = dice.oneOf(List.of(
                ZoneId.of("Europe/Athens"),
                ZoneId.of("America/New_York"),
                ZoneId.of("Asia/Kathmandu"),
                ZoneId.of("UTC")));
        Settings settings = new Settings(
                zone,
                EUR,
                List.of(PTS, MILES),
                new Rounding(
                        dice.oneOf(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.DOWN, RoundingMode.UP)),
                dice.oneOf(ResolutionMode.values()),
                Percentage.HUNDRED,
                dice.oneOf(ValidityDate.values()),
                dice.oneOf(AwardBase.values()),
                "en",
                Optional.empty(),
                false,
                SpendSettings.DEFAULT);
        return DrawnAgreements.half(
                dice,
                Programme.builder("Random shop", settings)
                        .withVersion("1")
                        .withAttributes(ATTRIBUTES)
                        .withFamilies(FAMILIES.stream()
                                .map(code -> new ProductFamily(code, code))
                                .toList())
                        .withProductTypes(List.of(
                                new ProductType("COFFEE", "Coffee", "DRINKS"),
                                new ProductType("BAKERY", "Bakery", "FOOD"),
                                new ProductType("OTHER", "Other", "")))
                        .withProducts(List.of(
                                new Product("ESPRESSO", "Espresso", "COFFEE", attributes(AttributeOwner.PRODUCT)),
                                new Product("LATTE", "Latte", "COFFEE", Attributes.NONE),
                                new Product("BAGEL", "Bagel", "BAKERY", attributes(AttributeOwner.PRODUCT)),
                                new Product("GIFT", "Gift", "", Attributes.NONE)))
                        .withGroups(List.of(
                                new UnitGroup("COUNTRY", "Country", ""), new UnitGroup("CITY", "City", "COUNTRY")))
                        .withUnits(List.of(
                                new Unit("CENTRE", "Centre", "CITY", Optional.empty()),
                                new Unit("AIRPORT", "Airport", "COUNTRY", Optional.of(ZoneId.of("Asia/Tokyo"))),
                                new Unit("WEB", "Web", "", Optional.empty())))
                        .withSegments(List.of(
                                Segment.of("STUDENTS", SegmentEntity.REWARDS_PARTICIPANT),
                                Segment.of("NEWSLETTER", SegmentEntity.CONTACT_INFORMATION),
                                Segment.of("INVOICED", SegmentEntity.ACCOUNTS_RECEIVABLE),
                                new Segment(
                                        "AWARDED",
                                        "Awarded",
                                        SegmentEntity.AWARD_TRANSACTION,
                                        Set.of(),
                                        Set.of(typeOf(Classification.UTILISE_FREE_CAPACITY)),
                                        Set.of()),
                                new Segment(
                                        "SPENDERS",
                                        "Spenders",
                                        SegmentEntity.SPEND_TRANSACTION,
                                        Set.of(),
                                        Set.of(),
                                        Set.of("PREMIUM"))))
                        .withTiers(TIERS.stream().map(Tier::named).toList())
                        .withSchemes(List.of(
                                Scheme.of("BASIC"),
                                Scheme.of(
                                        "PREMIUM",
                                        "Premium",
                                        SchemeState.EFFECTIVE,
                                        RandomShopOffers.AWARD_VALIDITIES.get(1)),
                                Scheme.of(
                                        "CLOSED",
                                        "Closed",
                                        SchemeState.NOT_EFFECTIVE,
                                        RandomShopOffers.AWARD_VALIDITIES.get(0))))
                        .withCategories(
                                List.of(new Category("SPRING", "Spring", ""), new Category("APRIL", "April", "SPRING")))
                        .withOfferTypes(Arrays.stream(Classification.values())
                                .map(each ->
                                        new OfferType(typeOf(each), typeOf(each), each, Set.of(), Optional.empty()))
                                .toList())
                        .withOffers(new RandomShopOffers(dice, this).draw())
                        .withKpis(KPIS.stream()
                                .map(code -> new Kpi(code, code, ProductSelection.ALL))
                                .toList())
                        .withEventClassifications(ACHIEVEMENTS.stream()
                                .map(code -> new EventClassification(code, code))
                                .toList())
                        .build());
    }

    /** The code of the one offer type of a classification. */
    public static String typeOf(Classification classification) {
        return "TYPE-" + classification;
    }

    /** Amounts that limits have and purchases sum up to. */
    Amount amount() {
        return Amount.of(dice.oneOf("0.01", "4.99", "5.00", "5.01", "9.99", "10.00", "10.01", "20.00", "33.33"), EUR);
    }

    /** A moment at an anchor or a step beside it, on the clock of Athens. */
    Instant moment() {
        return dice.oneOf(ANCHORS)
                .atZone(ZoneId.of("Europe/Athens"))
                .toInstant()
                .plus(dice.oneOf(STEPS));
    }

    LocalDate day() {
        return dice.oneOf(ANCHORS).toLocalDate().plusDays(dice.oneOf(0, 0, 1, -1, 30, -30));
    }

    Attributes attributes(AttributeOwner owner) {
        Map<String, AttributeValue> values = new TreeMap<>();
        for (AttributeDeclaration declared : ATTRIBUTES) {
            if (declared.owner() == owner && !dice.once(3)) {
                values.put(declared.name(), value(declared.type()));
            }
        }
        return new Attributes(values);
    }

    AttributeDeclaration declaration() {
        return dice.oneOf(ATTRIBUTES);
    }

    AttributeValue value(AttributeType type) {
        return switch (type) {
            case TEXT -> new AttributeValue.Text(dice.oneOf("1", "01", "web", "WEB", "", "ısı"));
            case WHOLE_NUMBER -> new AttributeValue.WholeNumber(dice.oneOf(-1L, 0L, 1L, 2L, Long.MAX_VALUE));
            case AMOUNT -> new AttributeValue.Money(amount());
            case DATE -> new AttributeValue.Date(day());
        };
    }

    private static String nameOf(AttributeType type) {
        return switch (type) {
            case TEXT -> "text";
            case WHOLE_NUMBER -> "number";
            case AMOUNT -> "amount";
            case DATE -> "date";
        };
    }

    private PurchaseLine line(String id) {
        Amount total = amount();
        boolean listed = !dice.once(5);
        return new PurchaseLine(
                id,
                listed ? dice.oneOf(PRODUCTS) : "SOMETHING",
                dice.once(6) ? dice.oneOf(TYPES) : "",
                dice.once(8) ? dice.oneOf(FAMILIES) : "",
                dice.between(0, 3),
                total,
                dice.once(2) ? Amount.zero(EUR) : Amount.of("0.01", EUR),
                attributes(AttributeOwner.LINE));
    }
}
