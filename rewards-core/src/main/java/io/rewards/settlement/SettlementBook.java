package io.rewards.settlement;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.event.EventKey;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.AccountName;
import io.rewards.ledger.Cause;
import io.rewards.ledger.LotId;
import io.rewards.ledger.Note;
import io.rewards.ledger.Origin;
import io.rewards.ledger.Party;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionId;
import io.rewards.ledger.TransactionKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The transactions of one settlement: those that it takes over, and those that it makes. Not thread-safe. */
final class SettlementBook {

    private final Party merchant;
    private final EventKey event;
    private final Instant on;
    private final List<Transaction> transactions;
    private final Set<TransactionId> ids = new HashSet<>();

    SettlementBook(String merchant, String id, Instant on, List<Transaction> taken) {
        this.merchant = Party.merchant(merchant);
        event = new EventKey(Settlement.SYSTEM, Settlement.name(merchant, id));
        this.on = on;
        transactions = new ArrayList<>(taken);
    }

    /** So far, in their order. */
    List<Transaction> transactions() {
        return Collections.unmodifiableList(transactions);
    }

    AccountName position() {
        return AccountName.of(merchant, AccountKind.POSITION);
    }

    /** Adds {@code change} to an account and takes it from the other, about one item; nothing where it is zero. */
    void change(TransactionKind kind, AccountName account, Amount change, AccountName other, Charges.Item item) {
        TransactionId id = item.lot().isEmpty()
                ? TransactionId.named(event, change.denomination().code(), kind)
                : TransactionId.of(event, LotId.parsed(item.lot()), kind);
        write(id, account, change, other, new About(item.purchase(), Origin.ofLot(item.lot())));
    }

    /** Adds what is on the accounts of the merchant in one denomination to its position; what that comes to. */
    SettlementSum closed(List<Transaction> all, Denomination denomination) {
        Amount contributions = close(all, denomination, AccountKind.CONTRIBUTION);
        Amount reimbursements = close(all, denomination, AccountKind.REIMBURSEMENT);
        Amount fee = sum(all, denomination, AccountName.of(Party.PROGRAMME, AccountKind.SETTLEMENT_FEES));
        Amount zero = Amount.zero(denomination);
        return new SettlementSum(
                contributions,
                reimbursements,
                fee,
                zero,
                contributions.plus(reimbursements).minus(fee));
    }

    private Amount close(List<Transaction> all, Denomination denomination, AccountKind kind) {
        AccountName account = AccountName.of(merchant, kind);
        Amount sum = sum(all, denomination, account);
        write(
                TransactionId.named(event, denomination.code(), TransactionKind.SETTLEMENT),
                position(),
                sum,
                account,
                new About(Optional.empty(), Origin.NONE));
        return sum;
    }

    private static Amount sum(List<Transaction> all, Denomination denomination, AccountName account) {
        return all.stream()
                .map(each -> each.change(account))
                .filter(change -> change.denomination().equals(denomination))
                .reduce(Amount.zero(denomination), Amount::plus);
    }

    private record About(Optional<EventKey> purchase, Origin origin) {}

    private void write(TransactionId first, AccountName account, Amount change, AccountName other, About about) {
        if (change.isZero()) {
            return;
        }
        TransactionId id = first;
        while (!ids.add(id)) {
            id = id.next();
        }
        boolean gives = change.isPositive();
        transactions.add(new Transaction(
                id.text(),
                id.kind(),
                gives ? change : Amount.zero(change.denomination()).minus(change),
                gives ? other : account,
                gives ? account : other,
                new Cause(event, about.purchase(), "", merchant.id()),
                about.origin(),
                Note.NONE,
                on,
                on));
    }
}
