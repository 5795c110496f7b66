package io.rewards.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a store is: a file of SQLite, or a database on a server of PostgreSQL. Immutable.
 *
 * @param url for the driver
 * @param file of SQLite; empty for PostgreSQL
 * @param shown what messages may say, without any password
 */
record StoreAddress(String url, Optional<Path> file, String shown) {

    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final Pattern PASSWORD = Pattern.compile("(?i)(password=).*");
    private static final Pattern LOGIN = Pattern.compile("//[^/@]*@");

    /**
     * The place that an option names.
     *
     * @throws IllegalArgumentException when it is neither
     */
    static StoreAddress parse(String text) {
        if (text.startsWith(POSTGRESQL) && !LOGIN.matcher(text).find()) {
            return new StoreAddress(text, Optional.empty(), withoutSecrets(text.replaceFirst("\\?.*", "")));
        }
        if (text.startsWith("jdbc:") || text.contains("://") || text.contains("?") || text.isBlank()) {
            throw unusable(text);
        }
        try {
            Path file = Path.of(text);
            return new StoreAddress("jdbc:sqlite:" + file.toAbsolutePath(), Optional.of(file), text);
        } catch (InvalidPathException e) {
            throw unusable(text);
        }
    }

    private static IllegalArgumentException unusable(String text) {
        return new IllegalArgumentException("The store (" + withoutSecrets(text)
                + ") must be a file, such as rewards.db," + " or jdbc:postgresql://host/database?user=name.");
    }

    /** What somebody else says about this place, as it may be printed. */
    String told(String message) {
        return withoutSecrets(message.replace(url, shown));
    }

    /** {@code text} up to a password, and without the login of an address. */
    static String withoutSecrets(String text) {
        return LOGIN.matcher(PASSWORD.matcher(text).replaceAll("$1...")).replaceAll("//...@");
    }
}
