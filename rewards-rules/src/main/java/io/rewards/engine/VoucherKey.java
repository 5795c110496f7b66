package io.rewards.engine;

import io.rewards.event.EventKey;
import io.rewards.participant.Secret;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of a host from which the codes of vouchers, and access tokens, are made. Whoever does not have it can neither guess a code nor make
 * one from what is stored; whoever has it can make the code of a voucher again, so no code is kept anywhere. Keep it as
 * long as vouchers are out: under another key, other codes belong to them. Immutable and thread-safe. Source: domain 10.
 */
public final class VoucherKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 16;
    private static final int BYTES = 16;
    private static final int RADIX = 32;
    private static final int LETTERS = 26;

    private final SecretKeySpec key;

    private VoucherKey(SecretKeySpec key) {
        this.key = key;
    }

    /**
     * The key of these random bytes.
     *
     * @throws IllegalArgumentException when there are fewer than 16
     */
    public static VoucherKey of(byte[] secret) {
        if (secret.length < SHORTEST) {
            throw new IllegalArgumentException(
                    "The voucher key (" + secret.length + " bytes) must have at least " + SHORTEST + " random bytes.");
        }
        return new VoucherKey(new SecretKeySpec(secret, ALGORITHM));
    }

    /** The code of a voucher: 128 bits in 26 digits and capital letters from A to V. */
    String code(String voucher) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal(voucher.getBytes(StandardCharsets.UTF_8));
            byte[] bytes = new byte[BYTES];
            System.arraycopy(hash, 0, bytes, 0, BYTES);
            String digits = new BigInteger(1, bytes).toString(RADIX).toUpperCase(Locale.ROOT);
            return "0".repeat(LETTERS - digits.length()) + digits;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM + ".", e);
        }
    }

    /** The hash of that code. */
    String hash(String voucher) {
        return Secret.hashOf(code(voucher));
    }

    /** The access token that an event of this key makes: 128 bits in 26 digits and capital letters from A to V. */
    Secret token(EventKey event) {
        return Secret.of(code("\u0000access-token/" + event.text()));
    }

    /** Says nothing about the key. */
    @Override
    public String toString() {
        return "VoucherKey";
    }
}
