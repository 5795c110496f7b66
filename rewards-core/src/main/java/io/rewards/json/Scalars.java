package io.rewards.json;

import io.rewards.amount.Percentage;
import io.rewards.problem.Nearest;
import io.rewards.time.DayHours;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How scalars are read: texts, numbers, constants, dates and times. */
final class Scalars {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern MONTH_DAY = Pattern.compile("\\d\\d-\\d\\d");
    private static final Pattern LOCAL = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?");
    private static final Pattern INSTANT = Pattern.compile(LOCAL.pattern() + "(Z|[+-]\\d\\d:\\d\\d)");
    private static final Pattern TIME = Pattern.compile("\\d\\d:\\d\\d(:\\d\\d)?");
    private static final Pattern HOURS = Pattern.compile("(\\d\\d:\\d\\d(?::\\d\\d)?)-(\\d\\d:\\d\\d(?::\\d\\d)?)");
    private static final Pattern SPAN = Pattern.compile("(\\d{1,9}) ([A-Za-z]+)");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?([eE][+-]?\\d{1,2})?");
    private static final int MOST_DIGITS = 18;
    private static final int MOST_DECIMALS = 9;
    private static final int MOST_DECIMALS_OF_FIGURES = 30;

    private Scalars() {}

    /** Any scalar as the text that was written, also an empty one. */
    static String anyText(Value value) {
        return scalar(value, "be text").text();
    }

    /** Any scalar as the text that was written; refuses a blank one. */
    static String text(Value value) {
        String text = anyText(value);
        if (text.isBlank()) {
            throw value.must("not be blank");
        }
        return text;
    }

    /** True or false. */
    static Boolean truth(Value value) {
        Node.Scalar scalar = scalar(value, "be true or false");
        if (scalar.kind() != Node.Kind.TRUTH) {
            throw value.must("be true or false");
        }
        return scalar.text().equals("true");
    }

    /** A whole number. */
    static Long wholeNumber(Value value) {
        String obey = "be a whole number of at most 18 digits, such as 12";
        Node.Scalar scalar = scalar(value, obey);
        if (scalar.kind() != Node.Kind.NUMBER) {
            throw value.must(obey, Hint.quotes(scalar));
        }
        return whole(value, obey);
    }

    /** A whole number that is small, such as a number of days. */
    static Integer smallNumber(Value value) {
        long number = wholeNumber(value);
        if (number != (int) number) {
            throw value.must("be a whole number of at most 9 digits, such as 3");
        }
        return (int) number;
    }

    private static long whole(Value value, String obey) {
        try {
            return decimal(value, obey).longValueExact();
        } catch (ArithmeticException e) {
            throw value.must(obey);
        }
    }

    /** A decimal number with the decimals that were written, as a number or a text; at most 18 digits before the point. */
    static BigDecimal decimal(Value value, String obey) {
        return decimal(value, scalar(value, obey).text(), obey);
    }

    /** As {@link #decimal(Value, String)}, where {@code text} is the number in the value. */
    static BigDecimal decimal(Value value, String text, String obey) {
        if (!DECIMAL.matcher(text).matches()) {
            throw value.must(obey, Hint.number(text));
        }
        BigDecimal number = new BigDecimal(text);
        if (number.precision() - number.scale() > MOST_DIGITS) {
            throw value.must(obey);
        }
        return number;
    }

