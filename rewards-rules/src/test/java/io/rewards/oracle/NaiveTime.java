package io.rewards.oracle;

import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferValidity;
import io.rewards.time.DateTimePeriod;
import io.rewards.time.RecurringDays;
import io.rewards.time.TimeSpan;
import io.rewards.time.WeeklyTimes;
import io.rewards.time.WeeklyWindow;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The calendar arithmetic of the naive model: day by day and case by case. Source: domain 3.4 to 3.6. */
final class NaiveTime {

    private NaiveTime() {}

    static Instant plus(Instant start, TimeSpan span, ZoneId zone) {
        ZonedDateTime from = start.atZone(zone);
        return switch (span.unit()) {
            case MINUTES -> start.plusSeconds(60L * span.count());
            case HOURS -> start.plusSeconds(3600L * span.count());
            case DAYS -> from.plusDays(span.count()).toInstant();
            case WEEKS -> from.plusDays(7L * span.count()).toInstant();
            case MONTHS -> from.plusMonths(span.count()).toInstant();
            case YEARS -> from.plusMonths(12L * span.count()).toInstant();
        };
    }

    static Instant minus(Instant end, TimeSpan span, ZoneId zone) {
        ZonedDateTime from = end.atZone(zone);
        return switch (span.unit()) {
            case MINUTES, HOURS -> throw new AssertionError("Awards are looked up by days: " + span);
            case DAYS -> from.minusDays(span.count()).toInstant();
            case WEEKS -> from.minusDays(7L * span.count()).toInstant();
            case MONTHS -> from.minusMonths(span.count()).toInstant();
            case YEARS -> from.minusMonths(12L * span.count()).toInstant();
        };
    }

    /** The start of validity of money awarded then. */
    static Instant spendableFrom(AwardValidity validity, Instant awarded, ZoneId zone) {
        return validity.validAfter().isEmpty()
                ? awarded
                : plus(awarded, validity.validAfter().get(), zone);
    }

    /** The first instant at which money awarded then is no longer valid. */
    static Optional<Instant> expires(AwardValidity validity, Instant awarded, ZoneId zone) {
        LocalDate date = awarded.atZone(zone).toLocalDate();
        if (validity.expiry() instanceof AwardValidity.Expiry.On on) {
            date = on.date();
        } else if (validity.expiry() instanceof AwardValidity.Expiry.After after) {
            int count = after.span().count();
            date = switch (after.span().unit()) {
                case MINUTES, HOURS -> throw new AssertionError("Money expires by days: " + after);
                case DAYS -> date.plusDays(count);
                case WEEKS -> date.plusDays(7L * count);
                case MONTHS -> date.plusMonths(count);
                case YEARS -> date.plusMonths(12L * count);
            };
        } else {
            return Optional.empty();
        }
        return Optional.of(date.atStartOfDay(zone).toInstant());
    }

    static boolean inAPeriod(OfferValidity.SpecificPeriods validity, Instant tested, ZoneId zone) {
        for (DateTimePeriod period : validity.periods()) {
            Instant from = ZonedDateTime.of(period.from(), zone).toInstant();
            Instant to = ZonedDateTime.of(period.toExclusive(), zone).toInstant();
            if (tested.compareTo(from) >= 0 && tested.compareTo(to) < 0) {
                return true;
            }
        }
        return false;
    }

