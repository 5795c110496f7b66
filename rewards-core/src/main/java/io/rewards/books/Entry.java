package io.rewards.books;

import io.rewards.amount.Amount;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.key.Key;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.AccountName;
import io.rewards.ledger.AwardSubject;
import io.rewards.ledger.Note;
import io.rewards.ledger.Origin;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.wallet.Lot;
import java.time.Instant;
import java.util.Optional;

/** Collects what a transaction says. For one thread. */
final class Entry {

    static final String NOBODY = "";

    private final Purse purse;
    private final TransactionKind kind;
    private final Amount amount;
    private AccountName from;
    private AccountName to;
    private Optional<Lot> lot = Optional.empty();
    private Optional<EventKey> purchase = Optional.empty();
    private String name = "";
    private AwardSubject subject = AwardSubject.NOTHING;
    private Instant on;
    private Optional<Transaction> undone = Optional.empty();
    private String reason = "";
    private String user = NOBODY;

    Entry(Purse purse, TransactionKind kind, Amount amount) {
        this.purse = purse;
        this.kind = kind;
        this.amount = amount;
        on = purse.event().performedOn();
        from = account(AccountKind.OPEN);
        to = from;
    }

    /** Between accounts of the participant, the programme, and the merchant at whose unit it happens. */
    Entry between(AccountKind source, AccountKind destination) {
        return between(account(source), account(destination));
    }

    Entry between(AccountName source, AccountName destination) {
        from = source;
        to = destination;
        return this;
    }

    /** The account of this kind that the event moves money of. */
    AccountName account(AccountKind ofKind) {
        return purse.account(ofKind);
    }

    Entry of(Lot moved) {
        lot = Optional.of(moved);
        return this;
    }

    Entry about(EventKey key) {
        purchase = Optional.of(key);
        return this;
    }

    Entry awarding(AwardSubject what) {
        subject = what;
        return this;
    }

    /** Of another date than the event. */
    Entry dated(Instant date) {
        on = date;
        return this;
    }

    Entry named(String code) {
        name = code;
        return this;
    }

    /**
     * Names what is undone, unless that is in the journal of a duplicate or was in another denomination. What a merchant got is taken from that merchant,
     * wherever the goods come back.
     */
    Entry undoing(String transaction) {
        undone = purse.transaction(transaction);
        return this;
    }

    /** What was moved before a changeover was in another denomination, and is undone in this one. */
    private String undoes() {
        return undone.filter(before -> before.amount().denomination().equals(amount.denomination()))
                .map(Transaction::id)
                .orElse("");
    }

    private AccountName source() {
        return undone.map(Transaction::to)
                .filter(account -> account.kind() == from.kind())
                .orElse(from);
    }

    Entry because(String why, String who) {
        reason = why;
        user = who;
        return this;
    }

    /** Writes the transaction under an id that is made of the event, the lot and the kind; the id. */
    String write() {
        CustomerEvent event = purse.event();
        Key moved = lot.map(of -> Key.parsed(of.id()))
                .orElseGet(() -> event.key().key().making(Key.of(name)));
        String id = purse.unique(moved, kind);
        purse.write(new Transaction(
                id,
                kind,
                amount,
                source(),
                to,
                purse.cause(purchase),
                lot.map(of -> of.provenance().origin(of.id(), subject)).orElse(Origin.NONE),
                Note.of(undoes(), reason, user),
                on,
                purse.recordedOn()));
        return id;
    }
}
