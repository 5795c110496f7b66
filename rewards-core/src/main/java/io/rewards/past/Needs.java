package io.rewards.past;

import io.rewards.event.EventKey;
import io.rewards.event.ReturnedLine;
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

    /** What is about one event. */
    public static Needs ofEvent(EventKey event) {
        return new Needs(Set.of(event), Set.of(), Set.of());
    }

    /** What is about the purchases that goods come back of. */
    public static Needs ofGoods(List<ReturnedLine> lines) {
        if (lines.isEmpty()) {
            return NOTHING;
        }
        Set<EventKey> purchases = new HashSet<>();
        lines.forEach(line -> purchases.add(line.purchase()));
        return new Needs(purchases, Set.of(), Set.of());
    }

    /** These, and what is about one event. */
    public Needs and(EventKey event) {
        Set<EventKey> all = new HashSet<>(events);
        all.add(event);
        return new Needs(all, awards, vouchers);
    }

    /** What is about one award: its id, or that of its lot. */
    public static Needs ofAward(String award) {
        return new Needs(Set.of(), Set.of(award), Set.of());
    }

    /** What is about a voucher that is shown for a purchase. */
    public static Needs ofVoucher(String codeHash, EventKey purchase) {
        return new Needs(Set.of(purchase), Set.of(), Set.of(codeHash));
    }
}
