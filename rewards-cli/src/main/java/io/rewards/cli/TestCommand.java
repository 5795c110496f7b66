package io.rewards.cli;

import io.rewards.engine.CaseReport;
import io.rewards.engine.CaseResult;
import io.rewards.engine.RuleCases;
import io.rewards.rules.RulePack;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the cases of the rules. */
@Command(
        name = "test",
        description = {
            "Runs the cases of the rules: the files that end with .cases.yaml beside them.",
            "Fails where a case has another result than it says, and where a rule has no case."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {"", "Examples:", "  rewards test", "  rewards test --rules my-rules"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCode.OK_TEXT, "1:A case failed, or a rule has no case.", ExitCode.UNUSABLE_TEXT})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class TestCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "Rule files and cases to add to the built-in ones, or to take their place.")
    private @Nullable Path rules;

    @Override
    public Integer call() {
        if (rules != null) {
            Inputs.requireDirectory(spec, "--rules", rules);
        }
        CaseReport report = RuleCases.run(rules == null ? RulePack.builtIn() : RulePack.directory(rules));
        print(report, spec.commandLine().getOut());
        return report.passed() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static void print(CaseReport report, PrintWriter out) {
        long failed = 0;
        for (CaseResult result : report.results()) {
            if (!result.passed()) {
                failed++;
                out.println(result.file() + ": " + result.name());
                result.failures().forEach(failure -> out.println("  " + failure.replace("\n", "\n  ")));
            }
        }
        if (!report.rulesWithoutCase().isEmpty()) {
            out.println("Rules without a case: " + String.join(", ", report.rulesWithoutCase()));
        }
        out.println(
                (report.passed() ? "ok  " : "") + Figures.of(report.results().size(), "case") + ", "
                        + Figures.of(failed) + " failed, "
                        + Figures.of(report.rulesWithoutCase().size(), "rule") + " without a case");
    }
}
