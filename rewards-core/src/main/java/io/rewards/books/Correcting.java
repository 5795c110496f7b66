package io.rewards.books;

import io.rewards.amount.Amount;
import io.rewards.event.EventKey;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.LotId;
import io.rewards.ledger.TransactionId;
import io.rewards.ledger.TransactionKind;
import io.rewards.wallet.Lot;
import io.rewards.wallet.LotPart;
import io.rewards.wallet.Reclaim;
import java.util.List;
import java.util.Optional;

/**
 * Takes money out of a purse that should not be there: by hand, or because it was put in and never came. For one event.
 * Source: domain 5.7.
 *
 * @param purse that gives
 * @param reason why, where somebody said so
 * @param user who decided it, where a person did
 */
public record Correcting(Purse purse, String reason, String user) {

    /** What there is of the money that {@code event} brought, in the order in which it goes. */
    public static List<Lot> moneyOf(Purse purse, EventKey event) {
        return purse.usable(purse.event().performedOn()).stream()
                .filter(lot -> lot.provenance().event().equals(event))
                .toList();
    }

    /** What {@code event} brought and was not taken back. */
    public static Amount broughtBy(Purse purse, EventKey event, Amount zero) {
        return purse.lotsOf(event).stream()
                .filter(lot -> lot.provenance().event().equals(event) && (lot.isAward() || isPutIn(lot, event)))
                .map(Lot::standing)
                .filter(standing -> standing.denomination().equals(zero.denomination()))
                .reduce(zero, Amount::plus);
    }

    private static boolean isPutIn(Lot lot, EventKey event) {
        return lot.id().equals(LotId.money(event).text());
    }

    /** Takes money by hand, as the order says, of one event where it is named; what is not there becomes a debt. */
    public void take(Amount amount, Optional<EventKey> of) {
        List<Lot> from = of.map(event -> moneyOf(purse, event))
                .orElseGet(() -> purse.usable(purse.event().performedOn()));
        Amount left = amount;
        for (LotPart part : Purse.choose(amount, from)) {
            Lot lot = purse.lot(part.lot());
            taken(lot, part.amount(), of);
            purse.entry(TransactionKind.ADJUSTMENT, part.amount())
                    .between(lot.account(), AccountKind.ADJUSTMENTS)
                    .of(lot)
                    .because(reason, user)
                    .write();
            left = left.minus(part.amount());
        }
        if (left.isPositive()) {
            purse.owe(left);
            purse.entry(TransactionKind.ADJUSTMENT, left)
                    .between(AccountKind.CLAWBACK_RECEIVABLE, AccountKind.ADJUSTMENTS)
                    .named(left.denomination().code())
                    .because(reason, user)
                    .write();
            Amount owed = left;
            of.flatMap(event -> purse.find(LotId.money(event).text()))
                    .filter(lot -> lot.awarded().denomination().equals(owed.denomination()))
                    .ifPresent(lot -> purse.put(lot.reversedElsewhere(owed.min(lot.standing()))));
        }
    }

    /** Takes back what was put in, which never came: its own money goes first, and what is gone of it is owed. */
    public Reclaim takeBack(Lot putIn) {
        EventKey event = putIn.provenance().event();
        Amount zero = Amount.zero(putIn.awarded().denomination());
        Amount all = putIn.standing();
        String posted = TransactionId.of(event, LotId.parsed(putIn.id()), TransactionKind.TOP_UP)
                .text();
        Amount own = zero;
        for (LotPart part : Purse.choose(all, moneyOf(purse, event))) {
            Lot lot = purse.lot(part.lot());
            taken(lot, part.amount(), Optional.of(event));
            purse.entry(TransactionKind.REVERSAL, part.amount())
                    .between(lot.account(), AccountKind.TOP_UPS)
                    .of(lot)
                    .undoing(posted)
                    .because(reason, user)
                    .write();
            own = own.plus(part.amount());
        }
        Amount debt = all.minus(own);
        if (debt.isPositive()) {
            purse.owe(debt);
            purse.entry(TransactionKind.CLAWBACK, debt)
                    .between(AccountKind.CLAWBACK_RECEIVABLE, AccountKind.TOP_UPS)
                    .of(putIn)
                    .undoing(posted)
                    .because(reason, user)
                    .write();
        }
        Lot left = purse.lot(putIn.id());
        purse.put(left.reversedElsewhere(left.standing()));
        return new Reclaim(putIn.id(), "", all, own, zero, debt, zero);
    }

    /** Of what an event put in, what is taken stands no more; other money, and what stood no more before, is only gone. */
    private void taken(Lot lot, Amount amount, Optional<EventKey> of) {
        Amount standing = of.filter(event -> isPutIn(lot, event))
                .map(event -> amount.min(lot.standing()))
                .orElseGet(() -> Amount.zero(amount.denomination()));
        if (standing.isPositive()) {
            purse.put(lot.reversedHere(standing));
        }
        if (standing.compareTo(amount) < 0) {
            purse.take(lot.id(), amount.minus(standing));
        }
    }
}
