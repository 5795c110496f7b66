package io.rewards.oracle;

import io.rewards.testkit.chance.Dice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * When and where a drawn history trades: a winter or a whole year around days on which calendars are odd, in a zone whose
 * clocks change. Immutable.
 *
 * @param zone of the programme
 * @param opening first day
 * @param days how many
 */
record Season(ZoneId zone, LocalDate opening, int days) {

    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Nicosia"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Asia/Beirut"),
            ZoneId.of("America/Asuncion"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("UTC"));

    static Season drawn(Dice dice) {
        LocalDate opening = dice.oneOf(
                LocalDate.of(2023, 12, 18),
                LocalDate.of(2024, 2, 20),
                LocalDate.of(2022, 12, 20),
                LocalDate.of(2023, 2, 20),
                LocalDate.of(2024, 10, 1));
        return new Season(dice.oneOf(ZONES), opening, dice.oneOf(50, 110, 400));
    }

    /** Any zone of a drawn history. */
    static ZoneId anyZone(Dice dice) {
        return dice.oneOf(ZONES);
    }

    /** The first instant. */
    Instant start() {
        return opening.atStartOfDay(zone).toInstant();
    }

    /** An instant after every event. */
    Instant closing() {
        return opening.plusDays(3L * days + 1000).atStartOfDay(zone).toInstant();
    }

    /** A day of the season. */
    LocalDate day(Dice dice) {
        return opening.plusDays(dice.below(days));
    }

    /** A moment of the season, often midnight, noon or the end of a day. */
    ZonedDateTime moment(Dice dice) {
        LocalTime time = dice.oneOf(
                LocalTime.MIDNIGHT,
                LocalTime.NOON,
                LocalTime.of(23, 59, 59),
                LocalTime.of(1, 30),
                LocalTime.of(dice.below(24), dice.below(60)));
        return day(dice).atTime(time).atZone(zone);
    }
}
