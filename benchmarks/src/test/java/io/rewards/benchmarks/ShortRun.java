package io.rewards.benchmarks;

import java.util.Collection;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs benchmarks for a moment in the process of the test; only whether they run is of interest. */
final class ShortRun {

    private static final int MEASUREMENT_MILLIS = 100;

    private ShortRun() {}

    /** All benchmarks that {@code included} matches, with these parameters. */
    static Collection<RunResult> of(String included, Map<String, String> parameters) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(included)
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(MEASUREMENT_MILLIS))
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
        parameters.forEach(options::param);
        return new Runner(options.build()).run();
    }
}
