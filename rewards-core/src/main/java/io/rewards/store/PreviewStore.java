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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A store on top of another: it reads through, and keeps what is written to itself, so that whole runs can be previewed.
 * For one thread.
 */
public final class PreviewStore implements RewardsStore {

    private static final int ALL = Integer.MAX_VALUE;

    private final RewardsStore below;
    private final Map<EventKey, Recorded> recorded = new HashMap<>();
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, Usage> usages = new HashMap<>();
    private final Map<UniqueName, Optional<String>> holders = new HashMap<>();
    private final Map<EventKey, FollowUp> followUps = new LinkedHashMap<>();
    private final Map<String, RunRecord> runs = new HashMap<>();
    private final Set<EventKey> applied = new HashSet<>();

    /** Writes nothing to {@code below}. */
    public PreviewStore(RewardsStore below) {
        this.below = below;
    }

    @Override
    public Optional<Recorded> recorded(EventKey key) {
        return Optional.ofNullable(recorded.get(key)).or(() -> below.recorded(key));
    }

    @Override
    public Optional<Account> account(String participant) {
        return Optional.ofNullable(accounts.get(participant)).or(() -> below.account(participant));
    }

    @Override
    public List<String> participants(String after, int most) {
        return below.participants(after, most);
    }

    @Override
    public Optional<Usage> usage(String offer) {
        return Optional.ofNullable(usages.get(offer)).or(() -> below.usage(offer));
    }

    @Override
    public Optional<String> holder(UniqueName name) {
        Optional<String> known = holders.get(name);
        return known == null ? below.holder(name) : known;
    }

    @Override
    public List<FollowUp> followUps(int most) {
        return Stream.concat(below.followUps(ALL).stream(), followUps.values().stream())
                .filter(followUp -> !applied.contains(followUp.event().key()))
                .limit(most)
                .toList();
    }

    @Override
    public boolean commit(Changes changes) {
        EventKey key = changes.recorded().event().key();
        String participant = changes.account().participant().id();
        long version = account(participant).map(Account::version).orElse(0L);
        if (version + 1 != changes.account().version() || recorded(key).isPresent()) {
            return false;
        }
        Map<String, Usage> after = new HashMap<>();
        for (BudgetClaim claim : changes.claims()) {
            Optional<Usage> used =
                    claim.onTopOf(Optional.ofNullable(after.get(claim.offer())).or(() -> usage(claim.offer())));
            if (used.isEmpty()) {
                return false;
            }
            after.put(claim.offer(), used.get());
        }
        usages.putAll(after);
        recorded.put(key, changes.recorded());
        accounts.put(participant, changes.account());
        changes.released().forEach(name -> holders.put(name, Optional.empty()));
        changes.taken().forEach(name -> holders.put(name, Optional.of(participant)));
        changes.followUps().forEach(followUp -> followUps.put(followUp.event().key(), followUp));
        if (changes.recorded().event() instanceof RaisedEvent) {
            applied.add(key);
        }
        return true;
    }

    @Override
    public void forget(EventKey followUp) {
        applied.add(followUp);
    }

    @Override
    public Optional<RunRecord> latestRun(String definition) {
        return Optional.ofNullable(runs.get(definition)).or(() -> below.latestRun(definition));
    }

    @Override
    public void save(RunRecord run) {
        runs.put(run.run(), run);
    }

    @Override
    public void keep(List<Notification> notifications) {
        // A preview tells nobody.
    }

    @Override
    public List<Notification> notifications(int most) {
        return List.of();
    }

    @Override
    public void delivered(String notification) {
        throw new IllegalStateException("A preview delivers nothing.");
    }
}
