package io.rewards.books;

import io.rewards.amount.Allocation;
import io.rewards.amount.Amount;
import io.rewards.event.EventKey;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.LotId;
import io.rewards.ledger.TransactionId;
import io.rewards.ledger.TransactionKind;
import io.rewards.wallet.Exchanged;
import io.rewards.wallet.Lot;
import io.rewards.wallet.LotPart;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns points of a purse into money, lot by lot, and back. For one event. Source: domain 5.8.
 *
 * @param purse that has the points
 * @param reason why they go back, where somebody said so
 */
public record Exchanging(Purse purse, String reason) {

    /** For no reason that anybody has named. */
    public Exchanging(Purse purse) {
        this(purse, "");
    }

    /** Points that can be turned at the date of the event, in order. */
    public static List<Lot> points(Purse purse, Amount zero) {
        return purse.spendable(purse.event().performedOn()).stream()
                .filter(lot -> lot.remaining().denomination().equals(zero.denomination()))
                .toList();
    }

    /** Turns {@code points}, as the order says, into {@code money}; the lots of money. The caller has seen that there are enough. */
    public List<Lot> exchange(Amount points, Amount money) {
        return exchange(Purse.choose(points, points(purse, points)), money);
    }

    /**
     * Turns these points into {@code money}: each lot of money has the validity, the conditions and the provenance of the
     * points that it was, and its part of the money in proportion to them.
     */
    public List<Lot> exchange(List<LotPart> points, Amount money) {
        EventKey event = purse.event().key();
        List<Amount> parts = Allocation.split(
                money, points.stream().map(part -> part.amount().units()).toList());
        List<Lot> made = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            Amount turned = points.get(i).amount();
            Lot source = purse.take(points.get(i).lot(), turned);
            purse.entry(TransactionKind.EXCHANGE_OUT, turned)
                    .between(source.account(), AccountKind.EXCHANGE)
                    .of(source)
                    .write();
            Exchanged exchanged = new Exchanged(event, source.id(), turned, parts.get(i));
            Lot lot = source.piece(exchanged.made(), parts.get(i))
                    .with(source.provenance().exchanged(exchanged));
            purse.putNew(lot);
            if (parts.get(i).isPositive()) {
                purse.entry(TransactionKind.EXCHANGE_IN, parts.get(i))
                        .between(AccountKind.EXCHANGE, lot.account())
                        .of(lot)
                        .write();
            }
            made.add(lot);
        }
        return made;
    }

    /** Undoes what {@code exchange} turned: points come back for all of its money that was not spent. */
    public void undo(EventKey exchange) {
        for (Lot lot : purse.lotsOf(exchange)) {
            if (Exchanged.isIn(lot) && points(lot).event().equals(exchange)) {
                goBack(lot, points(lot).points(), true);
            }
        }
    }

    /**
     * Brings points of {@code source} back that became money, as far as that was not spent: first for money that is there,
     * then for money that has expired.
     *
     * @param wanted points, at most
     */
    public void recall(Lot source, Amount wanted) {
        Amount left = wanted;
        if (left.isZero()) {
            return;
        }
        for (boolean late : new boolean[] {false, true}) {
            for (Lot lot : purse.lotsOf(source.provenance().event())) {
                if (left.isPositive()
                        && Exchanged.isIn(lot)
                        && points(lot).lot().equals(source.id())) {
                    left = left.minus(goBack(lot, left, late));
                }
            }
        }
    }

    private static Exchanged points(Lot lot) {
        return lot.provenance().exchange().orElseThrow();
    }

    /** Turns money of {@code lot} into the points again that it was; at most {@code wanted}. */
    private Amount goBack(Lot lot, Amount wanted, boolean late) {
        Exchanged exchanged = points(lot);
        Amount points = wanted.min(exchanged.points());
        Amount money = exchanged.moneyOf(points);
        Amount missing = money.minus(there(lot, late));
        if (missing.isPositive()) {
            recall(lot, missing);
        }
        Amount there = there(purse.lot(lot.id()), late);
        if (money.compareTo(there) > 0) {
            points = exchanged.pointsOf(there);
            money = exchanged.moneyOf(points);
        }
        if (points.isPositive()) {
            take(lot.id(), money);
            Lot emptied = purse.lot(lot.id());
            purse.put(emptied.with(emptied.provenance().exchanged(exchanged.without(points))));
            giveBack(emptied, points);
        }
        return points;
    }

    /** What is not spent of the money of {@code lot}. */
    private Amount there(Lot lot, boolean late) {
        Amount there = purse.freedOf(lot)
                .map(freed -> freed.remaining().plus(lot.remaining()))
                .orElse(lot.remaining());
        return late ? there.plus(lot.expired()) : there;
    }

    /** Takes money out: what is left, what was freed of it, and what has expired. */
    private void take(String id, Amount money) {
        Lot lot = purse.lot(id);
        Amount own = money.min(lot.remaining());
        purse.put(lot.emptied(own));
        goneBack(lot, own, lot.account());
        Amount left = money.minus(own);
        Lot freed = left.isPositive() ? purse.freedOf(lot).orElse(null) : null;
        if (freed != null) {
            Amount part = left.min(freed.remaining());
            purse.put(freed.emptied(part));
            purse.put(purse.lot(id).givenBack(part).emptied(part));
            goneBack(lot, part, AccountKind.OPEN);
            left = left.minus(part);
        }
        if (left.isPositive()) {
            purse.put(purse.lot(id).neverExpired(left).emptied(left));
            goneBack(lot, left, AccountKind.BREAKAGE);
        }
    }

    private void goneBack(Lot lot, Amount amount, AccountKind from) {
        if (amount.isPositive()) {
            purse.entry(TransactionKind.REVERSAL, amount)
                    .between(from, AccountKind.EXCHANGE)
                    .of(lot)
                    .undoing(turning(points(lot), lot.id(), TransactionKind.EXCHANGE_IN))
                    .because(reason, Entry.NOBODY)
                    .write();
        }
    }

    private void giveBack(Lot lot, Amount points) {
        Exchanged exchanged = points(lot);
        Lot source = purse.lot(exchanged.lot());
        purse.put(source.givenBack(points));
        purse.entry(TransactionKind.REVERSAL, points)
                .between(AccountKind.EXCHANGE, source.account())
                .of(source)
                .undoing(turning(exchanged, source.id(), TransactionKind.EXCHANGE_OUT))
                .because(reason, Entry.NOBODY)
                .write();
    }

    /** Id of the transaction by which points of a lot left, or came in as money. */
    private static String turning(Exchanged exchanged, String lot, TransactionKind kind) {
        return TransactionId.of(exchanged.event(), LotId.parsed(lot), kind).text();
    }
}
