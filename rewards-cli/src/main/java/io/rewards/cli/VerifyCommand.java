package io.rewards.cli;

import io.rewards.account.Account;
import io.rewards.cli.Table.Side;
import io.rewards.report.Verification;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Checks all wallets and journals. */
@Command(
        name = "verify",
        description = {
            "Decides the events of a file and checks that all wallets and journals say the same, cent by cent.",
            "The seal is one hash over all journals, the head of a journal one over the journal: keep them elsewhere to"
                    + " notice any later change."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  rewards verify --programme programme.yaml --events events.jsonl",
            "  rewards verify --programme programme.yaml --events events.jsonl --participant M001"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            ExitCode.OK_TEXT,
            "1:Something is wrong with a wallet or a journal, a line could not be read, or a run"
                    + " could not decide a participant.",
            ExitCode.UNUSABLE_TEXT,
            ExitCode.REFUSED_TEXT
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class VerifyCommand implements Callable<Integer> {

    private static final int PROBLEMS_SHOWN = 100;

    @Spec
    private CommandSpec spec;

    @Mixin
    private InputOptions inputs;

    @Option(
            names = "--participant",
            paramLabel = "ID",
            description = "Also prints the head of the journal of this participant.")
    private @Nullable String participant;

    @Mixin
    private DailyRunOptions runOptions;

    @Override
    public Integer call() throws IOException {
        runOptions.check(spec, inputs);
        try (Session session = inputs.look(spec)) {
            History history = History.of(spec, session, inputs.events(), runOptions, Optional.empty());
            Optional<Account> account = account(session);
            PrintWriter out = spec.commandLine().getOut();
            SummaryText.heading(session, out);
            out.println();
            Verification verification = session.engine().ledger().verify();
            print(verification, account, out, spec.commandLine().getErr());
            return history.exitCode(!verification.isWell());
        }
    }

    private Optional<Account> account(Session session) {
        if (participant == null) {
            return Optional.empty();
        }
        Optional<Account> account = session.store().account(participant);
        if (account.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The participant (" + participant + ") is not in " + inputs.source() + ", or not yet registered.");
        }
        return account;
    }

    /** Prints what was found; of very many problems the first. */
    static void print(Verification verification, Optional<Account> account, PrintWriter out, PrintWriter err) {
        Table table = new Table(Side.LEFT, Side.LEFT);
        table.row("participants", Figures.of(verification.participants()));
        table.row("transactions", Figures.of(verification.transactions()));
        table.row("chains", Figures.of(verification.chains()));
        table.row("seal", verification.seal());
        account.ifPresent(known ->
                table.row("head of " + known.participant().id(), known.journal().hash()));
        table.row("problems", Figures.of(verification.problems().size()));
        table.print(out, "");
        verification.problems().stream()
                .limit(PROBLEMS_SHOWN)
                .forEach(problem -> err.println(Printable.of(problem.toString())));
        if (verification.problems().size() > PROBLEMS_SHOWN) {
            err.println("and " + Figures.of(verification.problems().size() - PROBLEMS_SHOWN) + " more");
        }
    }
}
