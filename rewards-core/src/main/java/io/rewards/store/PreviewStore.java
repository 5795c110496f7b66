package io.rewards.store;

import io.rewards.account.Account;
import io.rewards.account.AccountRecords;
import io.rewards.account.FollowUp;
import io.rewards.account.Loaded;
import io.rewards.account.UniqueName;
import io.rewards.catalogue.Commitments;
import io.rewards.effect.Effect;
import io.rewards.effect.Shared;
import io.rewards.event.EventKey;
import io.rewards.event.RaisedEvent;
import io.rewards.ledger.BudgetClaim;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.JournalEntry;
import io.rewards.ledger.Usage;
import io.rewards.notification.Notification;
import io.rewards.participant.Participant;
import io.rewards.participant.ParticipantFilter;
import io.rewards.past.MemoryPast;
import io.rewards.past.Needs;
import io.rewards.run.RunRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A store on top of another: it reads through, and keeps what is written to itself, so that whole runs can be previewed.
 * For one thread.
 */
public final class PreviewStore implements RewardsStore {

    /** Numbers above this one are of follow-ups that this preview has kept itself. */
    private static final long OWN = Long.MAX_VALUE / 2;

    private final RewardsStore below;
    private final Map<EventKey, Recorded> recorded = new HashMap<>();
    private final Map<String, Loaded> accounts = new HashMap<>();
    private final Map<BudgetName, Usage> usages = new HashMap<>();
    private final Map<UniqueName, Optional<String>> holders = new HashMap<>();
    private final List<FollowUp> followUps = new ArrayList<>();
    private final Map<String, NavigableMap<Instant, RunRecord>> runs = new HashMap<>();
    private final Set<EventKey> applied = new HashSet<>();
    private final Map<EventKey, Instant> claimedUntil = new HashMap<>();
    private final Set<String> visitedAnew = new HashSet<>();
    private Optional<Commitments> commitments = Optional.empty();

    /** Writes nothing to {@code below}. */
    public PreviewStore(RewardsStore below) {
        this.below = below;
    }

    @Override
    public Optional<Recorded> recorded(EventKey key) {
        return Optional.ofNullable(recorded.get(key)).or(() -> below.recorded(key));
    }

    @Override
    public Optional<Loaded> load(String participant, Needs needs) {
        return Optional.ofNullable(accounts.get(participant)).or(() -> below.load(participant, needs));
    }

    @Override
    public Optional<Listed> listed(String participant) {
        return Optional.ofNullable(accounts.get(participant))
                .map(loaded -> Listed.of(loaded.participant()))
                .or(() -> below.listed(participant));
    }

    /** Who has registered in this preview takes part, too. */
    @Override
    public List<String> participants(String after, int most) {
        return and(accounts.keySet(), below.participants(after, most), after, most);
    }

    /** Who was written to in this preview is as he or she is here; so many more are asked for below as may not count there. */
    @Override
    public List<Participant> search(ParticipantFilter sought, String after, int most) {
        int all = (int) Math.min((long) most + accounts.size(), Integer.MAX_VALUE);
        Stream<Participant> untouched = below.search(sought, after, all).stream()
                .filter(participant -> !accounts.containsKey(participant.id()));
        Stream<Participant> own = accounts.values().stream()
                .map(Loaded::participant)
                .filter(participant -> participant.id().compareTo(after) > 0 && sought.matches(participant));
        return Stream.concat(untouched, own)
                .sorted(Comparator.comparing(Participant::id))
                .limit(most)
                .toList();
    }

    /** Who was written to in this preview may have something due that is not known below, a visit only as in any store. */
    @Override
    public List<String> due(Due due, String after, int most) {
        Set<String> own = due instanceof Due.Visit ? visitedAnew : accounts.keySet();
        return and(own, below.due(due, after, most), after, most);
    }

    private static List<String> and(Set<String> own, List<String> page, String after, int most) {
        TreeSet<String> all = new TreeSet<>(page);
        own.stream().filter(participant -> participant.compareTo(after) > 0).forEach(all::add);
        return all.stream().limit(most).toList();
    }

    @Override
    public void putOff(String participant, long version, Schedule schedule) {
        // A preview leaves the schedules alone.
    }

    /** Events of participants who were written to in this preview wait as their accounts say now. */
    @Override
    public List<Waiting> waiting(Instant asOf, Optional<Waiting> last, int most) {
        TreeSet<Waiting> all = new TreeSet<>();
        Optional<Waiting> through = last;
        for (List<Waiting> page = below.waiting(asOf, through, most);
                !page.isEmpty() && all.size() < most;
                page = below.waiting(asOf, through, most)) {
            page.stream()
                    .filter(waiting -> !accounts.containsKey(waiting.participant()))
                    .forEach(all::add);
            through = Optional.of(page.get(page.size() - 1));
        }
        accounts.forEach((participant, loaded) -> loaded.account().open().stream()
                .filter(open -> !open.performedOn().isAfter(asOf))
                .map(open -> new Waiting(open.performedOn(), open.event(), participant))
                .filter(waiting ->
                        last.filter(before -> waiting.compareTo(before) <= 0).isEmpty())
                .forEach(all::add));
        return all.stream().limit(most).toList();
    }

    @Override
    public List<JournalEntry> journal(String participant, long after, int most) {
        return below.journal(participant, after, most);
    }

    @Override
    public Optional<AccountRecords> records(String participant) {
        return below.records(participant);
    }

    @Override
    public Optional<Usage> usage(BudgetName budget) {
        return Optional.ofNullable(usages.get(budget)).or(() -> below.usage(budget));
    }

    @Override
    public Optional<String> holder(UniqueName name) {
        Optional<String> known = holders.get(name);
        return known == null ? below.holder(name) : known;
    }

