package io.rewards.oracle;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Settings;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.GoodsReturn;
import io.rewards.event.LineKind;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.PaymentMedium;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SchemeSignUp;
import io.rewards.event.TillDiscount;
import io.rewards.participant.Address;
import io.rewards.participant.Preferences;
import io.rewards.participant.Profile;
import io.rewards.participant.TerminationReason;
import io.rewards.testkit.chance.Dice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Draws what the participants of a programme do, in the order of delivery: mostly purchases as they happen, and all that
 * may go wrong with those. For one thread.
 */
final class RandomDeliveries {

    private static final List<String> PARTICIPANTS = List.of("ANNA", "BEN", "CHLOE");

    private final Dice dice;
    private final Season season;
    private final Settings settings;
    private final Boundaries boundaries;
    private final List<CustomerEvent> events = new ArrayList<>();
    private final List<Instant> purchased = new ArrayList<>();
    private Instant now;

    RandomDeliveries(Dice dice, Season season, Programme programme) {
        this.dice = dice;
        this.season = season;
        settings = programme.settings();
        boundaries = new Boundaries(programme, season);
        now = season.start();
    }

    List<CustomerEvent> drawn(int count) {
        int people = (int) dice.between(1L, PARTICIPANTS.size());
        List<String> participants = PARTICIPANTS.subList(0, people);
        for (String participant : participants) {
            events.add(new ParticipantRegistered(header(participant, now), profile()));
            for (String scheme : List.of("CLUB", "COFFEE")) {
                if (dice.chance(93)) {
                    events.add(new SchemeSignUp(header(participant, now), scheme, ""));
                }
            }
        }
        for (int i = 0; i < count; i++) {
            passTime();
            events.add(event(dice.oneOf(participants)));
        }
        return events;
    }

    private void passTime() {
        now = switch (dice.below(4)) {
            case 0 -> now.plusSeconds(dice.below(7200));
            case 1 -> now.plus(Duration.ofMinutes(dice.below(season.days() * 60)));
            case 2 -> later(purchased.isEmpty() ? now : boundaries.afterSpan(dice.oneOf(purchased), dice));
            default -> later(boundaries.next(now, dice));
        };
        Instant last = season.closing().minus(Duration.ofDays(400));
        now = now.isAfter(last) ? last : now;
    }

    private Instant later(Instant instant) {
        return instant.isAfter(now) ? instant : now;
    }

    private CustomerEvent event(String participant) {
        int kind = dice.below(100);
        if (kind < 7) {
            return again(dice.oneOf(events));
        }
        if (kind < 9) {
            return new SchemeSignUp(header(participant, now), dice.oneOf("CLUB", "COFFEE", "DORMANT", "NOWHERE"), "");
        }
        if (kind < 10) {
            return new ParticipantTerminated(
                    header(participant, now), dice.oneOf(TerminationReason.values()), Optional.empty());
        }
        if (kind < 11) {
            return new ParticipantRegistered(header(dice.oneOf(PARTICIPANTS), now), profile());
        }
        if (kind < 12) {
            return GoodsReturn.of(header(participant, now), new ReturnedLine(EventKey.of("never-bought"), "1", 1));
        }
        if (kind < 14) {
            return broken(purchase(participant));
        }
        Purchase purchase = purchase(participant);
        return kind < 18 ? purchase.queued() : purchase;
    }

    /** The same event delivered again, now and then with other content or by another system. */
    private CustomerEvent again(CustomerEvent event) {
        if (event instanceof Purchase purchase && dice.chance(20)) {
            return purchase.paidWith(new PaymentMedium("AMEX", "CHEQUE"));
        }
        if (dice.chance(10)) {
            return event.withHeader(event.header().from("kiosk"));
        }
        return dice.chance(50) ? event : event.withHeader(event.header().receivedOn(now));
    }

    private Purchase broken(Purchase purchase) {
        EventHeader header = purchase.header();
        PurchaseLine line = purchase.lines().get(0);
        Instant performedOn = header.performedOn();
        return switch (dice.below(8)) {
            case 0 -> purchase.withHeader(at(header, "NOBODY", header.unit(), performedOn));
            case 1 -> purchase.withHeader(at(header, header.participant(), "NOWHERE", performedOn));
            case 2 -> purchase.withHeader(at(header, header.participant(), header.unit(), now.plusNanos(1)));
            case 3 -> purchase.withLines(List.of());
            case 4 -> purchase.withLines(List.of(line, line));
            case 5 -> purchase.withLines(List.of(with(line, 0, line.total())));
            case 6 -> purchase.withLines(List.of(with(line, 1, new Amount(settings.currency(), -1))));
            default -> purchase.withLines(List.of(with(line, 1, Amount.zero(new Denomination("XXX", 2)))));
        };
    }

    private static EventHeader at(EventHeader header, String participant, String unit, Instant performedOn) {
        return new EventHeader(
                header.key(), participant, unit, performedOn, header.receivedOn(), true, header.attributes());
    }

    private static PurchaseLine with(PurchaseLine line, long quantity, Amount total) {
        return new PurchaseLine(
                line.id(),
                line.product(),
                line.type(),
                line.family(),
                quantity,
                total,
                line.vat(),
                line.attributes(),
                line.kind());
    }

