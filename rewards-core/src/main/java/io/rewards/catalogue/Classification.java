package io.rewards.catalogue;

import java.util.Locale;

/** The kinds of offers that the engine knows, each with its own rule set. Source: domain 2.2. */
public enum Classification {
    UTILISE_FREE_CAPACITY,
    INCREASE_REVENUE_TRANSACTION_BASED,
    INCREASE_REVENUE_PRODUCT_BASED,
    REWARD_LOYALTY_TRANSACTION_AMOUNT_BASED,
    REWARD_LOYALTY_TRANSACTION_NUMBER_BASED,
    REWARD_LOYALTY_TRANSACTION_ITEM_QUANTITY_BASED;

    /** The folder of its rule file, such as {@code utilise_free_capacity}. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
