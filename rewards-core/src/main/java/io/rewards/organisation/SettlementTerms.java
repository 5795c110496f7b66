package io.rewards.organisation;

import io.rewards.amount.Percentage;
import io.rewards.time.Recurrence;
import java.util.Optional;

/**
 * How the owner of a programme and a merchant settle what the merchant gives to awards and gets for purchases that were
 * paid from wallets. Immutable. Source: domain 7.4, 7.5.
 *
 * @param recurrence when the merchant is due to be settled; empty for whenever it is asked for
 * @param automatic true where settlements are posted; otherwise they are shown
 * @param fee what the owner keeps of what is credited for purchases; empty for nothing
 * @param refundedBy who refunds the customer where the till does not take the discount off
 * @param onExpiry what becomes of contributions to awards that expire
 */
public record SettlementTerms(
        Optional<Recurrence> recurrence,
        boolean automatic,
        Optional<Percentage> fee,
        RefundedBy refundedBy,
        ExpiryPolicy onExpiry) {

    /** Settled when it is asked for, shown and not posted, without a fee; merchants refund, and what expires is the owner's. */
    public static final SettlementTerms NONE = new SettlementTerms(
            Optional.empty(), false, Optional.empty(), RefundedBy.MERCHANT, ExpiryPolicy.KEEP_CONTRIBUTION);

    /** Refuses a fee above all that is credited. */
    public SettlementTerms {
        fee.filter(share -> share.compareTo(Percentage.HUNDRED) > 0).ifPresent(share -> {
            throw new IllegalArgumentException(
                    "The fee (" + share + ") must be at most all that is credited. Give at most 100 %.");
        });
    }

    /** These terms, with settlements that are due as {@code known} says. */
    public SettlementTerms with(Recurrence known) {
        return new SettlementTerms(Optional.of(known), automatic, fee, refundedBy, onExpiry);
    }

    /** These terms, with settlements that are posted or not. */
    public SettlementTerms withAutomatic(boolean posted) {
        return new SettlementTerms(recurrence, posted, fee, refundedBy, onExpiry);
    }

    /** These terms with a fee. */
    public SettlementTerms withFee(Percentage share) {
        return new SettlementTerms(recurrence, automatic, Optional.of(share), refundedBy, onExpiry);
    }

    /** These terms, with refunds by somebody else. */
    public SettlementTerms with(RefundedBy changed) {
        return new SettlementTerms(recurrence, automatic, fee, changed, onExpiry);
    }

    /** These terms, with something else that becomes of contributions to awards that expire. */
    public SettlementTerms with(ExpiryPolicy changed) {
        return new SettlementTerms(recurrence, automatic, fee, refundedBy, changed);
    }
}
