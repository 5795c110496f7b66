package io.rewards.store;

import io.rewards.account.Account;
import io.rewards.account.AccountRecords;
import io.rewards.account.FollowUp;
import io.rewards.account.Loaded;
import io.rewards.account.OpenEvent;
import io.rewards.account.UniqueName;
import io.rewards.catalogue.Commitments;
import io.rewards.effect.Effect;
import io.rewards.event.EventKey;
import io.rewards.event.RaisedEvent;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.JournalEntry;
import io.rewards.ledger.JournalPlace;
import io.rewards.ledger.Usage;
import io.rewards.notification.Notification;
import io.rewards.participant.Participant;
import io.rewards.participant.ParticipantFilter;
import io.rewards.past.Needs;
import io.rewards.run.RunRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps everything in memory, for tests, examples and runs over files. Thread-safe: participants are written in parallel,
 * one participant by one thread at a time.
 *
 * <p>A commit holds the lock of its participant, and where it touches what participants share, the one lock of that. It
 * claims everything first, then keeps the outcome, and then shows what it has written.
 */
public final class InMemoryStore implements RewardsStore {

    private static final Long CLAIMED = -1L;

    private final ConcurrentSkipListMap<String, AccountFile> files = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListSet<Waiting> waiting = new ConcurrentSkipListSet<>();
    private final ConcurrentMap<EventKey, Long> places = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, ConcurrentNavigableMap<Instant, RunRecord>> runs = new ConcurrentHashMap<>();
    private final OutcomeArchive archive;
    private final SharedState shared = new SharedState();
    private final MemoryMerchants merchants = new MemoryMerchants(this::entry);

    /** Keeps events and outcomes on the heap. */
    public InMemoryStore() {
        this(new Heap());
    }

    /** Keeps events and outcomes in {@code archive}. */
    public InMemoryStore(OutcomeArchive archive) {
        this.archive = archive;
    }

    @Override
    public Optional<Recorded> recorded(EventKey key) {
        Long place = places.get(key);
        return place == null || place.equals(CLAIMED) ? Optional.empty() : Optional.of(archive.read(place));
    }

    @Override
    public boolean isRecorded(EventKey key) {
        return !CLAIMED.equals(places.getOrDefault(key, CLAIMED));
    }

    @Override
    public Optional<Loaded> load(String participant, Needs needs) {
        return written(participant).map(AccountFile::load);
    }

    @Override
    public Optional<Listed> listed(String participant) {
        return written(participant).map(AccountFile::listed);
    }

    @Override
    public List<String> participants(String after, int most) {
        return files.tailMap(after, false).entrySet().stream()
                .filter(entry -> entry.getValue().isWritten())
                .limit(most)
                .map(entry -> entry.getKey())
                .toList();
    }

    @Override
    public List<Participant> search(ParticipantFilter sought, String after, int most) {
        return files.tailMap(after, false).values().stream()
                .flatMap(file -> file.participant().stream())
                .filter(sought::matches)
                .limit(most)
                .toList();
    }

    @Override
    public List<String> due(Due due, String after, int most) {
        return files.tailMap(after, false).entrySet().stream()
                .filter(entry ->
                        entry.getValue().isWritten() && entry.getValue().isDue(due))
                .limit(most)
                .map(entry -> entry.getKey())
                .toList();
    }

    @Override
    public void putOff(String participant, long version, Schedule schedule) {
        written(participant).ifPresent(file -> file.putOff(version, schedule));
    }

    @Override
    public List<Waiting> waiting(Instant asOf, Optional<Waiting> last, int most) {
        return last.map(from -> waiting.tailSet(from, false)).orElse(waiting).stream()
                .takeWhile(each -> !each.performedOn().isAfter(asOf))
                .limit(most)
                .toList();
    }

    @Override
    public List<JournalEntry> journal(String participant, long after, int most) {
        return written(participant).map(file -> file.journal(after, most)).orElse(List.of());
    }

    @Override
    public Optional<AccountRecords> records(String participant) {
        return written(participant).map(AccountFile::records);
    }

    /** A file of which nothing was ever written is that of somebody who tried to register. */
    private Optional<AccountFile> written(String participant) {
        return Optional.ofNullable(files.get(participant)).filter(AccountFile::isWritten);
    }

    @Override
    public Optional<Usage> usage(BudgetName budget) {
        return shared.usage(budget);
    }

    @Override
    public Optional<String> holder(UniqueName name) {
        return shared.holder(name);
    }

    @Override
    public List<Kept<FollowUp>> followUps(long after, int most) {
        return shared.followUps(after, most);
    }

    @Override
    public List<Kept<FollowUp>> claimFollowUps(long after, int most, Lease lease) {
        return shared.claimFollowUps(after, most, lease);
    }

