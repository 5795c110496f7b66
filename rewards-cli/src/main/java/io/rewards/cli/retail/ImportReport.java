package io.rewards.cli.retail;

/**
 * What became of every line of a file: the five numbers after {@code lines} sum to it. Immutable.
 *
 * @param lines below the header
 * @param purchaseLines that went into purchases
 * @param returnLines that went into goods returns, each with at least one piece
 * @param strayLines of cancellations of which no piece did
 * @param unreadable that were reported and left out
 * @param blank that hold nothing
 * @param participants that were registered
 * @param signUps to schemes
 * @param purchases that were written
 * @param purchasesOfUnknown among them, those whose buyer is unknown
 * @param returns that were written
 * @param strayPieces of cancellations that are in no return, because they were bought before the file begins, or by a
 *     customer who is unknown
 * @param belowOne lines of purchases with a quantity below 1
 * @param rounded lines whose total had more decimals than the currency
 */
public record ImportReport(
        long lines,
        long purchaseLines,
        long returnLines,
        long strayLines,
        long unreadable,
        long blank,
        long participants,
        long signUps,
        long purchases,
        long purchasesOfUnknown,
        long returns,
        long strayPieces,
        long belowOne,
        long rounded) {

    /** How many events were written. */
    public long events() {
        return participants + signUps + purchases + returns;
    }
}
