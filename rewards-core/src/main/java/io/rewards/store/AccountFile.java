package io.rewards.store;

import io.rewards.account.Account;
import io.rewards.account.AccountRecords;
import io.rewards.account.Loaded;
import io.rewards.account.OpenEvent;
import io.rewards.effect.Effect;
import io.rewards.ledger.Journal;
import io.rewards.ledger.JournalEntry;
import io.rewards.participant.Participant;
import io.rewards.past.AccountChangedException;
import io.rewards.past.Inheritance;
import io.rewards.past.MemoryPast;
import io.rewards.past.Past;
import io.rewards.past.PastChanges;
import io.rewards.wallet.Hold;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Wallet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that is kept in memory of one participant. Thread-safe, by its own lock. */
final class AccountFile {

    private final String participant;
    private Optional<Account> account = Optional.empty();
    private Optional<MemoryPast> past = Optional.empty();
    private final List<JournalEntry> entries = new ArrayList<>(0);
    private final List<Schedule> schedules = new ArrayList<>(0);
    private Instant expiry = Instant.MAX;

    AccountFile(String participant) {
        this.participant = participant;
    }

    synchronized boolean isWritten() {
        return account.isPresent();
    }

    synchronized long version() {
        return account.isPresent() ? account.get().version() : 0;
    }

    synchronized List<OpenEvent> open() {
        return account.map(Account::open).orElse(List.of());
    }

    synchronized Listed listed() {
        return Listed.of(account.orElseThrow().participant());
    }

    /** The participant, once written. */
    synchronized Optional<Participant> participant() {
        return account.map(Account::participant);
    }

    synchronized Loaded load() {
        Account now = account.orElseThrow();
        return new Loaded(now, past.isEmpty() ? Past.NONE : new PastOfVersion(this, now.version()));
    }

    synchronized List<JournalEntry> journal(long after, int most) {
        int first = (int) Math.min(after, entries.size());
        return List.copyOf(entries.subList(first, (int) Math.min((long) first + most, entries.size())));
    }

    synchronized AccountRecords records() {
        Inheritance over = past.map(Past::inheritance).orElse(Inheritance.NONE);
        return new AccountRecords(account.orElseThrow(), over, Journal.kept(participant, List.copyOf(entries)));
    }

    synchronized void write(Effect effect) {
        if (!effect.past().equals(PastChanges.NONE)) {
            MemoryPast now = past.orElseGet(MemoryPast::new);
            now.add(effect.past());
            past = Optional.of(now);
        }
        entries.addAll(effect.entries());
        if (effect.visitAnew()) {
            schedules.clear();
        }
        account = Optional.of(effect.account());
        expiry = expiry(effect.account().wallet());
    }

    private static Instant expiry(Wallet wallet) {
        Instant first = Instant.MAX;
        for (Lot lot : wallet.lots()) {
            if (lot.validTo().isPresent() && lot.validTo().get().isBefore(first)) {
                first = lot.validTo().get();
            }
        }
        for (Hold hold : wallet.holds().values()) {
            first = hold.until().isBefore(first) ? hold.until() : first;
        }
        return first;
    }

    synchronized boolean isDue(Due due) {
        if (due instanceof Due.Expiry run) {
            return !expiry.isAfter(run.asOf());
        }
        Due.Visit visit = (Due.Visit) due;
        return schedules.stream()
                .filter(schedule -> schedule.run().equals(visit.run()))
                .allMatch(schedule -> schedule.isDue(visit));
    }

    synchronized void putOff(long version, Schedule schedule) {
        if (version() == version) {
            schedules.removeIf(known -> known.run().equals(schedule.run()));
            schedules.add(schedule);
        }
    }

    /**
     * The past as of a version, to be asked under the lock of this file.
     *
     * @throws AccountChangedException when the account has been written again
     */
    Past past(long version) {
        if (version() != version) {
            throw new AccountChangedException(participant);
        }
        return past.isPresent() ? past.get() : Past.NONE;
    }
}
