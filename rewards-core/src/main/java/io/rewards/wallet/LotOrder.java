package io.rewards.wallet;

import io.rewards.catalogue.ConsumptionOrder;
import io.rewards.catalogue.SpendConditions;
import io.rewards.ledger.AccountKind;
import java.time.Instant;
import java.util.Comparator;

/**
 * Which money goes first: money under conditions before open money, then as the programme says, then by id. A host may
 * bring an order of its own; it decides among lots of the same account. Source: domain 5.4.
 */
public final class LotOrder {

    private static final Comparator<Lot> OPEN_LAST = Comparator.comparing(lot -> lot.account() == AccountKind.OPEN);
    private static final Comparator<Lot> OLDEST = Comparator.comparing(Lot::awardedOn);
    private static final Comparator<Lot> SOONEST = Comparator.comparing(
                    (Lot lot) -> lot.validTo().orElse(Instant.MAX))
            .thenComparing(lot -> -restrictions(lot.conditions()))
            .thenComparing(Lot::awardedOn);

    private LotOrder() {}

    /** The order that {@code setting} names. */
    public static Comparator<Lot> of(ConsumptionOrder setting) {
        return total(
                switch (setting) {
                    case SOONEST_EXPIRY -> SOONEST;
                    case FIFO -> OLDEST;
                    case LIFO -> OLDEST.reversed();
                });
    }

    /** The order of a host: open money stays last, and ids decide where it finds no difference. */
    public static Comparator<Lot> total(Comparator<Lot> own) {
        return OPEN_LAST.thenComparing(own).thenComparing(Lot::id);
    }

    /** How many kinds of conditions there are. */
    private static int restrictions(SpendConditions conditions) {
        int count = conditions.products().isAll() ? 0 : 1;
        count += conditions.times().days().isEmpty() ? 0 : 1;
        count += conditions.times().hours().isEmpty() ? 0 : 1;
        return count + (conditions.units().isEmpty() && conditions.groups().isEmpty() ? 0 : 1);
    }
}
