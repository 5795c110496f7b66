package io.rewards.account;

import io.rewards.key.Key;

/**
 * A name that only one participant can hold: an access token, a sign-up code that was used, a voucher, or a referral
 * between two. Immutable.
 *
 * @param kind what sort of name
 * @param value of the name
 */
public record UniqueName(Kind kind, String value) {

    /** What sort of name. */
    public enum Kind {
        ACCESS_TOKEN,
        SIGN_UP_CODE,
        VOUCHER,
        REFERRAL
    }

    /** The name of an access token, by its hash. */
    public static UniqueName token(String hash) {
        return new UniqueName(Kind.ACCESS_TOKEN, hash);
    }

    /** The name of a voucher, by the hash of its code. */
    public static UniqueName voucher(String hash) {
        return new UniqueName(Kind.VOUCHER, hash);
    }

    /** The name of the one referral that there can be between two participants; who was referred holds it. */
    public static UniqueName referral(String one, String other) {
        Key key = one.compareTo(other) < 0 ? Key.of(one, other) : Key.of(other, one);
        return new UniqueName(Kind.REFERRAL, key.text());
    }

    /** The name of a code that signs up to {@code scheme}. */
    public static UniqueName code(String scheme, String code) {
        return new UniqueName(Kind.SIGN_UP_CODE, Key.of(scheme, code).text());
    }
}
