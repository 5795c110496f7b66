package io.rewards.past;

import io.rewards.event.AwardCancelled;
import io.rewards.event.AwardsConfirmed;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventCancelled;
import io.rewards.event.EventKey;
import io.rewards.event.GoodsReturn;
import io.rewards.event.Purchase;
import io.rewards.event.ReferralCancelled;
import io.rewards.event.ReturnedLine;
import io.rewards.event.VoucherCancelled;
import io.rewards.event.VoucherUsed;
import io.rewards.event.WalletSpending;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What of the past the decision of an event will ask for, known from the event before anything is loaded, so that a store
 * can answer in one go. It is a hint: other questions may follow. Immutable.
 *
 * @param events whose sales, lots and cancellations are asked for
 * @param awards ids of awards, or of their lots
 * @param vouchers hashes of the codes of vouchers
 */
public record Needs(Set<EventKey> events, Set<String> awards, Set<String> vouchers) {

    /** Nothing that is known beforehand. */
    public static final Needs NOTHING = new Needs(Set.of(), Set.of(), Set.of());

    /** Copies the sets. */
    public Needs {
        events = Set.copyOf(events);
        awards = Set.copyOf(awards);
        vouchers = Set.copyOf(vouchers);
    }

    /** What {@code event} needs. */
    public static Needs of(CustomerEvent event) {
        if (event instanceof Purchase purchase) {
            return ofGoods(purchase.returned());
        }
        if (event instanceof GoodsReturn goods) {
            return ofGoods(goods.lines());
        }
        if (event instanceof VoucherUsed used) {
            return new Needs(Set.of(used.purchase()), Set.of(), Set.of(used.codeHash()));
        }
        if (event instanceof WalletSpending spending) {
            return ofEvent(spending.purchase());
        }
        if (event instanceof EventCancelled cancelled) {
            return ofEvent(cancelled.event());
        }
        if (event instanceof AwardsConfirmed confirmed) {
            return ofEvent(confirmed.event());
        }
        if (event instanceof ReferralCancelled cancelled) {
            return ofEvent(cancelled.award());
        }
        if (event instanceof AwardCancelled cancelled) {
            return new Needs(Set.of(), Set.of(cancelled.award()), Set.of());
        }
        return event instanceof VoucherCancelled cancelled
                ? new Needs(Set.of(), Set.of(cancelled.voucher()), Set.of())
                : NOTHING;
    }

    private static Needs ofEvent(EventKey event) {
        return new Needs(Set.of(event), Set.of(), Set.of());
    }

    private static Needs ofGoods(List<ReturnedLine> lines) {
        if (lines.isEmpty()) {
            return NOTHING;
        }
        Set<EventKey> purchases = new HashSet<>();
        lines.forEach(line -> purchases.add(line.purchase()));
        return new Needs(purchases, Set.of(), Set.of());
    }
}
