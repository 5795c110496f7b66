package io.rewards.cli;

import io.rewards.account.Account;
import io.rewards.amount.Denomination;
import io.rewards.cli.Table.Side;
import io.rewards.participant.ParticipantFilter;
import io.rewards.wallet.Balance;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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

/** Shows participants as the events of a file leave them. */
@Command(
        name = "participants",
        description = {
            "Decides the events of a file and lists the participants, or shows one of them in full: memberships, wallet,"
                    + " history, standing in every offer, and what will happen next.",
            "Of contact data only what offers ask for is printed, and of access tokens only the start of their hash."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  rewards participants --programme programme.yaml --events events.jsonl",
            "  rewards participants --programme programme.yaml --events events.jsonl --memberships --csv members.csv",
            "  rewards participants --programme programme.yaml --events events.jsonl --scheme CLUB --signed-up-from 2025-01-01",
            "  rewards participants --programme programme.yaml --events events.jsonl --runs-at 02:00 --participant M001",
            "  rewards participants --programme programme.yaml --events events.jsonl --participant M001 --days 30"
                    + " --as-of 2025-06-01T00:00:00Z"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            ExitCode.OK_TEXT,
            "1:A line could not be read, or a run could not decide a participant.",
            ExitCode.UNUSABLE_TEXT,
            ExitCode.REFUSED_TEXT
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ParticipantsCommand implements Callable<Integer> {

    private static final int MOST_DAYS = 3_660;
    private static final int FIXED_COLUMNS = 7;

    @Spec
    private CommandSpec spec;

    @Mixin
    private InputOptions inputs;

    @Option(
            names = "--participant",
            paramLabel = "ID",
            description = "Shows this participant in full; a table of all unless said.")
    private @Nullable String participant;

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            converter = Inputs.InstantConverter.class,
            description = {
                "The moment to look at; later events of a file are left out, those of a store are not.",
                "That of the last event of a file, or now, unless said."
            })
    private @Nullable Instant asOf;

    @Mixin
    private DailyRunOptions runOptions;

    @Option(
            names = "--days",
            defaultValue = "90",
            paramLabel = "N",
            description = "How far the calendar of a participant looks ahead; ${DEFAULT-VALUE} days unless said.")
    private int days;

    @Option(names = "--memberships", description = "Lists the memberships in schemes, also those that have ended.")
    private boolean memberships;

    @Mixin
    private SearchOptions search;

    @Mixin
    private ExportOptions export;

    @Override
    public Integer call() throws IOException {
        if (days < 1 || days > MOST_DAYS) {
            throw wrong("The days (" + days + ") of --days must be 1 to " + Figures.of(MOST_DAYS) + ".");
        }
        if (participant != null && memberships) {
            throw wrong("--participant shows one participant, --memberships lists those of all; both were given.");
        }
        if (participant != null && search.isUsed()) {
            throw wrong("--participant shows one participant, the options of a search list several; both were given.");
        }
        runOptions.check(spec, inputs);
        export.check(spec, inputs);
        try (Session session = inputs.look(spec)) {
            ParticipantFilter sought = search.filter(spec, session.programme());
            History history = History.of(spec, session, inputs.events(), runOptions, Optional.ofNullable(asOf));
            Instant moment = history.end();
            if (memberships) {
                listMemberships(session, moment, sought);
            } else if (participant == null) {
                list(session, moment, sought);
            } else {
                show(session, participant, moment);
            }
            return history.exitCode(false);
        }
    }

    private void list(Session session, Instant moment, ParticipantFilter sought) throws IOException {
        ParticipantRows rows = new ParticipantRows(session, moment, sought);
        Side[] sides = new Side[FIXED_COLUMNS + rows.denominations().size()];
        Arrays.fill(sides, Side.LEFT);
        Arrays.fill(sides, FIXED_COLUMNS - 1, sides.length, Side.RIGHT);
        Table table = new Table(sides);
        List<String> head = new ArrayList<>(List.of("Id", "Name", "Registered", "State", "Tier", "Schemes", "Awards"));
        rows.denominations().forEach(denomination -> head.add(denomination.code()));
        table.row(head.toArray(String[]::new));
        List<Account> accounts = rows.accounts();
        accounts.forEach(account -> table.row(row(session, account, rows, moment)));
        PrintWriter out = spec.commandLine().getOut();
        table.print(out, "");
        out.println(Figures.of(accounts.size(), "participant") + " on "
                + session.when().moment(moment));
        export.write(rows.columns(), rows.participants());
    }

    private static String[] row(Session session, Account account, ParticipantRows rows, Instant moment) {
        List<String> row = new ArrayList<>(List.of(
                account.participant().id(),
                account.participant().profile().name(),
                session.when().dayOf(account.participant().registeredOn()).toString(),
                OfferWords.of(account.participant().state()),
                account.participant().tier().isEmpty()
                        ? "-"
                        : account.participant().tier(),
                account.participant().memberships().isEmpty()
                        ? "-"
                        : String.join(", ", account.participant().memberships().keySet()),
                Figures.of(rows.awards(account.participant().id()))));
        List<Balance> balances = Balance.of(account.wallet(), moment);
        for (Denomination denomination : rows.denominations()) {
            row.add(balances.stream()
                    .filter(balance -> balance.available().denomination().equals(denomination))
                    .findFirst()
                    .map(balance -> Figures.number(balance.total()))
                    .orElse("-"));
        }
        return row.toArray(String[]::new);
    }

    private void listMemberships(Session session, Instant moment, ParticipantFilter sought) throws IOException {
        List<List<String>> rows = new ParticipantRows(session, moment, sought).memberships();
        Table table = new Table(Side.LEFT, Side.LEFT, Side.LEFT, Side.LEFT, Side.LEFT, Side.LEFT);
        table.row("Participant", "Scheme", "Signed up", "Unit", "Reference", "Signed off");
        rows.forEach(row ->
                table.row(row.stream().map(cell -> cell.isEmpty() ? "-" : cell).toArray(String[]::new)));
        PrintWriter out = spec.commandLine().getOut();
        table.print(out, "");
        out.println(
                Figures.of(rows.size(), "membership") + " on " + session.when().moment(moment));
        export.write(ParticipantRows.OF_MEMBERSHIPS, rows);
    }

    private void show(Session session, String id, Instant moment) {
        Account account = session.store()
                .account(id)
                .orElseThrow(() -> wrong(
                        "The participant (" + id + ") is not in " + inputs.source() + ", or not yet registered."));
        PrintWriter out = spec.commandLine().getOut();
        new ParticipantText(session, account, out).print(moment);
        new OutlookText(session, id, out).print(moment, days);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
