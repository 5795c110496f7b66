package io.rewards.books;

import io.rewards.amount.Amount;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.LotId;
import io.rewards.ledger.TransactionKind;
import io.rewards.past.Inheritance;
import io.rewards.wallet.Hold;
import io.rewards.wallet.Lot;
import io.rewards.wallet.LotPart;
import io.rewards.wallet.Wallet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Money goes from one purse to that of another participant. For one event. Source: domain 4.6, 5.1. */
public record HandingOver(Purse purse) {

    /** Takes {@code amount} out for another participant, as the order says; the lots that go over. */
    public List<Lot> send(Amount amount, String reason) {
        List<Lot> sent = new ArrayList<>();
        for (LotPart part : Purse.choose(amount, purse.spendable(purse.event().performedOn()))) {
            Lot lot = purse.take(part.lot(), part.amount());
            purse.entry(TransactionKind.TRANSFER_OUT, part.amount())
                    .between(lot.account(), AccountKind.TRANSFER_CLEARING)
                    .of(lot)
                    .because(reason, Entry.NOBODY)
                    .write();
            sent.add(lot.piece(
                    LotId.parsed(lot.id()).givenBy(purse.event().key()).text(), part.amount()));
        }
        return sent;
    }

    /** Puts lots in that come from another participant. */
    public void receive(List<Lot> coming) {
        for (Lot lot : coming) {
            purse.putNew(lot);
            purse.entry(TransactionKind.TRANSFER_IN, lot.remaining())
                    .between(AccountKind.TRANSFER_CLEARING, lot.account())
                    .of(lot)
                    .write();
        }
    }

    /** Takes all lots and debts out for the participant who stays. */
    public Wallet sendAll() {
        Reserving reserving = new Reserving(purse);
        purse.holds().values().stream()
                .sorted(Comparator.comparing(Hold::event))
                .toList()
                .forEach(reserving::release);
        purse.duplicates().add(purse.event().participant());
        Wallet leaving = purse.wallet();
        for (Lot lot : leaving.lots()) {
            purse.put(lot.spent(lot.remaining()));
            purse.entry(TransactionKind.TRANSFER_OUT, lot.remaining())
                    .between(lot.account(), AccountKind.TRANSFER_CLEARING)
                    .of(lot)
                    .write();
        }
        leaving.debts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(debt -> purse.entry(TransactionKind.TRANSFER_OUT, debt.getValue())
                        .between(AccountKind.TRANSFER_CLEARING, AccountKind.CLAWBACK_RECEIVABLE)
                        .named(debt.getKey())
                        .write());
        purse.debts().clear();
        return leaving;
    }

    /** Takes over everything that a duplicate had, with and without money. */
    public void receiveAll(Wallet coming, Inheritance over) {
        purse.duplicates().addAll(coming.duplicates());
        receive(coming.lots());
        over.lots().stream().filter(lot -> purse.find(lot.id()).isEmpty()).forEach(purse::put);
        over.sales().forEach(purse::keep);
        over.cancelled().forEach(purse::cancel);
        coming.debts().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(debt -> {
            purse.debts().merge(debt.getKey(), debt.getValue(), Amount::plus);
            purse.entry(TransactionKind.TRANSFER_IN, debt.getValue())
                    .between(AccountKind.CLAWBACK_RECEIVABLE, AccountKind.TRANSFER_CLEARING)
                    .named(debt.getKey())
                    .write();
        });
    }
}
