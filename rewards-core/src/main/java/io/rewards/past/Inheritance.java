package io.rewards.past;

import io.rewards.event.EventKey;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Sale;
import java.util.List;
import java.util.Set;

/**
 * What is over in the account of a duplicate and goes over to the participant who stays. Immutable. Source: domain 4.6.
 *
 * @param lots without money
 * @param sales as they stand
 * @param cancelled events
 * @param awards of which something stands
 */
public record Inheritance(List<Lot> lots, List<Sale> sales, Set<EventKey> cancelled, List<PastAward> awards) {

    /** Nothing. */
    public static final Inheritance NONE = new Inheritance(List.of(), List.of(), Set.of(), List.of());

    /** Copies the collections. */
    public Inheritance {
        lots = List.copyOf(lots);
        sales = List.copyOf(sales);
        cancelled = Set.copyOf(cancelled);
        awards = List.copyOf(awards);
    }

    /** Only the awards, where the money does not go over. */
    public Inheritance withoutMoney() {
        return new Inheritance(List.of(), List.of(), Set.of(), awards);
    }
}
