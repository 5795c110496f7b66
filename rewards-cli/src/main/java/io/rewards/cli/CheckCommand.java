package io.rewards.cli;

import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Commitments;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.ProgrammeAdvice;
import io.rewards.engine.RewardsEngine;
import io.rewards.json.EventReader;
import io.rewards.json.ProgrammeReader;
import io.rewards.problem.InvalidInputException;
import io.rewards.rules.RuleCompilationException;
import io.rewards.rules.RulePack;
import io.rewards.rules.RuleSet;
import io.rewards.rules.drools.DroolsRuleCompiler;
import io.rewards.store.InMemoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds everything that is wrong with programmes, events and rules. */
@Command(
        name = "check",
        description = {
            "Finds everything that is wrong with programmes, events and rules, without deciding anything.",
            "A file that ends with .yaml, .yml or .json is a programme, one that ends with .jsonl holds events, and a"
                    + " directory holds rule files that are added to the built-in ones."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  rewards check programme.yaml",
            "  rewards check programme.yaml --against programme-in-force.yaml",
            "  rewards check my-rules --programme programme.yaml",
            "  rewards check events.jsonl --programme programme.yaml"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCode.OK_TEXT, "1:There are problems.", ExitCode.UNUSABLE_TEXT})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PROGRAMME_OR_RULES", description = "What to check.")
    private List<Path> inputs;

    @Option(
            names = "--programme",
            paramLabel = "FILE",
            description = "The programme that events and rules are for; without it rules are checked by themselves.")
    private @Nullable Path programmeFile;

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description =
                    "A programme that accounts were kept under, to find what a reload would refuse; repeat it for several,"
                            + " oldest first. A warning names what only old money may need.")
    private List<Path> earlierFiles = new ArrayList<>();

    private boolean problems;

    @Override
    public Integer call() throws IOException {
        for (Path input : inputs) {
            if (!Files.isDirectory(input)) {
                Inputs.requireFile(spec, "PROGRAMME_OR_RULES", input);
            }
        }
        if (programmeFile != null) {
            Inputs.requireFile(spec, "--programme", programmeFile);
        }
        for (Path earlier : earlierFiles) {
            Inputs.requireFile(spec, "--against", earlier);
        }
        Optional<Commitments> kept = kept();
        Optional<Programme> programme =
                programmeFile == null ? Optional.empty() : Optional.of(ProgrammeReader.read(programmeFile));
        for (Path input : inputs) {
            String name = input.toString().toLowerCase(Locale.ROOT);
            if (Files.isDirectory(input)) {
                rules(input, programme);
            } else if (name.endsWith(".jsonl")) {
                events(input, programme);
            } else if (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json")) {
                programme(input, kept);
            } else {
                throw wrong("The file (" + input
                        + ") must be a programme (.yaml, .yml, .json), events (.jsonl) or a directory of rules.");
            }
        }
        return problems ? ExitCode.FAILED : ExitCode.OK;
    }

    /** What accounts rely on that were kept under the earlier programmes, one after the other. */
    private Optional<Commitments> kept() throws IOException {
        Optional<Commitments> kept = Optional.empty();
        for (Path file : earlierFiles) {
            Programme earlier = ProgrammeReader.read(file);
            kept = kept.map(before -> before.and(earlier)).or(() -> Optional.of(Commitments.of(earlier)));
        }
        return kept;
    }

    private void programme(Path file, Optional<Commitments> kept) throws IOException {
        try {
            Programme read = ProgrammeReader.read(file, outdated -> print("warning  " + file + ": " + outdated));
            Catalogue.of(read, kept);
            kept.ifPresent(
                    before -> before.warnings(read).forEach(warning -> print("warning  " + file + ": " + warning)));
            ok(
                    file,
                    "programme " + read.name() + ", version " + read.version() + ", "
                            + Figures.of(read.schemes().size(), "scheme") + ", "
                            + Figures.of(read.offers().size(), "offer"));
            ProgrammeAdvice.of(read).forEach(advice -> print("note  " + file + ": " + advice));
        } catch (InvalidInputException e) {
            problems(e.problems().stream().map(problem -> file + ": " + problem).toList());
        }
    }

    private void events(Path file, Optional<Programme> programme) throws IOException {
        EventReader reader = new EventReader(programme.orElseThrow(() ->
                wrong("The events (" + file + ") can be checked only with the programme they are for: --programme.")));
        long good = 0;
        long bad = 0;
        FailureText failures = new FailureText(spec.commandLine().getOut());
        try (EventLines lines = EventLines.open(file, reader)) {
            for (Optional<EventLines.Entry> entry = lines.next(); entry.isPresent(); entry = lines.next()) {
                if (entry.get().event().isPresent()) {
                    good++;
                } else {
                    bad++;
                    failures.print(entry.get().where(), entry.get().problems());
                }
            }
        }
        problems |= bad > 0;
        if (bad == 0) {
            ok(file, Figures.of(good, "event"));
        } else {
            print(file + ": " + Figures.of(bad, "broken line") + ", " + Figures.of(good, "event"));
        }
    }

    private void rules(Path directory, Optional<Programme> programme) {
        try {
            RulePack pack = RulePack.directory(directory);
            RuleSet rules = DroolsRuleCompiler.compile(pack);
            programme.ifPresent(known -> RewardsEngine.builder(known, new InMemoryStore(), () -> Instant.EPOCH)
                    .withRules(rules)
                    .withVoucherKey(Session.VOUCHER_KEY)
                    .build());
            ok(
                    directory,
                    Figures.of(rules.ruleIds().size(), "rule") + " in "
                            + Figures.of(pack.files().size(), "file") + ", the built-in ones among them");
        } catch (RuleCompilationException e) {
            problems(e.problems().stream()
                    .map(problem -> directory + "/" + problem)
                    .toList());
        } catch (InvalidInputException e) {
            problems(e.problems().stream()
                    .map(problem -> directory + ": " + problem)
                    .toList());
        }
    }

    private void ok(Path input, String what) {
        print("ok  " + input + ": " + what);
    }

    private void problems(List<String> found) {
        problems = true;
        found.forEach(this::print);
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
