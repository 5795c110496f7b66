package io.rewards.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A name made of parts, as one text: the only place that joins parts, escapes them and reads them back. A slash stands
 * between two parts, and {@code #} between an event and what it made. Inside of a part, {@code %}, {@code #} and
 * {@code /} are written {@code %25}, {@code %23} and {@code %2F}, so different parts never give one text, and every text
 * reads back to its parts. Immutable.
 */
public final class Key {

    private static final char SLASH = '/';
    private static final char HASH = '#';
    private static final char ESCAPE = '%';
    private static final int USUAL_SECTIONS = 2;

    private final String text;

    private Key(String text) {
        this.text = text;
    }

    /** The key of these parts, in their order. */
    public static Key of(String first, String... more) {
        if (more.length == 0) {
            return new Key(escaped(first));
        }
        StringBuilder text = new StringBuilder(escaped(first));
        for (String part : more) {
            text.append(SLASH).append(escaped(part));
        }
        return new Key(text.toString());
    }

    /** The key whose parts stand between the slashes of {@code text}: a text without a slash is one part. */
    public static Key ofPath(String text) {
        return new Key(escapedPath(text));
    }

    /** The text whose slashes stand between {@code parts}, back from {@link #ofPath}; empty where a part holds one. */
    public static Optional<String> path(List<String> parts) {
        for (String part : parts) {
            if (part.indexOf(SLASH) >= 0) {
                return Optional.empty();
            }
        }
        return Optional.of(parts.size() == 1 ? parts.get(0) : String.join("/", parts));
    }

    /** The key that was written as {@code text}; empty where none is written so. */
    public static Optional<Key> parse(String text) {
        for (int at = text.indexOf(ESCAPE); at >= 0; at = text.indexOf(ESCAPE, at + 1)) {
            if (!text.startsWith("25", at + 1) && !text.startsWith("23", at + 1) && !text.startsWith("2F", at + 1)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Key(text));
    }

    /**
     * The key that was written as {@code text}.
     *
     * @throws IllegalArgumentException where none is written so
     */
    public static Key parsed(String text) {
        return parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The key (" + text + ") must not have a % but in %25, %23 and %2F."));
    }

    /**
     * The parts of the key that was written as {@code text}, each list what stands between two {@code #}; none of them is
     * empty. Empty where no key is written so.
     */
    public static Optional<List<List<String>>> sections(String text) {
        List<List<String>> sections = new ArrayList<>(USUAL_SECTIONS);
        for (String section : split(text, HASH)) {
            Optional<List<String>> parts = plain(split(section, SLASH));
            if (parts.isEmpty()) {
                return Optional.empty();
            }
            sections.add(parts.get());
        }
        return Optional.of(sections);
    }

    /** The parts of a key in which no {@code #} stands; empty where no such key is written as {@code text}. */
    public static Optional<List<String>> parts(String text) {
        return sections(text).filter(sections -> sections.size() == 1).map(sections -> sections.get(0));
    }

    /** This key, and one part more after a slash. */
    public Key and(String part) {
        return new Key(text + SLASH + escaped(part));
    }

    /** This key, and after a slash all of {@code other}. */
    public Key and(Key other) {
        return new Key(text + SLASH + other.text);
    }

    /** This key, and after a {@code #} all of {@code made}. */
    public Key making(Key made) {
        return new Key(text + HASH + made.text);
    }

    /** True for what {@code maker}, an event, made by itself: with no other event between the two. */
    public boolean isMadeBy(Key maker) {
        int end = maker.text.length();
        return text.startsWith(maker.text) && text.indexOf(HASH) == end && text.indexOf(HASH, end + 1) < 0;
    }

    /** The key as it is kept and shown. */
    public String text() {
        return text;
    }

    private static List<String> split(String text, char between) {
        if (text.indexOf(between) < 0) {
            return List.of(text);
        }
        List<String> pieces = new ArrayList<>(USUAL_SECTIONS);
        int start = 0;
        for (int end = text.indexOf(between); end >= 0; end = text.indexOf(between, start)) {
            pieces.add(text.substring(start, end));
            start = end + 1;
        }
        pieces.add(text.substring(start));
        return pieces;
    }

    private static String escaped(String part) {
        if (part.indexOf(ESCAPE) < 0 && part.indexOf(SLASH) < 0 && part.indexOf(HASH) < 0) {
            return part;
        }
        return escapedPath(part).replace("/", "%2F");
    }

    /** The text of parts that stand between slashes already. */
    private static String escapedPath(String path) {
        return path.indexOf(ESCAPE) < 0 && path.indexOf(HASH) < 0
                ? path
                : path.replace("%", "%25").replace("#", "%23");
    }

    /** What was written as {@code parts}; they themselves where nothing is escaped, as almost always. */
    private static Optional<List<String>> plain(List<String> parts) {
        List<String> plain = parts;
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).indexOf(ESCAPE) >= 0) {
                Optional<String> part = plain(parts.get(i));
                if (part.isEmpty()) {
                    return Optional.empty();
                }
                plain = new ArrayList<>(plain);
                plain.set(i, part.get());
            }
        }
        return Optional.of(plain);
    }

    /** What was written as {@code part}. */
    private static Optional<String> plain(String part) {
        int escape = part.indexOf(ESCAPE);
        if (escape < 0) {
            return Optional.of(part);
        }
        StringBuilder plain = new StringBuilder(part.length());
        int start = 0;
        while (escape >= 0) {
            plain.append(part, start, escape);
            if (part.startsWith("25", escape + 1)) {
                plain.append(ESCAPE);
            } else if (part.startsWith("23", escape + 1)) {
                plain.append(HASH);
            } else if (part.startsWith("2F", escape + 1)) {
                plain.append(SLASH);
            } else {
                return Optional.empty();
            }
            start = escape + 3;
            escape = part.indexOf(ESCAPE, start);
        }
        return Optional.of(plain.append(part.substring(start)).toString());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Key key && text.equals(key.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
