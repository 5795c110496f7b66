package io.rewards.life;

import io.rewards.amount.Amount;
import io.rewards.attribute.Attributes;
import io.rewards.event.AccessTokenChanged;
import io.rewards.event.Achievement;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.FinancialAchievement;
import io.rewards.event.FinancialStatement;
import io.rewards.event.GoodsReturn;
import io.rewards.event.LineKind;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.PaymentMedium;
import io.rewards.event.ProfileChanged;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.Referral;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SchemeSignOff;
import io.rewards.event.SchemeSignUp;
import io.rewards.event.SchemeSignUpRequested;
import io.rewards.event.SegmentChanged;
import io.rewards.event.SocialMediaLike;
import io.rewards.event.SpendBlockingChanged;
import io.rewards.event.SubscriptionChanged;
import io.rewards.event.TillDiscount;
import io.rewards.event.WebsiteVisit;
import io.rewards.participant.Address;
import io.rewards.participant.AddressField;
import io.rewards.participant.AddressType;
import io.rewards.participant.Email;
import io.rewards.participant.EmailType;
import io.rewards.participant.Phone;
import io.rewards.participant.PhoneField;
import io.rewards.participant.PhoneType;
import io.rewards.participant.Profile;
import io.rewards.participant.ProfileChange;
import io.rewards.participant.Replacement;
import io.rewards.participant.Secret;
import io.rewards.participant.SubscriptionChange;
import io.rewards.participant.TerminationReason;
import io.rewards.testkit.chance.Dice;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Draws what one participant does: from joining to leaving or the end, most of it in order, some of it late, twice, queued
 * or wrong. What one does never depends on what the engine answers. For one thread.
 */
final class Citizen {

    private static final int LATEST_DAYS = 45;

    private final Dice dice;
    private final int number;
    private final int participants;
    private final int days;
    private final String id;
    private final List<Scene> scenes = new ArrayList<>();
    private final Map<String, SubscriptionChange> subscriptions = new TreeMap<>();
    private final List<String> tokens = new ArrayList<>();
    private Profile profile = Profile.EMPTY;
    private boolean blocked;
    private int events;
    private LocalDate today = Island.FIRST_DAY;
    private Instant before = Instant.EPOCH;

    Citizen(long seed, int number, int participants, int days) {
        dice = Dice.of(seed, number);
        this.number = number;
        this.participants = participants;
        this.days = days;
        id = name(number);
    }

    private static String name(int number) {
        return "P%05d".formatted(number);
    }

    List<Scene> life() {
        int first = number < 3 ? 0 : dice.below(Math.max(1, days * 2 / 3));
        today = Island.FIRST_DAY.plusDays(first);
        Instant joined = now();
        profile = profile();
        send(new ParticipantRegistered(header(joined), profile), joined);
        before = joined;
        if (dice.chance(45)) {
            refer();
        }
        boolean loyal = dice.chance(80);
        int leaves = loyal ? days : first + dice.below(days - first);
        for (int day = first + 1; day < days; day++) {
            today = Island.FIRST_DAY.plusDays(day);
            if (day == leaves) {
                leave();
            }
            if (day <= leaves || dice.chance(10)) {
                live();
            }
        }
        return scenes;
    }

    private void live() {
        if (dice.rarely(650)) {
            send(purchase(moment()));
        }
        if (dice.rarely(170)) {
            String page = dice.oneOf(Island.PAGES);
            send(
                    dice.chance(50)
                            ? new SocialMediaLike(header(moment()), page)
                            : new WebsiteVisit(header(moment()), page));
        }
        if (dice.rarely(220)) {
            send(new Achievement(header(moment()), classification()));
        }
        if (dice.rarely(150)) {
            Amount amount = Offers.eur(dice.oneOf("499.99", "500.00", "750.00", "1000.00", "1000.01"));
            send(new FinancialAchievement(header(moment()), classification(), amount));
        }
        if (dice.rarely(100)) {
            send(new FinancialStatement(header(moment()), classification(), kpis()));
        }
        change();
        takePart();
    }

    private String[] differing(Profile before) {
        Map<String, Function<Profile, Object>> fields = Map.of(
                "dateOfBirth", Profile::dateOfBirth,
                "nameDay", Profile::nameDay,
                "addresses", Profile::addresses,
                "phones", Profile::phones,
                "emails", Profile::emails,
                "segments", Profile::segments,
                "tier", Profile::tier);
        return fields.keySet().stream()
                .filter(field -> !fields.get(field)
                        .apply(before)
                        .equals(fields.get(field).apply(profile)))
                .toArray(String[]::new);
    }

