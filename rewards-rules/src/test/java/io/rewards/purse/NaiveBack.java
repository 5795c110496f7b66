package io.rewards.purse;

/** What comes back of a line: pieces first, then some of the price of those that stay. In smallest units. */
record NaiveBack(long pieces, long refunded, long price) {

    /** Takes both off {@code share}, and says how much it is. */
    long of(NaiveShare share) {
        long ofPieces = share.give(pieces);
        return ofPieces + share.refund(refunded, price);
    }

    /** What of a number that belongs to the {@code kept} pieces of the line comes back. */
    long of(long whole, long kept) {
        return of(new NaiveShare("", kept, whole));
    }
}
