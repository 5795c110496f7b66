package io.rewards.resolve;

import io.rewards.account.Account;
import io.rewards.account.Accumulation;
import io.rewards.account.Collected;
import io.rewards.account.Counters;
import io.rewards.account.Windows;
import io.rewards.amount.Amount;
import io.rewards.catalogue.AccumulatingTerms;
import io.rewards.decision.AccumulatingCandidate;
import io.rewards.decision.CollectingCandidate;
import io.rewards.decision.Measure;
import io.rewards.decision.OfferProgress;
import io.rewards.decision.Situation;
import io.rewards.decision.SpendLoyaltyCandidate;
import io.rewards.event.EventKey;
import io.rewards.past.Past;
import io.rewards.past.PastChanges;
import io.rewards.wallet.Counted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps what counts towards the next awards of a participant, and tells what was reached. What can only count for late
 * events goes to the past. For one event. Source: domain 2.4 C4 to C6, C8, 12.1 Q9.
 */
final class Counting {

    private final Account account;
    private final Past past;
    private Map<String, List<Counted>> counted;
    private Map<String, List<Collected>> collected;
    private final Map<String, Over> over = new HashMap<>();
    private final List<OfferProgress> progress = new ArrayList<>();
    private boolean changed;

    /** What is over for one offer: as the past has it, and as it is now. */
    private static final class Over {

        private final Set<Counted> before = new HashSet<>();
        private List<Counted> now = List.of();

        void add(List<Counted> found) {
            List<Counted> all = new ArrayList<>(now);
            found.stream().filter(before::add).forEach(all::add);
            now = all;
        }
    }

    Counting(Account account, Past past) {
        this.account = account;
        this.past = past;
        counted = account.counters().counted();
        collected = account.counters().collected();
    }

    /** Copies what is about to be changed, once; most events count for nothing. */
    private void copyBeforeChange() {
        if (!changed) {
            changed = true;
            counted = new HashMap<>(counted);
            collected = new HashMap<>(collected);
        }
    }

    /** Everything that counts for an offer as far as it may reach an event of {@code date}. */
    List<Counted> of(String offer, Optional<Windows> windows, Instant date) {
        List<Counted> open = counted.getOrDefault(offer, List.of());
        if (windows.isEmpty()) {
            return open;
        }
        List<Counted> all = new ArrayList<>(closedAround(offer, windows.get(), date));
        all.addAll(open);
        all.sort(null);
        return all;
    }

    private List<Counted> closedAround(String offer, Windows windows, Instant date) {
        List<Counted> found = windows.closedAround(account, past, offer, date);
        if (found.isEmpty() && !over.containsKey(offer)) {
            return found;
        }
        Over known = over.computeIfAbsent(offer, unused -> new Over());
        known.add(found);
        return known.now;
    }

    /** Keeps what counts for an offer after what reaches an event of {@code date} has become {@code left}. */
    void put(String offer, Optional<Windows> windows, Instant date, List<Counted> left) {
        copyBeforeChange();
        if (windows.isEmpty()) {
            counted.put(offer, left);
            return;
        }
        closedAround(offer, windows.get(), date);
        List<Counted> sorted = new ArrayList<>(left);
        sorted.sort(null);
        Instant newest = newest(sorted, newest(account.progressOf(offer), Instant.MIN));
        Windows.Split split = windows.get().split(sorted, newest);
        counted.put(offer, split.open());
        if (!split.closed().isEmpty() || over.containsKey(offer)) {
            over.computeIfAbsent(offer, unused -> new Over()).now = split.closed();
        }
    }

    private static Instant newest(List<Counted> counted, Instant least) {
        Instant newest = least;
        for (Counted each : counted) {
            newest = each.performedOn().isAfter(newest) ? each.performedOn() : newest;
        }
        return newest;
    }

    /** What a duplicate counted for an offer joins what counts. */
    void join(String offer, Optional<Windows> windows, List<Counted> more) {
        copyBeforeChange();
        List<Counted> all = new ArrayList<>(counted.getOrDefault(offer, List.of()));
        all.addAll(more);
        all.sort(null);
        if (windows.isEmpty()) {
            counted.put(offer, all);
            return;
        }
        Windows.Split split = windows.get().split(all, newest(all, Instant.MIN));
        counted.put(offer, split.open());
        if (!split.closed().isEmpty()) {
            over.computeIfAbsent(offer, unused -> new Over()).now = split.closed();
        }
    }

