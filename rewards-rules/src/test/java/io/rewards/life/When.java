package io.rewards.life;

import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferValidity;
import io.rewards.participant.SubscriptionChange;
import io.rewards.time.DateTimePeriod;
import io.rewards.time.DaysAround;
import io.rewards.time.RecurringDays;
import io.rewards.time.TimeSpan;
import io.rewards.time.WeeklyTimes;
import io.rewards.time.WeeklyWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** The calendar of the model, day by day. Source: domain 2.4 C13 to C16, 3.4 to 3.6. */
final class When {

    private When() {}

    static LocalDate day(Instant instant) {
        return instant.atZone(Island.ZONE).toLocalDate();
    }

    static Instant after(Instant start, TimeSpan span) {
        return moved(start.atZone(Island.ZONE), span, 1).toInstant();
    }

    static Instant before(Instant end, TimeSpan span) {
        return moved(end.atZone(Island.ZONE), span, -1).toInstant();
    }

    static LocalDate after(LocalDate start, TimeSpan span) {
        return moved(start.atStartOfDay(Island.ZONE), span, 1).toLocalDate();
    }

    private static ZonedDateTime moved(ZonedDateTime from, TimeSpan span, int direction) {
        int count = direction * span.count();
        return switch (span.unit()) {
            case MINUTES -> from.plusMinutes(count);
            case HOURS -> from.plusHours(count);
            case DAYS -> from.plusDays(count);
            case WEEKS -> from.plusDays(7L * count);
            case MONTHS -> from.plusMonths(count);
            case YEARS -> from.plusYears(count);
        };
    }

    /** The day of that year; the 28th for the 29 February of a common year. */
    static LocalDate in(MonthDay day, int year) {
        boolean leapDay = day.getMonthValue() == 2 && day.getDayOfMonth() == 29;
        return leapDay && !Year.isLeap(year)
                ? LocalDate.of(year, 2, 28)
                : LocalDate.of(year, day.getMonth(), day.getDayOfMonth());
    }

    /** The latest of the days after {@code since} through {@code today} on which the yearly day falls. */
    static Optional<LocalDate> lately(MonthDay yearly, LocalDate since, LocalDate today) {
        for (LocalDate day = today; day.isAfter(since); day = day.minusDays(1)) {
            if (in(yearly, day.getYear()).equals(day)) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    /** True when an offer of this validity may award what happened then. */
    static boolean valid(Offer offer, Instant tested, Look look) {
        OfferValidity validity = offer.validity();
        Person person = look.person();
        LocalDate day = tested.atZone(look.clock()).toLocalDate();
        if (validity instanceof OfferValidity.SpecificPeriods specific) {
            return inOneOf(specific, tested, look.clock());
        }
        if (validity instanceof OfferValidity.RecurringPeriods recurring) {
            return recurring.periods().stream().anyMatch(days -> recurs(days, day));
        }
        if (validity instanceof OfferValidity.BirthdayPeriod birthday) {
            return near(person.profile.dateOfBirth().map(MonthDay::from), birthday.days(), day);
        }
        if (validity instanceof OfferValidity.NameDayPeriod nameDay) {
            return near(person.profile.nameDay(), nameDay.days(), day);
        }
        return !tested.isBefore(offer.latestEffectiveDate().orElseThrow());
    }

    static boolean inOneOf(OfferValidity.SpecificPeriods specific, Instant tested, ZoneId clock) {
        for (DateTimePeriod period : specific.periods()) {
            Instant from = period.from().atZone(clock).toInstant();
            Instant to = period.toExclusive().atZone(clock).toInstant();
            if (!tested.isBefore(from) && tested.isBefore(to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean recurs(RecurringDays days, LocalDate day) {
        boolean wraps = days.through().isBefore(days.from());
        for (int year = day.getYear() - 1; year <= day.getYear(); year++) {
            LocalDate from = in(days.from(), year);
            LocalDate through = in(days.through(), wraps ? year + 1 : year);
            if (!day.isBefore(from) && !day.isAfter(through)) {
                return true;
            }
        }
        return false;
    }

    private static boolean near(Optional<MonthDay> yearly, DaysAround around, LocalDate day) {
        return yearly.isPresent()
                && lately(yearly.get(), day.minusDays(around.after() + 1L), day.plusDays(around.before()))
                        .isPresent();
    }

    static boolean open(WeeklyTimes times, LocalDateTime clock) {
        for (WeeklyWindow window : times.windows()) {
            LocalDateTime starts = clock.with(window.hours().from());
            if (starts.isAfter(clock)) {
                starts = starts.minusDays(1);
            }
            LocalDateTime ends = starts.with(window.hours().toExclusive());
            if (!ends.isAfter(starts)) {
                ends = ends.plusDays(1);
            }
            boolean listed = window.days().isEmpty() || window.days().contains(starts.getDayOfWeek());
            if (listed && clock.isBefore(ends)) {
                return true;
            }
        }
        return times.isAlways();
    }

    static Instant spendableFrom(AwardValidity validity, Instant awarded) {
        return validity.validAfter().map(span -> after(awarded, span)).orElse(awarded);
    }

    static Optional<Instant> spendableTo(AwardValidity validity, Instant awarded) {
        if (validity.expiry() instanceof AwardValidity.Expiry.On on) {
            return Optional.of(on.date().atStartOfDay(Island.ZONE).toInstant());
        }
        if (validity.expiry() instanceof AwardValidity.Expiry.After span) {
            return Optional.of(
                    after(day(awarded), span.span()).atStartOfDay(Island.ZONE).toInstant());
        }
        return Optional.empty();
    }

    /** True when the subscription goes on now, and has for the whole period but for interruptions that do not matter. */
    static boolean mature(List<Person.Turn> turns, TimeSpan period, long ignored, LocalDate today) {
        LocalDate clock = LocalDate.MAX;
        LocalDate stopped = LocalDate.MIN;
        for (Person.Turn turn : turns) {
            LocalDate day = day(turn.on());
            if (turn.change() == SubscriptionChange.STARTED
                    || (turn.change() == SubscriptionChange.RESUMED
                            && stopped.plusDays(ignored).isBefore(day))) {
                clock = day;
            }
            stopped = day;
        }
        SubscriptionChange last = turns.get(turns.size() - 1).change();
        boolean on = last == SubscriptionChange.STARTED || last == SubscriptionChange.RESUMED;
        return on && !after(clock, period).isAfter(today);
    }
}
