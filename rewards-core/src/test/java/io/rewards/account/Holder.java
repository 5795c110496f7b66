package io.rewards.account;

import io.rewards.amount.Amount;
import io.rewards.books.Purse;
import io.rewards.effect.Effect;
import io.rewards.effect.Report;
import io.rewards.event.CustomerEvent;
import io.rewards.participant.Participant;
import io.rewards.past.MemoryPast;
import io.rewards.past.PastChanges;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Wallet;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An account and its past between one event and the next, without any store. */
public final class Holder {

    private final MemoryPast past = new MemoryPast();
    private Account account;

    /** Holds the account of a participant to whom nothing has happened yet. */
    public Holder(Participant participant) {
        this(Account.of(participant));
    }

    /** Holds an account of which nothing is over. */
    public Holder(Account account) {
        this.account = account;
    }

    public Account account() {
        return account;
    }

    public MemoryPast past() {
        return past;
    }

    public Loaded loaded() {
        return new Loaded(account, past);
    }

    /** Goes on with another account and the same past. */
    public void set(Account changed) {
        account = changed;
    }

    /** Keeps what an event has changed. */
    public void add(Effect effect) {
        Effect sealed = effect.sealed();
        account = sealed.account();
        past.add(sealed.past());
    }

    /** Keeps what an event has done to the money. */
    public void add(Purse purse) {
        add(Effect.of(account.with(purse.wallet()), purse.changes(), Report.NOTHING));
    }

    /** How everything will be after {@code effect}, which is not kept. */
    public Loaded after(Effect effect) {
        return new Loaded(effect.account(), MemoryPast.on(past, effect.past()));
    }

    /** The purse of the participant for an event. */
    public Purse purse(CustomerEvent event, Instant recordedOn, Comparator<Lot> order) {
        return new Purse(account, past, event, recordedOn, order);
    }

    /** Has these lots in the place of all that hold money. */
    public void has(Lot... lots) {
        Wallet wallet = account.wallet();
        account = account.with(
                new Wallet(List.of(lots), wallet.holds(), wallet.payouts(), wallet.debts(), wallet.duplicates()));
    }

    /** Once had this lot, which holds no money any more. */
    public void hasEmptied(Lot lot) {
        past.add(PastChanges.of(List.of(), List.of(lot)));
    }

    /** Owes nothing but this. */
    public void owes(Amount debt) {
        Wallet wallet = account.wallet();
        account = account.with(new Wallet(
                wallet.lots(),
                wallet.holds(),
                wallet.payouts(),
                Map.of(debt.denomination().code(), debt),
                wallet.duplicates()));
    }

    /** The lot of this id, with or without money. */
    public Lot lot(String id) {
        return lot(loaded(), id).orElseThrow();
    }

    /** The lot of this id in an account or its past. */
    public static Optional<Lot> lot(Loaded loaded, String id) {
        return loaded.account().wallet().lot(id).or(() -> loaded.past().lot(id));
    }
}
