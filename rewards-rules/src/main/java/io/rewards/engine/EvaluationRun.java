package io.rewards.engine;

import io.rewards.account.Account;
import io.rewards.account.FollowUp;
import io.rewards.account.Loaded;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.RunDefinition;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventEvaluated;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.ParticipantVisited;
import io.rewards.event.RaisedEvent;
import io.rewards.ledger.Transaction;
import io.rewards.participant.ParticipantState;
import io.rewards.past.Needs;
import io.rewards.run.RunKey;
import io.rewards.run.RunListener;
import io.rewards.run.RunRecord;
import io.rewards.run.RunReport;
import io.rewards.run.RunStep;
import io.rewards.store.Due;
import io.rewards.store.Recorded;
import io.rewards.store.RewardsStore;
import io.rewards.store.Schedule;
import io.rewards.store.Waiting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One evaluation run: first the events that wait, oldest first, then a visit to every participant in the order of their
 * ids. Each step is written at once and under a key of its own, and before it the place of the step before it, so a run
 * that was interrupted goes on where it stopped. For one thread. Source: domain 6.2, 6.5.
 */
final class EvaluationRun implements CommitLoop.Watcher {

    private static final int AT_ONCE = 1_000;

    private final RewardsStore store;
    private final Supplier<Corridor> current;
    private final RunDefinition definition;
    private final Instant asOf;
    private final RunListener listener;
    private final CommitLoop commits;
    private final RunTally tally = new RunTally();

    private RunRecord record;
    private boolean again;
    private Optional<RunStep> last = Optional.empty();
    private SortedMap<String, LocalDate> failed = new TreeMap<>();
    private final Set<String> failedNow = new HashSet<>();

    EvaluationRun(Workplace workplace, RunDefinition definition, Instant asOf, RunListener listener) {
        store = workplace.store();
        current = workplace.current();
        this.definition = definition;
        this.asOf = asOf;
        this.listener = listener;
        record = latest();
        commits = new CommitLoop(workplace, this);
    }

    /** Runs it; first what an interrupted run of an earlier instant left undone. */
    RunReport run() {
        commits.applyAll();
        if (!record.finished() && record.asOf().isBefore(asOf)) {
            carryOut(RunListener.NONE);
        }
        again = record.finished() && record.asOf().equals(asOf);
        if (record.finished() && !again) {
            record = RunRecord.started(definition.code(), asOf, since(), record.failed());
        }
        carryOut(listener);
        return tally.report(definition.code(), asOf);
    }

    private RunRecord latest() {
        Optional<RunRecord> latest = store.latestRun(definition.code());
        latest.filter(earlier -> earlier.asOf().isAfter(asOf)).ifPresent(later -> {
            throw new IllegalArgumentException("The run (" + definition.code() + ") as of (" + asOf
                    + ") comes before its latest as of (" + later.asOf() + "). Run it as of then or later.");
        });
        return latest.orElseGet(
                () -> RunRecord.started(definition.code(), asOf, day(asOf).minusDays(1), Collections.emptySortedMap()));
    }

    /** The day of the run before this one; where that is the same day, the day that it went on from. */
    private LocalDate since() {
        LocalDate before = day(record.asOf());
        return before.isBefore(day(asOf)) ? before : record.since();
    }

    /** All steps that are left; of a run that was finished, only those of participants who failed. */
    private void carryOut(RunListener watching) {
        last = record.through();
        failed = new TreeMap<>(record.failed());
        failedNow.clear();
        if (!again) {
            store.save(record);
        }
        List<Waiting> waiting = waiting();
        long done = 0;
        long visits = participants().size();
        watching.progressed(done, waiting.size() + visits);
        for (Waiting each : waiting) {
            guarded(each.participant(), () -> decide(each));
            taken(step(each));
            watching.progressed(++done, waiting.size() + visits);
        }
        Set<String> participants = participants();
        long all = (long) waiting.size() + participants.size();
        for (String participant : participants) {
            guarded(participant, () -> visit(participant));
            if (!failedNow.contains(participant)) {
                failed.remove(participant);
            }
            watching.progressed(++done, all);
        }
        if (!again || !failed.equals(record.failed())) {
            record = record.finished(failed);
            store.save(record);
        }
    }

