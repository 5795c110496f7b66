package io.rewards.store;

import io.rewards.account.Account;
import io.rewards.event.EventKey;
import io.rewards.ledger.BudgetClaim;
import io.rewards.ledger.Usage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/**
 * Keeps everything in memory, for tests, examples and runs over files. Thread-safe: participants are written in parallel,
 * one participant by one thread at a time.
 *
 * <p>A commit holds the lock of its participant, and where it claims budgets, the lock that guards them all. Only offers
 * with a total cap are counted, so offers without one share nothing.
 */
public final class InMemoryStore implements RewardsStore {

    private static final Long CLAIMED = -1L;

    private final ConcurrentMap<String, Account> accounts = new ConcurrentHashMap<>();
    private final ConcurrentMap<EventKey, Long> places = new ConcurrentHashMap<>();
    private final Map<String, Usage> usages = new TreeMap<>();
    private final OutcomeArchive archive;

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
    public Optional<Usage> usage(String offer) {
        synchronized (usages) {
            return Optional.ofNullable(usages.get(offer));
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
                committed[0] = claim(changes.claims());
                if (committed[0]) {
                    places.put(key, place);
                }
            } finally {
                places.remove(key, CLAIMED);
            }
            return committed[0] ? account : current;
        });
        return committed[0];
    }

    /** All accounts, in no particular order. */
    public Stream<Account> accounts() {
        return accounts.values().stream();
    }

    private boolean claim(List<BudgetClaim> claims) {
        if (claims.isEmpty()) {
            return true;
        }
        synchronized (usages) {
            Map<String, Usage> after = new TreeMap<>();
            for (BudgetClaim claim : claims) {
                Optional<Usage> used = claim.onTopOf(Optional.ofNullable(usages.get(claim.offer())));
                if (used.isEmpty()) {
                    return false;
                }
                after.put(claim.offer(), used.get());
            }
            usages.putAll(after);
            return true;
        }
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
