package io.rewards.benchmarks;

import io.rewards.catalogue.Programme;
import io.rewards.engine.RewardsEngine;
import io.rewards.event.CustomerEvent;
import io.rewards.rules.RuleSet;
import io.rewards.store.InMemoryStore;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.ref.Reference;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Prints what the in-memory store holds on the heap for each thing that is in it, events and outcomes included: the used
 * heap with twice as many of it, less the used heap with so many, after garbage collections.
 */
public final class HeapFootprint {

    private static final int SO_MANY = 20_000;
    private static final int COLLECTIONS = 5;
    private static final int PURCHASES_OF_EACH = 10;
    private static final int OLD_PARTICIPANTS = 100;

    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    private final RuleSet rules = RuleSets.named("handWritten");
    private final int count;

    HeapFootprint(int count) {
        this.count = count;
    }

    /** Measures everything; without arguments. */
    public static void main(String[] arguments) {
        new HeapFootprint(SO_MANY).print(System.out);
    }

    void print(PrintStream out) {
        long declined = purchase(LotShop.programme(), LotShop::registration, LotShop::signUp, LotShop::declined);
        long awarded = purchase(LotShop.programme(), LotShop::registration, LotShop::signUp, LotShop::awarded);
        row(out, "thing", "bytes");
        row(out, "participant: registration and sign-up", participant());
        row(out, "purchase, one offer declined", declined);
        row(out, "purchase, one offer awarded, its lot open", awarded);
        row(out, "open lot: the difference, with its award in journal and outcome", awarded - declined);
        Programme busy = new BusyShop(10).programme();
        row(
                out,
                "purchase, three of five offers awarded, two lots open",
                purchase(busy, BusyShop::registration, BusyShop::signUp, BusyShop::purchase));
        row(out, "purchase of old participants, three of five awarded, lots spent or expired", oldPurchase());
    }

    private long participant() {
        RewardsEngine engine = engine(LotShop.programme());
        return growth(engine, from -> {
            for (int i = from; i < from + count; i++) {
                engine.evaluate(LotShop.registration("P" + i));
                engine.evaluate(LotShop.signUp("P" + i));
            }
        });
    }

    private long purchase(
            Programme programme,
            Function<String, CustomerEvent> registration,
            Function<String, CustomerEvent> signUp,
            BiFunction<String, String, CustomerEvent> purchase) {
        RewardsEngine engine = engine(programme);
        for (int i = 0; i < 2 * count / PURCHASES_OF_EACH; i++) {
            engine.evaluate(registration.apply("P" + i));
            engine.evaluate(signUp.apply("P" + i));
        }
        return growth(engine, from -> {
            for (int i = from; i < from + count; i++) {
                engine.evaluate(purchase.apply("purchase-" + i, "P" + i / PURCHASES_OF_EACH));
            }
        });
    }

    private long oldPurchase() {
        AgedShop shop = new AgedShop(rules, OLD_PARTICIPANTS, 0);
        return growth(shop, from -> shop.grow(count / OLD_PARTICIPANTS));
    }

    /** What the second {@code count} things add, for each. */
    private long growth(Object kept, Addition addition) {
        try {
            addition.add(0);
            long before = used();
            addition.add(count);
            return (used() - before) / count;
        } finally {
            Reference.reachabilityFence(kept);
        }
    }

    private RewardsEngine engine(Programme programme) {
        return RewardsEngine.builder(programme, new InMemoryStore(), InstantSource.fixed(LotShop.NOW))
                .withRules(rules)
                .build();
    }

    private long used() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            memory.gc();
            least = Math.min(least, memory.getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    private static void row(PrintStream out, String thing, Object bytes) {
        out.printf(Locale.ROOT, "%-76s %10s%n", thing, bytes);
    }

    /** Adds so many things, counted on from a number. */
    private interface Addition {

        void add(int from);
    }
}