    @Override
    public void letGo(EventKey followUp, Lease lease) {
        shared.letGo(followUp, lease);
    }

    @Override
    public boolean commit(Recorded recorded, Effect effect) {
        Account account = effect.account();
        EventKey key = recorded.event().key();
        String participant = account.participant().id();
        AccountFile file = files.computeIfAbsent(participant, AccountFile::new);
        synchronized (file) {
            if (file.version() + 1 != account.version() || places.putIfAbsent(key, CLAIMED) != null) {
                return false;
            }
            try {
                Optional<Set<UniqueName>> names = shared.claim(participant, effect.shared());
                names.ifPresent(taken -> keep(recorded, effect, file, taken));
                return names.isPresent();
            } finally {
                places.remove(key, CLAIMED);
            }
        }
    }

    /** Everything is claimed: what is left is to write, and where even that fails, to give back what was claimed. */
    private void keep(Recorded recorded, Effect effect, AccountFile file, Set<UniqueName> taken) {
        String participant = effect.account().participant().id();
        long place;
        try {
            place = archive.append(recorded);
        } catch (RuntimeException e) {
            shared.giveBack(effect.shared(), taken);
            throw e;
        }
        List<OpenEvent> waited = file.open();
        file.write(effect);
        merchants.open(participant, effect.entries());
        waiting(participant, waited, effect.account().open());
        places.put(recorded.event().key(), place);
        shared.write(participant, effect.shared(), followUp(recorded));
    }

    /** What goes on waiting stays where it is, so that no reader misses it. */
    private void waiting(String participant, List<OpenEvent> before, List<OpenEvent> after) {
        if (!before.equals(after)) {
            Set<Waiting> now =
                    after.stream().map(open -> waiting(participant, open)).collect(Collectors.toSet());
            waiting.addAll(now);
            before.stream()
                    .map(open -> waiting(participant, open))
                    .filter(open -> !now.contains(open))
                    .forEach(waiting::remove);
        }
    }

    private static Waiting waiting(String participant, OpenEvent open) {
        return new Waiting(open.performedOn(), open.event(), participant);
    }

    private static Optional<EventKey> followUp(Recorded recorded) {
        return Optional.of(recorded.event())
                .filter(RaisedEvent.class::isInstance)
                .map(event -> event.key());
    }

    @Override
    public void forget(EventKey followUp) {
        shared.forget(followUp);
    }

    @Override
    public Optional<RunRecord> latestRun(String definition) {
        return Optional.ofNullable(runsOf(definition).lastEntry()).map(Map.Entry::getValue);
    }

    @Override
    public List<RunRecord> runs(String definition, Instant after, int most) {
        return runsOf(definition).tailMap(after, false).values().stream()
                .limit(most)
                .toList();
    }

    @Override
    public void save(RunRecord run) {
        runs.computeIfAbsent(run.run(), unused -> new ConcurrentSkipListMap<>()).put(run.asOf(), run);
    }

    private NavigableMap<Instant, RunRecord> runsOf(String definition) {
        NavigableMap<Instant, RunRecord> known = runs.get(definition);
        return known == null ? Collections.emptyNavigableMap() : known;
    }

    @Override
    public Optional<Commitments> commitments() {
        return shared.commitments();
    }

    @Override
    public boolean keep(Optional<Commitments> known, Commitments changed) {
        return shared.keep(known, changed);
    }

    @Override
    public void keep(List<Notification> notifications) {
        shared.keep(notifications);
    }

    @Override
    public List<Kept<Notification>> notifications(long after, int most) {
        return shared.notifications(after, most);
    }

    @Override
    public List<Kept<Notification>> claimNotifications(long after, int most, Lease lease) {
        return shared.claimNotifications(after, most, lease);
    }

    @Override
    public void letGo(String notification, Lease lease) {
        shared.letGo(notification, lease);
    }

    @Override
    public void delivered(String notification) {
        shared.delivered(notification);
    }

    @Override
    public MerchantBooks merchants() {
        return merchants;
    }

    private JournalEntry entry(JournalPlace place) {
        return journal(place.participant(), place.number() - 1, 1).get(0);
    }

    /** All accounts, in order of the ids of their participants. */
    public Stream<Account> accounts() {
        return files.values().stream()
                .filter(AccountFile::isWritten)
                .map(file -> file.load().account());
    }

    private static final class Heap implements OutcomeArchive {

        private final List<Recorded> kept = Collections.synchronizedList(new ArrayList<>());

        @Override
        public long append(Recorded recorded) {
            synchronized (kept) {
                kept.add(recorded);
                return kept.size() - 1L;
            }
        }

        @Override
        public Recorded read(long place) {
            return kept.get(Math.toIntExact(place));
        }
    }
}