    /** What this preview has kept comes after everything below. */
    @Override
    public List<Kept<FollowUp>> followUps(long after, int most) {
        return followUps(after, most, key -> true);
    }

    private List<Kept<FollowUp>> followUps(long after, int most, Predicate<EventKey> wanted) {
        Predicate<Kept<FollowUp>> isOpen = kept -> !applied.contains(key(kept)) && wanted.test(key(kept));
        List<Kept<FollowUp>> page = new ArrayList<>();
        if (after < OWN) {
            long last = after;
            for (List<Kept<FollowUp>> below = this.below.followUps(last, most);
                    !below.isEmpty() && page.size() < most;
                    below = this.below.followUps(last, most)) {
                below.stream().filter(isOpen).limit(most - page.size()).forEach(page::add);
                last = below.get(below.size() - 1).number();
            }
        }
        for (long number = Math.max(after, OWN) + 1; number <= OWN + followUps.size() && page.size() < most; number++) {
            Kept<FollowUp> kept = new Kept<>(number, followUps.get((int) (number - OWN - 1)));
            if (isOpen.test(kept)) {
                page.add(kept);
            }
        }
        return page;
    }

    private static EventKey key(Kept<FollowUp> kept) {
        return kept.what().event().key();
    }

    /** What workers of the store below have claimed is no matter of a preview. */
    @Override
    public List<Kept<FollowUp>> claimFollowUps(long after, int most, Lease lease) {
        List<Kept<FollowUp>> free = followUps(
                after, most, key -> !claimedUntil.getOrDefault(key, Instant.MIN).isAfter(lease.from()));
        free.forEach(kept -> claimedUntil.put(key(kept), lease.until()));
        return free;
    }

    @Override
    public void letGo(EventKey followUp, Lease lease) {
        claimedUntil.remove(followUp, lease.until());
    }

    @Override
    public boolean commit(Recorded event, Effect effect) {
        EventKey key = event.event().key();
        String participant = effect.account().participant().id();
        Optional<Loaded> before = load(participant, Needs.NOTHING);
        long version = before.map(Loaded::account).map(Account::version).orElse(0L);
        if (version + 1 != effect.account().version()
                || recorded(key).isPresent()
                || isHeldByAnother(participant, effect.shared())) {
            return false;
        }
        Map<BudgetName, Usage> after = new HashMap<>();
        for (BudgetClaim claim : effect.claims()) {
            Optional<Usage> used =
                    claim.onTopOf(Optional.ofNullable(after.get(claim.budget())).or(() -> usage(claim.budget())));
            if (used.isEmpty()) {
                return false;
            }
            after.put(claim.budget(), used.get());
        }
        usages.putAll(after);
        recorded.put(key, event);
        if (before.isEmpty() || effect.visitAnew()) {
            visitedAnew.add(participant);
        }
        accounts.put(
                participant,
                new Loaded(
                        effect.account(),
                        MemoryPast.on(
                                before.orElseGet(() -> Loaded.of(effect.account()))
                                        .past(),
                                effect.past())));
        effect.shared().released().stream()
                .filter(name -> holder(name).filter(participant::equals).isPresent())
                .forEach(name -> holders.put(name, Optional.empty()));
        effect.shared().taken().forEach(name -> holders.put(name, Optional.of(participant)));
        followUps.addAll(effect.followUps());
        if (event.event() instanceof RaisedEvent) {
            applied.add(key);
        }
        return true;
    }

    private boolean isHeldByAnother(String participant, Shared changes) {
        return changes.taken().stream()
                .anyMatch(name ->
                        holder(name).filter(other -> !other.equals(participant)).isPresent());
    }

    @Override
    public void forget(EventKey followUp) {
        applied.add(followUp);
    }

    @Override
    public Optional<RunRecord> latestRun(String definition) {
        return Stream.concat(
                        runsOf(definition).values().stream(),
                        below
                                .latestRun(definition)
                                .filter(run -> !runsOf(definition).containsKey(run.asOf()))
                                .stream())
                .max(Comparator.comparing(RunRecord::asOf));
    }

    @Override
    public List<RunRecord> runs(String definition, Instant after, int most) {
        NavigableMap<Instant, RunRecord> all = new TreeMap<>();
        below.runs(definition, after, most).forEach(run -> all.put(run.asOf(), run));
        all.putAll(runsOf(definition).tailMap(after, false));
        return all.values().stream().limit(most).toList();
    }

    @Override
    public void save(RunRecord run) {
        runs.computeIfAbsent(run.run(), unused -> new TreeMap<>()).put(run.asOf(), run);
    }

    private NavigableMap<Instant, RunRecord> runsOf(String definition) {
        return runs.getOrDefault(definition, Collections.emptyNavigableMap());
    }

    @Override
    public Optional<Commitments> commitments() {
        return commitments.or(below::commitments);
    }

    @Override
    public boolean keep(Optional<Commitments> known, Commitments changed) {
        boolean same = commitments().equals(known);
        commitments = same ? Optional.of(changed) : commitments;
        return same;
    }

    @Override
    public void keep(List<Notification> notifications) {
        // A preview tells nobody.
    }

    @Override
    public List<Kept<Notification>> notifications(long after, int most) {
        return List.of();
    }

    @Override
    public List<Kept<Notification>> claimNotifications(long after, int most, Lease lease) {
        return List.of();
    }

    @Override
    public void letGo(String notification, Lease lease) {
        // A preview hands out nothing.
    }

    @Override
    public void delivered(String notification) {
        throw new IllegalStateException("A preview delivers nothing.");
    }

    /** Those of the store below: what is written in this preview is not settled. */
    @Override
    public MerchantBooks merchants() {
        return new PreviewMerchants(below.merchants());
    }
}