    private List<Waiting> waiting() {
        List<Waiting> waiting = new ArrayList<>();
        if (last.filter(RunStep.Visit.class::isInstance).isPresent()
                && record.failed().isEmpty()) {
            return waiting;
        }
        Optional<Waiting> through = Optional.empty();
        for (List<Waiting> page = store.waiting(record.asOf(), through, AT_ONCE);
                !page.isEmpty();
                page = store.waiting(record.asOf(), through, AT_ONCE)) {
            waiting.addAll(page);
            through = Optional.of(page.get(page.size() - 1));
        }
        waiting.removeIf(each ->
                isTaken(step(each), each.participant()) || !isWanted(each.participant()) || isRaisedByRun(each));
        return waiting;
    }

    private static RunStep.Event step(Waiting waiting) {
        return new RunStep.Event(waiting.performedOn(), waiting.event());
    }

    /** True for a step before the interruption, unless it is about somebody who could not be decided then. */
    private boolean isTaken(RunStep step, String participant) {
        return isThrough(step) && !record.failed().containsKey(participant);
    }

    private boolean isThrough(RunStep step) {
        return last.filter(through -> step.compareTo(through) <= 0).isPresent();
    }

    /** Goes on to the place of {@code step}; to try again what failed before leads back to none. */
    private void taken(RunStep step) {
        if (!isThrough(step)) {
            last = Optional.of(step);
        }
    }

    private boolean isWanted(String participant) {
        return !again || record.failed().containsKey(participant);
    }

    /** What a run itself raises for others waits for the next one, whether or not it is interrupted. */
    private boolean isRaisedByRun(Waiting waiting) {
        if (!waiting.event().system().equals(RaisedEvent.FOLLOW_UP)) {
            return false;
        }
        return !recorded(waiting).outcome().processedOn().isBefore(record.asOf());
    }

    private Recorded recorded(Waiting waiting) {
        return store.recorded(waiting.event()).orElseThrow();
    }

    /** Those who may have something due, those who could not be decided before, and whoever was being visited last. */
    private Set<String> participants() {
        Set<String> participants = new TreeSet<>();
        String after = last.filter(RunStep.Visit.class::isInstance)
                .map(step -> ((RunStep.Visit) step).participant())
                .orElse("");
        store.listed(after).ifPresent(unused -> participants.add(after));
        participants.addAll(failed.keySet());
        Due due = new Due.Visit(definition.code(), current.get().inForce().stamp(), day(record.asOf()));
        String through = after;
        for (List<String> page = store.due(due, through, AT_ONCE);
                !page.isEmpty();
                page = store.due(due, through, AT_ONCE)) {
            participants.addAll(page);
            through = page.get(page.size() - 1);
        }
        participants.removeIf(participant -> !isWanted(participant));
        return participants;
    }

    private void guarded(String participant, Runnable step) {
        try {
            step.run();
        } catch (UndecidedException e) {
            failed.putIfAbsent(participant, record.since());
            failedNow.add(participant);
            tally.failed(participant, e);
        }
    }

    private void decide(Waiting waiting) {
        Recorded first = recorded(waiting);
        CustomerEvent event = first.event();
        EventKey key = event.key();
        EventEvaluated evaluated = new EventEvaluated(
                header(
                        new RunKey.Waiting(record.asOf(), definition.code(), key),
                        event.participant(),
                        event.unit(),
                        event.performedOn()),
                definition.code(),
                key);
        Instant createdOn = first.outcome().processedOn();
        Optional<Decision> decision = write(
                evaluated,
                loaded -> loaded.account()
                        .open(key)
                        .map(unused -> current.get()
                                .runs()
                                .waiting(
                                        evaluated,
                                        event,
                                        createdOn,
                                        loaded,
                                        new RunDecisions.Run(definition, record.asOf()))));
        if (decision.flatMap(Decision::effect).isPresent()) {
            tally.event();
        }
    }

