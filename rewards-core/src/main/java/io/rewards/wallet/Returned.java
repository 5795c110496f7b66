package io.rewards.wallet;

import io.rewards.amount.Amount;

/**
 * What comes back of one line: pieces, and of the price of those that stay a part that is refunded. Immutable.
 * Source: domain 5.7, 12.1 Q4.
 *
 * @param pieces that come back
 * @param refunded of the price of the others, in smallest units
 * @param price of the others before that, in smallest units
 */
public record Returned(long pieces, long refunded, long price) {

    /** Nothing comes back. */
    public static final Returned NOTHING = ofPieces(0);

    /** So many pieces, and nothing of what the others cost. */
    public static Returned ofPieces(long pieces) {
        return new Returned(pieces, 0, 0);
    }

    /** So many pieces of a line, and {@code refunded} of what the others cost. */
    public static Returned of(SaleLine line, long pieces, Amount refunded) {
        return new Returned(pieces, refunded.units(), line.priceAfter(pieces).units());
    }

    /** What of {@code whole}, which belongs to {@code quantity} pieces of the line, comes back with it. */
    Amount of(Amount whole, long quantity) {
        Amount withPieces = LineShare.part(whole, pieces, quantity);
        return withPieces.plus(LineShare.part(whole.minus(withPieces), refunded, price));
    }
}
