package io.rewards.jdbc;

/**
 * Texts of the domain as databases can keep them and sort them as Java does. Nearly every text stays as it is. The numbers 0
 * and 1, of which databases refuse the first, are two characters. Characters from U+E000 through U+FFFF, which Java sorts
 * after those beyond U+FFFF and databases before, stand behind U+10FFFF. Halves of surrogate pairs stand behind U+10FFFE as
 * four hexadecimal digits. Different texts stay different.
 */
final class Text {

    private static final int HEX = 16;
    private static final int DIGITS = 4;
    private static final char LOW = 1;
    private static final char AFTER_SURROGATES = 0xE000;
    private static final int HALVES = 0x10FFFE;
    private static final int LATE = 0x10FFFF;

    private Text() {}

    /** {@code plain} as it is kept. */
    static String kept(String plain) {
        for (int i = 0; i < plain.length(); i++) {
            char each = plain.charAt(i);
            if (each <= LOW || each >= Character.MIN_SURROGATE) {
                return escaped(plain);
            }
        }
        return plain;
    }

    private static String escaped(String plain) {
        StringBuilder kept = new StringBuilder(plain.length() + DIGITS);
        for (int i = 0; i < plain.length(); ) {
            int each = plain.codePointAt(i);
            int length = Character.charCount(each);
            if (each <= LOW) {
                kept.append(LOW).append((char) (each + LOW));
            } else if (each >= HALVES || isHalf(each)) {
                for (int half = i; half < i + length; half++) {
                    kept.appendCodePoint(HALVES).append(hex(plain.charAt(half)));
                }
            } else if (each >= AFTER_SURROGATES && length == 1) {
                kept.appendCodePoint(LATE).append((char) each);
            } else {
                kept.appendCodePoint(each);
            }
            i += length;
        }
        return kept.toString();
    }

    private static boolean isHalf(int each) {
        return each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE;
    }

    private static String hex(char each) {
        String digits = Integer.toHexString(each);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }

    /** What was kept as {@code kept}. */
    static String plain(String kept) {
        for (int i = 0; i < kept.length(); i++) {
            char each = kept.charAt(i);
            if (each == LOW || Character.isSurrogate(each)) {
                return unescaped(kept);
            }
        }
        return kept;
    }

    private static String unescaped(String kept) {
        StringBuilder plain = new StringBuilder(kept.length());
        for (int i = 0; i < kept.length(); ) {
            int each = kept.codePointAt(i);
            i += Character.charCount(each);
            if (each == LOW) {
                plain.append((char) (kept.charAt(i) - LOW));
                i++;
            } else if (each == LATE) {
                plain.append(kept.charAt(i));
                i++;
            } else if (each == HALVES) {
                plain.append((char) Integer.parseInt(kept.substring(i, i + DIGITS), HEX));
                i += DIGITS;
            } else {
                plain.appendCodePoint(each);
            }
        }
        return plain.toString();
    }
}
