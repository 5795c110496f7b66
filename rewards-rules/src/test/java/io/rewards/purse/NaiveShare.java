package io.rewards.purse;

import java.math.BigInteger;

/** What belongs to some pieces of a line. Not thread-safe. */
final class NaiveShare {

    final String line;
    long pieces;
    long amount;

    NaiveShare(String line, long pieces, long amount) {
        this.line = line;
        this.pieces = pieces;
        this.amount = amount;
    }

    /** Takes the part of so many pieces away, and says how much it is. */
    long give(long back) {
        long part = part(amount, back, pieces);
        amount -= part;
        pieces -= back;
        return part;
    }

    /** Takes the part of a refund away, where the pieces that stay cost {@code price}, and says how much it is. */
    long refund(long refunded, long price) {
        long part = part(amount, refunded, price);
        amount -= part;
        return part;
    }

    /** The part of {@code some} of {@code all}, halves up: what is left over goes to the larger remainder. */
    static long part(long whole, long some, long all) {
        if (all == 0) {
            return 0;
        }
        BigInteger twice = BigInteger.valueOf(whole)
                .multiply(BigInteger.valueOf(some))
                .shiftLeft(1)
                .add(BigInteger.valueOf(all));
        return twice.divide(BigInteger.valueOf(all).shiftLeft(1)).longValueExact();
    }
}
