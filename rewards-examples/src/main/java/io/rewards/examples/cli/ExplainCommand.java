package io.rewards.examples.cli;

import io.rewards.account.Account;
import io.rewards.catalogue.Offer;
import io.rewards.decision.Explanation;
import io.rewards.decision.Outcome;
import io.rewards.decision.Verdict;
import io.rewards.event.CustomerEvent;
import io.rewards.event.Purchase;
import io.rewards.json.EventReader;
import io.rewards.problem.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says why offers apply to a purchase or not. */
@Command(
        name = "explain",
        description = {
            "Says why an offer applies to a purchase, or everything that speaks against it.",
            "The events before the purchase are decided first, so the answer is the one it had at the time."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  rewards explain --programme programme.yaml --events events.jsonl --event M001-004",
            "  rewards explain --programme programme.yaml --events events.jsonl --event M001-004 --offer BIRTHDAY"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            ExitCode.OK_TEXT,
            "1:The purchase is refused, or a line before it could not be read.",
            ExitCode.UNUSABLE_TEXT
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ExplainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DecisionOptions options;

    @Option(
            names = "--event",
            required = true,
            paramLabel = "ID",
            description = "Id of the purchase; system/id where several systems send events.")
    private String event;

    @Option(names = "--offer", paramLabel = "CODE", description = "Code of the offer; all of them unless said.")
    private @Nullable String offer;

    @Override
    public Integer call() throws IOException {
        try (Session session = options.open(spec)) {
            List<String> offers = offers(session);
            Search search = new Search();
            try (EventLines lines = EventLines.open(options.events(), new EventReader(session.programme()))) {
                Replay.run(session, lines, search);
            }
            if (search.found == null) {
                throw wrong("The event (" + event + ") is not in " + options.events() + ".");
            }
            if (!(search.found instanceof Purchase purchase)) {
                throw wrong("The event (" + event + ") is a " + Tally.wordFor(search.found)
                        + "; only a purchase can be explained, because offers apply to nothing else.");
            }
            boolean admitted = print(session, purchase, offers);
            return admitted && search.complete ? ExitCode.OK : ExitCode.REFUSED;
        }
    }

    private List<String> offers(Session session) {
        List<String> all = session.programme().offers().stream()
                .sorted(Comparator.comparingLong(Offer::number))
                .map(Offer::code)
                .toList();
        if (offer == null) {
            return all;
        }
        if (!all.contains(offer)) {
            throw wrong("The offer (" + offer + ") is not in the programme; it has " + String.join(", ", all) + ".");
        }
        return List.of(offer);
    }

    private boolean print(Session session, Purchase purchase, List<String> offers) {
        PrintWriter out = spec.commandLine().getOut();
        VerdictText text = new VerdictText(session.programme(), out);
        Optional<Account> account = session.store().account(purchase.participant());
        text.event(purchase, account.map(known -> known.participant().profile().name()));
        List<Verdict> verdicts = new ArrayList<>();
        for (String code : offers) {
            Explanation explanation = session.engine().explain(purchase, code);
            if (!explanation.problems().isEmpty()) {
                text.problems(explanation.problems());
                return false;
            }
            explanation.verdict().ifPresent(verdicts::add);
        }
        text.verdicts(verdicts, true);
        return true;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** Stops at the event that is asked for. */
    private final class Search implements Replay.Listener {

        private final FailureText failures = new FailureText(spec.commandLine().getErr());
        private @Nullable CustomerEvent found;
        private boolean complete = true;

        @Override
        public boolean goOn(CustomerEvent next) {
            if (next.key().toString().equals(event)) {
                found = next;
            }
            return found == null;
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
