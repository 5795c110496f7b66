package io.rewards.account;

import io.rewards.key.Key;

/**
 * A name that only one participant can hold: an access token, a sign-up code that was used, or a voucher. Immutable.
 *
 * @param kind what sort of name
 * @param value of the name
 */
public record UniqueName(Kind kind, String value) {

    /** What sort of name. */
    public enum Kind {
        ACCESS_TOKEN,
        SIGN_UP_CODE,
        VOUCHER
    }

    /** The name of an access token, by its hash. */
    public static UniqueName token(String hash) {
        return new UniqueName(Kind.ACCESS_TOKEN, hash);
    }

    /** The name of a voucher, by the hash of its code. */
    public static UniqueName voucher(String hash) {
        return new UniqueName(Kind.VOUCHER, hash);
    }

    /** The name of a code that signs up to {@code scheme}. */
    public static UniqueName code(String scheme, String code) {
        return new UniqueName(Kind.SIGN_UP_CODE, Key.of(scheme, code).text());
    }
}
