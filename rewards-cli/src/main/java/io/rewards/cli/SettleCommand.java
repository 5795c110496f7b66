package io.rewards.cli;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.catalogue.SettlementDefinition;
import io.rewards.engine.EngineSettlements;
import io.rewards.event.EventKey;
import io.rewards.json.SettlementWriter;
import io.rewards.key.Key;
import io.rewards.ledger.Balances;
import io.rewards.settlement.MerchantEntry;
import io.rewards.settlement.SettlementDocument;
import io.rewards.settlement.SettlementFailure;
import io.rewards.settlement.SettlementReport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Settles what merchants give to awards and get for purchases that wallets paid. */
@Command(
        name = "settle",
        description = {
            "Decides the events of a file and shows what would be settled with merchants: all of them, those of a",
            "definition of the programme, one, or what is about one purchase. Above zero the owner owes the merchant.",
            "With --post settlements are posted, with merchants whose agreement says so."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  rewards settle --programme programme.yaml --events events.jsonl --as-of 2026-02-01T00:00:00Z",
            "  rewards settle --programme programme.yaml --store rewards.db --as-of 2026-02-01T00:00:00Z --definition",
            "    MONTHLY --post --documents settlements.jsonl"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            ExitCode.OK_TEXT,
            "1:A line could not be read, or a merchant could not be settled.",
            ExitCode.UNUSABLE_TEXT,
            ExitCode.REFUSED_TEXT
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class SettleCommand implements Callable<Integer> {

    private static final String INDENT = "  ";
    private static final int ENTRIES_SHOWN = 50;
    private static final String EVERYBODY = "EVERYBODY";

    /** What is settled; everything where nothing of it is said. */
    private static final class Scope {

        @Option(names = "--definition", paramLabel = "CODE", description = "The settlement of the programme to run.")
        private @Nullable String definition;

        @Option(names = "--merchant", paramLabel = "CODE", description = "The unit of the merchant to settle.")
        private @Nullable String merchant;

        @Option(
                names = "--purchase",
                paramLabel = "ID",
                description = "The purchase to settle, with everybody it concerns.")
        private @Nullable String purchase;
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private InputOptions inputs;

    @Option(
            names = "--as-of",
            required = true,
            paramLabel = "INSTANT",
            converter = Inputs.InstantConverter.class,
            description = "What the settlement is about, such as 2026-02-01T00:00:00Z. Later events are left out.")
    private Instant asOf;

    @ArgGroup
    private @Nullable Scope scope;

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "Of the settlement with one merchant or of one purchase; made of the instant unless said.")
    private @Nullable String id;

    @Option(names = "--post", description = "Posts what is shown without it, where that is agreed.")
    private boolean post;

    @Option(
            names = "--documents",
            paramLabel = "FILE",
            description = "Where to write the settlements with their entries, one JSON object a line.")
    private @Nullable Path documents;

    @Mixin
    private ExportOptions export;

    @Override
    public Integer call() throws IOException {
        export.check(spec, inputs);
        if (documents != null) {
            inputs.requireOther(spec, "--documents", documents);
        }
        try (Session session = post ? inputs.open(spec) : inputs.look(spec);
                OutcomeFile none = OutcomeFile.none()) {
            SummaryText.heading(session, spec.commandLine().getOut());
            EvaluationTally tally = Evaluation.before(spec, session, inputs.events(), none, asOf);
            List<SettlementDocument> settled = new ArrayList<>();
            List<SettlementFailure> failures = settle(session, settled);
            print(session, settled);
            failures.forEach(failure -> spec.commandLine()
                    .getErr()
                    .println(Printable.of(
                            "The merchant (" + failure.name() + ") could not be settled: " + failure.message())));
            export.write(SettlementRows.COLUMNS, SettlementRows.of(settled));
            write(settled);
            return tally.exitCode(!failures.isEmpty());
        }
    }

    private List<SettlementFailure> settle(Session session, List<SettlementDocument> settled) {
        EngineSettlements settlements = session.engine().settlements();
        Scope wanted = scope == null ? new Scope() : scope;
        String name = id == null ? Key.of(asOf.toString(), "settle").text() : id;
        if (wanted.merchant != null) {
            requireMerchant(session, wanted.merchant);
            SettlementDocument document =
                    post ? settlements.settle(wanted.merchant, name, asOf) : settlements.preview(wanted.merchant, asOf);
            settled.add(document);
            return List.of();
        }
        if (wanted.purchase != null) {
            EventKey purchase = purchase(session, wanted.purchase);
            settled.addAll(
                    post
                            ? settlements.settlePurchase(purchase, name, asOf)
                            : settlements.previewPurchase(purchase, asOf));
            return List.of();
        }
        SettlementDefinition definition = definition(session, wanted.definition);
        SettlementReport report = post
                ? settlements.run(definition, asOf, settled::add)
                : settlements.previewRun(definition, asOf, settled::add);
        return report.failures();
    }

    private void requireMerchant(Session session, String merchant) {
        boolean known = session.programme().units().stream()
                        .anyMatch(unit -> unit.code().equals(merchant))
                || session.engine().settlements().merchants().contains(merchant);
        if (!known) {
            throw wrong(
                    "The merchant (" + merchant + ") is no unit of the programme, and nothing was settled with it.");
        }
    }

    private EventKey purchase(Session session, String text) {
        EventKey key = EventKey.parse(text).orElseGet(() -> EventKey.of(text));
        if (!session.store().isRecorded(key)) {
            throw wrong("The purchase (" + text + ") is not in " + inputs.source() + ".");
        }
        return key;
    }

    private SettlementDefinition definition(Session session, @Nullable String code) {
        if (code == null) {
            return SettlementDefinition.ofEverybody(EVERYBODY);
        }
        List<SettlementDefinition> all = session.programme().settlements();
        return all.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> wrong("The settlement (" + code + ") is not in the programme; it has "
                        + (all.isEmpty()
                                ? "none"
                                : String.join(
                                        ", ",
                                        all.stream()
                                                .map(SettlementDefinition::code)
                                                .toList()))
                        + "."));
    }

    private void print(Session session, List<SettlementDocument> settled) {
        PrintWriter out = spec.commandLine().getOut();
        out.println();
        out.println((post ? "Settlement as of " : "Preview of the settlement as of ")
                + session.when().moment(asOf));
        if (settled.stream().allMatch(SettlementDocument::isEmpty)) {
            out.println(INDENT + "Nothing is open to be settled.");
            return;
        }
        SettlementRows.table(settled, post).print(out, INDENT);
        if (scope != null && scope.definition == null) {
            settled.forEach(document -> entries(session, document, out));
        }
        SortedMap<Denomination, Amount> owner = new TreeMap<>();
        settled.forEach(document -> document.settlement()
                .sums()
                .forEach(sum -> owner.merge(
                        sum.denomination(), Amount.zero(sum.denomination()).minus(sum.after()), Amount::plus)));
        Balances balances = session.engine().ledger().balancesAsOf(Instant.MAX);
        Table sums = new Table(Table.Side.LEFT, Table.Side.RIGHT);
        owner.values().forEach(amount -> sums.row("owner", SettlementRows.signed(amount)));
        balances.denominations()
                .forEach(denomination -> sums.row("in wallets", Figures.of(balances.liability(denomination))));
        sums.print(out, INDENT);
    }

    /** What a merchant would be asked about: everything that was taken over, of very much the first. */
    private static void entries(Session session, SettlementDocument document, PrintWriter out) {
        out.println();
        out.println(Printable.of("Entries of merchant " + document.settlement().merchant()));
        List<MerchantEntry> taken = document.entries().stream()
                .filter(each -> each.taken().isPresent())
                .toList();
        SettlementRows.entries(taken.stream().limit(ENTRIES_SHOWN).toList(), session.when())
                .print(out, INDENT);
        if (taken.size() > ENTRIES_SHOWN) {
            out.println(INDENT + "and " + Figures.of(taken.size() - ENTRIES_SHOWN) + " more");
        }
        out.println();
    }

    private void write(List<SettlementDocument> settled) throws IOException {
        if (documents != null) {
            try (BufferedWriter text = Files.newBufferedWriter(documents, StandardCharsets.UTF_8)) {
                for (SettlementDocument document : settled) {
                    text.write(SettlementWriter.write(document));
                    text.write('\n');
                }
            }
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
