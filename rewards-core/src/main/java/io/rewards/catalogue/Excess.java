package io.rewards.catalogue;

/** What happens to what of a discount does not fit what is left to pay. Source: domain 5.8. */
public enum Excess {
    /** It is nothing, and neither is what comes back of the discount with goods: a discount is no money. */
    VOID,
    /** It stays in the wallet, to be spent on other purchases; it is never paid out. */
    KEEP
}