    private void visit(String participant) {
        Loaded loaded = store.load(participant, Needs.NOTHING).orElseThrow();
        Account account = loaded.account();
        boolean found = visit(account, "");
        for (String subscription : account.participant().subscriptions().keySet()) {
            found |= visit(account, subscription);
        }
        if (!found) {
            putOff(loaded);
        }
    }

    /** Where a visit found nothing, the next one can wait; who is terminated is not visited any more. */
    private void putOff(Loaded loaded) {
        Account account = loaded.account();
        if (account.participant().registeredOn().isAfter(record.asOf())) {
            return;
        }
        Corridor corridor = current.get();
        LocalDate next = account.participant().state() == ParticipantState.EFFECTIVE
                ? corridor.runs().nextVisit(loaded, new RunDecisions.Run(definition, record.asOf()))
                : LocalDate.MAX;
        store.putOff(
                account.participant().id(),
                account.version(),
                new Schedule(definition.code(), corridor.inForce().stamp(), next));
    }

    /** True where the visit has found something to write, or was made before. */
    private boolean visit(Account known, String subscription) {
        String participant = known.participant().id();
        RunStep.Visit step = new RunStep.Visit(participant, subscription);
        if (isTaken(step, participant)) {
            return true;
        }
        Optional<String> about = Optional.of(subscription).filter(id -> !id.isEmpty());
        ParticipantVisited visit = new ParticipantVisited(
                header(
                        new RunKey.Visit(record.asOf(), definition.code(), participant, about),
                        participant,
                        known.participant().unit(),
                        record.asOf()),
                definition.code(),
                about);
        Optional<Decision> decision = write(
                visit,
                loaded -> Optional.of(current.get().runs().visit(visit, loaded, definition, since(loaded.account()))));
        if (decision.isPresent()) {
            tally.visit();
        }
        taken(step);
        return decision.flatMap(Decision::effect).isPresent();
    }

    /** Who signed up on the day of the run before may have done so after it, so that day is looked at again. */
    private LocalDate since(Account account) {
        LocalDate since = failed.getOrDefault(account.participant().id(), record.since());
        boolean joined = account.participant().memberships().values().stream()
                .anyMatch(membership -> day(membership.signedUpOn()).equals(since));
        return joined ? since.minusDays(1) : since;
    }

    private Optional<Decision> write(RaisedEvent key, Function<Loaded, Optional<Decision>> deciding) {
        return commits.write(key, () -> {
            Optional<Loaded> account = store.load(key.participant(), Needs.NOTHING);
            if (store.recorded(key.key()).isPresent()) {
                return Optional.empty();
            }
            Optional<Decision> decision = account.filter(loaded -> takesPart(loaded.account()))
                    .flatMap(loaded -> UndecidedException.decided(() -> deciding.apply(loaded)));
            if (decision.flatMap(Decision::effect).isPresent()) {
                savePlace();
            }
            return decision;
        });
    }

    private boolean takesPart(Account account) {
        return account.participant().state() == ParticipantState.EFFECTIVE
                && !account.participant().registeredOn().isAfter(record.asOf());
    }

    private void savePlace() {
        RunRecord now = record.through(last, failed);
        if (!again && !now.equals(record)) {
            store.save(now);
            record = now;
        }
    }

    @Override
    public void written(Decision decision) {
        listener.decided(decision.outcome());
        List<Transaction> transactions = decision.outcome().transactions();
        if (!transactions.isEmpty()) {
            tally.recorded(transactions);
        }
    }

    @Override
    public void notApplied(FollowUp followUp, RuntimeException e) {
        if (!(e instanceof UndecidedException undecided)) {
            throw e;
        }
        tally.failed(followUp.event().participant(), undecided);
    }

    private EventHeader header(RunKey key, String participant, String unit, Instant performedOn) {
        return new EventHeader(
                key.event(), participant, unit, performedOn, Optional.of(record.asOf()), true, Attributes.NONE);
    }

    private LocalDate day(Instant instant) {
        return current.get().inForce().day(instant);
    }
}
