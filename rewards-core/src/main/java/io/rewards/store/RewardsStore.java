package io.rewards.store;

import io.rewards.account.Account;
import io.rewards.account.AccountRecords;
import io.rewards.account.FollowUp;
import io.rewards.account.Holdings;
import io.rewards.account.Loaded;
import io.rewards.account.UniqueName;
import io.rewards.catalogue.Commitments;
import io.rewards.effect.Effect;
import io.rewards.event.EventKey;
import io.rewards.ledger.Balances;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.FoundTransaction;
import io.rewards.ledger.JournalEntry;
import io.rewards.ledger.JournalHead;
import io.rewards.ledger.JournalPlace;
import io.rewards.ledger.OwnedEntry;
import io.rewards.ledger.TransactionFilter;
import io.rewards.ledger.Turnover;
import io.rewards.ledger.Usage;
import io.rewards.notification.Notification;
import io.rewards.participant.Participant;
import io.rewards.participant.ParticipantFilter;
import io.rewards.past.AccountChangedException;
import io.rewards.past.Needs;
import io.rewards.run.RunRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Where accounts, events and outcomes are kept: the port to persistence. Implementations are thread-safe. The engine loads
 * what is open of one participant, decides, and commits what has changed; what another thread has changed in between makes
 * the commit fail, and the engine decides again, so each participant has one writer at a time and different participants do
 * not wait for each other.
 *
 * <p>A page starts after the last one of the page before it, and is empty at the end.
 */
public interface RewardsStore {

    /** The event of this key and its first outcome, if it was recorded. */
    Optional<Recorded> recorded(EventKey key);

    /** True when the event of this key was recorded: what {@link #recorded} says without reading it. */
    default boolean isRecorded(EventKey key) {
        return recorded(key).isPresent();
    }

    /**
     * The account of the participant of this id and its past, if registered. The past may throw
     * {@link AccountChangedException} once the account has been written again; load it again then.
     *
     * @param needs what is known beforehand to be asked of the past
     */
    Optional<Loaded> load(String participant, Needs needs);

    /** What is open of the participant of this id, if registered. */
    default Optional<Account> account(String participant) {
        return load(participant, Needs.NOTHING).map(Loaded::account);
    }

    /** What others may know of the participant of this id without loading the account, if registered. */
    Optional<Listed> listed(String participant);

    /** At most {@code most} ids of participants above {@code after}, in their natural order. */
    List<String> participants(String after, int most);

    /**
     * Those of {@link #participants} who are sought, as they are now: all whom {@link ParticipantFilter#matches} finds, and
     * no others, in the natural order of their ids.
     */
    List<Participant> search(ParticipantFilter sought, String after, int most);

    /** Those of {@link #participants} for whom something may be due, without loading their accounts. */
    List<String> due(Due due, String after, int most);

    /**
     * Puts off the visits of a run to a participant. It does nothing where the account is no longer at this version, and is
     * forgotten with the next effect that asks for visits anew.
     */
    void putOff(String participant, long version, Schedule schedule);

    /** At most {@code most} events that wait for runs and were performed by {@code asOf}, oldest first, after {@code last}. */
    List<Waiting> waiting(Instant asOf, Optional<Waiting> last, int most);

    /** At most {@code most} entries of the journal of a participant with numbers above {@code after}, in order. */
    List<JournalEntry> journal(String participant, long after, int most);

    /**
     * At most {@code most} of the transactions that are sought, in order of participants and of their journals, after a place
     * there. Days are those of {@code zone}. A database overrides it: here all journals are read.
     */
    default List<FoundTransaction> transactions(TransactionFilter sought, ZoneId zone, JournalPlace after, int most) {
        return new JournalScan(this).transactions(sought, zone, after, most);
    }

    /**
     * The balances of one participant, or of all together, of everything that was recorded by {@code asOf}. A database
     * overrides it: here the journals are read.
     */
    default Balances balances(Optional<String> participant, Instant asOf) {
        return new JournalScan(this).balances(participant, asOf);
    }

    /**
     * What money of one participant, or of all together, moved from each of {@code bounds} until the next, which is outside,
     * by when it was recorded, in its order; nothing of what did not move. A database overrides it: here the journals are
     * read.
     *
     * @param bounds each later than the one before
     */
    default List<Turnover> turnover(Optional<String> participant, List<Instant> bounds) {
        return new JournalScan(this).turnover(participant, bounds);
    }

