package io.rewards.settlement;

import java.util.List;

/**
 * A settlement with its entries, to be shown, printed or booked. Immutable. Source: domain 7.4, 7.5.
 *
 * @param settlement what it comes to
 * @param posted true where it is kept for good; false where it only shows what would be settled
 * @param entries in their order
 */
public record SettlementDocument(Settlement settlement, boolean posted, List<MerchantEntry> entries) {

    /** Copies the entries. */
    public SettlementDocument {
        entries = List.copyOf(entries);
    }

    /** True where nothing was left to settle. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** This document, kept for good. */
    public SettlementDocument asPosted() {
        return new SettlementDocument(settlement, true, entries);
    }
}
