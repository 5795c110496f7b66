package io.rewards.catalogue;

import io.rewards.amount.Amount;
import java.util.Optional;

/**
 * How money is spent and taken back in a whole programme. Immutable. Source: domain 5.3, 5.4, 12.1 Q3.
 *
 * @param specificAmount true where a request may name an amount; otherwise it spends as much as possible
 * @param minimumRequest the least that a request may ask for; empty for any
 * @param order which money is spent first
 * @param clawback what happens where an award is taken back and its money was spent already
 */
public record SpendSettings(
        boolean specificAmount, Optional<Amount> minimumRequest, ConsumptionOrder order, ClawbackPolicy clawback) {

    /** The defaults. */
    public static final SpendSettings DEFAULT = new SpendSettings(
            true, Optional.empty(), ConsumptionOrder.SOONEST_EXPIRY, ClawbackPolicy.CLAWBACK_NEGATIVE);

    /** These settings with another policy on money that was spent already. */
    public SpendSettings with(ClawbackPolicy changed) {
        return new SpendSettings(specificAmount, minimumRequest, order, changed);
    }

    /** These settings with another order. */
    public SpendSettings with(ConsumptionOrder changed) {
        return new SpendSettings(specificAmount, minimumRequest, changed, clawback);
    }

    /** These settings with a least amount of requests. */
    public SpendSettings withMinimumRequest(Amount least) {
        return new SpendSettings(specificAmount, Optional.of(least), order, clawback);
    }

    /** These settings, letting requests name an amount or not. */
    public SpendSettings withSpecificAmount(boolean allowed) {
        return new SpendSettings(allowed, minimumRequest, order, clawback);
    }
}
