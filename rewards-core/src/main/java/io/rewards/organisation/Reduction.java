package io.rewards.organisation;

/** Who takes what the wallet pays off the price. Source: domain 5.3. */
public enum Reduction {
    /** The till: the customer pays less. */
    FRONT_END,
    /** The customer pays the full price and is refunded afterwards. */
    BACK_END
}
