package io.rewards.benchmarks;

import io.rewards.decision.Outcome;
import io.rewards.engine.RewardsEngine;
import io.rewards.event.Purchase;
import io.rewards.store.InMemoryStore;
import io.rewards.store.OutcomeArchive;
import io.rewards.store.Recorded;
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

/**
 * One purchase through the whole engine, with the in-memory store and a reason for every offer that does not apply: with
 * the rule files and with the same rules written by hand, among few and among many offers.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(value = 2, jvmArgsAppend = "-Xmx4g")
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and calls the methods with @Setup.
public class EvaluateBenchmark {

    /** How many live offers the programme has. */
    @Param({"10", "100", "1000", "10000"})
    private int offers;

    /** Who decides. */
    @Param({"drools", "handWritten"})
    private String rules;

    /** How many take turns: so many that no account grows beyond a dozen purchases before the fork ends. */
    @Param("40000")
    private int participants;

    private RewardsEngine engine;
    private long purchases;

    /** For JMH. */
    public EvaluateBenchmark() {}

    /** This benchmark without JMH, for tests. */
    EvaluateBenchmark(int offers, String rules, int participants) {
        this.offers = offers;
        this.rules = rules;
        this.participants = participants;
    }

    /**
     * Compiles the rules and registers the participants: once, because a profiler counts what is set up for an iteration.
     */
    @Setup(Level.Trial)
    public void open() {
        engine = RewardsEngine.builder(
                        new BusyShop(offers).programme(),
                        new InMemoryStore(new Forgetful()),
                        InstantSource.fixed(BusyShop.NOW))
                .withRules(RuleSets.named(rules))
                .build();
        for (int i = 0; i < participants; i++) {
            engine.evaluate(BusyShop.registration(participant(i)));
            engine.evaluate(BusyShop.signUp(participant(i)));
        }
    }

    /** Decides a purchase and records the outcome. */
    @Benchmark
    public Outcome evaluate() {
        return engine.evaluate(nextPurchase());
    }

    /** Decides a purchase of a participant without a past and records nothing. */
    @Benchmark
    public Outcome preview() {
        return engine.preview(nextPurchase());
    }

    private Purchase nextPurchase() {
        long number = purchases++;
        return BusyShop.purchase(Long.toString(number), participant(number % participants));
    }

    private static String participant(long number) {
        return "P" + number;
    }

    /** Keeps no outcome: no purchase comes twice, and what the heap holds would be part of the measurement. */
    private static final class Forgetful implements OutcomeArchive {

        private long place;

        @Override
        public long append(Recorded recorded) {
            return place++;
        }

        @Override
        public Recorded read(long wanted) {
            throw new AssertionError("No event comes twice: " + wanted);
        }
    }
}
