package io.rewards.jdbc;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Instants and days as texts that sort by time: {@code 2026-03-05T14:30:00.000000000Z}. Years of more than four digits, and
 * those before year 0, start with a sign that sorts after and before all digits, so every instant has its place.
 */
final class Moment {

    private static final int FIRST = 1970;
    private static final int YEARS_OF_CYCLE = 400;
    private static final long SECONDS_OF_CYCLE = 146_097L * 24 * 60 * 60;
    private static final int MOST_OF_FOUR_DIGITS = 9_999;
    private static final int LOWEST_YEAR = -1_000_000_000;
    private static final int DIGITS = 10;

    private Moment() {}

    /** The text of {@code instant}. The calendar repeats every 400 years, and no date class reaches the last instants. */
    static String text(Instant instant) {
        long cycles = Math.floorDiv(instant.getEpochSecond(), SECONDS_OF_CYCLE);
        LocalDateTime inFirst = LocalDateTime.ofEpochSecond(
                Math.floorMod(instant.getEpochSecond(), SECONDS_OF_CYCLE), instant.getNano(), ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(32);
        year(text, Math.toIntExact(inFirst.getYear() + cycles * YEARS_OF_CYCLE));
        day(text, inFirst.getMonthValue(), inFirst.getDayOfMonth());
        two(text.append('T'), inFirst.getHour());
        two(text.append(':'), inFirst.getMinute());
        two(text.append(':'), inFirst.getSecond());
        padded(text.append('.'), inFirst.getNano(), 9);
        return text.append('Z').toString();
    }

    /** The text of {@code day}. */
    static String text(LocalDate day) {
        StringBuilder text = new StringBuilder(DIGITS);
        year(text, day.getYear());
        day(text, day.getMonthValue(), day.getDayOfMonth());
        return text.toString();
    }

    /** The instant of a text. */
    static Instant instant(String text) {
        int end = text.indexOf('-', 1);
        int year = year(text.substring(0, end));
        int inFirst = FIRST + Math.floorMod(year - FIRST, YEARS_OF_CYCLE);
        long cycles = (year - (long) inFirst) / YEARS_OF_CYCLE;
        Instant repeated = Instant.parse(inFirst + text.substring(end));
        return repeated.plusSeconds(cycles * SECONDS_OF_CYCLE);
    }

    /** The day of a text. */
    static LocalDate day(String text) {
        int end = text.indexOf('-', 1);
        return LocalDate.parse("2000" + text.substring(end)).withYear(year(text.substring(0, end)));
    }

    private static void year(StringBuilder text, int year) {
        if (year < 0) {
            padded(text.append('-'), year - (long) LOWEST_YEAR, DIGITS);
        } else if (year > MOST_OF_FOUR_DIGITS) {
            padded(text.append('~'), year, DIGITS);
        } else {
            padded(text, year, 4);
        }
    }

    private static int year(String text) {
        return switch (text.charAt(0)) {
            case '-' -> Integer.parseInt(text.substring(1)) + LOWEST_YEAR;
            case '~' -> Integer.parseInt(text.substring(1));
            default -> Integer.parseInt(text);
        };
    }

    private static void day(StringBuilder text, int month, int day) {
        two(text.append('-'), month);
        two(text.append('-'), day);
    }

    private static void two(StringBuilder text, int number) {
        padded(text, number, 2);
    }

    private static void padded(StringBuilder text, long number, int digits) {
        String plain = Long.toString(number);
        text.append("0".repeat(digits - plain.length())).append(plain);
    }
}
