package io.rewards.benchmarks;

import io.rewards.decision.Outcome;
import io.rewards.run.RunReport;
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
 * What one more event costs a participant who has made few or many purchases, while the wallet holds about the same: see
 * {@link AgedShop}. Only {@link #purchase} records; the others ask and leave the account as it is.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
public class AgeBenchmark {

    private static final int PURCHASES_OF_AN_ITERATION = 25;

    /** One participant of the age. */
    @State(Scope.Thread)
    @SuppressWarnings("NullAway.Init") // JMH sets the parameters and calls the methods with @Setup.
    public static class Alone {

        /** How many purchases the participant has made. */
        @Param({"10", "1000", "10000", "100000"})
        private int age;

        private AgedShop shop;

        /** For JMH. */
        public Alone() {}

        /** Lets the participant grow old. */
        @Setup(Level.Trial)
        public void age() {
            shop = new AgedShop(RuleSets.drools(), 1, age);
        }
    }

    /** So many participants of the age that recording a few hundred purchases makes none of them much older. */
    @State(Scope.Thread)
    @SuppressWarnings("NullAway.Init") // JMH sets the parameters and calls the methods with @Setup.
    public static class Crowd {

        private static final int PURCHASES = 10_000;

        /** How many purchases each participant has made. */
        @Param({"10", "1000", "10000", "100000"})
        private int age;

        private AgedShop shop;

        /** For JMH. */
        public Crowd() {}

        /** Lets the participants grow old. */
        @Setup(Level.Trial)
        public void age() {
            shop = new AgedShop(RuleSets.drools(), Math.max(1, PURCHASES / age), age);
        }

        /** Keeps the wallets as they were: takes out what was not spent in time. */
        @Setup(Level.Iteration)
        public void expire() {
            shop.expire();
        }
    }

    /** For JMH. */
    public AgeBenchmark() {}

    /** Decides purchases and records them; every fifth is paid with the wallet. The time is that of all of an iteration. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 10, batchSize = PURCHASES_OF_AN_ITERATION)
    @Measurement(iterations = 30, batchSize = PURCHASES_OF_AN_ITERATION)
    public Outcome purchase(Crowd crowd) {
        return crowd.shop.buy();
    }

    /** Decides a purchase. */
    @Benchmark
    public Outcome purchasePreview(Alone alone) {
        return alone.shop.previewPurchase();
    }

    /** Decides to pay for a purchase of the day before with the wallet, which holds two awards. */
    @Benchmark
    public Outcome spend(Alone alone) {
        return alone.shop.previewSpend();
    }

    /** Decides what comes back with goods of two days ago, whose award is still in the wallet. */
    @Benchmark
    public Outcome returnOfRecent(Alone alone) {
        return alone.shop.previewReturnOfRecent();
    }

    /** Decides what comes back with goods of the second purchase of all, whose award was spent the day after. */
    @Benchmark
    public Outcome returnOfOld(Alone alone) {
        return alone.shop.previewReturnOfOld();
    }

    /** An evaluation run over everything, on the participant's birthday. */
    @Benchmark
    public RunReport visit(Alone alone) {
        return alone.shop.previewVisits();
    }
}
