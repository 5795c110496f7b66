package io.rewards.store;

import io.rewards.account.Account;
import io.rewards.account.FollowUp;
import io.rewards.account.UniqueName;
import io.rewards.event.EventKey;
import io.rewards.event.RaisedEvent;
import io.rewards.ledger.BudgetClaim;
import io.rewards.ledger.Usage;
import io.rewards.notification.Notification;
import io.rewards.run.RunRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/**
 * Keeps everything in memory, for tests, examples and runs over files. Thread-safe: participants are written in parallel,
 * one participant by one thread at a time.
 *
 * <p>A commit holds the lock of its participant, and where it touches what participants share, the one lock of that:
 * budgets, names, follow-ups and notifications. Only offers with a total cap are counted.
 */
public final class InMemoryStore implements RewardsStore {

    private static final Long CLAIMED = -1L;

    private final ConcurrentMap<String, Account> accounts = new ConcurrentHashMap<>();
    private final ConcurrentSkipListMap<String, Boolean> ids = new ConcurrentSkipListMap<>();
    private final ConcurrentMap<EventKey, Long> places = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, RunRecord> runs = new ConcurrentHashMap<>();
    private final OutcomeArchive archive;

    private final Object shared = new Object();
    private final Map<String, Usage> usages = new TreeMap<>();
    private final Map<UniqueName, String> holders = new HashMap<>();
    private final Map<EventKey, FollowUp> followUps = new LinkedHashMap<>();
    private final Map<String, Notification> undelivered = new LinkedHashMap<>();
    private final Set<String> notified = new HashSet<>();

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
    public Optional<Account> account(String participant) {
        return Optional.ofNullable(accounts.get(participant));
    }

    @Override
    public List<String> participants(String after, int most) {
        return ids.tailMap(after, false).keySet().stream().limit(most).toList();
    }

    @Override
    public Optional<Usage> usage(String offer) {
        synchronized (shared) {
            return Optional.ofNullable(usages.get(offer));
        }
    }

    @Override
    public Optional<String> holder(UniqueName name) {
        synchronized (shared) {
            return Optional.ofNullable(holders.get(name));
        }
    }

    @Override
    public List<FollowUp> followUps(int most) {
        synchronized (shared) {
            return followUps.values().stream().limit(most).toList();
        }
    }

    @Override
    public boolean commit(Changes changes) {
        Account account = changes.account();
        EventKey key = changes.recorded().event().key();
        boolean[] committed = {false};
        accounts.compute(account.participant().id(), (id, current) -> {
            long version = current == null ? 0 : current.version();
            if (version + 1 != account.version() || places.putIfAbsent(key, CLAIMED) != null) {
                return current;
            }
            try {
                long place = archive.append(changes.recorded());
                committed[0] = share(id, key, changes);
                if (committed[0]) {
                    places.put(key, place);
                }
            } finally {
                places.remove(key, CLAIMED);
            }
            return committed[0] ? account : current;
        });
        if (committed[0] && account.version() == 1) {
            ids.put(account.participant().id(), true);
        }
        return committed[0];
    }

    @Override
    public void forget(EventKey followUp) {
        synchronized (shared) {
            followUps.remove(followUp);
        }
    }

    @Override
    public Optional<RunRecord> latestRun(String definition) {
        return Optional.ofNullable(runs.get(definition));
    }

    @Override
    public void save(RunRecord run) {
        runs.put(run.run(), run);
    }

    @Override
    public void keep(List<Notification> notifications) {
        synchronized (shared) {
            for (Notification notification : notifications) {
                if (notified.add(notification.id())) {
                    undelivered.put(notification.id(), notification);
                }
            }
        }
    }

    @Override
    public List<Notification> notifications(int most) {
        synchronized (shared) {
            return undelivered.values().stream().limit(most).toList();
        }
    }

    @Override
    public void delivered(String notification) {
        synchronized (shared) {
            undelivered.remove(notification);
        }
    }

    /** All accounts, in no particular order. */
    public Stream<Account> accounts() {
        return accounts.values().stream();
    }

    private boolean share(String participant, EventKey event, Changes changes) {
        if (!(changes.recorded().event() instanceof RaisedEvent) && sharesNothing(changes)) {
            return true;
        }
        synchronized (shared) {
            for (UniqueName name : changes.taken()) {
                if (!holders.getOrDefault(name, participant).equals(participant)) {
                    return false;
                }
            }
            if (!claim(changes.claims())) {
                return false;
            }
            changes.released().forEach(name -> holders.remove(name, participant));
            changes.taken().forEach(name -> holders.put(name, participant));
            followUps.remove(event);
            changes.followUps()
                    .forEach(followUp -> followUps.put(followUp.event().key(), followUp));
            keep(changes.notifications());
            return true;
        }
    }

    private static boolean sharesNothing(Changes changes) {
        return changes.claims().isEmpty()
                && changes.followUps().isEmpty()
                && changes.taken().isEmpty()
                && changes.released().isEmpty()
                && changes.notifications().isEmpty();
    }

    private boolean claim(List<BudgetClaim> claims) {
        Map<String, Usage> after = new TreeMap<>();
        for (BudgetClaim claim : claims) {
            Optional<Usage> used =
                    claim.onTopOf(Optional.ofNullable(after.getOrDefault(claim.offer(), usages.get(claim.offer()))));
            if (used.isEmpty()) {
                return false;
            }
            after.put(claim.offer(), used.get());
        }
        usages.putAll(after);
        return true;
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