    private void change() {
        if (dice.rarely(90)) {
            Profile before = profile;
            profile = changed();
            ProfileChange change =
                    dice.chance(50) ? ProfileChange.replacingBy(profile) : ProfileChange.of(profile, differing(before));
            send(new ProfileChanged(header(moment()), change, dice.oneOf("", "clerk")));
        }
        if (dice.rarely(70)) {
            String segment = dice.rarely(300) ? dice.oneOf("AWARDED", "NOWHERE") : dice.oneOf(Island.SEGMENTS);
            send(new SegmentChanged(header(moment()), segment, dice.chance(70)));
        }
        if (dice.rarely(110)) {
            subscribe();
        }
        if (dice.rarely(20)) {
            token();
        }
        if (dice.rarely(25)) {
            blocked = dice.chance(90) != blocked;
            send(new SpendBlockingChanged(header(moment()), blocked));
        }
    }

    private void takePart() {
        if (dice.rarely(160)) {
            join(dice.oneOf(Island.SCHEMES));
        }
        if (dice.rarely(30)) {
            send(new SchemeSignOff(header(moment()), dice.oneOf(Island.SCHEMES)));
        }
        if (dice.rarely(12)) {
            refer();
        }
        if (dice.rarely(8)) {
            wrong();
        }
    }

    private void join(String scheme) {
        switch (scheme) {
            case "CAMPUS" -> {
                String code = "CAMPUS-" + events;
                String email = dice.chance(90) ? id + "@Uni.example" : id + "@home.example";
                Instant asked = moment();
                send(new SchemeSignUpRequested(header(asked), scheme, email, Secret.hashOf(code)));
                send(new SchemeSignUp(header(later(asked)), scheme, dice.chance(90) ? code : "guess"));
            }
            case "SECRET" -> {
                int owner = dice.chance(85) ? number : dice.below(participants);
                send(new SchemeSignUp(header(moment()), scheme, dice.chance(95) ? Island.code(owner) : "CODE-X"));
            }
            case "UNION" -> send(new SchemeSignUp(header(moment()), scheme, dice.chance(85) ? "OK-" + id : "NO-" + id));
            default -> send(new SchemeSignUp(header(moment()), scheme, ""));
        }
    }

    private void refer() {
        int other = dice.chance(90) ? dice.below(participants) : number;
        Instant moment = moment();
        send(new Referral(header(moment), dice.chance(97) ? name(other) : "NOBODY"));
    }

    private void subscribe() {
        String subscription = id + "-S" + dice.below(3);
        SubscriptionChange last = subscriptions.get(subscription);
        SubscriptionChange next;
        if (last == null) {
            next = SubscriptionChange.STARTED;
        } else if (last == SubscriptionChange.INTERRUPTED) {
            next = dice.chance(85) ? SubscriptionChange.RESUMED : SubscriptionChange.ENDED;
        } else {
            next = dice.chance(75) ? SubscriptionChange.INTERRUPTED : SubscriptionChange.ENDED;
        }
        if (dice.chance(6)) {
            next = dice.oneOf(SubscriptionChange.values());
        }
        subscriptions.put(subscription, next);
        Instant moment = moment();
        send(new SubscriptionChanged(header(moment), subscription, next));
        if (next == SubscriptionChange.INTERRUPTED && dice.chance(70)) {
            subscriptions.put(subscription, SubscriptionChange.RESUMED);
            Instant resumed = moment.plusSeconds(86_400L * dice.between(0, 9));
            send(new SubscriptionChanged(header(resumed), subscription, SubscriptionChange.RESUMED), resumed);
        }
    }

    private void token() {
        boolean give = tokens.isEmpty() || dice.chance(60);
        String token = give ? Secret.hashOf(id + events) : dice.oneOf(tokens);
        if (dice.chance(10)) {
            token = dice.oneOf("not a hash", Secret.hashOf("everybody's"));
        } else if (give) {
            tokens.add(token);
        } else {
            tokens.remove(token);
        }
        send(new AccessTokenChanged(header(moment()), token, give));
    }

