package io.rewards.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a window of the week next opens. Domain 3.5. */
class WeeklyOpeningTest {

    private static final ZoneId NICOSIA = ZoneId.of("Europe/Nicosia");

    private static DayHours hours(String from, String to) {
        return new DayHours(LocalTime.parse(from), LocalTime.parse(to));
    }

    private static WeeklyTimes times(DayHours hours, DayOfWeek... days) {
        return new WeeklyTimes(List.of(new WeeklyWindow(Set.of(days), hours)));
    }

    private static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    private static String opens(WeeklyTimes times, String local) {
        return times.opens(at(local, NICOSIA), NICOSIA)
                .map(opening -> LocalDateTime.ofInstant(opening, NICOSIA).toString())
                .orElse("never");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-05T21:59:59.999999999, 2025-12-05T22:00",
        "2025-12-05T22:00, 2025-12-05T22:00",
        "2025-12-06T01:59:59.999999999, 2025-12-06T01:59:59.999999999",
        "2025-12-06T02:00, 2025-12-12T22:00",
        "2025-12-05T01:00, 2025-12-05T22:00",
        "2025-12-07T23:00, 2025-12-12T22:00"
    })
    void theNightOfFridayOpensAtTen(String from, String opening) {
        assertThat(opens(times(hours("22:00", "02:00"), DayOfWeek.FRIDAY), from))
                .isEqualTo(opening);
    }

    @Test
    void theWeekGoesOnAfterSunday() {
        WeeklyTimes mondays = new WeeklyTimes(Set.of(DayOfWeek.MONDAY), List.of());
        assertThat(opens(mondays, "2025-12-07T23:59:59")).isEqualTo("2025-12-08T00:00");
        assertThat(opens(mondays, "2025-12-09T00:00")).isEqualTo("2025-12-15T00:00");
        WeeklyTimes sundayNight = times(hours("23:00", "01:00"), DayOfWeek.SUNDAY);
        assertThat(opens(sundayNight, "2025-12-08T00:59:59")).isEqualTo("2025-12-08T00:59:59");
        assertThat(opens(sundayNight, "2025-12-08T01:00")).isEqualTo("2025-12-14T23:00");
    }

    @Test
    void theFirstOfSeveralWindowsIsTheNext() {
        WeeklyTimes quiet = new WeeklyTimes(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                List.of(hours("18:00", "21:00"), hours("15:00", "17:00")));
        assertThat(opens(quiet, "2025-12-05T14:59")).isEqualTo("2025-12-05T15:00");
        assertThat(opens(quiet, "2025-12-05T17:00")).isEqualTo("2025-12-05T18:00");
        assertThat(opens(quiet, "2025-12-05T21:00")).isEqualTo("2025-12-08T15:00");
        assertThat(opens(new WeeklyTimes(Set.of(), List.of(hours("08:00", "12:00"))), "2025-12-05T12:00"))
                .isEqualTo("2025-12-06T08:00");
    }

    /** On 30 March 2025 at 03:00 it is 04:00 in Nicosia. */
    @Test
    void aWindowThatStartsInTheSkippedHourOpensWhenTheClocksAreChanged() {
        assertThat(opens(times(hours("03:30", "05:00"), DayOfWeek.SUNDAY), "2025-03-30T01:00"))
                .isEqualTo("2025-03-30T04:00");
        assertThat(opens(times(hours("03:15", "03:45"), DayOfWeek.SUNDAY), "2025-03-30T01:00"))
                .isEqualTo("2025-04-06T03:15");
        assertThat(opens(times(hours("03:15", "04:00"), DayOfWeek.SUNDAY), "2025-03-30T01:00"))
                .isEqualTo("2025-04-06T03:15");
    }

    /** On 26 October 2025 at 04:00 it is 03:00 in Nicosia once more. */
    @Test
    void aWindowInTheHourThatIsThereTwiceOpensTwice() {
        WeeklyTimes half = times(hours("03:30", "03:45"), DayOfWeek.SUNDAY);
        assertThat(half.opens(Instant.parse("2025-10-26T00:00:00Z"), NICOSIA))
                .contains(Instant.parse("2025-10-26T00:30:00Z"));
        assertThat(half.opens(Instant.parse("2025-10-26T00:45:00Z"), NICOSIA))
                .contains(Instant.parse("2025-10-26T01:30:00Z"));
        WeeklyTimes before = times(hours("03:00", "03:30"), DayOfWeek.SUNDAY);
        assertThat(before.opens(Instant.parse("2025-10-26T00:45:00Z"), NICOSIA))
                .contains(Instant.parse("2025-10-26T01:00:00Z"));
    }

    /** On Samoa there was no 30 December 2011, a Friday. */
    @Test
    void aDayThatWasSkippedOpensNothing() {
        ZoneId samoa = ZoneId.of("Pacific/Apia");
        assertThat(new WeeklyTimes(Set.of(DayOfWeek.FRIDAY), List.of()).opens(at("2011-12-29T12:00", samoa), samoa))
                .contains(at("2012-01-06T00:00", samoa));
    }

    @Test
    void minuteByMinuteThereIsNoEarlierOne() {
        Random random = new Random(20251205);
        List<ZoneId> zones = List.of(NICOSIA, ZoneId.of("America/New_York"), ZoneId.of("Australia/Lord_Howe"));
        for (int round = 0; round < 300; round++) {
            ZoneId zone = zones.get(random.nextInt(zones.size()));
            DayHours drawn = hours(
                    "0" + random.nextInt(6) + ":" + (10 + random.nextInt(50)),
                    (10 + random.nextInt(14)) + ":" + (10 + random.nextInt(50)));
            DayHours hours = random.nextBoolean() ? drawn : new DayHours(drawn.toExclusive(), drawn.from());
            WeeklyTimes times = times(hours, DayOfWeek.of(1 + random.nextInt(7)));
            Instant from = Instant.parse(random.nextBoolean() ? "2025-03-08T00:00:00Z" : "2025-10-25T00:00:00Z")
                    .plus(random.nextInt(30 * 24 * 60), ChronoUnit.MINUTES);
            Optional<Instant> found = times.opens(from, zone);
            Instant minute = from;
            while (!times.contains(LocalDateTime.ofInstant(minute, zone))) {
                minute = minute.plusSeconds(60);
            }
            assertThat(found).as(times + " from " + from + " in " + zone).contains(minute);
        }
    }
}
