package io.rewards.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTest {

    private static final ZoneId NICOSIA = ZoneId.of("Europe/Nicosia");
    private static final WeeklyTimes FRIDAY_NIGHT =
            new WeeklyTimes(Set.of(DayOfWeek.FRIDAY), List.of(new DayHours(LocalTime.of(22, 0), LocalTime.of(2, 0))));

    @ParameterizedTest
    @CsvSource({
        "2024-01-31, 1, MONTHS, 2024-02-29",
        "2023-01-31, 1, MONTHS, 2023-02-28",
        "2024-02-29, 1, YEARS, 2025-02-28",
        "2024-02-28, 2, DAYS, 2024-03-01",
        "2024-12-30, 1, WEEKS, 2025-01-06"
    })
    void spansFollowTheCalendar(LocalDate start, int count, SpanUnit unit, LocalDate end) {
        assertThat(new TimeSpan(count, unit).after(start)).isEqualTo(end);
    }

    @Test
    void aDayIsADayOnTheClockAlsoWhenClocksChange() {
        Instant before = Instant.parse("2024-03-30T10:00:00Z");
        assertThat(new TimeSpan(1, SpanUnit.DAYS).after(before, NICOSIA)).isEqualTo("2024-03-31T09:00:00Z");
        assertThat(new TimeSpan(24, SpanUnit.HOURS).after(before, NICOSIA)).isEqualTo("2024-03-31T10:00:00Z");
        assertThat(new TimeSpan(1, SpanUnit.DAYS).before(Instant.parse("2024-03-31T09:00:00Z"), NICOSIA))
                .isEqualTo(before);
    }

    @Test
    void spansAreOneToTenThousand() {
        assertThatThrownBy(() -> new TimeSpan(0, SpanUnit.DAYS)).hasMessageContaining("(0 DAYS)");
        assertThatThrownBy(() -> new TimeSpan(10_001, SpanUnit.DAYS)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new TimeSpan(10_000, SpanUnit.DAYS).toString()).isEqualTo("10000 days");
        assertThatThrownBy(() -> new TimeSpan(5, SpanUnit.HOURS).after(LocalDate.EPOCH))
                .hasMessageContaining("(5 hours)");
    }

    @Test
    void hoursStartInsideAndEndOutside() {
        DayHours hours = new DayHours(LocalTime.of(15, 0), LocalTime.of(18, 0));
        assertThat(hours.contains(LocalTime.of(14, 59, 59, 999_999_999))).isFalse();
        assertThat(hours.contains(LocalTime.of(15, 0))).isTrue();
        assertThat(hours.contains(LocalTime.of(17, 59, 59, 999_999_999))).isTrue();
        assertThat(hours.contains(LocalTime.of(18, 0))).isFalse();
    }

    @Test
    void midnightEndsTheDay() {
        DayHours evening = new DayHours(LocalTime.of(18, 0), LocalTime.MIDNIGHT);
        assertThat(evening.contains(LocalTime.MAX)).isTrue();
        assertThat(evening.contains(LocalTime.MIDNIGHT)).isFalse();
        assertThat(evening.toString()).isEqualTo("18:00-24:00");
        assertThat(new DayHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT).contains(LocalTime.NOON))
                .isTrue();
    }

    @Test
    void hoursThatEndWhenTheyStartAreRefused() {
        assertThatThrownBy(() -> new DayHours(LocalTime.NOON, LocalTime.NOON))
                .hasMessage("The hours (12:00-12:00) must not end when they start; the whole day is 00:00-24:00.");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-02-07T21:59:59.999999999, false",
        "2025-02-07T22:00, true",
        "2025-02-07T23:59:59.999999999, true",
        "2025-02-08T00:00, true",
        "2025-02-08T01:59:59.999999999, true",
        "2025-02-08T02:00, false",
        "2025-02-08T23:00, false",
        "2025-02-07T01:00, false"
    })
    void aWindowOverMidnightBelongsToTheDayOnWhichItStarts(LocalDateTime time, boolean open) {
        assertThat(FRIDAY_NIGHT.contains(time)).isEqualTo(open);
    }

    @Test
    void aWindowOverMidnightIsOpenOnTwoDays() {
        assertThat(Stream.of(DayOfWeek.values()).filter(FRIDAY_NIGHT::containsDay))
                .containsExactly(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);
        assertThat(FRIDAY_NIGHT.days()).containsExactly(DayOfWeek.FRIDAY);
        assertThat(FRIDAY_NIGHT).hasToString("[FRIDAY 22:00-02:00]");
    }

    @Test
    void sundayNightRunsIntoMonday() {
        WeeklyWindow sundays =
                new WeeklyWindow(Set.of(DayOfWeek.SUNDAY), new DayHours(LocalTime.of(22, 0), LocalTime.of(2, 0)));
        assertThat(sundays.contains(LocalDateTime.parse("2025-02-10T01:59:59"))).isTrue();
        assertThat(sundays.contains(LocalDateTime.parse("2025-02-10T02:00"))).isFalse();
        assertThat(sundays.contains(LocalDateTime.parse("2025-02-09T01:00"))).isFalse();
    }

    @Test
    void anEndOfMidnightDoesNotRunOverIt() {
        WeeklyWindow friday =
                new WeeklyWindow(Set.of(DayOfWeek.FRIDAY), new DayHours(LocalTime.of(22, 0), LocalTime.MIDNIGHT));
        assertThat(friday.contains(LocalDateTime.parse("2025-02-07T23:59:59"))).isTrue();
        assertThat(friday.contains(LocalDateTime.parse("2025-02-08T00:00"))).isFalse();
        assertThat(friday.opensOn(DayOfWeek.SATURDAY)).isFalse();
    }

    @Test
    void everyWindowHasItsOwnDays() {
        WeeklyTimes times = new WeeklyTimes(List.of(
                new WeeklyWindow(Set.of(DayOfWeek.FRIDAY), new DayHours(LocalTime.of(22, 0), LocalTime.of(2, 0))),
                new WeeklyWindow(Set.of(DayOfWeek.SUNDAY), DayHours.WHOLE_DAY)));
        assertThat(times.contains(LocalDateTime.parse("2025-02-09T00:00"))).isTrue();
        assertThat(times.contains(LocalDateTime.parse("2025-02-09T23:59:59"))).isTrue();
        assertThat(times.contains(LocalDateTime.parse("2025-02-10T00:00"))).isFalse();
        assertThat(times.areDaysAndHours()).isFalse();
        assertThat(times).hasToString("[FRIDAY 22:00-02:00, SUNDAY 00:00-24:00]");
    }

    @Test
    void aWindowThatIsAlwaysOpenRestrictsNothing() {
        assertThat(new WeeklyTimes(Set.of(), List.of(DayHours.WHOLE_DAY))).isEqualTo(WeeklyTimes.ALWAYS);
    }

    @Test
    void noDaysMeansEveryDayAndNoHoursTheWholeDay() {
        assertThat(WeeklyTimes.ALWAYS.isAlways()).isTrue();
        assertThat(WeeklyTimes.ALWAYS.containsDay(DayOfWeek.SUNDAY)).isTrue();
        assertThat(WeeklyTimes.ALWAYS.contains(LocalDateTime.parse("2025-02-09T00:00")))
                .isTrue();
        WeeklyTimes mondays = new WeeklyTimes(Set.of(DayOfWeek.MONDAY), List.of());
        assertThat(mondays.containsDay(DayOfWeek.TUESDAY)).isFalse();
        assertThat(mondays.containsDay(DayOfWeek.MONDAY)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29T23:59:59.999999999, false",
        "2024-03-01T00:00, true",
        "2024-03-31T23:59:59, true",
        "2024-03-31T23:59:59.999999999, true",
        "2024-04-01T00:00, false"
    })
    void aSpecificPeriodStartsInsideAndEndsOutside(LocalDateTime time, boolean inside) {
        DateTimePeriod march = new DateTimePeriod(
                LocalDate.of(2024, 3, 1).atStartOfDay(),
                LocalDate.of(2024, 4, 1).atStartOfDay());
        assertThat(march.contains(time.atZone(NICOSIA).toInstant(), NICOSIA)).isEqualTo(inside);
    }

    @Test
    void aPeriodMustEndAfterItStarts() {
        LocalDateTime noon = LocalDate.of(2024, 3, 1).atTime(12, 0);
        assertThatThrownBy(() -> new DateTimePeriod(noon, noon)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new DateTimePeriod(noon, noon.plusNanos(1))
                        .contains(noon.atZone(NICOSIA).toInstant(), NICOSIA))
                .isTrue();
        assertThatThrownBy(() -> new DayPeriod(LocalDate.of(2024, 3, 2), LocalDate.of(2024, 3, 1)))
                .hasMessageContaining("2024-03-02 through 2024-03-01");
    }

    @ParameterizedTest
    @CsvSource({
        "--12-24, --12-26, 2024-12-23, false",
        "--12-24, --12-26, 2024-12-24, true",
        "--12-24, --12-26, 2024-12-26, true",
        "--12-24, --12-26, 2024-12-27, false",
        "--12-20, --01-10, 2024-12-19, false",
        "--12-20, --01-10, 2024-12-20, true",
        "--12-20, --01-10, 2025-01-01, true",
        "--12-20, --01-10, 2025-01-10, true",
        "--12-20, --01-10, 2025-01-11, false",
        "--02-01, --02-29, 2023-02-28, true",
        "--02-01, --02-29, 2023-03-01, false",
        "--02-01, --02-29, 2024-02-29, true",
        "--02-29, --03-02, 2023-02-27, false",
        "--02-29, --03-02, 2023-02-28, true",
        "--02-29, --03-02, 2024-02-28, false",
        "--02-29, --02-29, 2023-02-28, true"
    })
    void recurringDaysHaveBothEndsInsideAndMayWrapTheNewYear(
            MonthDay from, MonthDay through, LocalDate date, boolean inside) {
        assertThat(new RecurringDays(from, through).contains(date)).isEqualTo(inside);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 3, --01-01, 2023-12-28, false",
        "3, 3, --01-01, 2023-12-29, true",
        "3, 3, --01-01, 2024-01-04, true",
        "3, 3, --01-01, 2024-01-05, false",
        "3, 3, --12-31, 2024-01-03, true",
        "3, 3, --12-31, 2024-01-04, false",
        "0, 0, --02-29, 2023-02-28, true",
        "0, 0, --02-29, 2023-03-01, false",
        "0, 0, --02-29, 2024-02-28, false",
        "0, 0, --02-29, 2024-02-29, true"
    })
    void daysAroundABirthdayHaveBothEndsInside(int before, int after, MonthDay day, LocalDate date, boolean inside) {
        assertThat(new DaysAround(before, after).contains(date, day)).isEqualTo(inside);
    }

    @Test
    void daysAroundAreAtMostHalfAYear() {
        assertThat(new DaysAround(182, 182).before()).isEqualTo(182);
        assertThatThrownBy(() -> new DaysAround(183, 0)).hasMessageContaining("(183)");
        assertThatThrownBy(() -> new DaysAround(0, -1)).hasMessageContaining("(-1)");
    }
}
