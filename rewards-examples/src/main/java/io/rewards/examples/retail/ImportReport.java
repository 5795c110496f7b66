package io.rewards.examples.retail;

/**
 * What became of every line of a file; the first four numbers sum to {@code lines}. Immutable.
 *
 * @param lines below the header
 * @param purchaseLines that went into purchases
 * @param returnLines that went into goods returns
 * @param unreadable that were reported and left out
 * @param blank that hold nothing
 * @param participants that were registered
 * @param signUps to schemes
 * @param purchases that were written
 * @param purchasesOfUnknown among them, those whose buyer is unknown
 * @param returns that were written
 * @param returnsOfUnknown among them, those whose customer is unknown
 * @param belowOne lines of purchases with a quantity below 1
 * @param rounded lines whose total had more decimals than the currency
 */
public record ImportReport(
        long lines,
        long purchaseLines,
        long returnLines,
        long unreadable,
        long blank,
        long participants,
        long signUps,
        long purchases,
        long purchasesOfUnknown,
        long returns,
        long returnsOfUnknown,
        long belowOne,
        long rounded) {

    /** How many events were written. */
    public long events() {
        return participants + signUps + purchases + returns;
    }
}
