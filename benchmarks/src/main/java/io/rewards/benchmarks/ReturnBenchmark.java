package io.rewards.benchmarks;

import io.rewards.decision.Outcome;
import io.rewards.engine.RewardsEngine;
import io.rewards.store.InMemoryStore;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A purchase that was paid with many lots comes back whole. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and calls the methods with @Setup.
public class ReturnBenchmark {

    private static final String PARTICIPANT = "P1";
    private static final String PAID = "paid";

    /** How many lots had paid. */
    @Param({"1000", "2000", "4000", "8000"})
    private int lots;

    private RewardsEngine engine;
    private long returns;

    /** For JMH. */
    public ReturnBenchmark() {}

    /** This benchmark without JMH. */
    ReturnBenchmark(int lots) {
        this.lots = lots;
    }

    /** Makes one purchase for each lot, and one that all of them pay. */
    @Setup(Level.Trial)
    public void pay() {
        engine = RewardsEngine.builder(LotShop.programme(), new InMemoryStore(), InstantSource.fixed(LotShop.NOW))
                .withRules(RuleSets.drools())
                .build();
        engine.evaluate(LotShop.registration(PARTICIPANT));
        engine.evaluate(LotShop.signUp(PARTICIPANT));
        for (int i = 0; i < lots; i++) {
            engine.evaluate(LotShop.awarded("award-" + i, PARTICIPANT));
        }
        Outcome paid = engine.evaluate(LotShop.paidFromWallet(PAID, PARTICIPANT));
        int parts = paid.spend().orElseThrow().parts().size();
        if (parts != lots) {
            throw new IllegalStateException("The lots (" + parts + ") that paid must be " + lots + ".");
        }
    }

    /** Decides what goes back to the lots. */
    @Benchmark
    public Outcome returnAll() {
        returns++;
        return engine.preview(LotShop.returned("return-" + returns, PARTICIPANT, PAID));
    }
}
