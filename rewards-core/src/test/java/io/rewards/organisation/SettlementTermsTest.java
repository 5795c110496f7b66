package io.rewards.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.amount.Percentage;
import io.rewards.time.Recurrence;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SettlementTermsTest {

    @Test
    void nothingIsPostedAndNoFeeTakenWhereNothingIsSaid() {
        SettlementTerms terms = SettlementTerms.NONE;

        assertThat(terms.recurrence()).isEmpty();
        assertThat(terms.automatic()).isFalse();
        assertThat(terms.fee()).isEmpty();
        assertThat(terms.refundedBy()).isEqualTo(RefundedBy.MERCHANT);
        assertThat(terms.onExpiry()).isEqualTo(ExpiryPolicy.KEEP_CONTRIBUTION);
    }

    @Test
    void eachTermChangesAlone() {
        Recurrence monthly = new Recurrence("FREQ=MONTHLY;BYMONTHDAY=1", Instant.parse("2026-01-01T00:00:00Z"));
        SettlementTerms terms = SettlementTerms.NONE
                .with(monthly)
                .withAutomatic(true)
                .withFee(Percentage.of("2.5"))
                .with(RefundedBy.OWNER)
                .with(ExpiryPolicy.REFUND_CONTRIBUTION);

        assertThat(terms.recurrence()).contains(monthly);
        assertThat(terms.automatic()).isTrue();
        assertThat(terms.fee()).contains(Percentage.of("2.5"));
        assertThat(terms.refundedBy()).isEqualTo(RefundedBy.OWNER);
        assertThat(terms.onExpiry()).isEqualTo(ExpiryPolicy.REFUND_CONTRIBUTION);
    }

    @Test
    void theFeeIsAtMostAllThatIsCredited() {
        assertThat(SettlementTerms.NONE.withFee(Percentage.of("100")).fee()).contains(Percentage.HUNDRED);
        assertThat(SettlementTerms.NONE.withFee(Percentage.of("99.999999999")).fee())
                .contains(Percentage.of("99.999999999"));
        assertThatThrownBy(() -> SettlementTerms.NONE.withFee(Percentage.of("100.000000001")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The fee (100.000000001 %) must be at most all that is credited.");
    }
}
