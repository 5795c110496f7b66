package io.rewards.benchmarks;

import io.rewards.jdbc.Batches;
import io.rewards.jdbc.JdbcStore;
import io.rewards.rules.RuleSet;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sqlite.SQLiteDataSource;

/**
 * Prints for how long the processor works for one more purchase on SQLite, by the number of purchases that the participant has
 * made before: see {@link AgedShop}. What was not spent in time is taken out after each few of them, outside of what is
 * timed, so that as much is open at every age. Also prints how many bytes of the file each purchase takes.
 */
public final class DurableAge {

    private static final int BATCH = 1_000_000;
    private static final int TOGETHER = 5;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final RuleSet rules = RuleSets.named("drools");
    private final int rounds;

    DurableAge(int rounds) {
        this.rounds = rounds;
    }

    /** Measures all ages; without arguments. */
    public static void main(String[] arguments) throws IOException {
        DurableAge ages = new DurableAge(160);
        ages.measureOnce(1_000);
        ages.print(System.out, List.of(10, 1_000, 100_000));
    }

    void print(PrintStream out, List<Integer> ages) throws IOException {
        out.printf(Locale.ROOT, "%10s %16s %8s %18s%n", "purchases", "ns of one more", "ratio", "bytes of each");
        long first = 0;
        for (int age : ages) {
            Path file = Files.createTempFile("age", ".db");
            long nanos = measured(file, age);
            first = first == 0 ? nanos : first;
            out.printf(Locale.ROOT, "%10d %16d %8s", age, nanos, ratio(nanos, first));
            out.printf(Locale.ROOT, " %18d%n", Files.size(file) / Math.max(1, (long) age * participants(age)));
            Files.delete(file);
        }
    }

    /** Warms up. */
    private void measureOnce(int age) throws IOException {
        Path file = Files.createTempFile("age", ".db");
        measured(file, age);
        Files.delete(file);
    }

    /** Many young participants, so that what is measured makes none of them much older. */
    private int participants(int age) {
        return Math.max(1, 2 * rounds * TOGETHER / age);
    }

    /** The median of what one purchase takes, over some together. */
    private long measured(Path file, int age) {
        SQLiteDataSource database = new SQLiteDataSource();
        database.setUrl("jdbc:sqlite:" + file + "?journal_mode=WAL&synchronous=FULL&transaction_mode=IMMEDIATE");
        JdbcStore.migrate(database);
        try (Batches batches = Batches.of(database, BATCH)) {
            AgedShop shop = new AgedShop(rules, participants(age), age, batches.store());
            batches.flush();
            List<Long> nanos = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                long before = threads.getCurrentThreadCpuTime();
                for (int i = 0; i < TOGETHER; i++) {
                    shop.buy();
                }
                nanos.add((threads.getCurrentThreadCpuTime() - before) / TOGETHER);
                shop.expire();
                batches.flush();
            }
            return nanos.stream().sorted().skip(rounds / 2).findFirst().orElseThrow();
        }
    }

    private static BigDecimal ratio(long nanos, long first) {
        return BigDecimal.valueOf(nanos).divide(BigDecimal.valueOf(first), 2, RoundingMode.HALF_UP);
    }
}
