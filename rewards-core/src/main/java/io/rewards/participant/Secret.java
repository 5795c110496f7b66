package io.rewards.participant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Something that only its holder knows: an access token, or a code sent by e-mail. The host gives the text to the
 * participant and the hash to the engine, which never sees the text of a token. Immutable. Source: domain 4.1, 4.3.
 *
 * @param text for the holder
 * @param hash for the engine
 */
public record Secret(String text, String hash) {

    private static final int BYTES = 24;

    /** A new secret that cannot be guessed: 192 random bits, written in 32 letters, digits, dashes and underscores. */
    public static Secret generate(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The secret of this text. */
    public static Secret of(String text) {
        return new Secret(text, hashOf(text));
    }

    /** The SHA-256 hash of {@code text}, as 64 hexadecimal digits. */
    public static String hashOf(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** True for 64 hexadecimal digits in lower case, which a hash is. */
    public static boolean isHash(String text) {
        return text.length() == 64 && text.chars().allMatch(digit -> "0123456789abcdef".indexOf(digit) >= 0);
    }

    /** Says nothing about the secret. */
    @Override
    public String toString() {
        return "Secret[hash=" + hash + "]";
    }
}