    private Purchase purchase(String participant) {
        Instant performedOn = performedOn();
        boundaries.opened(performedOn);
        purchased.add(performedOn);
        List<PurchaseLine> lines = new ArrayList<>();
        for (long i = dice.between(1L, 4); i > 0; i--) {
            lines.add(line((int) i));
        }
        PaymentMedium medium = new PaymentMedium(dice.oneOf("VISA", "AMEX", ""), dice.oneOf("CASH", "CARD", ""));
        medium = dice.chance(30) ? medium.identifiedBy(dice.oneOf("4111", "5500")) : medium;
        EventHeader header =
                header(participant, performedOn).with(RandomProgramme.carried(dice, settings, AttributeOwner.EVENT));
        Purchase purchase = new Purchase(header, "R" + events.size(), dice.shuffled(lines), medium)
                .withPromoCode(dice.oneOf("", "SPRING", "MAY/1", "spring"));
        return dice.chance(25) ? purchase.discounted(discounts(lines)) : purchase;
    }

    /** One or two, together hardly ever too much. */
    private TillDiscount[] discounts(List<PurchaseLine> lines) {
        List<TillDiscount> discounts = new ArrayList<>();
        for (long i = dice.between(1L, 2); i > 0; i--) {
            PurchaseLine line = dice.oneOf(lines);
            long all = lines.stream().mapToLong(each -> each.total().units()).sum();
            boolean one = dice.chance(50);
            long most = one ? line.total().units() : all;
            long amount = dice.chance(5) ? most : dice.between(0L, most / 2);
            if (amount > 0 || dice.chance(2)) {
                Amount off = new Amount(settings.currency(), amount);
                discounts.add(one ? TillDiscount.of(off, line.id()) : TillDiscount.of(off));
            }
        }
        return discounts.toArray(TillDiscount[]::new);
    }

    private Instant performedOn() {
        return switch (dice.below(10)) {
            case 0 -> earlier(boundaries.earlier(now, dice));
            case 1 -> earlier(now.minus(Duration.ofMinutes(dice.below(60 * 24 * 40))));
            case 2 -> purchased.isEmpty() ? now : dice.oneOf(purchased);
            default -> now;
        };
    }

    private Instant earlier(Instant instant) {
        return instant.isAfter(now) ? now : instant;
    }

    private PurchaseLine line(int number) {
        boolean known = dice.chance(85);
        Amount total = new Amount(settings.currency(), total());
        long vat = dice.chance(60) ? 0 : dice.between(0L, total.units());
        return new PurchaseLine(
                "L" + number,
                known ? dice.oneOf(RandomProgramme.PRODUCTS) : "NOVELTY",
                dice.chance(10) ? dice.oneOf(RandomProgramme.PRODUCT_TYPES) : "",
                dice.chance(10) ? dice.oneOf(RandomProgramme.FAMILIES) : "",
                dice.oneOf(1L, 1L, 1L, 2L, 3L, 5L, 11L),
                total,
                new Amount(settings.currency(), vat),
                dice.chance(50) ? Attributes.NONE : RandomProgramme.carried(dice, settings, AttributeOwner.LINE),
                dice.chance(12) ? LineKind.FEE : LineKind.GOODS);
    }

    private long total() {
        return switch (dice.below(10)) {
            case 0 -> 0;
            case 1, 2, 3 -> dice.below(6000);
            case 4 -> dice.between(1L, 3);
            default -> boundaries.amount(dice);
        };
    }

    private EventHeader header(String participant, Instant performedOn) {
        EventKey key = new EventKey(dice.chance(90) ? "" : "till", "E" + events.size());
        Optional<Instant> receivedOn = dice.chance(96) ? Optional.of(now) : Optional.empty();
        return new EventHeader(
                key, participant, dice.oneOf(RandomProgramme.UNITS), performedOn, receivedOn, true, Attributes.NONE);
    }

    private Profile profile() {
        Profile profile = new Profile(
                "",
                dice.chance(75) ? Optional.of(birth()) : Optional.empty(),
                dice.chance(75) ? Optional.of(MonthDay.from(birth())) : Optional.empty(),
                addresses(),
                List.of(),
                List.of(),
                Map.of(),
                Preferences.NONE,
                dice.chance(60) ? dice.some(RandomProgramme.MEMBER_SEGMENTS, 2L) : Set.of(),
                dice.oneOf("", "SILVER", "GOLD"),
                RandomProgramme.carried(dice, settings, AttributeOwner.PARTICIPANT));
        profile.dateOfBirth().ifPresent(date -> boundaries.yearly(MonthDay.from(date)));
        profile.nameDay().ifPresent(boundaries::yearly);
        return profile;
    }

    private LocalDate birth() {
        return dice.oneOf(
                LocalDate.of(1992, 2, 29),
                LocalDate.of(1980, 1, 1),
                LocalDate.of(1975, 12, 31),
                season.day(dice).withYear(1984));
    }

    private List<Address> addresses() {
        List<Address> addresses = new ArrayList<>();
        for (int i = dice.below(3); i > 0; i--) {
            addresses.add(Address.of(
                    dice.chance(70),
                    "CY",
                    dice.oneOf("NICOSIA", "LARNACA", ""),
                    dice.oneOf("OLD TOWN", ""),
                    dice.oneOf("EAST", "WEST")));
        }
        return addresses;
    }
}
