package io.rewards.cli;

import io.rewards.account.Account;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Trigger;
import io.rewards.decision.Explanation;
import io.rewards.decision.Outcome;
import io.rewards.decision.Verdict;
import io.rewards.event.CustomerEvent;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.Referral;
import io.rewards.json.EventReader;
import io.rewards.kind.EventKinds;
import io.rewards.offer.OfferKinds;
import io.rewards.problem.Problem;
import io.rewards.shape.Words;
import io.rewards.store.Recorded;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says why offers apply to an event or not. */
@Command(
        name = "explain",
        description = {
            "Says why an offer applies to an event, or to a participant whom a run visits, or everything that speaks"
                    + " against it; of a return or a payment from a wallet, what comes of it.",
            "The events before it are decided first, so the answer is the one it had at the time; with --runs-at so are"
                    + " the runs."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  rewards explain --programme programme.yaml --events events.jsonl --event M001-004",
            "  rewards explain --programme programme.yaml --events events.jsonl --event M001-004 --offer BIRTHDAY",
            "  rewards explain --programme programme.yaml --events events.jsonl --participant M001 --as-of"
                    + " 2025-06-01T02:00:00Z",
            "  rewards explain --programme programme.yaml --events events.jsonl --participant M001 --as-of"
                    + " 2025-06-01T02:00:00Z --tier"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            ExitCode.OK_TEXT,
            "1:A line or a run before the event failed.",
            ExitCode.UNUSABLE_TEXT,
            ExitCode.REFUSED_TEXT
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ExplainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DecisionOptions options;

    @Mixin
    private DailyRunOptions runOptions;

    @Option(
            names = "--event",
            paramLabel = "ID",
            description = "Id of the event; system/id where several systems send events.")
    private @Nullable String event;

    @Option(
            names = "--participant",
            paramLabel = "ID",
            description = "A participant, to explain what a run would decide at a visit; with --as-of.")
    private @Nullable String participant;

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            converter = Inputs.InstantConverter.class,
            description = "What the run would be about, such as 2025-06-01T02:00:00Z. Later events are left out.")
    private @Nullable Instant asOf;

    @Option(
            names = "--offer",
            paramLabel = "CODE",
            description = "Code of the offer; all that wait for such events, or for visits, unless said.")
    private @Nullable String offer;

    @Option(
            names = "--tier",
            description =
                    "Explains the tier of the participant as of then: which purchases count, and what is missing.")
    private boolean tier;

    @Override
    public Integer call() throws IOException {
        requireOneKind();
        runOptions.check(spec, options.inputs());
        try (Session session = options.preview(spec)) {
            if (offer != null) {
                Inputs.requireOffer(spec, session.programme(), offer);
            }
            Search search = new Search(session);
            if (options.inputs().events().isPresent()) {
                Path events = options.inputs().events().get();
                try (EventLines lines = EventLines.open(events, new EventReader(session.programme()))) {
                    Replay.run(session, lines, search);
                }
            } else if (event != null) {
                search.found = session.store()
                        .recorded(Inputs.eventKey(spec, "--event", event))
                        .map(Recorded::event)
                        .orElse(null);
            }
            boolean admitted = true;
            if (asOf != null && participant != null && tier) {
                tier(session, search, participant, asOf);
            } else if (asOf != null && participant != null) {
                visit(session, search, participant, asOf);
            } else {
                admitted = print(session, search.found());
            }
            return ExitCode.of(!search.complete || search.ran.hasFailures(), !admitted);
        }
    }

    private void requireOneKind() {
        boolean visit = participant != null || asOf != null;
        if (event == null && !visit) {
            throw wrong("What to explain is missing: --event, or --participant and --as-of.");
        }
        if (event != null && visit) {
            throw wrong("--event is about an event, --participant and --as-of are about a visit; both were given.");
        }
        if (event == null && (participant == null || asOf == null)) {
            throw wrong("A visit needs --participant and --as-of.");
        }
        if (tier && (event != null || offer != null)) {
            throw wrong("--tier is about a participant; it goes with --participant and --as-of alone.");
        }
    }

    private void visit(Session session, Search search, String visited, Instant instant) {
        search.runs.ifPresent(daily -> daily.through(instant.minusNanos(1)));
        Account account = known(session, visited);
        PrintWriter out = spec.commandLine().getOut();
        String name = account.participant().profile().name();
        out.println(Printable.of("visit to " + (name.isEmpty() ? visited : name + " (" + visited + ")") + ", "
                + session.when().moment(instant)));
        List<Offer> offers = offers(
                session.programme(), each -> !each.classification().trigger().isEvent());
        if (offers.isEmpty()) {
            out.println(
                    offer == null
                            ? "No offer waits for visits."
                            : "The offer (" + offer + ") does not wait for visits.");
        } else {
            VerdictText text = new VerdictText(session.programme(), out);
            text.verdicts(
                    offers.stream()
                            .map(each -> session.engine().participants().explainVisit(visited, each.code(), instant))
                            .flatMap(explanation -> explanation.verdict().stream())
                            .toList(),
                    true);
        }
    }

    private void tier(Session session, Search search, String id, Instant instant) {
        search.runs.ifPresent(daily -> daily.through(instant.minusNanos(1)));
        known(session, id);
        new TierText(session.when(), spec.commandLine().getOut())
                .explain(session.engine().explainTier(id, instant));
    }

    private Account known(Session session, String id) {
        return session.store()
                .account(id)
                .orElseThrow(() -> wrong("The participant (" + id + ") is not in "
                        + options.inputs().source() + ", or not yet registered."));
    }

    private boolean print(Session session, CustomerEvent found) {
        PrintWriter out = spec.commandLine().getOut();
        VerdictText text = new VerdictText(session.programme(), out);
        text.event(found, nameOfParticipant(session, found));
        List<Verdict> verdicts = new ArrayList<>();
        Set<Trigger> triggers = EventKinds.triggers(found);
        List<Offer> offers = offers(
                session.programme(),
                each -> triggers.contains(each.classification().trigger()));
        for (Offer each : offers) {
            Explanation explanation = session.engine().explain(found, each.code());
            if (!explanation.problems().isEmpty()) {
                text.problems(explanation.problems());
                return false;
            }
            explanation.verdict().ifPresent(verdicts::add);
        }
        if (!offers.isEmpty()) {
            text.verdicts(verdicts, true);
            return true;
        }
        boolean movesMoney = EventKinds.of(found).movesMoney(found);
        if (offer == null && movesMoney) {
            return explainByPreview(session, found, text);
        }
        printThatNoneWaits(session.programme(), found, out);
        return true;
    }

    /** What comes of an event that offers do not wait for, because it moves money that is there or was awarded before. */
    private boolean explainByPreview(Session session, CustomerEvent found, VerdictText text) {
        Outcome outcome = session.engine().preview(found);
        if (outcome.problems().isEmpty()) {
            text.consequences(outcome);
        } else {
            text.problems(outcome.problems());
        }
        return outcome.problems().isEmpty();
    }

    private static Optional<String> nameOfParticipant(Session session, CustomerEvent event) {
        return event instanceof ParticipantRegistered registered
                ? Optional.of(registered.profile().name())
                : session.store()
                        .account(event.participant())
                        .map(account -> account.participant().profile().name());
    }

    /** Those of the offers asked for that {@code wait}, in order of their numbers. */
    private List<Offer> offers(Programme programme, Predicate<Offer> wait) {
        return programme.offers().stream()
                .filter(each -> offer == null || each.code().equals(offer))
                .filter(wait)
                .sorted(Comparator.comparingLong(Offer::number))
                .toList();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private void printThatNoneWaits(Programme programme, CustomerEvent found, PrintWriter out) {
        Words words = new Spoken(new When(programme.settings().zone()));
        String kind = EventKinds.of(found).word().replace('_', ' ');
        Optional<Offer> asked = programme.offers().stream()
                .filter(each -> each.code().equals(offer))
                .findFirst();
        out.println(asked.map(each -> "The offer (" + each.code() + ") does not wait for a " + kind + ", but for "
                        + OfferKinds.asks(each, words).get(0) + ".")
                .orElse("No offer waits for a " + kind + "."));
        if (found instanceof Referral referral) {
            out.println(Printable.of("What " + referral.referrer()
                    + " gets for it is decided when the participant is awarded for the first time."));
        }
    }

    /** Stops at the event that is asked for, or leaves out what comes after the visit. */
    private final class Search implements Replay.Listener {

        private final FailureText failures = new FailureText(spec.commandLine().getErr());
        private @Nullable CustomerEvent found;
        private final DailyRunTally ran;
        private final Optional<DailyRuns> runs;
        private boolean complete = true;

        Search(Session session) {
            ran = new DailyRunTally(session.when(), spec.commandLine().getErr());
            runs = runOptions.runs(spec, session, ran);
        }

        @Override
        public Replay.Instruction before(CustomerEvent next) {
            if (asOf != null && !Session.knownOn(next).isBefore(asOf)) {
                return Replay.Instruction.SKIP;
            }
            runs.ifPresent(daily -> daily.before(next));
            if (next.key().toString().equals(event)) {
                found = next;
            }
            if (found != null) {
                return Replay.Instruction.STOP;
            }
            return options.inputs().hasStore() ? Replay.Instruction.SKIP : Replay.Instruction.EVALUATE;
        }

        CustomerEvent found() {
            if (found == null) {
                throw wrong("The event (" + event + ") is not in "
                        + options.inputs().source() + ".");
            }
            return found;
        }

        @Override
        public void evaluated(CustomerEvent next, Outcome outcome, boolean repeated) {}

        @Override
        public void failed(String where, List<Problem> problems) {
            complete = false;
            failures.print(where, problems);
        }
    }
}
