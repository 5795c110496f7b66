package io.rewards.effect;

import io.rewards.account.Account;
import io.rewards.account.FollowUp;
import io.rewards.ledger.BudgetClaim;
import io.rewards.ledger.JournalEntry;
import io.rewards.ledger.Transaction;
import io.rewards.past.PastChanges;
import java.util.List;

/**
 * What one event changes: a delta, so that a store writes what has changed and nothing else. What is open is written as it
 * is afterwards; of what is over, only what is new or different. Immutable.
 *
 * @param account what is open afterwards
 * @param past what is added to the past and changed in it
 * @param shared what is changed of that which participants share
 * @param report what to tell of it
 * @param visitAnew true when the next visit of every evaluation run has to look at the participant
 * @param entries of the journal that are new; none before the effect is {@link #sealed}
 */
public record Effect(
        Account account,
        PastChanges past,
        Shared shared,
        Report report,
        boolean visitAnew,
        List<JournalEntry> entries) {

    /** Copies the entries. */
    public Effect {
        entries = List.copyOf(entries);
    }

    /** An effect of which participants share nothing. */
    public static Effect of(Account account, PastChanges past, Report report) {
        return new Effect(account, past, Shared.NOTHING, report, false, List.of());
    }

    /** An account that has changed, or has not, and nothing else. */
    public static Effect of(Account account) {
        return of(account, PastChanges.NONE, Report.NOTHING);
    }

    /** The new transactions, in order. */
    public List<Transaction> transactions() {
        return past.transactions();
    }

    /** The claims on budgets. */
    public List<BudgetClaim> claims() {
        return shared.claims();
    }

    /** The follow-ups for participants. */
    public List<FollowUp> followUps() {
        return shared.followUps();
    }

    /** This effect with another account. */
    public Effect with(Account changed) {
        return new Effect(changed, past, shared, report, visitAnew, entries);
    }

    /** This effect with other changes of the past. */
    public Effect with(PastChanges changed) {
        return new Effect(account, changed, shared, report, visitAnew, entries);
    }

    /** This effect with other changes of what participants share. */
    public Effect with(Shared changed) {
        return new Effect(account, past, changed, report, visitAnew, entries);
    }

    /** This effect, after which every evaluation run has to look at the participant. */
    public Effect visitingAnew() {
        return new Effect(account, past, shared, report, true, entries);
    }

    /** This effect and then {@code next}, which was decided on top of it. */
    public Effect then(Effect next) {
        return new Effect(
                next.account,
                past.then(next.past),
                shared.then(next.shared),
                report.then(next.report),
                visitAnew || next.visitAnew,
                List.of());
    }

    /** This effect ready to be written: the next version of the account, with the entries of its journal. */
    public Effect sealed() {
        List<JournalEntry> written = account.journal().entries(transactions());
        return new Effect(account.next(account.journal().after(written)), past, shared, report, visitAnew, written);
    }
}
