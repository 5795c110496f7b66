package io.rewards.event;

/** An event that spends on a purchase from a wallet, or frees money for it. Source: domain 5.2, 5.3. */
public interface WalletSpending {

    /** Key of the purchase. */
    EventKey purchase();
}
