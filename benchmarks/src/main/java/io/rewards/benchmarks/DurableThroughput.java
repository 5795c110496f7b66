package io.rewards.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.rewards.engine.RewardsEngine;
import io.rewards.jdbc.Batches;
import io.rewards.jdbc.JdbcStore;
import io.rewards.rules.RuleSet;
import io.rewards.store.RewardsStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

/**
 * Prints how many purchases of {@link BusyShop} a second are acknowledged by an engine on a database, beside the same rows
 * written without it: the same statements, one after another, in a transaction for each purchase, on the same server with the
 * same durability. Rounds of both take turns; the figures are medians, and the ratio is that of the medians. On SQLite it
 * also prints purchases in batches beside single ones.
 */
public final class DurableThroughput {

    private static final int OFFERS = 100;
    private static final int MANY = 8;
    private static final int BATCH = 200;

    private final int rounds;
    private final int purchases;
    private final RuleSet rules = RuleSets.named("drools");
    private int schemas;

    DurableThroughput(int rounds, int purchases) {
        this.rounds = rounds;
        this.purchases = purchases;
    }

    /** Measures everything; without arguments. */
    public static void main(String[] arguments) throws IOException, SQLException {
        new DurableThroughput(5, 2_000).print(System.out);
    }

    void print(PrintStream out) throws IOException, SQLException {
        out.printf(
                Locale.ROOT, "%-12s %8s %14s %14s %8s%n", "database", "threads", "purchases/s", "bare rows/s", "ratio");
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            for (int threads : new int[] {1, MANY}) {
                compare(out, "PostgreSQL", threads, () -> postgres(server));
            }
        }
        Path directory = Files.createTempDirectory("throughput");
        compare(out, "SQLite", 1, () -> sqlite(directory));
        batches(out, directory);
    }

    private void compare(PrintStream out, String name, int threads, Callable<HikariDataSource> databases) {
        List<Long> engine = new ArrayList<>();
        List<Long> bare = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            try (HikariDataSource one = databases.call();
                    HikariDataSource other = databases.call()) {
                List<List<StatementLog.Bound>> rows = rows(other, threads);
                engine.add(rate(threads, evaluating(engine(JdbcStore.of(one), threads), threads)));
                bare.add(rate(threads, writing(other, rows)));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        print(out, name, threads, median(engine), median(bare));
    }

    private void batches(PrintStream out, Path directory) throws SQLException {
        List<Long> single = new ArrayList<>();
        List<Long> batched = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            try (HikariDataSource one = sqlite(directory);
                    HikariDataSource other = sqlite(directory);
                    Batches batches = Batches.of(other, BATCH)) {
                single.add(rate(1, evaluating(engine(JdbcStore.of(one), 1), 1)));
                RewardsEngine engine = engine(batches.store(), 1);
                batches.flush();
                List<Callable<Void>> all = evaluating(engine, 1);
                all.add(() -> {
                    batches.flush();
                    return null;
                });
                batched.add(rate(1, all));
            }
        }
        out.printf(Locale.ROOT, "%nSQLite, batches of %d beside single purchases%n", BATCH);
        print(out, "SQLite", 1, median(batched), median(single));
    }

    private static void print(PrintStream out, String name, int threads, long first, long second) {
        out.printf(
                Locale.ROOT,
                "%-12s %8d %14d %14d %8s%n",
                name,
                threads,
                first,
                second,
                java.math.BigDecimal.valueOf(first)
                        .divide(java.math.BigDecimal.valueOf(second), 2, java.math.RoundingMode.HALF_UP));
    }

    /** What the purchases write, taken down with a store on another database. */
    private List<List<StatementLog.Bound>> rows(HikariDataSource fresh, int threads) throws Exception {
        StatementLog log = new StatementLog();
        RewardsEngine engine = engine(JdbcStore.of(log.of(fresh)), threads);
        log.taken();
        for (Callable<Void> each : evaluating(engine, threads)) {
            each.call();
        }
        List<List<StatementLog.Bound>> rows = log.taken();
        try (Connection connection = fresh.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of(
                    "event", "lot", "lot_event", "award", "award_sum", "standing", "sale", "waiting", "usage_amount")) {
                statement.execute("delete from rewards_" + table);
            }
            statement.execute("update rewards_participant set version = 2");
            statement.execute("drop trigger if exists rewards_journal_only_added_to"
                    + (isPostgres(connection) ? " on rewards_journal" : ""));
            statement.execute("drop trigger if exists rewards_journal_never_deleted"
                    + (isPostgres(connection) ? " on rewards_journal" : ""));
            statement.execute("delete from rewards_journal");
        }
        return rows;
    }

    private static boolean isPostgres(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }

    private RewardsEngine engine(RewardsStore store, int threads) {
        RewardsEngine engine = RewardsEngine.builder(
                        new BusyShop(OFFERS).programme(), store, InstantSource.fixed(BusyShop.NOW))
                .withRules(rules)
                .build();
        for (int thread = 0; thread < threads; thread++) {
            for (int i = 0; i < participants(); i++) {
                engine.evaluate(BusyShop.registration(participant(thread, i)));
                engine.evaluate(BusyShop.signUp(participant(thread, i)));
            }
        }
        return engine;
    }

    /** Ten purchases of each. */
    private int participants() {
        return Math.max(1, purchases / 10);
    }

    private static String participant(int thread, int number) {
        return "P" + thread + "-" + number;
    }

    private List<Callable<Void>> evaluating(RewardsEngine engine, int threads) {
        List<Callable<Void>> all = new ArrayList<>();
        for (int i = 0; i < purchases; i++) {
            String id = "E" + i;
            String buyer = participant(i % threads, i / threads % participants());
            all.add(() -> {
                engine.evaluate(BusyShop.purchase(id, buyer));
                return null;
            });
        }
        return all;
    }

    private static List<Callable<Void>> writing(DataSource database, List<List<StatementLog.Bound>> rows) {
        List<Callable<Void>> all = new ArrayList<>();
        for (List<StatementLog.Bound> each : rows) {
            all.add(() -> {
                try (Connection connection = database.getConnection()) {
                    connection.setAutoCommit(false);
                    for (StatementLog.Bound statement : each) {
                        statement.run(connection);
                    }
                    connection.commit();
                    connection.setAutoCommit(true);
                }
                return null;
            });
        }
        return all;
    }

    /** How many a second, where thread {@code i} of {@code n} does each {@code n}th. */
    private static long rate(int threads, List<Callable<Void>> all) {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            long before = System.nanoTime();
            List<Future<Void>> running = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int first = thread;
                running.add(executor.submit(() -> {
                    for (int i = first; i < all.size(); i += threads) {
                        all.get(i).call();
                    }
                    return null;
                }));
            }
            for (Future<Void> each : running) {
                each.get();
            }
            return all.size() * 1_000_000_000L / (System.nanoTime() - before);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            executor.shutdown();
        }
    }

    private static long median(List<Long> rates) {
        return rates.stream().sorted().skip(rates.size() / 2).findFirst().orElseThrow();
    }

    private HikariDataSource postgres(EmbeddedPostgres server) throws SQLException {
        String schema = "throughput_" + ++schemas;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + schema);
        }
        return open(server.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema);
    }

    private HikariDataSource sqlite(Path directory) {
        return open("jdbc:sqlite:" + directory.resolve("store" + ++schemas + ".db")
                + "?journal_mode=WAL&synchronous=FULL&busy_timeout=10000&transaction_mode=IMMEDIATE");
    }

    private static HikariDataSource open(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(MANY + 2);
        HikariDataSource database = new HikariDataSource(config);
        JdbcStore.migrate(database);
        return database;
    }
}
