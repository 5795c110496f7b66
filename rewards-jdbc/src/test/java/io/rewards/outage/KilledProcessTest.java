package io.rewards.outage;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.rewards.effort.Effort;
import io.rewards.jdbc.Databases;
import io.rewards.jdbc.JdbcStore;
import io.rewards.testkit.chance.Dice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The evaluating process is killed again and again in the middle of its work. What it has answered is kept, and once it has
 * sent everything again nothing tells that it was ever killed.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class KilledProcessTest {

    private static final int KILLS = Effort.of("rewards.kills", 5, 30);
    private static final int STEPS_PER_KILL = 20;

    @TempDir
    private Path directory;

    private final long seed = Effort.seed("rewards.kills.seed");
    private final int steps = (KILLS + 1) * STEPS_PER_KILL;
    private final List<Tale.Step> tale = Tale.of(seed, steps);
    private final Dice dice = new Dice(seed);

    @Test
    void postgresKeepsWhatWasAnswered() {
        try (HikariDataSource database = Databases.postgres()) {
            JdbcStore.migrate(database);
            isKilled(database.getJdbcUrl());
        }
    }

    @Test
    void sqliteKeepsWhatWasAnswered() {
        String url;
        try (HikariDataSource database = Databases.sqlite(directory.resolve("killed.db"))) {
            JdbcStore.migrate(database);
            url = database.getJdbcUrl();
        }
        isKilled(url);
    }

    private void isKilled(String url) {
        Answers answers = new Answers(tale);
        for (int kill = 0; kill < KILLS; kill++) {
            try (Child child = sending(url, answers)) {
                int until = kill * STEPS_PER_KILL + dice.below(STEPS_PER_KILL);
                for (int lines = dice.below(4); lines > 0 || answers.next() < until; lines--) {
                    note(child.line().orElseThrow(), answers);
                }
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(dice.below(15_000)));
                child.kill();
                rest(child, answers);
            }
            check(url, answers);
        }
        try (Child child = sending(url, answers)) {
            rest(child, answers);
            assertThat(child.exit()).isZero();
        }
        assertThat(answers.next()).isEqualTo(steps);
        check(url, answers);
        try (HikariDataSource database = Databases.open(url)) {
            JdbcStore store = JdbcStore.of(database);
            assertThat(Ending.of(store, tale)).isEqualTo(Ending.undisturbed(tale));
            assertThat(store.followUps(0, 1)).isEmpty();
        }
    }

    /** From the beginning, or from a few events back. */
    private Child sending(String url, Answers answers) {
        int from = dice.chance(25) ? 0 : Math.max(0, answers.next() - dice.below(6));
        return Child.of(Sender.class, Sender.arguments(url, seed, steps, from, answers.leftOut()));
    }

    private static void rest(Child child, Answers answers) {
        for (Optional<String> line = child.line(); line.isPresent(); line = child.line()) {
            note(line.get(), answers);
        }
    }

    private static void note(String line, Answers answers) {
        if (line.endsWith(".")) {
            int space = line.indexOf(' ');
            answers.note(Integer.parseInt(line.substring(0, space)), line.substring(space + 1, line.length() - 1));
        }
    }

    private static void check(String url, Answers answers) {
        try (HikariDataSource database = Databases.open(url)) {
            answers.check(JdbcStore.of(database));
        }
    }
}
