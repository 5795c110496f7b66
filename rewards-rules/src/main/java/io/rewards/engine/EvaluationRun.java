package io.rewards.engine;

import io.rewards.account.Account;
import io.rewards.account.FollowUp;
import io.rewards.account.OpenEvent;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.RunDefinition;
import io.rewards.decision.Lookups;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventEvaluated;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.ParticipantVisited;
import io.rewards.event.RaisedEvent;
import io.rewards.ledger.Transaction;
import io.rewards.participant.ParticipantState;
import io.rewards.run.RunKey;
import io.rewards.run.RunListener;
import io.rewards.run.RunRecord;
import io.rewards.run.RunReport;
import io.rewards.run.RunStep;
import io.rewards.store.Recorded;
import io.rewards.store.RewardsStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One evaluation run: first the events that wait, oldest first, then a visit to every participant in the order of their
 * ids. Each step is written at once and under a key of its own, and before it the place of the step before it, so a run
 * that was interrupted goes on where it stopped. For one thread. Source: domain 6.2, 6.5.
 */
final class EvaluationRun implements Desk.Watcher {

    private static final int AT_ONCE = 1_000;

    private record Waiting(RunStep.Event step, String participant) {}

    private final RewardsStore store;
    private final Lookups lookups;
    private final Supplier<Generation> current;
    private final RunDefinition definition;
    private final RunListener listener;
    private final Desk desk;
    private final RunTally tally = new RunTally();

    private RunRecord record;
    private boolean again;
    private Optional<RunStep> last = Optional.empty();
    private SortedMap<String, LocalDate> failed = new TreeMap<>();
    private final Set<String> failedNow = new HashSet<>();

    private EvaluationRun(
            RewardsStore store,
            Lookups lookups,
            Supplier<Generation> current,
            RunDefinition definition,
            RunListener listener,
            RunRecord record) {
        this.store = store;
        this.lookups = lookups;
        this.current = current;
        this.definition = definition;
        this.listener = listener;
        this.record = record;
        desk = new Desk(store, lookups, current, this);
    }

    /** Runs {@code definition}; first what an interrupted run of an earlier instant left undone. */
    static RunReport run(
            RewardsStore store,
            Lookups lookups,
            Supplier<Generation> current,
            RunDefinition definition,
            Instant asOf,
            RunListener listener) {
        Optional<RunRecord> latest = store.latestRun(definition.code());
        latest.filter(earlier -> earlier.asOf().isAfter(asOf)).ifPresent(later -> {
            throw new IllegalArgumentException("The run (" + definition.code() + ") as of (" + asOf
                    + ") comes before its latest as of (" + later.asOf() + "). Run it as of then or later.");
        });
        RunRecord first = latest.orElseGet(() ->
                started(definition, asOf, day(asOf, zone(current.get())).minusDays(1), Collections.emptySortedMap()));
        return new EvaluationRun(store, lookups, current, definition, listener, first).run(asOf);
    }

    private RunReport run(Instant asOf) {
        desk.applyAll();
        if (!record.finished() && record.asOf().isBefore(asOf)) {
            carryOut(RunListener.NONE);
        }
        again = record.finished() && record.asOf().equals(asOf);
        if (record.finished() && !again) {
            record = started(definition, asOf, since(asOf), record.failed());
        }
        carryOut(listener);
        return tally.report(definition.code(), asOf);
    }

    private static RunRecord started(
            RunDefinition definition, Instant asOf, LocalDate since, SortedMap<String, LocalDate> failed) {
        return RunRecord.started(definition.code(), asOf, since, failed);
    }

    /** The day of the run before this one; where that is the same day, the day that it went on from. */
    private LocalDate since(Instant asOf) {
        LocalDate before = day(record.asOf(), zone(current.get()));
        return before.isBefore(day(asOf, zone(current.get()))) ? before : record.since();
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
        Set<String> participants = participants();
        long all = (long) waiting.size() + participants.size();
        long done = 0;
        watching.progressed(done, all);
        for (Waiting each : waiting) {
            guarded(each.participant(), () -> decide(each));
            last = Optional.of(each.step());
            watching.progressed(++done, all);
        }
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
        if (last.filter(RunStep.Visit.class::isInstance).isPresent()) {
            return waiting;
        }
        forEachParticipant(
                "",
                id -> store.account(id).stream()
                        .flatMap(account -> account.open().stream())
                        .filter(open -> !open.performedOn().isAfter(record.asOf()))
                        .forEach(open -> waiting.add(new Waiting(step(open), id))));
        waiting.removeIf(each -> isTaken(each.step()) || !isWanted(each.participant()) || isRaisedByRun(each));
        waiting.sort((left, right) -> left.step().compareTo(right.step()));
        return waiting;
    }

