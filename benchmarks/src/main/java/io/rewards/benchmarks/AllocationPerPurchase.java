package io.rewards.benchmarks;

import com.sun.management.ThreadMXBean;
import io.rewards.engine.RewardsEngine;
import io.rewards.event.Purchase;
import io.rewards.event.SpendWish;
import io.rewards.rules.RuleSet;
import io.rewards.store.InMemoryStore;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/**
 * Prints how many bytes the engine allocates to decide and record one purchase of {@link BusyShop}, where five offers can
 * apply and three award, by the number of purchases that the participant has made before. Only calls of the engine are
 * counted; what makes participants and events is not.
 */
public final class AllocationPerPurchase {

    private static final int OFFERS = 100;
    private static final int SPEND_EVERY = 3;
    private static final int BATCH = 10;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final int warmups;
    private final int purchases;

    AllocationPerPurchase(int warmups, int purchases) {
        this.warmups = warmups;
        this.purchases = purchases;
    }

    /** Measures all ages; without arguments. */
    public static void main(String[] arguments) {
        new AllocationPerPurchase(10_000, 3000).print(System.out, List.of(0, 10, 100, 1000));
    }

    void print(PrintStream out, List<Integer> ages) {
        out.printf(
                Locale.ROOT,
                "%-12s %10s %20s %20s%n",
                "rules",
                "purchases",
                "B/op, wallet spent",
                "B/op, nothing spent");
        for (String name : List.of("drools", "handWritten")) {
            RuleSet rules = RuleSets.named(name);
            measure(rules, 0, warmups, true);
            for (int age : ages) {
                long spent = measure(rules, age, purchases, true);
                long open = measure(rules, age, purchases, false);
                out.printf(Locale.ROOT, "%-12s %10d %20d %20d%n", name, age, spent, open);
            }
        }
    }

    /**
     * Bytes for each of the next purchases, ten of each participant, or one of those who have made none yet.
     *
     * @param age how many purchases each participant has made before
     * @param most how many purchases are measured at most; fewer for old participants
     * @param spending true where every third purchase before was paid with the wallet
     */
    private long measure(RuleSet rules, int age, int most, boolean spending) {
        RewardsEngine engine = RewardsEngine.builder(
                        new BusyShop(OFFERS).programme(), new InMemoryStore(), InstantSource.fixed(BusyShop.NOW))
                .withRules(rules)
                .build();
        int batch = age == 0 ? 1 : BATCH;
        int participants = Math.max(1, most / (age + batch));
        for (int i = 0; i < participants; i++) {
            String participant = "P" + i;
            engine.evaluate(BusyShop.registration(participant));
            engine.evaluate(BusyShop.signUp(participant));
            for (int number = 0; number < age; number++) {
                Purchase purchase = purchase(participant, number);
                engine.evaluate(spending && number % SPEND_EVERY == 0 ? purchase.spending(SpendWish.ALL) : purchase);
            }
        }
        long bytes = 0;
        for (int i = 0; i < participants; i++) {
            for (int number = age; number < age + batch; number++) {
                Purchase purchase = purchase("P" + i, number);
                long before = threads.getCurrentThreadAllocatedBytes();
                engine.evaluate(purchase);
                bytes += threads.getCurrentThreadAllocatedBytes() - before;
            }
        }
        return bytes / ((long) participants * batch);
    }

    private static Purchase purchase(String participant, int number) {
        return BusyShop.purchase(participant + "-" + number, participant);
    }
}
