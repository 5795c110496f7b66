package io.rewards.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How moments and days are printed, on the clock of a programme. Immutable. */
record When(ZoneId zone) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd", Locale.ENGLISH);

    /** Such as Sat 2025-05-31 18:38. */
    String moment(Instant instant) {
        return MOMENT.format(instant.atZone(zone));
    }

    /** Such as Sat 2025-05-31. */
    String day(Instant instant) {
        return day(dayOf(instant));
    }

    /** Such as Sat 2025-05-31. */
    String day(LocalDate day) {
        return DAY.format(day);
    }

    /** The day of {@code instant}. */
    LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }
}
