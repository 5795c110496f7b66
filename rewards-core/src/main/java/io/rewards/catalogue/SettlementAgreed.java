package io.rewards.catalogue;

import io.rewards.amount.Portion;
import io.rewards.organisation.ExpiryPolicy;
import io.rewards.organisation.RefundedBy;
import io.rewards.organisation.SettlementTerms;
import io.rewards.time.Recurrence;
import java.util.Optional;

/**
 * What one agreement says of settlement; what it leaves empty is what the next group says. Immutable. Source: domain 7.5.
 *
 * @param recurrence when the merchant is due to be settled
 * @param automatic whether settlements are posted
 * @param fee what the owner keeps of what is credited
 * @param refundedBy who refunds the customer where the till does not take the discount off
 * @param onExpiry what becomes of contributions to awards that expire
 */
public record SettlementAgreed(
        Optional<Recurrence> recurrence,
        Optional<Boolean> automatic,
        Optional<Portion> fee,
        Optional<RefundedBy> refundedBy,
        Optional<ExpiryPolicy> onExpiry) {

    /** Nothing is said. */
    public static final SettlementAgreed UNSAID = new SettlementAgreed(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** All that these terms say is said. */
    public static SettlementAgreed of(SettlementTerms terms) {
        return new SettlementAgreed(
                terms.recurrence(),
                Optional.of(terms.automatic()),
                Optional.of(new Portion(terms.fee())),
                Optional.of(terms.refundedBy()),
                Optional.of(terms.onExpiry()));
    }
}
