package io.rewards.store;

import io.rewards.account.Account;
import io.rewards.account.FollowUp;
import io.rewards.account.UniqueName;
import io.rewards.event.EventKey;
import io.rewards.ledger.Usage;
import io.rewards.notification.Notification;
import io.rewards.run.RunRecord;
import java.util.List;
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

    /** At most {@code most} ids of participants above {@code after}, in their natural order; empty at the end. */
    List<String> participants(String after, int most);

    /** What the offer of this code has awarded to all participants, if it has a total cap and has awarded anything. */
    Optional<Usage> usage(String offer);

    /** Id of the participant who holds {@code name}, if one does. */
    Optional<String> holder(UniqueName name);

    /** Follow-ups that were kept and not yet applied, oldest first; at most {@code most}. */
    List<FollowUp> followUps(int most);

    /**
     * Writes all of {@code changes}, or nothing.
     *
     * @return false, with nothing written, when the event has been recorded meanwhile, the account is no longer at the
     *     version before the one to write, a budget does not last for its claim, or a name is held by another participant
     */
    boolean commit(Changes changes);

    /**
     * Drops the kept follow-up of this key, if there is one. The engine asks for it where the event of the follow-up is
     * recorded already, with the same content.
     */
    void forget(EventKey followUp);

    /** The latest run of the definition of this code, if there was one. */
    Optional<RunRecord> latestRun(String definition);

    /** Keeps {@code run} as the latest of its definition. */
    void save(RunRecord run);

    /** Keeps those of {@code notifications} whose ids were never kept before. */
    void keep(List<Notification> notifications);

    /** Notifications that were kept and not yet delivered, oldest first; at most {@code most}. */
    List<Notification> notifications(int most);

    /** Notes that the notification of this id was delivered; it is not handed out again. */
    void delivered(String notification);
}