    private void leave() {
        TerminationReason reason = dice.oneOf(
                TerminationReason.CUSTOMER_REQUEST,
                TerminationReason.FRAUD,
                TerminationReason.DUPLICATION,
                TerminationReason.DUPLICATION,
                TerminationReason.DUPLICATION);
        boolean duplicate = (reason == TerminationReason.DUPLICATION) != dice.chance(5);
        Set<String> going = tokens.isEmpty() || dice.chance(40) ? Set.of() : Set.of(dice.oneOf(tokens));
        Optional<Replacement> replacement = duplicate
                ? Optional.of(new Replacement(name(dice.below(participants)), dice.chance(60), going))
                : Optional.empty();
        send(new ParticipantTerminated(header(moment()), reason, replacement));
    }

    private void wrong() {
        Instant moment = moment();
        EventHeader header = header(moment);
        send(
                dice.oneOf(
                        new Achievement(header, "UNHEARD_OF"),
                        new SocialMediaLike(header, " "),
                        new WebsiteVisit(elsewhere(header), Island.PAGES.get(2)),
                        purchase(moment.plusSeconds(86_400L * 60)),
                        new FinancialAchievement(header, "QUIZ", Amount.of("-1.00", Island.EUR)),
                        new FinancialStatement(header, "QUIZ", new TreeMap<>(Map.of("UNHEARD_OF", BigDecimal.ONE))),
                        new ParticipantRegistered(header, profile),
                        new ProfileChanged(header, profile.withTier("IRON"), ""),
                        GoodsReturn.of(header, new ReturnedLine(EventKey.of("never-bought"), "1", 1)),
                        new SchemeSignUp(header, "DORMANT", ""),
                        new SchemeSignUpRequested(header, "CAFE", "a@uni.example", Secret.hashOf("x"))),
                moment);
    }

    private static EventHeader elsewhere(EventHeader header) {
        return new EventHeader(
                header.key(),
                header.participant(),
                "NOWHERE",
                header.performedOn(),
                header.receivedOn(),
                header.processImmediately(),
                header.attributes());
    }

    private Purchase purchase(Instant moment) {
        List<PurchaseLine> lines = new ArrayList<>();
        int count = dice.between(1, 3);
        for (int i = 0; i < count; i++) {
            lines.add(line(String.valueOf(i)));
        }
        PaymentMedium medium = new PaymentMedium(dice.oneOf("VISA", "MASTER", ""), dice.oneOf("CARD", "CASH", ""));
        EventHeader header = header(moment);
        Purchase purchase = new Purchase(header, "R" + header.key().id(), lines, medium);
        purchase = purchase.withPromoCode(dice.oneOf("", "", "SPRING", "MAY/1", "spring"));
        return dice.chance(10) ? purchase.discounted(coupon(lines)) : purchase;
    }

    /** A coupon on one line or on all, of at most what one line costs. */
    private TillDiscount coupon(List<PurchaseLine> lines) {
        PurchaseLine line = dice.oneOf(lines);
        Amount off = new Amount(Island.EUR, dice.between(1, (int) line.total().units()));
        return dice.chance(50) ? TillDiscount.of(off, line.id()) : TillDiscount.of(off);
    }

    private PurchaseLine line(String line) {
        Amount total = new Amount(Island.EUR, dice.oneOf(199, 2_000, 5_000, dice.between(1, 6_500)));
        return PurchaseLine.of(line, dice.oneOf(Island.PRODUCTS), dice.between(1, 4), total)
                .as(dice.chance(4) ? LineKind.FEE : LineKind.GOODS);
    }

    private String classification() {
        return dice.oneOf(Island.CLASSIFICATIONS);
    }

    private SortedMap<String, BigDecimal> kpis() {
        SortedMap<String, BigDecimal> kpis = new TreeMap<>();
        if (dice.chance(90)) {
            kpis.put("TOTAL_SALES", new BigDecimal(dice.oneOf("4999.99", "5000", "7000.0", "10000.50", "10000.51")));
        }
        if (dice.chance(90)) {
            kpis.put("NEW_CUSTOMERS", new BigDecimal(dice.between(2, 5)));
        }
        return kpis;
    }

    private Profile profile() {
        Profile drawn = Profile.EMPTY.withName("Person " + number);
        if (dice.chance(60)) {
            drawn = drawn.withDateOfBirth(birthday());
        }
        if (dice.chance(60)) {
            drawn = drawn.withNameDay(MonthDay.from(birthday()));
        }
        if (dice.chance(40)) {
            drawn = drawn.withSegments(dice.some(Island.SEGMENTS, 2));
        }
        if (dice.chance(40)) {
            drawn = drawn.withTier(dice.oneOf(Island.TIERS));
        }
        return dice.chance(40) ? reachable(drawn) : drawn;
    }