    /** An exact decimal number that measures something; trailing zeros do not count. */
    static BigDecimal figure(Value value) {
        String obey = "be a decimal number of at most 30 decimals, such as 12.5";
        BigDecimal plain = decimal(value, obey).stripTrailingZeros();
        if (plain.scale() > MOST_DECIMALS_OF_FIGURES) {
            throw value.must(obey);
        }
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** How many decimals a node has, up to 9; 0 where it is no decimal number. */
    static int decimals(@Nullable Node node) {
        return node instanceof Node.Scalar scalar
                        && DECIMAL.matcher(scalar.text()).matches()
                ? Math.min(MOST_DECIMALS, Math.max(0, new BigDecimal(scalar.text()).scale()))
                : 0;
    }

    /** A percentage. */
    static Percentage percentage(Value value) {
        return new Percentage(decimal(value, "be a percentage, such as 12.5"));
    }

    /** One of the constants of an enumeration. */
    static <E extends Enum<E>> Reading<E> constant(Class<E> type) {
        return constant(type, Function.identity());
    }

    /** One of the constants of an enumeration, some of which have a second spelling. */
    static <E extends Enum<E>> Reading<E> constant(Class<E> type, Function<String, String> spelling) {
        List<E> constants = List.of(type.getEnumConstants());
        List<String> names = constants.stream().map(Enum::name).toList();
        return value -> {
            int found = names.indexOf(spelling.apply(anyText(value)));
            if (found < 0) {
                throw notOneOf(value, names);
            }
            return constants.get(found);
        };
    }

    /** Says that {@code value} must be one of {@code names}. */
    static IllegalArgumentException notOneOf(Value value, List<String> names) {
        return value.must(
                "be one of " + String.join(", ", names),
                value.scalar().map(scalar -> Nearest.hint(scalar.text(), names)).orElse(""));
    }

    /** A date such as 2024-03-01. */
    static LocalDate date(Value value) {
        return timed(value, DATE, "be a date, such as 2024-03-01", LocalDate::parse);
    }

    /** A day of every year such as 12-24. */
    static MonthDay monthDay(Value value) {
        return timed(value, MONTH_DAY, "be a month and a day, such as 12-24", text -> MonthDay.parse("--" + text));
    }

    /** A date, which means its start, or a date and time without an offset. */
    static LocalDateTime dateOrDateTime(Value value) {
        if (DATE.matcher(anyText(value)).matches()) {
            return date(value).atStartOfDay();
        }
        return timed(value, LOCAL, "be a date or a date and time, such as 2024-03-01T09:30", LocalDateTime::parse);
    }

    /** A date and time with an offset. */
    static Instant instant(Value value) {
        String obey = "be a date and time with an offset, such as 2024-03-05T16:30:00+02:00 or 2024-03-05T14:30:00Z";
        return timed(value, INSTANT, obey, text -> OffsetDateTime.parse(text).toInstant());
    }

    /** A date, a date and time on the clocks of {@code zone}, or one with an offset. */
    static Reading<Instant> instantIn(ZoneId zone) {
        return value -> INSTANT.matcher(anyText(value)).matches()
                ? instant(value)
                : dateOrDateTime(value).atZone(zone).toInstant();
    }

    /** A zone such as Europe/Nicosia. */
    static ZoneId zone(Value value) {
        String text = text(value);
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw value.must("be a time zone, such as Europe/London", Nearest.hint(text, ZoneId.getAvailableZoneIds()));
        }
    }

    /** A span such as 30 DAYS; 1 month will do for 1 MONTHS. */
    static TimeSpan span(Value value) {
        String obey = "be a number and a unit of time, such as 30 DAYS; the units are "
                + String.join(
                        ", ", Arrays.stream(SpanUnit.values()).map(Enum::name).toList());
        Matcher matcher = SPAN.matcher(anyText(value));
        if (!matcher.matches()) {
            throw value.must(obey);
        }
        String name = matcher.group(2).toUpperCase(Locale.ROOT);
        for (SpanUnit unit : SpanUnit.values()) {
            if (unit.name().equals(name) || unit.name().equals(name + "S")) {
                return new TimeSpan(Integer.parseInt(matcher.group(1)), unit);
            }
        }
        throw value.must(obey);
    }

    /** Hours such as 15:00-18:00; 24:00 is the end of the day. */
    static DayHours hours(Value value) {
        String obey = "be two times of a day, such as 15:00-18:00";
        return timed(value, HOURS, obey, text -> {
            Matcher matcher = HOURS.matcher(text);
            matcher.find();
            DayHours hours = new DayHours(LocalTime.parse(matcher.group(1)), timeOfDay(matcher.group(2)));
            if (hours.runOverMidnight()) {
                throw new IllegalArgumentException(
                        "The hours (" + hours + ") must not run over midnight: write times as a"
                                + " list of windows, such as [{days: [FRIDAY], from: \"" + hours.from() + "\", to: \""
                                + hours.end() + "\"}], which belong to the day on which they start.");
            }
            return hours;
        });
    }

    /** A time of a day such as 15:00; 24:00 is the end of the day. */
    static LocalTime time(Value value) {
        return timed(value, TIME, "be a time of a day, such as 15:00", Scalars::timeOfDay);
    }

    private static LocalTime timeOfDay(String text) {
        return text.equals("24:00") || text.equals("24:00:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
    }

    /** A list of which every element must be right. */
    static <T> Reading<List<T>> all(Reading<T> element) {
        return value -> {
            boolean[] wrong = new boolean[1];
            List<T> elements = value.elements(element, name -> wrong[0] = true);
            if (wrong[0]) {
                throw new NotedException();
            }
            return elements;
        };
    }

    /** A text of this shape that {@code parse} accepts. */
    static <T> T timed(Value value, Pattern shape, String obey, Function<String, T> parse) {
        String text = scalar(value, obey).text();
        if (!shape.matcher(text).matches()) {
            throw value.must(obey, Hint.time(text));
        }
        try {
            return parse.apply(text);
        } catch (DateTimeException e) {
            throw value.must(obey, Hint.time(text));
        }
    }

    private static Node.Scalar scalar(Value value, String obey) {
        return value.scalar().orElseThrow(() -> value.must(obey));
    }
}
