package io.rewards.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The periods of the calendar. Domain 3.11. */
class CalendarPeriodTest {

    @ParameterizedTest
    @CsvSource({
        "DAY, 2024-02-29, 2024-02-29, 2024-03-01",
        "WEEK, 2024-03-03, 2024-02-26, 2024-03-04",
        "WEEK, 2024-03-04, 2024-03-04, 2024-03-11",
        "WEEK, 2024-12-31, 2024-12-30, 2025-01-06",
        "MONTH, 2024-02-29, 2024-02-01, 2024-03-01",
        "QUARTER, 2024-03-31, 2024-01-01, 2024-04-01",
        "QUARTER, 2024-04-01, 2024-04-01, 2024-07-01",
        "QUARTER, 2024-12-31, 2024-10-01, 2025-01-01",
        "YEAR, 2024-12-31, 2024-01-01, 2025-01-01"
    })
    void aPeriodHasAFirstDayAndTheNextOneAnother(
            CalendarPeriod period, LocalDate day, LocalDate first, LocalDate next) {
        assertThat(period.firstDay(day)).isEqualTo(first);
        assertThat(period.nextFirstDay(day)).isEqualTo(next);
        assertThat(period.firstDay(next)).isEqualTo(next);
    }

    @Test
    void aDayOfTwentyThreeHoursEndsAtMidnight() {
        ZoneId nicosia = ZoneId.of("Europe/Nicosia");
        Instant spring = Instant.parse("2024-03-31T12:00:00Z");
        assertThat(CalendarPeriod.DAY.start(spring, nicosia)).isEqualTo("2024-03-30T22:00:00Z");
        assertThat(CalendarPeriod.DAY.end(spring, nicosia)).isEqualTo("2024-03-31T21:00:00Z");
    }
}