    private static RunStep.Event step(OpenEvent open) {
        return new RunStep.Event(open.performedOn(), open.event());
    }

    private boolean isTaken(RunStep step) {
        return last.filter(through -> step.compareTo(through) <= 0).isPresent();
    }

    private boolean isWanted(String participant) {
        return !again || record.failed().containsKey(participant);
    }

    /** What a run itself raises for others waits for the next one, whether or not it is interrupted. */
    private boolean isRaisedByRun(Waiting waiting) {
        if (!waiting.step().event().system().equals(RaisedEvent.FOLLOW_UP)) {
            return false;
        }
        return !recorded(waiting.step()).outcome().processedOn().isBefore(record.asOf());
    }

    private Recorded recorded(RunStep.Event step) {
        return store.recorded(step.event()).orElseThrow();
    }

    private Set<String> participants() {
        Set<String> participants = new TreeSet<>();
        String after = last.filter(RunStep.Visit.class::isInstance)
                .map(step -> ((RunStep.Visit) step).participant())
                .orElse("");
        store.account(after).ifPresent(unused -> participants.add(after));
        forEachParticipant(after, participants::add);
        participants.removeIf(participant -> !isWanted(participant));
        return participants;
    }

    private void forEachParticipant(String after, Consumer<String> action) {
        String through = after;
        for (List<String> page = store.participants(through, AT_ONCE);
                !page.isEmpty();
                page = store.participants(through, AT_ONCE)) {
            page.forEach(action);
            through = page.get(page.size() - 1);
        }
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
        Recorded first = recorded(waiting.step());
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
                account -> account.open(key)
                        .map(unused -> current.get()
                                .decideWaiting(
                                        evaluated, event, account, definition, createdOn, record.asOf(), lookups)));
        if (decision.flatMap(Decision::changes).isPresent()) {
            tally.event();
        }
    }

    private void visit(String participant) {
        Account account = store.account(participant).orElseThrow();
        visit(account, "");
        account.participant().subscriptions().keySet().forEach(subscription -> visit(account, subscription));
    }

    private void visit(Account known, String subscription) {
        String participant = known.participant().id();
        RunStep.Visit step = new RunStep.Visit(participant, subscription);
        if (isTaken(step)) {
            return;
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
                account -> Optional.of(current.get().visit(visit, account, definition, since(account), lookups)));
        if (decision.isPresent()) {
            tally.visit();
        }
        last = Optional.of(step);
    }

    /** Who signed up on the day of the run before may have done so after it, so that day is looked at again. */
    private LocalDate since(Account account) {
        Generation generation = current.get();
        LocalDate since = failed.getOrDefault(account.participant().id(), record.since());
        boolean joined = account.participant().memberships().values().stream()
                .anyMatch(membership ->
                        day(membership.signedUpOn(), zone(generation)).equals(since));
        return joined ? since.minusDays(1) : since;
    }

    private Optional<Decision> write(RaisedEvent key, Function<Account, Optional<Decision>> deciding) {
        return desk.write(key.key(), () -> {
            if (store.recorded(key.key()).isPresent()) {
                return Optional.empty();
            }
            Optional<Decision> decision = store.account(key.participant())
                    .filter(this::takesPart)
                    .flatMap(account -> UndecidedException.decided(() -> deciding.apply(account)));
            if (decision.flatMap(Decision::changes).isPresent()) {
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
        List<Transaction> transactions = decision.outcome().transactions();
        if (!transactions.isEmpty()) {
            tally.recorded(transactions);
            listener.recorded(transactions);
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

    private static ZoneId zone(Generation generation) {
        return generation.catalogue().settings().zone();
    }

    private static LocalDate day(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate();
    }
}
