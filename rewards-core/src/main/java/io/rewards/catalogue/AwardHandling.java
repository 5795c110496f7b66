package io.rewards.catalogue;

/**
 * What happens to the money of an offer once it is awarded, besides being spent. Copied to the lot, so later changes leave
 * what was awarded alone. Immutable. Source: domain 10, 12.1 Q4, Q26.
 *
 * @param onReturn what goods that come back take along
 * @param awaitsConfirmation true to keep the money pending until the host confirms the event
 * @param partialVoucher true where a voucher can be used several times until it is empty
 */
public record AwardHandling(ReturnPolicy onReturn, boolean awaitsConfirmation, boolean partialVoucher) {

    /** Decided again on returns, spendable without confirmation, vouchers used once. */
    public static final AwardHandling DEFAULT = new AwardHandling(ReturnPolicy.RE_EVALUATE, false, false);

    /** This handling with another policy on returns. */
    public AwardHandling with(ReturnPolicy changed) {
        return new AwardHandling(changed, awaitsConfirmation, partialVoucher);
    }

    /** This handling, pending until the host confirms or not. */
    public AwardHandling withConfirmation(boolean awaits) {
        return new AwardHandling(onReturn, awaits, partialVoucher);
    }

    /** This handling with vouchers that can be used several times or once. */
    public AwardHandling withPartialVoucher(boolean partial) {
        return new AwardHandling(onReturn, awaitsConfirmation, partial);
    }
}
