package io.rewards.wallet;

/**
 * How the money of a lot is spent by showing a code. Immutable. Source: domain 10.
 *
 * @param codeHash hash of the code, which is kept nowhere
 * @param partial true where it can be used several times until it is empty; otherwise what is left after one use is lost
 */
public record Voucher(String codeHash, boolean partial) {

    /** Where a voucher stands. */
    public enum State {
        ISSUED,
        USED,
        EXPIRED,
        CANCELLED
    }
}
