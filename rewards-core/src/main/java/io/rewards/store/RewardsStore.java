package io.rewards.store;

import io.rewards.account.Account;
import io.rewards.event.EventKey;
import io.rewards.ledger.Usage;
import java.util.Optional;

/**
 * Where accounts, events and outcomes are kept: the port to persistence. Implementations are thread-safe. The engine
 * reads, decides, and commits; what another thread has changed in between makes the commit fail, and the engine decides
 * again, so each participant has one writer at a time and different participants do not wait for each other.
 */
public interface RewardsStore {

    /** The event of this key and its first outcome, if it was recorded. */
    Optional<Recorded> recorded(EventKey key);

    /** The account of the participant of this id, if registered. */
    Optional<Account> account(String participant);

    /** What the offer of this code has awarded to all participants, if it has a total cap and has awarded anything. */
    Optional<Usage> usage(String offer);

    /**
     * Writes all of {@code changes}, or nothing.
     *
     * @return false, with nothing written, when the event has been recorded meanwhile, the account is no longer at the
     *     version before the one to write, or a budget does not last for its claim
     */
    boolean commit(Changes changes);
}
