package io.rewards.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * When something recurs, as an iCalendar rule (RFC 5545). It keeps its time on the clock when the clocks change; a time
 * that a change leaves out comes later by what was left out, and of one that comes twice the first counts. Immutable.
 * Source: domain 6.2.
 *
 * @param rule such as {@code FREQ=DAILY} or {@code FREQ=WEEKLY;BYDAY=MO,TH;BYHOUR=3}; days are the smallest frequency
 * @param start before it there is no occurrence; its time of the day, in whole seconds, is that of all where
 *     the rule names none
 */
public record Recurrence(String rule, Instant start) {

    private static final String TO_DO = " Give one such as FREQ=DAILY or FREQ=MONTHLY;BYMONTHDAY=1 (RFC 5545).";

    /** Refuses what is no rule, what recurs more often than by days, and what never occurs. */
    public Recurrence {
        start = start.truncatedTo(ChronoUnit.SECONDS);
        if (!occurs(rule, start)) {
            throw mistake(rule, "never occurs");
        }
    }

    /** The first occurrence after {@code instant} on the clock of {@code zone}; empty when there is none any more. */
    public Optional<Instant> nextAfter(Instant instant, ZoneId zone) {
        RecurrenceRule parsed = parsed(rule);
        Optional<DateTime> until = Optional.ofNullable(parsed.getUntil());
        until.ifPresent(unused -> parsed.setUntil(null));
        RecurrenceRuleIterator occurrences =
                parsed.iterator(dateTime(start.atZone(zone).toLocalDateTime()));
        occurrences.fastForward(
                dateTime(instant.atZone(zone).toLocalDateTime().minusDays(1)).getTimestamp());
        Optional<Instant> next = Optional.empty();
        while (occurrences.hasNext()) {
            LocalDateTime time = localDateTime(occurrences.nextDateTime());
            Instant occurrence = time.atZone(zone).toInstant();
            if (next.filter(found -> !time.isBefore(found.atZone(zone).toLocalDateTime()))
                            .isPresent()
                    || until.filter(last -> isAfter(time, occurrence, last)).isPresent()) {
                break;
            }
            if (occurrence.isAfter(instant)
                    && !occurrence.isBefore(start)
                    && next.filter(found -> !occurrence.isBefore(found)).isEmpty()) {
                next = Optional.of(occurrence);
            }
        }
        return next;
    }

    @Override
    public String toString() {
        return rule + " from " + start;
    }

    private static RecurrenceRule parsed(String rule) {
        try {
            RecurrenceRule parsed = new RecurrenceRule(rule, RfcMode.RFC5545_STRICT);
            if (parsed.getFreq().compareTo(Freq.DAILY) > 0) {
                throw mistake(rule, "recurs more often than by days; name hours in BYHOUR");
            }
            return parsed;
        } catch (InvalidRecurrenceRuleException e) {
            throw mistake(rule, "cannot be read: " + e.getMessage());
        }
    }

    private static boolean occurs(String rule, Instant start) {
        RecurrenceRule parsed = parsed(rule);
        if (parsed.getUntil() != null) {
            parsed.setUntil(null);
        }
        try {
            RecurrenceRuleIterator occurrences = parsed.iterator(new DateTime(DateTime.UTC, start.toEpochMilli()));
            if (!occurrences.hasNext()) {
                return false;
            }
            occurrences.nextDateTime();
            return occurrences.hasNext() || parsed.getCount() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isAfter(LocalDateTime time, Instant occurrence, DateTime last) {
        if (last.isAllDay()) {
            return time.toLocalDate().isAfter(localDateTime(last).toLocalDate());
        }
        return last.isFloating()
                ? time.isAfter(localDateTime(last))
                : occurrence.isAfter(Instant.ofEpochMilli(last.getTimestamp()));
    }

    /** The library counts on the clock of UTC, which never changes, so that only this class knows zones. */
    private static DateTime dateTime(LocalDateTime time) {
        return new DateTime(
                DateTime.UTC,
                time.getYear(),
                time.getMonthValue() - 1,
                time.getDayOfMonth(),
                time.getHour(),
                time.getMinute(),
                time.getSecond());
    }

    private static LocalDateTime localDateTime(DateTime time) {
        return LocalDateTime.of(
                time.getYear(),
                time.getMonth() + 1,
                time.getDayOfMonth(),
                time.getHours(),
                time.getMinutes(),
                time.getSeconds());
    }

    private static IllegalArgumentException mistake(String rule, String what) {
        return new IllegalArgumentException("The recurrence (" + rule + ") " + what + "." + TO_DO);
    }
}