    /** A purchase counts for an offer. */
    void count(AccumulatingCandidate candidate, boolean awarded) {
        Situation situation = candidate.situation();
        Accumulation accumulation = candidate.accumulation();
        AccumulatingTerms terms = (AccumulatingTerms) candidate.offer().terms();
        put(
                candidate.offer().code(),
                Optional.of(new Windows(terms.period(), situation.zone())),
                situation.event().performedOn(),
                awarded ? accumulation.unused() : accumulation.all());
        progress.add(new OfferProgress(
                candidate.offer().code(),
                measure(candidate, awarded ? accumulation.carried() : accumulation.sum()),
                measure(candidate, accumulation.target()),
                awarded ? accumulation.carriedUntil() : Optional.of(accumulation.windowEnds())));
    }

    private static Measure measure(AccumulatingCandidate candidate, long units) {
        return candidate instanceof SpendLoyaltyCandidate
                ? new Measure.Money(new Amount(candidate.base().denomination(), units))
                : new Measure.Count(units);
    }

    /** An achievement waits for the others of an offer. */
    void collect(CollectingCandidate candidate, boolean awarded) {
        List<Collected> left = new ArrayList<>(candidate.waiting());
        if (awarded) {
            left.removeAll(candidate.used());
        }
        put(candidate.offer().code(), left);
        long wanted = candidate.achievementsWanted().size();
        long achieved = awarded
                ? left.stream().map(Collected::classification).distinct().count()
                : candidate.achieved().size();
        progress.add(new OfferProgress(
                candidate.offer().code(), new Measure.Count(achieved), new Measure.Count(wanted), Optional.empty()));
    }

    /** The achievements that wait, by offer. */
    Map<String, List<Collected>> collected() {
        return collected;
    }

    void put(String offer, List<Collected> waiting) {
        copyBeforeChange();
        collected.put(offer, waiting);
    }

    /** Codes of the offers for which {@code event} counts and no award has used it up. */
    Set<String> offersOf(EventKey event) {
        Set<String> offers = new HashSet<>(past.countedFor(event));
        counted.forEach((offer, all) -> addIfCounted(offers, offer, all, event));
        over.forEach((offer, all) -> addIfCounted(offers, offer, all.now, event));
        return offers;
    }

    private static void addIfCounted(Set<String> offers, String offer, List<Counted> all, EventKey event) {
        for (Counted each : all) {
            if (each.event().equals(event)) {
                offers.add(offer);
            }
        }
    }

    /** What was reached. */
    List<OfferProgress> progress() {
        return progress;
    }

    /** What counts now. */
    Counters counters() {
        return changed ? new Counters(counted, collected, newestOver()) : account.counters();
    }

    private Map<String, Instant> newestOver() {
        Map<String, Instant> before = account.counters().over();
        if (over.isEmpty()) {
            return before;
        }
        Map<String, Instant> newest = new HashMap<>(before);
        over.forEach((offer, each) -> {
            if (!each.now.isEmpty()) {
                newest.put(offer, newest(each.now, before.getOrDefault(offer, Instant.MIN)));
            }
        });
        return newest;
    }

    /** {@code changes} with what went to the past, and what came back from there. */
    PastChanges noted(PastChanges changes) {
        if (over.isEmpty()) {
            return changes;
        }
        Map<String, List<Counted>> closed = new HashMap<>();
        Map<String, List<Counted>> reopened = new HashMap<>();
        over.forEach((offer, each) -> {
            closed.put(offer, without(each.now, each.before));
            reopened.put(offer, without(each.before, new HashSet<>(each.now)));
        });
        return changes.with(closed, reopened);
    }

    private static List<Counted> without(Collection<Counted> all, Set<Counted> some) {
        return all.stream().filter(counted -> !some.contains(counted)).sorted().toList();
    }
}
