package io.rewards.amount;

import java.util.regex.Pattern;

/**
 * What an amount is counted in: a currency or a kind of points, with the number of decimals of its smallest unit.
 * {@code EUR} has 2, {@code JPY} 0, {@code PTS} 0. Immutable. Source: domain 0, decision 4.
 *
 * @param code 2 to 12 capital letters, digits or underscores, starting with a letter
 * @param scale decimals of the smallest unit, 0 to 9
 */
public record Denomination(String code, int scale) implements Comparable<Denomination> {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,11}");
    private static final int MAX_SCALE = 9;

    /** Refuses a code of another shape and a scale outside 0 to 9. */
    public Denomination {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "The code (" + code + ") of a denomination must be 2 to 12 capital letters,"
                            + " digits or underscores, starting with a letter, such as EUR or PTS.");
        }
        if (scale < 0 || scale > MAX_SCALE) {
            throw new IllegalArgumentException(
                    "The scale (" + scale + ") of denomination (" + code + ") must be 0 to 9.");
        }
    }

    /** By code; of one code, that with fewer decimals first. */
    @Override
    public int compareTo(Denomination other) {
        int byCode = code.compareTo(other.code);
        return byCode == 0 ? Integer.compare(scale, other.scale) : byCode;
    }

    @Override
    public String toString() {
        return code;
    }
}