    private Profile changed() {
        return switch (dice.below(7)) {
            case 0, 1 -> profile.withDateOfBirth(dice.chance(40) ? soon(1980) : birthday());
            case 2 -> profile.withNameDay(MonthDay.from(dice.chance(40) ? soon(2024) : birthday()));
            case 3 -> profile.withTier(dice.oneOf("", "SILVER", "GOLD"));
            case 4 -> profile.withSegments(dice.some(Island.SEGMENTS, 2));
            default -> reachable(profile);
        };
    }

    private Profile reachable(Profile known) {
        Phone phone = new Phone(
                dice.oneOf(PhoneType.MOBILE, PhoneType.MOBILE, PhoneType.LANDLINE),
                Map.of(PhoneField.NUMBER, dice.chance(80) ? "99123456" : " "));
        Address address = new Address(
                dice.chance(85),
                dice.oneOf(AddressType.HOME, AddressType.HOME, AddressType.BUSINESS),
                Map.of(
                        AddressField.TOWN,
                        dice.oneOf(Island.TOWNS),
                        AddressField.AREA,
                        dice.oneOf("Old town", "Hills", ""),
                        AddressField.DISTRICT,
                        dice.oneOf("North", "South")));
        Profile reachable = known;
        if (dice.chance(60)) {
            reachable = reachable.withPhones(List.of(phone));
        }
        if (dice.chance(60)) {
            reachable = reachable.withAddresses(List.of(address));
        }
        if (dice.chance(50)) {
            reachable =
                    reachable.withEmails(List.of(new Email(EmailType.PERSONAL, dice.chance(80) ? "a@b.example" : "")));
        }
        return reachable;
    }

    private LocalDate birthday() {
        return dice.chance(5)
                ? LocalDate.of(1992, 2, 29)
                : LocalDate.of(1960, 1, 1).plusDays(dice.below(15_000));
    }

    /** A day of the year that comes, or was, within a few days: some try to be awarded twice. */
    private LocalDate soon(int year) {
        LocalDate near = today.plusDays(dice.between(-3, 9));
        return MonthDay.from(near).atYear(year);
    }

    /** Some moment of today, after what was done before. */
    private Instant moment() {
        Instant moment = now();
        return moment.isBefore(before) ? later(before) : moment;
    }

    private Instant now() {
        return Offers.at(today, time()).toInstant();
    }

    /** A time of the day, often at its ends. */
    private LocalTime time() {
        return switch (dice.below(12)) {
            case 0 -> LocalTime.MIDNIGHT;
            case 1 -> LocalTime.of(23, 59, 59);
            case 2 -> LocalTime.NOON;
            case 3 -> LocalTime.of(3, 30);
            default -> LocalTime.of(dice.below(24), dice.below(60), dice.below(60));
        };
    }

    private Instant later(Instant moment) {
        return moment.plusSeconds(dice.below(300));
    }

    private EventHeader header(Instant performedOn) {
        events++;
        return new EventHeader(
                new EventKey(dice.chance(50) ? "" : "pos", id + "-" + events),
                id,
                dice.oneOf(Island.UNITS),
                performedOn,
                Optional.empty(),
                !dice.chance(12),
                Attributes.NONE);
    }

    private void send(CustomerEvent event) {
        boolean late = dice.chance(6);
        send(
                event,
                late
                        ? event.performedOn().plusSeconds(3_600L * dice.between(1, 24 * LATEST_DAYS))
                        : event.performedOn().plusSeconds(dice.below(2)));
    }

    /** Sends it at that time, and some of it once more. */
    private void send(CustomerEvent event, Instant at) {
        scenes.add(new Scene.Submit(at, received(event, at)));
        if (dice.chance(3)) {
            Instant again = at.plusSeconds(3_600L * dice.below(24 * 20));
            scenes.add(new Scene.Submit(again, received(event, again)));
        }
        if (dice.rarely(40)) {
            Instant again = at.plusSeconds(60);
            scenes.add(new Scene.Submit(again, received(new SchemeSignOff(event.header(), "CAFE"), again)));
        }
    }

    /** Most events say when they were received; for the others the clock does. */
    private CustomerEvent received(CustomerEvent event, Instant at) {
        return dice.chance(90) ? event.withHeader(event.header().receivedOn(at)) : event;
    }
}
