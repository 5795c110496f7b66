package io.rewards.cli;

import io.rewards.account.Account;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Outcome;
import io.rewards.decision.ReturnResult;
import io.rewards.event.CustomerEvent;
import io.rewards.event.GoodsReturn;
import io.rewards.event.Purchase;
import io.rewards.event.ReturnedLine;
import io.rewards.examples.shop.CornerShop;
import io.rewards.json.EventWriter;
import io.rewards.kind.EventKinds;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes up a year of a shop and decides it. */
@Command(
        name = "demo",
        description =
                "Makes up a year of a corner shop, decides it with a run every night, and shows a purchase, a payment"
                        + " from a wallet and a return in full.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {"", "Examples:", "  rewards demo", "  rewards demo --seed 7 --output my-shop"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Everything went well; that some of the made-up events are refused is part of the demonstration.",
            ExitCode.UNUSABLE_TEXT
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class DemoCommand implements Callable<Integer> {

    private static final String PROGRAMME = "programme.yaml";
    private static final String EVENTS = "events.jsonl";
    private static final String RUN = "NIGHTLY";
    private static final LocalTime NIGHT = LocalTime.of(2, 0);
    private static final int MOST_ROWS = 4;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--seed",
            defaultValue = "2025",
            paramLabel = "N",
            description = "Another number makes up another year; ${DEFAULT-VALUE} unless said.")
    private long seed;

    @Option(
            names = "--output",
            defaultValue = "target/corner-shop",
            paramLabel = "DIR",
            description = "Where to write the programme and the events; ${DEFAULT-VALUE} unless said.")
    private Path output;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Files.createDirectories(output);
        Path programme = output.resolve(PROGRAMME);
        Path events = output.resolve(EVENTS);
        Files.writeString(programme, CornerShop.programme());
        writeEvents(events);
        try (Session session = Session.open(programme)) {
            Showpiece showpiece = new Showpiece();
            Highlight payment = new Highlight("A payment from the wallet:");
            Highlight back = new Highlight("Goods that came back in part:");
            DailyRunTally ran =
                    new DailyRunTally(session.when(), spec.commandLine().getErr());
            DailyRuns nights = new DailyRuns(
                    session, Runs.of(spec, session.programme(), RUN), Optional.empty(), NIGHT, ran, outcome -> {});
            MonthlySettlements months = new MonthlySettlements(
                    session, session.programme().settlements().get(0));
            EvaluationTally tally = Evaluation.run(
                    session, events, OutcomeFile.none(), spec.commandLine().getErr(), new Evaluation.Watcher() {
                        @Override
                        public Replay.Instruction before(CustomerEvent event) {
                            months.through(Session.knownOn(event), nights);
                            return Replay.Instruction.EVALUATE;
                        }

                        @Override
                        public void look(CustomerEvent event, Outcome outcome) {
                            showpiece.look(session, event, outcome);
                            payment.look(session, event, outcome, worthOfPayment(outcome));
                            back.look(session, event, outcome, worthOfReturn(session, event, outcome));
                        }
                    });
            months.end(nights);
            SummaryText.print(session, tally, out);
            out.println();
            out.println("Every night at " + NIGHT + ": " + ran.total());
            months.print(out);
            VerdictText text = new VerdictText(session.programme(), out);
            showpiece.print(text, out);
            payment.print(text, out);
            back.print(text, out);
            printNextCommands(programme, events, showpiece, out);
        }
        return ExitCode.OK;
    }

    /** More money of different offers is more worth, as long as it can be taken in at a glance. */
    private static long worthOfPayment(Outcome outcome) {
        return outcome.spend()
                .filter(spend -> outcome.verdicts().isEmpty()
                        && ReturnText.leftAlone(spend).findAny().isEmpty())
                .filter(spend -> spend.parts().size() <= MOST_ROWS)
                .map(spend -> (long) spend.parts().size())
                .orElse(0L);
    }

    /** Some pieces of a line that takes back awards, with what is left of others. */
    private static long worthOfReturn(Session session, CustomerEvent event, Outcome outcome) {
        if (!(event instanceof GoodsReturn goods) || outcome.returned().isEmpty()) {
            return 0;
        }
        ReturnedLine line = goods.lines().get(0);
        boolean inPart = session.store()
                .load(event.participant(), EventKinds.needs(event))
                .flatMap(loaded -> loaded.past().sale(line.purchase()))
                .flatMap(sale -> sale.line(line.line()))
                .filter(left -> left.kept() > 0)
                .isPresent();
        ReturnResult returned = outcome.returned().get();
        long awards = Math.min(MOST_ROWS, returned.reclaimed().size());
        return inPart ? awards + (returned.toWallet().isPositive() ? 1 : 0) : 0;
    }

    private void writeEvents(Path file) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (CustomerEvent event : CornerShop.events(seed)) {
                writer.write(EventWriter.write(event));
                writer.write('\n');
            }
        }
    }

    private static void printNextCommands(Path programme, Path events, Showpiece showpiece, PrintWriter out) {
        String files = " --programme " + programme + " --events " + events + " --runs-at " + NIGHT + " --run " + RUN;
        out.println();
        out.println("The programme is in " + programme + ", the events are in " + events + ".");
        out.println("To see how somebody stands and what comes next, and to ask why:");
        out.println("  rewards participants" + files + " --participant " + showpiece.participant());
        out.println("  rewards explain" + files + " --event " + showpiece.event());
    }

    /** Picks the event of one kind that shows most. Not thread-safe. */
    private static final class Highlight {

        private final String heading;
        private @Nullable CustomerEvent event;
        private @Nullable Outcome outcome;
        private Optional<String> name = Optional.empty();
        private long most;

        Highlight(String heading) {
            this.heading = heading;
        }

        void look(Session session, CustomerEvent candidate, Outcome decided, long worth) {
            if (worth > most) {
                most = worth;
                event = candidate;
                outcome = decided;
                name = nameOf(session, candidate);
            }
        }

        void print(VerdictText text, PrintWriter out) {
            if (event != null && outcome != null) {
                out.println();
                out.println(heading);
                text.event(event, name);
                text.consequences(outcome);
            }
        }
    }

    private static Optional<String> nameOf(Session session, CustomerEvent event) {
        return session.store()
                .account(event.participant())
                .map(Account::participant)
                .map(participant -> participant.profile().name());
    }

    /** Picks the purchase of which most different things can be said. Not thread-safe. */
    private static final class Showpiece {

        private static final int OF_A_GRANT = 3;
        private static final int MOST_GRANTS = 4;

        private @Nullable CustomerEvent event;
        private @Nullable Outcome outcome;
        private String name = "";
        private long points;

        void look(Session session, CustomerEvent candidate, Outcome decided) {
            long worth = worth(decided);
            if (worth > points && candidate instanceof Purchase) {
                points = worth;
                event = candidate;
                outcome = decided;
                name = nameOf(session, candidate).orElse("");
            }
        }

        String participant() {
            return event == null ? "ID" : event.participant();
        }

        String event() {
            return event == null ? "ID" : event.key().toString();
        }

        void print(VerdictText text, PrintWriter out) {
            if (event != null && outcome != null) {
                out.println();
                out.println("One purchase in full:");
                text.event(event, Optional.of(name));
                text.verdicts(outcome.verdicts(), false);
                text.consequences(outcome);
            }
        }

        private static long worth(Outcome outcome) {
            Set<DeclineReason> reasons = EnumSet.noneOf(DeclineReason.class);
            outcome.declined()
                    .flatMap(declined -> declined.declines().stream())
                    .forEach(decline -> reasons.add(decline.reason()));
            long grants = Math.min(MOST_GRANTS, outcome.granted().count());
            long discount = outcome.instantSpends().isEmpty() ? 0 : OF_A_GRANT;
            long rivals = reasons.contains(DeclineReason.BEATEN_BY_BETTER_AWARD) ? OF_A_GRANT : 0;
            return grants == 0 ? 0 : OF_A_GRANT * grants + discount + rivals + reasons.size();
        }
    }
}
