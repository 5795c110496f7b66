package io.rewards.examples.shop;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.event.AccessTokenChanged;
import io.rewards.event.Achievement;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventHeader;
import io.rewards.event.FinancialAchievement;
import io.rewards.event.FinancialStatement;
import io.rewards.event.ProfileChanged;
import io.rewards.event.Referral;
import io.rewards.event.SocialMediaLike;
import io.rewards.event.SubscriptionChanged;
import io.rewards.event.WebsiteVisit;
import io.rewards.participant.Email;
import io.rewards.participant.EmailType;
import io.rewards.participant.Phone;
import io.rewards.participant.PhoneField;
import io.rewards.participant.PhoneType;
import io.rewards.participant.Profile;
import io.rewards.participant.Secret;
import io.rewards.participant.SubscriptionChange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the customers of the Corner Shop do besides buying: like a page, cook, give, bring friends, subscribe. It has
 * dice of its own, so that it does not change what is bought. For one year and one thread.
 */
final class ClubLife {

    private static final Denomination EUR = new Denomination("EUR", 2);
    private static final LocalTime MORNING = LocalTime.of(8, 7);
    private static final LocalTime EVENING = LocalTime.of(20, 30);
    private static final LocalDate A_LEAP_YEAR = LocalDate.of(2024, 1, 1);
    private static final String PASS = "coffee-pass";
    private static final long OTHER_DICE = 0x0C0FFEEL;
    private static final List<LocalDate> QUARTERS =
            List.of(LocalDate.of(2025, 4, 1), LocalDate.of(2025, 7, 1), LocalDate.of(2025, 10, 1));

    private final Dice dice;
    private final List<Shopper> members = new ArrayList<>();
    private List<CustomerEvent> events = new ArrayList<>();

    ClubLife(long seed) {
        dice = new Dice(seed ^ OTHER_DICE);
    }

    /** The profile with the ways to reach the customer, and perhaps a name day. */
    Profile reachable(Profile profile) {
        Profile reachable = dice.chance(50) ? profile.withPhones(List.of(mobile())) : profile;
        if (dice.chance(60)) {
            String address = profile.name().toLowerCase(Locale.ROOT).replace(' ', '.') + "@mail.example";
            reachable = reachable.withEmails(List.of(new Email(EmailType.PERSONAL, address)));
        }
        return dice.chance(70)
                ? reachable.withNameDay(MonthDay.from(A_LEAP_YEAR.plusDays(dice.below(366))))
                : reachable;
    }

    /** What the customer does through {@code last}. */
    List<CustomerEvent> year(Shopper shopper, LocalDate last) {
        events = new ArrayList<>();
        if (!members.isEmpty() && dice.chance(25)) {
            Shopper referrer = dice.oneOf(members);
            if (referrer.registered().isBefore(shopper.registered())) {
                events.add(new Referral(
                        header(shopper, "referred", shopper.registered().atTime(MORNING)), referrer.id()));
            }
        }
        if (dice.chance(40)) {
            String hash = Secret.of("card of " + shopper.id()).hash();
            events.add(new AccessTokenChanged(header(shopper, "card", someEvening(shopper, last)), hash, true));
        }
        clicks(shopper, last);
        deeds(shopper, last);
        pass(shopper, last);
        if (last.equals(CornerShop.LAST_DAY)) {
            members.add(shopper);
        }
        return events;
    }

    private void clicks(Shopper shopper, LocalDate last) {
        if (dice.chance(30)) {
            events.add(new SocialMediaLike(
                    header(shopper, "liked", someEvening(shopper, last)), "social.example/corner-shop"));
        }
        if (dice.chance(20)) {
            events.add(new WebsiteVisit(
                    header(shopper, "read", someEvening(shopper, last)), "corner-shop.example/recipes"));
        }
        if (shopper.profile().phones().isEmpty() && dice.chance(30)) {
            Profile changed = shopper.profile().withPhones(List.of(mobile()));
            events.add(new ProfileChanged(header(shopper, "phone", someEvening(shopper, last)), changed, "the app"));
        }
    }

    private void deeds(Shopper shopper, LocalDate last) {
        if (dice.chance(25)) {
            events.add(new Achievement(header(shopper, "tasted", someEvening(shopper, last)), "TASTING"));
        }
        if (dice.chance(25)) {
            events.add(new Achievement(header(shopper, "cooked", someEvening(shopper, last)), "RECIPE"));
        }
        if (dice.chance(20)) {
            Amount gift = new Amount(EUR, dice.between(4, 40) * 100L);
            EventHeader header =
                    header(shopper, "gave", someEvening(shopper, last)).queued();
            events.add(new FinancialAchievement(header, "DONATION", gift));
        }
        for (LocalDate quarter : QUARTERS) {
            if (dice.chance(15) && shopper.registered().isBefore(quarter) && !last.isBefore(quarter)) {
                Map<String, BigDecimal> figures = Map.of(
                        "SPENT", BigDecimal.valueOf(dice.between(8_000, 60_000), 2),
                        "COFFEES", BigDecimal.valueOf(dice.between(0, 40)));
                EventHeader header = header(shopper, "quarter-" + quarter, quarter.atTime(MORNING));
                events.add(new FinancialStatement(header, "QUARTER", new TreeMap<>(figures)));
            }
        }
    }

    /** A coffee pass from some day on, of which some are interrupted for a while. */
    private void pass(Shopper shopper, LocalDate last) {
        if (!shopper.coffee() || !dice.chance(40)) {
            return;
        }
        LocalDate start = shopper.registered().plusDays(dice.between(1, 60));
        pass(shopper, "started", start, last, SubscriptionChange.STARTED);
        if (dice.chance(40)) {
            LocalDate stop = start.plusDays(dice.between(20, 120));
            LocalDate resumed = stop.plusDays(dice.between(3, 20));
            pass(shopper, "interrupted", stop, last, SubscriptionChange.INTERRUPTED);
            pass(shopper, "resumed", resumed, last, SubscriptionChange.RESUMED);
        }
    }

    private void pass(Shopper shopper, String what, LocalDate day, LocalDate last, SubscriptionChange change) {
        if (!day.isAfter(last)) {
            events.add(new SubscriptionChanged(header(shopper, "pass-" + what, day.atTime(EVENING)), PASS, change));
        }
    }

    private Phone mobile() {
        String number = String.format(Locale.ROOT, "%07d", dice.below(10_000_000));
        return new Phone(
                PhoneType.MOBILE,
                Map.of(PhoneField.COUNTRY, "353", PhoneField.AREA_CODE, "85", PhoneField.NUMBER, number));
    }

    private LocalDateTime someEvening(Shopper shopper, LocalDate last) {
        int days = Math.toIntExact(ChronoUnit.DAYS.between(shopper.registered(), last));
        return shopper.registered().plusDays(dice.below(Math.max(1, days))).atTime(EVENING);
    }

    private static EventHeader header(Shopper shopper, String what, LocalDateTime on) {
        return CornerShop.header(shopper.id() + "-" + what, shopper.id(), on);
    }
}
