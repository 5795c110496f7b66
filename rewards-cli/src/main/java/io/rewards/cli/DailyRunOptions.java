package io.rewards.cli;

import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of commands that can execute runs between the events: picocli sets them. Not thread-safe. */
final class DailyRunOptions {

    @Option(
            names = "--runs-at",
            paramLabel = "TIME",
            converter = Inputs.TimeConverter.class,
            description = "Also executes a run every day at this time, such as 02:00, on the clock of the programme.")
    private @Nullable LocalTime at;

    @Option(
            names = "--run",
            paramLabel = "CODE",
            description = "The run of the programme for --runs-at; one over everything unless said.")
    private @Nullable String run;

    /** Refuses a run without a time, and runs of which a store knows already. */
    void check(CommandSpec spec, InputOptions inputs) {
        if (at != null && inputs.hasStore()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--runs-at executes runs between the events of a file; a store has had its own. To execute others:"
                            + " rewards run");
        }
        if (run != null && at == null) {
            throw new ParameterException(
                    spec.commandLine(), "--run names the run that --runs-at executes; --runs-at is missing.");
        }
    }

    /** The runs between the events, from the day of the first on; empty where none are wanted. */
    Optional<DailyRuns> runs(CommandSpec spec, Session session, DailyRuns.Watcher watcher) {
        return Optional.ofNullable(at)
                .map(time -> new DailyRuns(
                        session,
                        Runs.of(spec, session.programme(), run),
                        Optional.empty(),
                        time,
                        watcher,
                        outcome -> {}));
    }
}
