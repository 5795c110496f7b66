package io.rewards.time;

import java.time.LocalDate;
import java.time.MonthDay;

/**
 * The days around a yearly day such as a birthday, both ends inside; may wrap the New Year. 29 February is 28 February in
 * a common year. Immutable. Source: domain 3.4, BIRTHDAY_PERIOD and NAME_DAY_PERIOD.
 *
 * @param before days before the day, 0 to 182
 * @param after days after the day, 0 to 182
 */
public record DaysAround(int before, int after) {

    private static final int HALF_A_YEAR = 182;

    /** Refuses negative numbers and more than half a year. */
    public DaysAround {
        if (before < 0 || before > HALF_A_YEAR || after < 0 || after > HALF_A_YEAR) {
            throw new IllegalArgumentException("The days before (" + before + ") and after (" + after
                    + ") must each be 0 to " + HALF_A_YEAR + ".");
        }
    }

    /** True when {@code date} lies around the {@code day} of the previous, the same or the next year. */
    public boolean contains(LocalDate date, MonthDay day) {
        for (int year = date.getYear() - 1; year <= date.getYear() + 1; year++) {
            LocalDate occurrence = day.atYear(year);
            if (!date.isBefore(occurrence.minusDays(before)) && !date.isAfter(occurrence.plusDays(after))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return before + " days before to " + after + " days after";
    }
}
