package io.rewards.cli;

import io.rewards.catalogue.Agreement;
import io.rewards.catalogue.AgreementField;
import io.rewards.catalogue.AgreementState;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.ContributionRule;
import io.rewards.catalogue.MerchantTerms;
import io.rewards.catalogue.Programme;
import io.rewards.cli.Table.Side;
import io.rewards.json.ProgrammeReader;
import io.rewards.ledger.JournalPlace;
import io.rewards.organisation.Unit;
import io.rewards.settlement.Settlement;
import io.rewards.store.MerchantBooks;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
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

/** Shows what is agreed with the merchants of a programme. */
@Command(
        name = "merchants",
        description = {
            "Shows what is agreed with the merchant of each unit: every field, what holds, and which agreement says so.",
            "With a store also its position after the latest settlement: above zero the owner owes the merchant.",
            "The programme is checked first; one with problems is refused with all of them."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  rewards merchants --programme programme.yaml",
            "  rewards merchants --programme programme.yaml --unit U1 --json terms.jsonl"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCode.OK_TEXT, ExitCode.UNUSABLE_TEXT})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class MerchantsCommand implements Callable<Integer> {

    private static final String INDENT = "  ";
    private static final List<String> COLUMNS = List.of("unit", "field", "value", "agreement");

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--programme",
            required = true,
            paramLabel = "FILE",
            description = "The programme, in YAML or JSON.")
    private Path programmeFile;

    @Option(names = "--unit", paramLabel = "CODE", description = "Only the merchant of this unit.")
    private @Nullable String unit;

    @Mixin
    private StoreOptions store;

    @Mixin
    private ExportOptions export;

    @Override
    public Integer call() throws IOException {
        Inputs.requireFile(spec, "--programme", programmeFile);
        export.check(spec, programmeFile);
        export.check(spec, store);
        Programme programme = ProgrammeReader.read(programmeFile);
        List<String> units = programme.units().stream().map(Unit::code).toList();
        if (unit != null && !units.contains(unit)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The unit (" + unit + ") is not in the programme; it has " + String.join(", ", units) + ".");
        }
        Catalogue catalogue = Catalogue.of(programme);
        List<List<String>> exported = new ArrayList<>();
        Optional<StoreAddress> address = store.address();
        try (Database database = address.isPresent() ? Database.existing(address.get()) : null) {
            MerchantBooks books = database == null ? null : database.store().merchants();
            for (Unit each : programme.units()) {
                if (unit == null || unit.equals(each.code())) {
                    print(each, catalogue.merchant(each.code()), exported);
                    if (books != null) {
                        position(each, books, exported);
                    }
                }
            }
        }
        export.write(COLUMNS, exported);
        return ExitCode.OK;
    }

    private void position(Unit of, MerchantBooks books, List<List<String>> exported) {
        Table table = new Table(Side.LEFT, Side.LEFT, Side.LEFT);
        Optional<Settlement> latest = books.latest(of.code());
        latest.ifPresent(settlement -> settlement.sums().forEach(sum -> {
            String position = SettlementRows.signed(sum.after());
            table.row("position", position, "settlement " + settlement.id());
            exported.add(List.of(of.code(), "position", position, settlement.id()));
        }));
        boolean open = !books.open(of.code(), JournalPlace.BEFORE_ALL, 1).isEmpty();
        String unsettled = open ? "some entries" : "none";
        table.row("to be settled", unsettled, "");
        exported.add(List.of(of.code(), "to be settled", unsettled, ""));
        table.print(spec.commandLine().getOut(), INDENT);
    }

    private void print(Unit of, Optional<MerchantTerms> agreed, List<List<String>> exported) {
        PrintWriter out = spec.commandLine().getOut();
        String name = of.name().equals(of.code()) ? "" : " " + of.name();
        out.println(Printable.of(
                of.code() + name + ": " + agreed.map(MerchantsCommand::state).orElse("nothing agreed")));
        agreed.ifPresent(terms -> {
            Table table = new Table(Side.LEFT, Side.LEFT, Side.LEFT);
            for (List<String> row : rows(terms)) {
                table.row(row.get(0), row.get(1), row.get(2));
                exported.add(List.of(of.code(), row.get(0), row.get(1), row.get(2)));
            }
            table.print(out, INDENT);
        });
    }

    private static String state(MerchantTerms terms) {
        return terms.isEffective() ? AgreementState.EFFECTIVE.name() : AgreementState.NOT_EFFECTIVE.name();
    }

    /** Each field with what holds and the agreement that says so, and the rules of all of them. */
    private static List<List<String>> rows(MerchantTerms terms) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("state", state(terms), source(terms, terms.agreements().get(0))));
        for (AgreementField<?> field : AgreementField.all()) {
            rows.add(List.of(
                    field.path(),
                    value(terms.value(field)),
                    terms.source(field)
                            .map(agreement -> source(terms, agreement))
                            .orElse("nobody says it")));
        }
        for (Agreement agreement : terms.agreements()) {
            for (ContributionRule rule : agreement.contributions()) {
                rows.add(List.of(
                        "contributions." + rule.code(),
                        rule.percentage()
                                + (rule.offers().isEmpty() ? "" : " for " + String.join(", ", rule.offers()))
                                + (rule.when().isAlways() ? "" : ", under conditions"),
                        source(terms, agreement)));
            }
        }
        return rows;
    }

    private static String source(MerchantTerms terms, Agreement agreement) {
        return agreement.unit().equals(terms.unit())
                ? agreement.code()
                : agreement.code() + ", of group " + agreement.group();
    }

    private static String value(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(Object::toString).orElse("none");
        }
        if (value instanceof Collection<?> some) {
            return some.isEmpty()
                    ? "all"
                    : String.join(", ", some.stream().map(Object::toString).toList());
        }
        return value.toString();
    }
}
