package io.rewards.event;

import io.rewards.amount.Amount;
import java.util.Optional;

/**
 * A participant frees awarded money by a purchase that meets its conditions, to be spent later. Immutable.
 * Source: domain 5.2.
 *
 * @param header of the event
 * @param purchase that meets the conditions
 * @param amount the most to free; empty for as much as possible
 */
public record RedeemRequested(EventHeader header, EventKey purchase, Optional<Amount> amount)
        implements CustomerEvent, WalletSpending {
    @Override
    public RedeemRequested withHeader(EventHeader changed) {
        return new RedeemRequested(changed, purchase, amount);
    }
}
