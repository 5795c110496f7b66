package io.rewards.event;

/**
 * A participant asks to pay for a purchase from the wallet. Immutable. Source: domain 2.1, 5.3.
 *
 * @param header of the event
 * @param purchase to pay for
 * @param wish how much, and from where
 */
public record SpendRequested(EventHeader header, EventKey purchase, SpendWish wish)
        implements CustomerEvent, WalletSpending {
    @Override
    public SpendRequested withHeader(EventHeader changed) {
        return new SpendRequested(changed, purchase, wish);
    }
}
