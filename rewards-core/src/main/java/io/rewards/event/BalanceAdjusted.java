package io.rewards.event;

import io.rewards.amount.Amount;

/**
 * Somebody corrects a wallet by hand. Immutable. Source: domain 5.6.
 *
 * @param header of the event
 * @param amount to give, or below 0 to take
 * @param reason why
 * @param user who decided it
 */
public record BalanceAdjusted(EventHeader header, Amount amount, String reason, String user) implements CustomerEvent {
    @Override
    public BalanceAdjusted withHeader(EventHeader changed) {
        return new BalanceAdjusted(changed, amount, reason, user);
    }
}
