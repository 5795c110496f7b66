package io.rewards.catalogue;

import java.util.Locale;

/** What an offer keeps count of between events, in the accounts of participants. Source: domain 2.4, 3.12. */
public enum CountedUnit {
    /** It decides each event by itself. */
    NOTHING,
    /** Smallest units of the currency. */
    MONEY,
    /** Purchases. */
    VISITS,
    /** Pieces of goods. */
    PIECES,
    /** Things achieved. */
    ACHIEVEMENTS;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
