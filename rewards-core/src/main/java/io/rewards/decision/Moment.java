package io.rewards.decision;

import io.rewards.account.Account;
import io.rewards.account.Loaded;
import io.rewards.catalogue.Catalogue;
import io.rewards.event.CustomerEvent;
import io.rewards.past.MemoryPast;
import io.rewards.past.Past;
import io.rewards.past.PastChanges;
import io.rewards.wallet.Lot;
import java.time.Instant;

/**
 * The moment of a decision: everything that it follows from, so that the same moment always gives the same decision.
 * Immutable as far as the past is.
 *
 * @param event to decide
 * @param account of its participant
 * @param past of the account
 * @param catalogue in force
 * @param at when the engine was given the event, or the instant that a run is about
 */
public record Moment(CustomerEvent event, Account account, Past past, Catalogue catalogue, Instant at) {

    /** The moment of an event on an account as it was loaded. */
    public static Moment of(CustomerEvent event, Loaded loaded, Catalogue catalogue, Instant at) {
        return new Moment(event, loaded.account(), loaded.past(), catalogue, at);
    }

    /** This moment with another account. */
    public Moment with(Account changed) {
        return new Moment(event, changed, past, catalogue, at);
    }

    /** This moment about another event. */
    public Moment with(CustomerEvent other) {
        return new Moment(other, account, past, catalogue, at);
    }

    /** This moment after something has changed the account and its past. */
    public Moment after(Account changed, PastChanges changes) {
        Past now = changes.equals(PastChanges.NONE) ? past : MemoryPast.on(past, changes);
        return new Moment(event, changed, now, catalogue, at);
    }

    /** This moment with the past in which the award of {@code lot} was made, as far as that stands; for asking again. */
    public Moment before(Lot lot) {
        return new Moment(event, account, MemoryPast.before(past, lot), catalogue, at);
    }
}
