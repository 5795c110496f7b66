package io.rewards.tier;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The days of {@link TierDays} while something changes about them. Not thread-safe. */
final class DayBook {

    private final Denomination currency;
    private final List<TierDay> days;
    private Optional<LocalDate> from;

    DayBook(Denomination currency, Optional<LocalDate> from, List<TierDay> days) {
        this.currency = currency;
        this.from = from;
        this.days = new ArrayList<>(days);
    }

    /** The day of an instant. */
    static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** The first instant of a day. */
    static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Adds what counts at an instant, unless its day is no longer held. */
    void add(Instant on, long amount) {
        LocalDate day = day(on);
        if (from.filter(day::isBefore).isPresent()) {
            return;
        }
        int place = placeOf(day);
        boolean there = place < days.size() && days.get(place).day().equals(day);
        long before = there ? days.get(place).amount() : 0;
        long sum =
                new Amount(currency, before).plus(new Amount(currency, amount)).units();
        if (there) {
            days.remove(place);
        }
        if (sum != 0) {
            days.add(place, new TierDay(day, sum));
        }
    }

    /** The place of the first day that is not before {@code day}; purchases come mostly in their order, so from the end. */
    private int placeOf(LocalDate day) {
        int place = days.size();
        while (place > 0 && !days.get(place - 1).day().isBefore(day)) {
            place--;
        }
        return place;
    }

    /** What counts after a day. */
    long after(LocalDate day) {
        long sum = 0;
        for (int place = days.size() - 1; place >= 0 && days.get(place).day().isAfter(day); place--) {
            sum = sum(sum, days.get(place).amount());
        }
        return sum;
    }

    /** The sum of amounts of which none is below zero, or the largest number where it is larger. */
    static long sum(long one, long other) {
        long sum = one + other;
        return sum < one ? Long.MAX_VALUE : sum;
    }

    /** What counts on a day. */
    long on(LocalDate day) {
        int place = placeOf(day);
        return place < days.size() && days.get(place).day().equals(day)
                ? days.get(place).amount()
                : 0;
    }

    /** True where it holds {@code day} and all days after it, in {@code wanted}. */
    boolean holds(LocalDate day, Denomination wanted) {
        return (days.isEmpty() || currency.equals(wanted))
                && from.filter(day::isBefore).isEmpty();
    }

    /** Forgets the days before {@code day}. */
    void forgetBefore(LocalDate day) {
        int gone = placeOf(day);
        if (gone > 0) {
            days.subList(0, gone).clear();
            from = Optional.of(day);
        }
    }

    TierDays done() {
        return new TierDays(days.isEmpty() ? Optional.empty() : Optional.of(currency), from, days);
    }
}
