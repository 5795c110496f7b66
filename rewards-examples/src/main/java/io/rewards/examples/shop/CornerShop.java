package io.rewards.examples.shop;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.attribute.AttributeValue;
import io.rewards.attribute.Attributes;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.PaymentMedium;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.SchemeSignUp;
import io.rewards.participant.Address;
import io.rewards.participant.Preferences;
import io.rewards.participant.Profile;
import io.rewards.participant.TerminationReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A year of the Corner Shop, its branch at the station, and a cafe and a bakery that take part: 200 made-up customers, what they bought and did, and a few things that go wrong, such as a
 * purchase with a card that nobody registered. The same seed gives the same events. For one year and one thread.
 */
public final class CornerShop {

    private static final ZoneId ZONE = ZoneId.of("Europe/Dublin");
    private static final Denomination EUR = new Denomination("EUR", 2);
    private static final String SCHEME = "CLUB";
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);
    private static final int CUSTOMERS = 200;
    private static final int GUESTS = 10;

    private static final List<String> FIRST_NAMES = List.of(
            "Aoife", "Brendan", "Ciara", "Declan", "Eimear", "Fergal", "Grainne", "Hugh", "Imelda", "Joe", "Kate",
            "Liam", "Maeve", "Niall", "Orla", "Padraig", "Roisin", "Sean", "Tara", "Una");
    private static final List<String> LAST_NAMES = List.of(
            "Burke", "Byrne", "Daly", "Doyle", "Dunne", "Fahy", "Kelly", "Lynch", "Moore", "Nolan", "Quinn", "Ryan",
            "Walsh");
    private static final List<String> DISTRICTS = List.of("Harbour", "Old Town", "Hillside");
    private static final List<PaymentMedium> PAYMENT_MEDIA =
            List.of(new PaymentMedium("VISA", "DEBIT_CARD"), new PaymentMedium("", "CASH"));

    private static final int OPENS = 8;
    private static final List<Integer> HOURS = List.of(6, 9, 8, 7, 12, 10, 6, 6, 8, 12, 10, 6);

    /** Something the shop sells, at a price in cents; the weight says how often it is bought. */
    private record Article(String product, int cents, int weight) {}

    private static final List<Article> ARTICLES = List.of(
            new Article("SODA-BREAD", 320, 14),
            new Article("CROISSANT", 210, 12),
            new Article("APPLE-TART", 1150, 3),
            new Article("MILK", 165, 14),
            new Article("BUTTER", 389, 8),
            new Article("CHEDDAR", 545, 7),
            new Article("EGGS", 429, 8),
            new Article("POTATOES", 399, 8),
            new Article("HONEY", 795, 3),
            new Article("OLIVE-OIL", 1190, 3),
            new Article("ORANGE-JUICE", 349, 8),
            new Article("WASHING-POWDER", 1399, 3),
            new Article("CANDLES", 650, 2));
    private static final List<Integer> WEIGHTS =
            ARTICLES.stream().map(Article::weight).toList();
    private static final List<Article> COFFEES =
            List.of(new Article("ESPRESSO", 260, 1), new Article("FLAT-WHITE", 340, 1));
    private static final Set<String> BREAD = Set.of("SODA-BREAD", "CROISSANT", "APPLE-TART");

    private final Dice dice;
    private final ClubLife life;
    private final SpendingHabits habits;
    private final PointsHabits points;
    private final List<CustomerEvent> events = new ArrayList<>();

    private CornerShop(long seed) {
        dice = new Dice(seed);
        life = new ClubLife(seed);
        habits = new SpendingHabits(seed);
        points = new PointsHabits(seed);
    }

    /** The programme of the shop, in YAML. */
    public static String programme() {
        try (InputStream stream = CornerShop.class.getResourceAsStream("/corner-shop/programme.yaml")) {
            if (stream == null) {
                throw new IllegalStateException("The resource (/corner-shop/programme.yaml) is missing in the jar.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The resource (/corner-shop/programme.yaml) cannot be read.", e);
        }
    }

    /** The events of the year, in order of time. */
    public static List<CustomerEvent> events(long seed) {
        CornerShop shop = new CornerShop(seed);
        for (int i = 1; i <= CUSTOMERS; i++) {
            shop.year(shop.newcomer(i));
        }
        IntStream.rangeClosed(1, GUESTS).forEach(shop::guest);
        shop.events.sort(Comparator.comparing(CustomerEvent::performedOn));
        return List.copyOf(shop.events);
    }

    private Shopper newcomer(int number) {
        String id = String.format(Locale.ROOT, "M%03d", number);
        LocalDate registered = FIRST_DAY.plusDays(dice.chance(60) ? dice.below(14) : dice.below(240));
        LocalDate signedUp = dice.chance(90) ? registered : registered.plusDays(dice.between(7, 40));
        String name = dice.oneOf(FIRST_NAMES) + " " + dice.oneOf(LAST_NAMES);
        Profile profile = life.reachable(new Profile(
                name,
                dice.chance(80) ? Optional.of(LocalDate.of(1950, 1, 1).plusDays(dice.below(20_000))) : Optional.empty(),
                Optional.empty(),
                List.of(Address.of(true, "Ireland", "Dunmore", "", dice.oneOf(DISTRICTS))),
                List.of(),
                List.of(),
                Map.of(),
                Preferences.NONE,
                segments(),
                dice.chance(15) ? "GOLD" : "GREEN",
                Attributes.NONE));
        events.add(new ParticipantRegistered(header(id + "-registered", id, registered.atTime(OPENS, 0)), profile));
        events.add(new SchemeSignUp(header(id + "-signed-up", id, signedUp.atTime(OPENS, 5)), SCHEME, ""));
        return new Shopper(id, registered, profile, dice.between(5, 28), dice.chance(45));
    }

    private Set<String> segments() {
        int roll = dice.below(100);
        if (roll < 12) {
            return Set.of("STUDENT");
        }
        return roll < 15 ? Set.of("STAFF") : Set.of();
    }

    private void year(Shopper shopper) {
        LocalDate end = dice.chance(2) ? FIRST_DAY.plusDays(dice.between(260, 330)) : LAST_DAY.plusDays(1);
        if (end.isBefore(LAST_DAY)) {
            events.add(new ParticipantTerminated(
                    header(shopper.id() + "-left", shopper.id(), end.atTime(OPENS, 10)),
                    TerminationReason.CUSTOMER_REQUEST,
                    Optional.empty()));
        }
        LocalDate last = end.isBefore(LAST_DAY) ? end.plusDays(1) : LAST_DAY;
        events.addAll(life.year(shopper, end.isBefore(LAST_DAY) ? end.minusDays(1) : LAST_DAY));
        LocalDate day = shopper.registered();
        for (int visit = 1; !day.isAfter(last); visit++) {
            Purchase purchase = purchase(
                    String.format(Locale.ROOT, "%s-%03d", shopper.id(), visit), shopper.id(), day, shopper.coffee());
            LocalDateTime on = purchase.performedOn().atZone(ZONE).toLocalDateTime();
            LocalDate stays = end.isBefore(LAST_DAY) ? end.minusDays(1) : LAST_DAY;
            List<CustomerEvent> around = habits.around(purchase, on, dice.chance(1), stays);
            events.addAll(points.around(purchase, around, shopper, on));
            day = day.plusDays(dice.between(1, 2 * shopper.daysBetween() - 1));
        }
    }

    private void guest(int number) {
        LocalDate day = FIRST_DAY.plusDays(dice.below(365));
        events.add(purchase(String.format(Locale.ROOT, "guest-%02d", number), "not-a-member", day, false));
    }

    private Purchase purchase(String id, String participant, LocalDate day, boolean coffee) {
        LocalDateTime on =
                day.atTime(OPENS + dice.weighted(HOURS), dice.below(60)).plusMinutes(10);
        Attributes channel =
                new Attributes(Map.of("channel", new AttributeValue.Text(dice.chance(25) ? "app" : "till")));
        String unit = dice.chance(65) ? "MAIN-STREET" : "STATION";
        List<PurchaseLine> lines = lines(coffee);
        EventHeader header = new EventHeader(
                EventKey.of(id),
                participant,
                merchant(unit, lines.get(0).product()),
                on.atZone(ZONE).toInstant(),
                Optional.empty(),
                true,
                channel);
        return new Purchase(header, id, lines, dice.oneOf(PAYMENT_MEDIA));
    }

    /** Next to the station others sell, too: who comes for a coffee goes to the cafe, who comes for bread to the bakery. */
    private static String merchant(String unit, String first) {
        if (unit.equals("MAIN-STREET")) {
            return unit;
        }
        if (COFFEES.stream().anyMatch(coffee -> coffee.product().equals(first))) {
            return "HARBOUR-CAFE";
        }
        return BREAD.contains(first) ? "QUAY-BAKERY" : unit;
    }

    private List<PurchaseLine> lines(boolean coffee) {
        List<PurchaseLine> lines = new ArrayList<>();
        Set<String> bought = new HashSet<>();
        if (coffee && dice.chance(70)) {
            add(lines, dice.oneOf(COFFEES), dice.between(1, 2));
        }
        int wanted = dice.chance(20) ? dice.between(6, 10) : dice.between(1, 4);
        for (int i = 0; i < wanted; i++) {
            Article article = ARTICLES.get(dice.weighted(WEIGHTS));
            if (bought.add(article.product())) {
                add(lines, article, dice.between(1, 3));
            }
        }
        return lines;
    }

    private static void add(List<PurchaseLine> lines, Article article, int quantity) {
        lines.add(PurchaseLine.of(
                Integer.toString(lines.size() + 1),
                article.product(),
                quantity,
                new Amount(EUR, (long) article.cents() * quantity)));
    }

    /** The header of an event in the main street. */
    static EventHeader header(String id, String participant, LocalDateTime on) {
        Instant performedOn = on.atZone(ZONE).toInstant();
        return EventHeader.of(id, participant, "MAIN-STREET", performedOn);
    }

    /** The header of an event that follows a purchase, at the same merchant. */
    static EventHeader following(Purchase purchase, String what, LocalDateTime on) {
        Instant performedOn = on.atZone(ZONE).toInstant();
        return EventHeader.of(purchase.key().id() + what, purchase.participant(), purchase.unit(), performedOn);
    }
}
