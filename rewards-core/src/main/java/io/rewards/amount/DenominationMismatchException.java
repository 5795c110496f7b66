package io.rewards.amount;

/** Thrown where amounts of two denominations meet in one sum or comparison. Names both. */
public final class DenominationMismatchException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    DenominationMismatchException(Denomination left, Denomination right) {
        super("Amounts in " + left + " (scale " + left.scale() + ") and " + right + " (scale " + right.scale()
                + ") cannot be added or compared. Maybe one was meant for another offer.");
    }
}
