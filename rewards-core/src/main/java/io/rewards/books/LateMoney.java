package io.rewards.books;

import io.rewards.amount.Amount;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.past.Past;
import io.rewards.wallet.Lot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What had not expired yet at the date of an event that is told late, though a run has taken it out meanwhile. It can be used
 * as if no run had been, and the run's transactions are undone for as much as is used. For one event. Source: domain 5.7.
 */
final class LateMoney {

    private final Purse purse;
    private final Past past;
    private final Map<String, Map<Transaction, Amount>> expired = new LinkedHashMap<>();
    private boolean asked;

    LateMoney(Purse purse, Past past) {
        this.purse = purse;
        this.past = past;
    }

    /** These lots, which hold money, and those that hold money only at the date of the event. */
    List<Lot> with(List<Lot> filled) {
        if (expired().isEmpty()) {
            return filled;
        }
        Map<String, Lot> seen = new LinkedHashMap<>();
        filled.forEach(lot -> seen.put(lot.id(), seen(lot)));
        for (String id : expired.keySet()) {
            Lot lot = seen(purse.lot(id));
            if (lot.remaining().isPositive()) {
                seen.put(id, lot);
            }
        }
        return new ArrayList<>(seen.values());
    }

    /** The lot as it is at the date of the event. A voucher that may be used once was used up by that, and did not expire. */
    Lot seen(Lot lot) {
        Map<Transaction, Amount> left = expired().getOrDefault(lot.id(), Map.of());
        boolean usedUp = lot.used().isPositive()
                && lot.voucher().filter(voucher -> !voucher.partial()).isPresent();
        return usedUp || left.isEmpty()
                ? lot
                : lot.neverExpired(left.values().stream()
                        .reduce(Amount.zero(lot.expired().denomination()), Amount::plus)
                        .min(lot.expired()));
    }

    /** The lot with enough money for {@code amount}, of which what is missing had not expired. */
    Lot broughtBack(Lot lot, Amount amount) {
        Amount missing = amount.minus(lot.remaining());
        if (!missing.isPositive()) {
            return lot;
        }
        Map<Transaction, Amount> left = expired().getOrDefault(lot.id(), Map.of());
        Amount open = missing;
        for (Map.Entry<Transaction, Amount> booked : left.entrySet()) {
            Amount part = open.min(booked.getValue());
            if (part.isPositive()) {
                purse.entry(TransactionKind.REVERSAL, part)
                        .between(AccountKind.BREAKAGE, lot.account())
                        .of(lot)
                        .undoing(booked.getKey().id())
                        .write();
                booked.setValue(booked.getValue().minus(part));
                open = open.minus(part);
            }
        }
        Lot brought = lot.neverExpired(missing.minus(open));
        new ExpiredShares(purse).changed(lot, brought);
        return brought;
    }

    /** What stands of the transactions of runs after the event, by lots that had not expired at its date. */
    private Map<String, Map<Transaction, Amount>> expired() {
        if (!asked) {
            asked = true;
            Instant on = purse.event().performedOn();
            for (Transaction booked : past.expirations(on)) {
                Lot lot = purse.lot(booked.lot());
                if (!lot.isExpiredAt(on) && isOfToday(booked, lot)) {
                    expired.computeIfAbsent(booked.lot(), unused -> new LinkedHashMap<>())
                            .put(booked, past.standing(booked));
                }
            }
        }
        return expired;
    }

    /** False for what expired before a changeover: it was in money that is none any more, and stays expired. */
    private static boolean isOfToday(Transaction booked, Lot lot) {
        return booked.amount().denomination().equals(lot.expired().denomination());
    }
}
