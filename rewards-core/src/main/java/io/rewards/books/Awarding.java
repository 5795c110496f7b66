package io.rewards.books;

import io.rewards.amount.Amount;
import io.rewards.event.CustomerEvent;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.AwardSubject;
import io.rewards.ledger.LotId;
import io.rewards.ledger.Share;
import io.rewards.ledger.TransactionKind;
import io.rewards.wallet.Lot;
import io.rewards.wallet.LotDates;
import io.rewards.wallet.Provenance;
import java.time.Instant;

/** Money comes into a purse, or is put right by hand. For one event. Source: domain 5.2. */
public record Awarding(Purse purse) {

    /** An award for {@code subject}, with the parts of those who give to it. */
    public void award(Lot lot, AwardSubject subject) {
        CustomerEvent event = purse.event();
        purse.putNew(lot);
        purse.entry(TransactionKind.AWARD, lot.awarded())
                .between(AccountKind.AWARD_EXPENSE, lot.account())
                .of(lot)
                .about(event.key())
                .dated(lot.awardedOn())
                .awarding(subject)
                .write();
        for (Share share : lot.provenance().givers()) {
            Entry entry = purse.entry(TransactionKind.CONTRIBUTION, share.amount())
                    .of(lot)
                    .about(event.key())
                    .dated(lot.awardedOn());
            entry.between(share.account(), entry.account(AccountKind.AWARD_EXPENSE))
                    .write();
        }
    }

    /** Open money that comes from outside of the programme. */
    public void topUp(Amount amount) {
        Lot lot = open(amount);
        purse.putNew(lot);
        purse.entry(TransactionKind.TOP_UP, amount)
                .between(AccountKind.TOP_UPS, AccountKind.OPEN)
                .of(lot)
                .write();
    }

    /** Open money that somebody gives. */
    public void give(Amount amount, String reason, String user) {
        Lot lot = open(amount);
        purse.putNew(lot);
        purse.entry(TransactionKind.ADJUSTMENT, amount)
                .between(AccountKind.ADJUSTMENTS, AccountKind.OPEN)
                .of(lot)
                .because(reason, user)
                .write();
    }

    /** Money of awards that stand now can be spent. */
    public void confirm(Lot pending, Instant from) {
        purse.put(pending.confirmed(from));
        if (pending.remaining().isPositive()) {
            purse.entry(TransactionKind.CONFIRMATION, pending.remaining())
                    .between(AccountKind.PENDING, AccountKind.COMMERCE)
                    .of(pending)
                    .write();
        }
    }

    private Lot open(Amount amount) {
        CustomerEvent event = purse.event();
        return Lot.of(
                LotId.money(event.key()).text(),
                AccountKind.OPEN,
                amount,
                LotDates.from(event.performedOn()),
                Provenance.of(event.key(), amount));
    }
}
