package io.rewards.event;

import io.rewards.amount.Amount;

/**
 * Money was put into the wallet, to be spent without conditions. Immutable. Source: domain 5.1.
 *
 * @param header of the event
 * @param amount above 0, in any denomination of the programme
 */
public record WalletToppedUp(EventHeader header, Amount amount) implements CustomerEvent {
    @Override
    public WalletToppedUp withHeader(EventHeader changed) {
        return new WalletToppedUp(changed, amount);
    }
}
