package io.rewards.jdbc;

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
import io.rewards.ledger.Journal;
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
import io.rewards.participant.ParticipantState;
import io.rewards.past.AccountChangedException;
import io.rewards.past.Needs;
import io.rewards.run.RunRecord;
import io.rewards.store.ConsistentRead;
import io.rewards.store.Due;
import io.rewards.store.Kept;
import io.rewards.store.Lease;
import io.rewards.store.Listed;
import io.rewards.store.MerchantBooks;
import io.rewards.store.Recorded;
import io.rewards.store.RewardsStore;
import io.rewards.store.Schedule;
import io.rewards.store.StoreException;
import io.rewards.store.Waiting;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps everything in PostgreSQL or SQLite, so that a restart loses nothing and several processes share one database. What
 * {@link #commit} has said is written is on the disk, as far as the database keeps what it commits: PostgreSQL with {@code
 * fsync} and {@code synchronous_commit} on, SQLite with {@code synchronous=FULL}. Make the tables with {@link #migrate}
 * first, or run the migrations in the jar by other means. Thread-safe.
 *
 * <p>An ordinary purchase takes two reads and one write: of its event, of what is open and what it needs of the past, and of
 * what it changes.
 */
public final class JdbcStore implements RewardsStore {

    private static final int MOST_REMEMBERED = 1_000;
    private static final String COMMITMENTS = "COMMITMENTS";

    private final Link link;
    /** Accounts as they were loaded, so that what has not changed of them is not written. */
    private final Map<String, Account> remembered = new ConcurrentHashMap<>();

    private JdbcStore(Link link) {
        this.link = link;
    }

    /**
     * The store in a database, which must have its tables.
     *
     * @throws IllegalArgumentException for a database that is neither PostgreSQL nor SQLite
     * @throws IllegalStateException when the tables are missing, or of another format
     */
    public static JdbcStore of(DataSource database) {
        try (Connection connection = database.getConnection()) {
            Dialect dialect = known(connection);
            return new JdbcStore(new Link.Own(Jdbi.create(database), dialect));
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /** How this store reaches its database. */
    Link link() {
        return link;
    }

    /**
     * The store in the transaction that the host has begun on {@code connection}: what is written there counts when the host
     * commits, and never happened when it rolls back. It commits, rolls back and closes nothing. The row of a participant is
     * locked as it is loaded, so nobody else writes to the account until the end of the transaction. Not thread-safe.
     *
     * @throws IllegalArgumentException when the connection commits by itself
     */
    public static JdbcStore joined(Connection connection) {
        return joined(connection, Batch.Preparing.ANEW, () -> {});
    }

    /**
     * The same.
     *
     * @param preparing where prepared statements come from
     * @param written is told of every event that was written
     */
    static JdbcStore joined(Connection connection, Batch.Preparing preparing, Runnable written) {
        try {
            if (connection.getAutoCommit()) {
                throw new IllegalArgumentException("The connection commits each statement by itself, so there is no"
                        + " transaction to join. Begin one with setAutoCommit(false).");
            }
            return new JdbcStore(new Link.Joined(connection, known(connection), preparing, written));
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /**
     * Does nothing while what was written can still be kept.
     *
     * @throws StoreException when the database has undone it
     */
    void requireOpen() {
        link.requireOpen();
    }

    static Dialect known(Connection connection) throws SQLException {
        Dialect dialect = Dialect.of(connection);
        int format = Format.of(connection, dialect);
        if (format != Format.current()) {
            throw new IllegalStateException("The tables have format (" + format + "), and this version needs ("
                    + Format.current() + "). Bring them up with JdbcStore.migrate, or by the migrations in the jar.");
        }
        return dialect;
    }

    /**
     * Makes the tables, or brings them to the format of this version. It does nothing where they are.
     *
     * @throws IllegalStateException when a newer version made them
     */
    public static void migrate(DataSource database) {
        try (Connection connection = database.getConnection()) {
            Format.migrate(connection, Dialect.of(connection));
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /** The format of the tables that this version reads and writes. */
    public static int currentFormat() {
        return Format.current();
    }

    /**
     * The format of the tables in {@code database}; 0 where there are none.
     *
     * @throws IllegalArgumentException for a database that is neither PostgreSQL nor SQLite
     * @throws IllegalStateException when a newer version made them
     */
    public static int format(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return Format.of(connection, Dialect.of(connection));
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    private <T> List<T> all(String sql, JdbcPast.Row<T> row, Object... values) {
        return link.all(sql, row, values);
    }

    private <T> Optional<T> one(String sql, JdbcPast.Row<T> row, Object... values) {
        List<T> found = all(sql, row, values);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    private boolean write(String sql, Object... values) {
        Batch batch = new Batch(link.dialect());
        batch.must(1, sql, values);
        return link.write(batch::run);
    }

    @Override
    public Optional<Recorded> recorded(EventKey key) {
        return EventForm.recorded(link, key);
    }

    @Override
    public boolean isRecorded(EventKey key) {
        return one("select 1 as found from rewards_event where event = ?", row -> true, key.text())
                .isPresent();
    }

    @Override
    public Optional<Loaded> load(String participant, Needs needs) {
        link.lock(participant);
        Optional<Loaded> loaded = Reading.load(link, participant, needs);
        loaded.ifPresent(found -> remember(found.account()));
        return loaded;
    }

    private void remember(Account account) {
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        remembered.put(account.participant().id(), account);
    }

    @Override
    public Optional<Listed> listed(String participant) {
        return one(
                "select state, replaced_by from rewards_participant where id = ?",
                row -> new Listed(
                        ParticipantState.valueOf(row.getString("state")),
                        Optional.ofNullable(row.getString("replaced_by")).map(Text::plain)),
                participant);
    }

    @Override
    public List<String> participants(String after, int most) {
        return all("select id from rewards_participant where id > ? order by id limit ?", JdbcStore::id, after, most);
    }

    @Override
    public List<Participant> search(ParticipantFilter sought, String after, int most) {
        return Sought.search(link, sought, after, most);
    }

    @Override
    public List<String> due(Due due, String after, int most) {
        if (due instanceof Due.Expiry expiry) {
            return all(
                    "select id from rewards_participant where expires is not null and expires <= ? and id > ?"
                            + " order by id limit ?",
                    JdbcStore::id,
                    Moment.text(expiry.asOf()),
                    after,
                    most);
        }
        Due.Visit visit = (Due.Visit) due;
        return all(
                "select id from rewards_participant p where id > ? and not exists (select 1 from rewards_schedule s"
                        + " where s.participant = p.id and s.run = ? and s.stamp = ? and s.next_day > ?)"
                        + " order by id limit ?",
                JdbcStore::id,
                after,
                visit.run(),
                visit.stamp(),
                Moment.text(visit.day()),
                most);
    }

    private static String id(java.sql.ResultSet row) throws SQLException {
        return Text.plain(row.getString("id"));
    }

    @Override
    public void putOff(String participant, long version, Schedule schedule) {
        write(
                "insert into rewards_schedule (participant, run, stamp, next_day) select id, ?, ?, ? from"
                        + " rewards_participant where id = ? and version = ? on conflict (participant, run) do update set"
                        + " stamp = excluded.stamp, next_day = excluded.next_day",
                schedule.run(),
                schedule.stamp(),
                Moment.text(schedule.next()),
                participant,
                version);
    }

    @Override
    public List<Waiting> waiting(Instant asOf, Optional<Waiting> last, int most) {
        String first = "select event_system, event_id, performed_on, participant from rewards_waiting"
                + " where performed_on <= ?";
        String order = " order by performed_on, event_system, event_id limit ?";
        JdbcPast.Row<Waiting> row = rows -> new Waiting(
                Moment.instant(rows.getString("performed_on")),
                new EventKey(Text.plain(rows.getString("event_system")), Text.plain(rows.getString("event_id"))),
                Text.plain(rows.getString("participant")));
        if (last.isEmpty()) {
            return all(first + order, row, Moment.text(asOf), most);
        }
        return all(
                first + " and (performed_on, event_system, event_id) > (?, ?, ?)" + order,
                row,
                Moment.text(asOf),
                Moment.text(last.get().performedOn()),
                last.get().event().system(),
                last.get().event().id(),
                most);
    }

    @Override
    public List<JournalEntry> journal(String participant, long after, int most) {
        return all(
                "select " + JournalRows.COLUMNS + " from rewards_journal where participant = ? and number > ?"
                        + " order by number limit ?",
                JournalRows::entry,
                participant,
                after,
                most);
    }

    @Override
    public List<OwnedEntry> journals(JournalPlace after, int most) {
        return all(
                "select " + JournalRows.COLUMNS + " from rewards_journal where (participant, number) > (?, ?)"
                        + " order by participant, number limit ?",
                row -> new OwnedEntry(Text.plain(row.getString("participant")), JournalRows.entry(row)),
                after.participant(),
                after.number(),
                most);
    }

    @Override
    public List<Holdings> holdings(List<String> participants) {
        return participants.isEmpty() ? List.of() : AllHoldings.of(link, participants);
    }

    @Override
    public List<FoundTransaction> transactions(TransactionFilter sought, ZoneId zone, JournalPlace after, int most) {
        return LedgerQuestions.search(link, sought, zone, after, most);
    }

    @Override
    public Balances balances(Optional<String> participant, Instant asOf) {
        return LedgerQuestions.balances(link, participant, asOf);
    }

    @Override
    public List<Turnover> turnover(Optional<String> participant, List<Instant> bounds) {
        return LedgerQuestions.turnover(link, participant, bounds);
    }

    @Override
    public JournalHead head(String participant, Instant end) {
        return one(
                        "select number, hash from rewards_journal where participant = ? and recorded_on < ?"
                                + " order by number desc limit 1",
                        row -> new JournalHead(row.getLong("number"), Text.plain(row.getString("hash"))),
                        participant,
                        Moment.text(end))
                .orElseGet(() -> JournalHead.of(participant));
    }

    @Override
    public Optional<AccountRecords> records(String participant) {
        return ConsistentRead.of(() -> load(participant, Needs.NOTHING).map(loaded -> {
            List<JournalEntry> entries = journal(participant, 0, Integer.MAX_VALUE);
            if (entries.size() != loaded.account().journal().number()) {
                throw new AccountChangedException(participant);
            }
            return new AccountRecords(
                    loaded.account(), loaded.past().inheritance(), Journal.kept(participant, entries));
        }));
    }

    @Override
    public Optional<Usage> usage(BudgetName budget) {
        return Budgets.usage(link, budget);
    }

    @Override
    public Optional<String> holder(UniqueName name) {
        return one(
                "select participant as id from rewards_name where kind = ? and value = ?",
                JdbcStore::id,
                name.kind().name(),
                name.value());
    }

    @Override
    public boolean commit(Recorded recorded, Effect effect) {
        String participant = effect.account().participant().id();
        Optional<Account> before = Optional.ofNullable(remembered.remove(participant))
                .filter(account -> account.version() == effect.account().version() - 1);
        try {
            Batch batch = Writing.of(link, recorded, effect, before);
            return link.write(batch::run);
        } catch (AccountChangedException e) {
            return false;
        }
    }

    @Override
    public List<Kept<FollowUp>> followUps(long after, int most) {
        return Queue.FOLLOW_UPS.page(link, after, most);
    }

    @Override
    public List<Kept<FollowUp>> claimFollowUps(long after, int most, Lease lease) {
        return Queue.FOLLOW_UPS.claim(link, after, most, lease);
    }

    @Override
    public void letGo(EventKey followUp, Lease lease) {
        Queue.FOLLOW_UPS.letGo(link, followUp.text(), lease);
    }

    @Override
    public void forget(EventKey followUp) {
        write("delete from rewards_follow_up where event = ?", followUp.text());
    }

    @Override
    public Optional<RunRecord> latestRun(String definition) {
        return one(
                "select body from rewards_run where run = ? order by as_of desc limit 1", JdbcStore::run, definition);
    }

    @Override
    public List<RunRecord> runs(String definition, Instant after, int most) {
        return all(
                "select body from rewards_run where run = ? and as_of > ? order by as_of limit ?",
                JdbcStore::run,
                definition,
                Moment.text(after),
                most);
    }

    private static RunRecord run(java.sql.ResultSet row) throws SQLException {
        return StoredForm.read(row.getString("body"), RunRecord.class);
    }

    @Override
    public void save(RunRecord run) {
        write(
                "insert into rewards_run (run, as_of, body) values (?, ?, ?) on conflict (run, as_of) do update set"
                        + " body = excluded.body",
                run.run(),
                Moment.text(run.asOf()),
                StoredForm.of(run));
    }

    @Override
    public Optional<Commitments> commitments() {
        return one(
                "select body from rewards_single where name = ?",
                row -> StoredForm.read(row.getString("body"), Commitments.class),
                COMMITMENTS);
    }

    @Override
    public boolean keep(Optional<Commitments> known, Commitments changed) {
        if (known.isEmpty()) {
            return write(
                    "insert into rewards_single (name, body) values (?, ?) on conflict do nothing",
                    COMMITMENTS,
                    StoredForm.of(changed));
        }
        return write(
                "update rewards_single set body = ? where name = ? and body = ?",
                StoredForm.of(changed),
                COMMITMENTS,
                StoredForm.of(known.get()));
    }

    @Override
    public void keep(List<Notification> notifications) {
        if (!notifications.isEmpty()) {
            Batch batch = new Batch(link.dialect());
            Queue.keep(batch, notifications);
            link.write(batch::run);
        }
    }

    @Override
    public List<Kept<Notification>> notifications(long after, int most) {
        return Queue.NOTIFICATIONS.page(link, after, most);
    }

    @Override
    public List<Kept<Notification>> claimNotifications(long after, int most, Lease lease) {
        return Queue.NOTIFICATIONS.claim(link, after, most, lease);
    }

    @Override
    public void letGo(String notification, Lease lease) {
        Queue.NOTIFICATIONS.letGo(link, notification, lease);
    }

    @Override
    public void delivered(String notification) {
        write("update rewards_notification set delivered = 1 where id = ? and delivered = 0", notification);
    }

    @Override
    public MerchantBooks merchants() {
        return new JdbcMerchants(link);
    }
}
