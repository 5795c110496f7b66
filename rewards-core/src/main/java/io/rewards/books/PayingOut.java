package io.rewards.books;

import io.rewards.amount.Amount;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.TransactionKind;
import io.rewards.wallet.Lot;
import io.rewards.wallet.LotPart;
import io.rewards.wallet.Payout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Money leaves a purse: it is paid out, or was not spent in time. For one event. Source: domain 5.2, 5.5. */
public record PayingOut(Purse purse) {

    /** Starts to pay out {@code amount} of these lots, which the caller has chosen. */
    public void payOut(List<Lot> from, Amount amount, String method) {
        List<LotPart> parts = new ArrayList<>();
        for (LotPart part : Purse.choose(amount, from)) {
            Lot lot = purse.take(part.lot(), part.amount());
            String redeem = lot.account() == AccountKind.COMMERCE
                    ? new Paying(purse).redeemed(lot, part.amount(), Optional.empty())
                    : "";
            String id = purse.entry(TransactionKind.PAYOUT, part.amount())
                    .between(AccountKind.OPEN, AccountKind.PAYOUT_CLEARING)
                    .of(lot)
                    .write();
            parts.add(new LotPart(lot.id(), part.amount(), id, redeem));
        }
        purse.payouts().put(purse.event().key(), new Payout(purse.event().key(), method, parts));
    }

    /** Money that was paid out has arrived. */
    public void arrived(Payout payout) {
        purse.payouts().remove(payout.event());
        for (LotPart part : payout.parts()) {
            purse.entry(TransactionKind.PAYOUT_CONFIRMATION, part.amount())
                    .between(AccountKind.PAYOUT_CLEARING, AccountKind.PAID_OUT)
                    .of(purse.lot(part.lot()))
                    .write();
        }
    }

    /** Money that was paid out comes back, to the same lots and under the same conditions. */
    public void failed(Payout payout, String reason) {
        purse.payouts().remove(payout.event());
        for (LotPart part : payout.parts()) {
            Lot lot = purse.lot(part.lot());
            purse.put(lot.givenBack(part.amount()));
            undo(lot, part, part.transaction(), reason)
                    .between(AccountKind.PAYOUT_CLEARING, AccountKind.OPEN)
                    .write();
            if (!part.redeem().isEmpty()) {
                undo(lot, part, part.redeem(), reason)
                        .between(AccountKind.OPEN, lot.account())
                        .write();
            }
        }
    }

    private Entry undo(Lot lot, LotPart part, String transaction, String reason) {
        return purse.entry(TransactionKind.REVERSAL, part.amount())
                .of(lot)
                .undoing(transaction)
                .because(reason, Entry.NOBODY);
    }

    /** Takes out what was not spent in time; the lots as they were before. */
    public List<Lot> expire(Instant instant) {
        List<Lot> late =
                purse.inOrder().stream().filter(lot -> lot.isExpiredAt(instant)).toList();
        for (Lot lot : late) {
            purse.put(lot.expired(lot.remaining()));
            purse.entry(TransactionKind.AWARD_EXPIRATION, lot.remaining())
                    .between(lot.account(), AccountKind.BREAKAGE)
                    .of(lot)
                    .write();
            new ExpiredShares(purse).changed(lot, purse.lot(lot.id()));
        }
        return late;
    }
}
