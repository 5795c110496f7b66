package io.rewards.catalogue;

/**
 * What happens to the money of an offer once it is awarded, besides being spent. Copied to the lot, so later changes leave
 * what was awarded alone. Immutable. Source: domain 5.8, 10, 12.1 Q4, Q26.
 *
 * @param onReturn what goods that come back take along
 * @param awaitsConfirmation true to keep the money pending until the host confirms the event
 * @param partialVoucher true where a voucher can be used several times until it is empty
 * @param excess what happens to what of a discount does not fit
 */
public record AwardHandling(ReturnPolicy onReturn, boolean awaitsConfirmation, boolean partialVoucher, Excess excess) {

    /** Decided again on returns, spendable without confirmation, vouchers used once, discounts no money. */
    public static final AwardHandling DEFAULT = new AwardHandling(ReturnPolicy.RE_EVALUATE, false, false, Excess.VOID);

    /** This handling with another policy on returns. */
    public AwardHandling with(ReturnPolicy changed) {
        return new AwardHandling(changed, awaitsConfirmation, partialVoucher, excess);
    }

    /** This handling, pending until the host confirms or not. */
    public AwardHandling withConfirmation(boolean awaits) {
        return new AwardHandling(onReturn, awaits, partialVoucher, excess);
    }

    /** This handling with vouchers that can be used several times or once. */
    public AwardHandling withPartialVoucher(boolean partial) {
        return new AwardHandling(onReturn, awaitsConfirmation, partial, excess);
    }

    /** This handling, with another end of what of a discount does not fit. */
    public AwardHandling with(Excess changed) {
        return new AwardHandling(onReturn, awaitsConfirmation, partialVoucher, changed);
    }
}
