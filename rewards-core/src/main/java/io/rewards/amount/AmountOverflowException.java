package io.rewards.amount;

/**
 * An amount would have more smallest units than can be held: more than 9,223,372,036,854,775,807. The engine refuses an event
 * that would bring one about. Source: domain 0.
 */
public final class AmountOverflowException extends ArithmeticException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is too large.
     *
     * @param what such as {@code 2.50 EUR times 9000000000000000000}
     */
    public AmountOverflowException(String what) {
        super("The amount (" + what + ") is larger than any amount can be.");
    }
}
