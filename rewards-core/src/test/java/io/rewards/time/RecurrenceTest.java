package io.rewards.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {

    private static final ZoneId NICOSIA = ZoneId.of("Europe/Nicosia");
    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

    @Test
    void theStartIsTheFirstAndIsNotAfterItself() {
        Recurrence daily = every("FREQ=DAILY", "2024-01-10T03:00", NICOSIA);
        assertThat(next(daily, "2023-01-01T00:00", NICOSIA)).contains(local("2024-01-10T03:00"));
        assertThat(next(daily, "2024-01-10T02:59", NICOSIA)).contains(local("2024-01-10T03:00"));
        assertThat(next(daily, "2024-01-10T03:00", NICOSIA)).contains(local("2024-01-11T03:00"));
        assertThat(next(daily, "2024-01-10T03:01", NICOSIA)).contains(local("2024-01-11T03:00"));
    }

    @Test
    void rulesNameDaysOfTheWeekAndOfTheMonth() {
        Recurrence weekly = every("FREQ=WEEKLY;BYDAY=MO,TH", "2024-01-01T03:00", NICOSIA);
        assertThat(list(weekly, "2024-01-01T00:00", 4, NICOSIA))
                .containsExactly(
                        local("2024-01-01T03:00"),
                        local("2024-01-04T03:00"),
                        local("2024-01-08T03:00"),
                        local("2024-01-11T03:00"));
        Recurrence lastOfMonth = every("FREQ=MONTHLY;BYMONTHDAY=-1", "2024-01-31T23:00", NICOSIA);
        assertThat(list(lastOfMonth, "2024-01-01T00:00", 3, NICOSIA))
                .containsExactly(local("2024-01-31T23:00"), local("2024-02-29T23:00"), local("2024-03-31T23:00"));
    }

    @Test
    void thereIsNoOccurrenceBeforeTheStart() {
        Recurrence fridays = every("FREQ=WEEKLY;BYDAY=FR;BYHOUR=3", "2024-01-10T12:00", NICOSIA);
        assertThat(next(fridays, "2020-01-01T00:00", NICOSIA)).contains(local("2024-01-12T03:00"));
        Recurrence atThree = every("FREQ=DAILY;BYHOUR=3", "2024-01-10T12:00", NICOSIA);
        assertThat(next(atThree, "2020-01-01T00:00", NICOSIA)).contains(local("2024-01-11T03:00"));
    }

    @Test
    void theTimeOnTheClockStaysWhenTheClocksChange() {
        Recurrence daily = every("FREQ=DAILY", "2024-03-29T05:00", NICOSIA);
        assertThat(list(daily, "2024-03-30T00:00", 3, NICOSIA))
                .containsExactly(local("2024-03-30T05:00"), local("2024-03-31T05:00"), local("2024-04-01T05:00"));
        assertThat(daily.nextAfter(Instant.parse("2024-03-30T00:00:00Z"), NICOSIA))
                .contains(Instant.parse("2024-03-30T03:00:00Z"));
        assertThat(daily.nextAfter(Instant.parse("2024-03-31T00:00:00Z"), NICOSIA))
                .contains(Instant.parse("2024-03-31T02:00:00Z"));
    }

    @Test
    void aTimeThatTheClocksLeaveOutComesLaterByWhatWasLeftOut() {
        Recurrence losAngeles = every("FREQ=DAILY", "2024-03-09T02:30", LOS_ANGELES);
        assertThat(list(losAngeles, "2024-03-09T00:00", 3, LOS_ANGELES))
                .containsExactly(local("2024-03-09T02:30"), local("2024-03-10T03:30"), local("2024-03-11T02:30"));
        Recurrence auckland = every("FREQ=DAILY", "2024-09-28T02:30", AUCKLAND);
        assertThat(list(auckland, "2024-09-28T00:00", 3, AUCKLAND))
                .containsExactly(local("2024-09-28T02:30"), local("2024-09-29T03:30"), local("2024-09-30T02:30"));
    }

    @Test
    void ofATimeThatComesTwiceTheFirstCounts() {
        Recurrence daily = every("FREQ=DAILY", "2024-11-02T01:30", LOS_ANGELES);
        assertThat(daily.nextAfter(Instant.parse("2024-11-03T00:00:00Z"), LOS_ANGELES))
                .contains(Instant.parse("2024-11-03T08:30:00Z"));
        assertThat(daily.nextAfter(Instant.parse("2024-11-03T08:30:00Z"), LOS_ANGELES))
                .contains(Instant.parse("2024-11-04T09:30:00Z"));
    }

    @Test
    void whatWasMovedByAClockChangeStandsInOrder() {
        Recurrence often = every("FREQ=DAILY;BYHOUR=2,3;BYMINUTE=15", "2024-03-09T00:00", LOS_ANGELES);
        assertThat(list(often, "2024-03-10T00:00", 3, LOS_ANGELES))
                .containsExactly(local("2024-03-10T03:15"), local("2024-03-11T02:15"), local("2024-03-11T03:15"));
        Recurrence crossing = every("FREQ=DAILY;BYHOUR=2,3;BYMINUTE=0,45", "2024-03-09T00:00", LOS_ANGELES);
        assertThat(list(crossing, "2024-03-10T00:00", 2, LOS_ANGELES))
                .containsExactly(local("2024-03-10T03:00"), local("2024-03-10T03:45"));
        Recurrence mixed = every("FREQ=DAILY;BYHOUR=2,3;BYMINUTE=30,45;BYSETPOS=2,3", "2024-03-09T00:00", LOS_ANGELES);
        assertThat(list(mixed, "2024-03-10T00:00", 2, LOS_ANGELES))
                .containsExactly(local("2024-03-10T03:30"), local("2024-03-10T03:45"));
    }

    @Test
    void theTwentyNinthOfFebruaryComesEveryFourthYear() {
        Recurrence leapDay = every("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2024-02-29T03:00", NICOSIA);
        assertThat(list(leapDay, "2024-01-01T00:00", 2, NICOSIA))
                .containsExactly(local("2024-02-29T03:00"), local("2028-02-29T03:00"));
    }

    @Test
    void aCountIsUsedUp() {
        Recurrence thrice = every("FREQ=DAILY;COUNT=3", "2024-01-10T03:00", NICOSIA);
        assertThat(list(thrice, "2024-01-01T00:00", 9, NICOSIA))
                .containsExactly(local("2024-01-10T03:00"), local("2024-01-11T03:00"), local("2024-01-12T03:00"));
        assertThat(next(thrice, "2024-01-12T02:59", NICOSIA)).contains(local("2024-01-12T03:00"));
        assertThat(next(thrice, "2024-01-12T03:00", NICOSIA)).isEmpty();
        assertThat(next(thrice, "2034-01-12T03:00", NICOSIA)).isEmpty();
        assertThat(next(every("FREQ=DAILY;COUNT=1", "2024-01-10T03:00", NICOSIA), "2024-01-01T00:00", NICOSIA))
                .contains(local("2024-01-10T03:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20240111", "20240111T030000", "20240111T010000Z"})
    void theLastDayOrInstantIsIncluded(String until) {
        Recurrence daily = every("FREQ=DAILY;UNTIL=" + until, "2024-01-10T03:00", NICOSIA);
        assertThat(list(daily, "2024-01-01T00:00", 9, NICOSIA))
                .containsExactly(local("2024-01-10T03:00"), local("2024-01-11T03:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20240110", "20240111T025959", "20240111T005959Z"})
    void justBeforeItAnOccurrenceIsLost(String until) {
        Recurrence daily = every("FREQ=DAILY;UNTIL=" + until, "2024-01-10T03:00", NICOSIA);
        assertThat(list(daily, "2024-01-01T00:00", 9, NICOSIA)).containsExactly(local("2024-01-10T03:00"));
    }

    @Test
    void theSameRuleIsDueAtAnotherInstantInEachZone() {
        Recurrence daily = new Recurrence("FREQ=DAILY;BYHOUR=3", Instant.parse("2024-01-10T00:00:00Z"));
        Instant after = Instant.parse("2024-06-01T00:00:00Z");
        assertThat(daily.nextAfter(after, AUCKLAND)).contains(Instant.parse("2024-06-01T15:00:00Z"));
        assertThat(daily.nextAfter(after, LOS_ANGELES)).contains(Instant.parse("2024-06-01T10:00:00Z"));
    }

    @Test
    void aHundredYearsLaterItIsStillDueAtTheSameTime() {
        Recurrence daily = every("FREQ=DAILY;INTERVAL=3", "2024-01-01T03:00", NICOSIA);
        LocalDateTime expected = local("2024-01-01T03:00");
        while (expected.getYear() < 2124) {
            expected = expected.plusDays(3);
        }
        assertThat(next(daily, "2124-01-01T00:00", NICOSIA)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "DAILY",
                "FREQ=",
                "FREQ=OFTEN",
                "RRULE:FREQ=DAILY",
                "FREQ=DAILY;INTERVAL=0",
                "FREQ=DAILY;COUNT=2;UNTIL=20240101",
                "FREQ=DAILY;COUNT=x",
                "FREQ=DAILY;BYHOUR=24",
                "FREQ=HOURLY",
                "FREQ=MINUTELY;INTERVAL=90",
                "FREQ=SECONDLY",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"
            })
    void whatIsNoRuleIsRefusedByName(String rule) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Recurrence(rule, Instant.parse("2024-01-10T00:00:00Z")))
                .withMessageContaining("(" + rule + ")")
                .withMessageContaining("Give one such as FREQ=DAILY");
    }

    @Test
    void aRuleThatRecursTooOftenIsToldHow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Recurrence("FREQ=HOURLY", Instant.parse("2024-01-10T00:00:00Z")))
                .withMessage("The recurrence (FREQ=HOURLY) recurs more often than by days; name hours in BYHOUR."
                        + " Give one such as FREQ=DAILY or FREQ=MONTHLY;BYMONTHDAY=1 (RFC 5545).");
    }

    private static Recurrence every(String rule, String start, ZoneId zone) {
        return new Recurrence(rule, local(start).atZone(zone).toInstant());
    }

    private static Optional<LocalDateTime> next(Recurrence recurrence, String after, ZoneId zone) {
        return recurrence
                .nextAfter(local(after).atZone(zone).toInstant(), zone)
                .map(next -> next.atZone(zone).toLocalDateTime());
    }

    private static List<LocalDateTime> list(Recurrence recurrence, String after, int most, ZoneId zone) {
        List<LocalDateTime> all = new ArrayList<>();
        Optional<Instant> next = recurrence.nextAfter(local(after).atZone(zone).toInstant(), zone);
        while (next.isPresent() && all.size() < most) {
            all.add(next.get().atZone(zone).toLocalDateTime());
            next = recurrence.nextAfter(next.get(), zone);
        }
        return all;
    }

    private static LocalDateTime local(String time) {
        return LocalDateTime.parse(time);
    }
}
