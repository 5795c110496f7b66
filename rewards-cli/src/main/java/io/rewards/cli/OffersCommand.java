package io.rewards.cli;

import io.rewards.catalogue.Goal;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferState;
import io.rewards.catalogue.OfferType;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Scheme;
import io.rewards.cli.Table.Side;
import io.rewards.json.ProgrammeReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists the offers of a programme. */
@Command(
        name = "offers",
        description = {
            "Lists the offers of a programme, or shows one of them in plain words.",
            "The programme is checked first; one with problems is refused with all of them."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  rewards offers --programme programme.yaml",
            "  rewards offers --programme programme.yaml --scheme CLUB --state EFFECTIVE --goal REWARD_LOYALTY",
            "  rewards offers --programme programme.yaml --offer BIRTHDAY"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCode.OK_TEXT, ExitCode.UNUSABLE_TEXT})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class OffersCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--programme",
            required = true,
            paramLabel = "FILE",
            description = "The programme, in YAML or JSON.")
    private Path programmeFile;

    @Option(names = "--scheme", paramLabel = "CODE", description = "Only offers of this scheme.")
    private @Nullable String scheme;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "Only offers in this state: ${COMPLETION-CANDIDATES}.")
    private @Nullable OfferState state;

    @Option(
            names = "--goal",
            paramLabel = "GOAL",
            description = "Only offers with this goal: ${COMPLETION-CANDIDATES}.")
    private @Nullable Goal goal;

    @Option(names = "--offer", paramLabel = "CODE", description = "Shows this offer in full.")
    private @Nullable String offer;

    @Override
    public Integer call() throws IOException {
        Inputs.requireFile(spec, "--programme", programmeFile);
        if (offer != null && (scheme != null || state != null || goal != null)) {
            throw wrong("--offer shows one offer; --scheme, --state and --goal choose among all of them.");
        }
        Programme programme = ProgrammeReader.read(programmeFile);
        if (offer != null) {
            Inputs.requireOffer(spec, programme, offer);
            OfferText.print(
                    programme, offer(programme, offer), spec.commandLine().getOut());
        } else {
            requireScheme(programme);
            list(programme);
        }
        return ExitCode.OK;
    }

    private void requireScheme(Programme programme) {
        List<String> schemes = programme.schemes().stream().map(Scheme::code).toList();
        if (scheme != null && !schemes.contains(scheme)) {
            throw wrong(
                    "The scheme (" + scheme + ") is not in the programme; it has " + String.join(", ", schemes) + ".");
        }
    }

    private void list(Programme programme) {
        PrintWriter out = spec.commandLine().getOut();
        List<Offer> chosen = programme.offers().stream()
                .filter(each -> scheme == null || each.scheme().equals(scheme))
                .filter(each -> state == null || each.state() == state)
                .filter(each -> goal == null || goalOf(programme, each) == goal)
                .sorted(Comparator.comparingLong(Offer::number))
                .toList();
        Table table = new Table(
                Side.RIGHT,
                Side.LEFT,
                Side.LEFT,
                Side.LEFT,
                Side.LEFT,
                Side.LEFT,
                Side.LEFT,
                Side.LEFT,
                Side.LEFT,
                Side.LEFT,
                Side.LEFT);
        table.row(
                "No",
                "Code",
                "Name",
                "Award",
                "Classification",
                "Type",
                "Goal",
                "Scheme",
                "State",
                "Since",
                "Evaluated");
        When when = new When(programme.settings().zone());
        chosen.forEach(each -> table.row(
                Long.toString(each.number()),
                each.code(),
                each.name(),
                OfferWords.award(each),
                each.classification().name(),
                each.type(),
                OfferWords.of(goalOf(programme, each)),
                each.scheme(),
                OfferWords.of(each.state()),
                each.latestEffectiveDate()
                        .map(since -> when.dayOf(since).toString())
                        .orElse("-"),
                OfferWords.evaluation(each)));
        table.print(out, "");
        out.println(
                chosen.size() == programme.offers().size()
                        ? Figures.of(chosen.size(), "offer")
                        : Figures.of(chosen.size()) + " of "
                                + Figures.of(programme.offers().size(), "offer"));
    }

    static Goal goalOf(Programme programme, Offer offer) {
        return programme.offerTypes().stream()
                .filter(type -> type.code().equals(offer.type()))
                .findFirst()
                .flatMap(OfferType::goal)
                .orElse(offer.classification().goal());
    }

    private static Offer offer(Programme programme, String code) {
        return programme.offers().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