    /**
     * Where the part of a journal ends that was recorded before {@code end}: at its last such entry, in order of numbers. A
     * database overrides it: here the journal is read.
     */
    default JournalHead head(String participant, Instant end) {
        return new JournalScan(this).head(participant, end);
    }

    /**
     * At most {@code most} entries of all journals, in order of participants and of numbers, after a place there. A database
     * overrides it: here one journal is asked for after another.
     */
    default List<OwnedEntry> journals(JournalPlace after, int most) {
        return new JournalScan(this).journals(after, most);
    }

    /**
     * What these participants hold and held, in the natural order of their ids, each as of one version of the account; those
     * who are not registered are left out. A database overrides it: here the journals are read with it.
     */
    default List<Holdings> holdings(List<String> participants) {
        return new JournalScan(this).holdings(participants);
    }

    /** Everything that was ever kept of the participant of this id, if registered: for full scans. */
    Optional<AccountRecords> records(String participant);

    /** How much of the budget of this name is used, if it is limited and any of it is. */
    Optional<Usage> usage(BudgetName budget);

    /** Id of the participant who holds {@code name}, if one does. */
    Optional<String> holder(UniqueName name);

    /**
     * Writes the event, its outcome and all of {@code effect}, or nothing. A follow-up that the event is, is done with it.
     *
     * @param effect sealed: its account is one version above the one that was loaded, 1 for a new one
     * @return false, with nothing written, when the event has been recorded meanwhile, the account is no longer at the
     *     version before the one to write, a budget does not last for its claim, or a name is held by another participant
     */
    boolean commit(Recorded recorded, Effect effect);

    /** At most {@code most} follow-ups that were kept and not yet applied, whoever has claimed them, with numbers above {@code after}, in order. */
    List<Kept<FollowUp>> followUps(long after, int most);

    /**
     * Those of {@link #followUps} that no other worker has, at the instant at which {@code lease} begins. They are this
     * worker's until it ends, or until they are applied, forgotten or let go; a worker that dies lets go when its leases end.
     */
    List<Kept<FollowUp>> claimFollowUps(long after, int most, Lease lease);

    /** Lets go of a follow-up that was claimed by this lease; it does nothing where another one has it by now. */
    void letGo(EventKey followUp, Lease lease);

    /**
     * Drops the kept follow-up of this key, if there is one. The engine asks for it where the event of the follow-up is
     * recorded already, with the same content.
     */
    void forget(EventKey followUp);

    /** The latest run of the definition of this code, if there was one: that which is about the latest instant. */
    Optional<RunRecord> latestRun(String definition);

    /**
     * At most {@code most} runs of the definition of this code that are about an instant after {@code after}, each as it was
     * saved last, in order of these instants.
     */
    List<RunRecord> runs(String definition, Instant after, int most);

    /** Keeps {@code run}, in the place of what was kept of the run of its definition about the same instant. */
    void save(RunRecord run);

    /** What the accounts rely on that are kept here, once an engine has started on this store. */
    Optional<Commitments> commitments();

    /**
     * Keeps {@code changed} in the place of {@code known}.
     *
     * @return false, with nothing written, when {@code known} is not what is kept: another engine was faster
     */
    boolean keep(Optional<Commitments> known, Commitments changed);

    /** Keeps those of {@code notifications} whose ids were never kept before. */
    void keep(List<Notification> notifications);

    /** At most {@code most} notifications that were kept and not yet delivered, whoever has claimed them, with numbers above {@code after}, in order. */
    List<Kept<Notification>> notifications(long after, int most);

    /**
     * Those of {@link #notifications} that no other worker has, at the instant at which {@code lease} begins. They are this
     * worker's until it ends, or until they are delivered or let go; a worker that dies lets go when its leases end.
     */
    List<Kept<Notification>> claimNotifications(long after, int most, Lease lease);

    /** Lets go of a notification that was claimed by this lease; it does nothing where another one has it by now. */
    void letGo(String notification, Lease lease);

    /** Notes that the notification of this id was delivered, whoever has it; it is not handed out again. */
    void delivered(String notification);

    /** The journals of merchants and their settlements. */
    MerchantBooks merchants();
}
