package io.rewards.json;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was probably meant by a number or a time that cannot be read: the end of a message, or nothing. */
final class Hint {

    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,18}(\\.\\d{1,30})?");
    private static final Pattern THOUSANDS = Pattern.compile("-?\\d{1,3}([ '\u00a0\u202f,.]\\d{3})+([.,]\\d{1,9})?");
    private static final Pattern TIMED = Pattern.compile(
            "(\\d{4})-(\\d\\d)-(\\d\\d)(?:([T ])(\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.\\d+)?)?(Z|[+-]\\d\\d(?::?\\d\\d)?)?)?");
    private static final int LAST_MONTH = 12;
    private static final int LAST_HOUR = 23;
    private static final int LAST_MINUTE = 59;

    private Hint() {}

    /** How a number should have been written. */
    static String number(String written) {
        if (written.chars().anyMatch(each -> Character.isDigit(each) && each > '9')) {
            return " Numbers are written with the digits 0 to 9.";
        }
        String text = written.strip();
        String meant = text;
        if (THOUSANDS.matcher(text).matches() && !PLAIN.matcher(text).matches()) {
            if (text.matches("-?\\d{1,3},\\d{3}")) {
                return " Decimals stand behind a point, and nothing stands between thousands.";
            }
            int point = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
            boolean decimals = point >= 0 && isOnly(text, point);
            meant = decimals ? digits(text.substring(0, point)) + "." + text.substring(point + 1) : digits(text);
        } else if (text.startsWith(".")) {
            meant = "0" + text;
        } else if (text.endsWith(".")) {
            meant = text.substring(0, text.length() - 1);
        } else {
            meant = text.replace(',', '.');
        }
        return meant.equals(written) || !PLAIN.matcher(meant).matches() ? "" : maybe(meant);
    }

    /** Why there is no such date or time, or how it should have been written. */
    static String time(String written) {
        Matcher parts = TIMED.matcher(written.strip());
        if (!parts.matches()) {
            return "";
        }
        Optional<String> wrong = date(parts).or(() -> clock(parts));
        if (wrong.isPresent()) {
            return " " + wrong.get();
        }
        String offset = parts.group(8);
        if (offset == null) {
            return "";
        }
        String meant = parts.group(1) + "-" + parts.group(2) + "-" + parts.group(3) + "T"
                + written.strip().substring(11, written.strip().length() - offset.length()) + colon(offset);
        return meant.equals(written) ? "" : maybe(meant);
    }

    /** That a whole number stands in quotes, or nothing. */
    static String quotes(Node.Scalar scalar) {
        return scalar.kind() == Node.Kind.TEXT && scalar.text().matches("-?\\d{1,18}")
                ? " It is a text, because it stands in quotes; write it without them."
                : "";
    }

    private static Optional<String> date(Matcher parts) {
        int month = Integer.parseInt(parts.group(2));
        if (month < 1 || month > LAST_MONTH) {
            return Optional.of("There is no month " + parts.group(2) + ".");
        }
        YearMonth of = YearMonth.of(Integer.parseInt(parts.group(1)), month);
        try {
            LocalDate.of(of.getYear(), month, Integer.parseInt(parts.group(3)));
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of(of + " has the days 01 to " + of.lengthOfMonth() + ".");
        }
    }

    private static Optional<String> clock(Matcher parts) {
        if (parts.group(4) == null) {
            return Optional.empty();
        }
        if (Integer.parseInt(parts.group(5)) > LAST_HOUR) {
            return Optional.of("The hours of a day are 00 to 23.");
        }
        if (Integer.parseInt(parts.group(6)) > LAST_MINUTE) {
            return Optional.of("The minutes of an hour are 00 to 59.");
        }
        return parts.group(7) != null && Integer.parseInt(parts.group(7)) > LAST_MINUTE
                ? Optional.of("The seconds of a minute are 00 to 59; a leap second is written as 59.")
                : Optional.empty();
    }

    /** True where a sign of this kind stands at {@code point} only, so that it parts decimals and not thousands. */
    private static boolean isOnly(String text, int point) {
        return text.indexOf(text.charAt(point)) == point;
    }

    private static String digits(String text) {
        return text.replaceAll("[^-0-9]", "");
    }

    private static String colon(String offset) {
        String plain = offset.replace(":", "");
        return plain.equals("Z")
                ? plain
                : plain.substring(0, 3) + ":" + (plain.length() == 3 ? "00" : plain.substring(3));
    }

    private static String maybe(String meant) {
        return " Maybe you meant " + meant + ".";
    }
}