    static boolean onAYearlyDay(OfferValidity.RecurringPeriods validity, LocalDate day) {
        for (RecurringDays days : validity.periods()) {
            for (int year = day.getYear() - 1; year <= day.getYear(); year++) {
                boolean wraps = days.through().isBefore(days.from());
                LocalDate from = inYear(days.from(), year);
                LocalDate through = inYear(days.through(), wraps ? year + 1 : year);
                if (!day.isBefore(from) && !day.isAfter(through)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** True when the yearly day falls on {@code day}, or up to so many days before or after it. */
    static boolean near(MonthDay yearly, int before, int after, LocalDate day) {
        for (int distance = -after; distance <= before; distance++) {
            LocalDate other = day.plusDays(distance);
            if (inYear(yearly, other.getYear()).equals(other)) {
                return true;
            }
        }
        return false;
    }

    /** True when one of the windows lasts at that moment, or there are none. */
    static boolean open(WeeklyTimes times, LocalDateTime clock) {
        return overlaps(times, clock, clock.plusNanos(1));
    }

    /** True when one of the windows lasts for some of that day, or there are none. */
    static boolean onAListedDay(WeeklyTimes times, LocalDateTime clock) {
        LocalDateTime morning = clock.toLocalDate().atStartOfDay();
        return overlaps(times, morning, morning.plusDays(1));
    }

    /** True when the moment suits; on a day without windows, when it would suit on another. */
    static boolean atListedHour(WeeklyTimes times, LocalDateTime clock) {
        if (onAListedDay(times, clock)) {
            return open(times, clock);
        }
        for (int days = 1; days < 7; days++) {
            if (open(times, clock.plusDays(days))) {
                return true;
            }
        }
        return false;
    }

    /** The first minute after {@code at} in which an event would find a window open, in the days and periods of the offer. */
    static Optional<Instant> opens(Offer offer, boolean byPeriods, Instant at, ZoneId clock) {
        List<Instant> starts = new ArrayList<>(List.of(at));
        LocalDate firstDay = offer.conditions().period().from();
        if (!firstDay.equals(LocalDate.MIN)) {
            starts.add(firstDay.atStartOfDay(clock).toInstant());
        }
        boolean periods = byPeriods && offer.validity() instanceof OfferValidity.SpecificPeriods;
        if (periods) {
            for (DateTimePeriod period : ((OfferValidity.SpecificPeriods) offer.validity()).periods()) {
                starts.add(ZonedDateTime.of(period.from(), clock).toInstant());
            }
        }
        starts.removeIf(start -> start.isBefore(at));
        starts.sort(null);
        for (Instant start : starts) {
            Instant minute = start.equals(at) ? nextMinute(at) : start;
            for (int checked = 0; checked < 16 * 24 * 60; checked++) {
                LocalDateTime shown = LocalDateTime.ofInstant(minute, clock);
                LocalDate day = shown.toLocalDate();
                if (!day.isBefore(firstDay)
                        && !day.isAfter(offer.conditions().period().through())
                        && (!periods || inAPeriod((OfferValidity.SpecificPeriods) offer.validity(), minute, clock))
                        && open(offer.conditions().times(), shown)) {
                    return Optional.of(minute);
                }
                minute = onAListedDay(offer.conditions().times(), shown)
                        ? nextMinute(minute)
                        : day.plusDays(1).atStartOfDay(clock).toInstant();
            }
        }
        return Optional.empty();
    }

    private static Instant nextMinute(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MINUTES).plusSeconds(60);
    }

    private static boolean overlaps(WeeklyTimes times, LocalDateTime from, LocalDateTime to) {
        for (WeeklyWindow window : times.windows()) {
            for (LocalDate day = from.toLocalDate().minusDays(1);
                    !day.isAfter(to.toLocalDate());
                    day = day.plusDays(1)) {
                if (window.days().isEmpty() || window.days().contains(day.getDayOfWeek())) {
                    LocalTime end = window.hours().toExclusive();
                    LocalDateTime starts = day.atTime(window.hours().from());
                    LocalDateTime ends = day.atTime(end);
                    ends = ends.isAfter(starts) ? ends : ends.plusDays(1);
                    if (starts.isBefore(to) && ends.isAfter(from)) {
                        return true;
                    }
                }
            }
        }
        return times.windows().isEmpty();
    }

    /** The day of that year; the last of February for its 29th in a common year. */
    private static LocalDate inYear(MonthDay yearly, int year) {
        try {
            return LocalDate.of(year, yearly.getMonthValue(), yearly.getDayOfMonth());
        } catch (DateTimeException e) {
            return LocalDate.of(year, 2, 28);
        }
    }
}
