package io.rewards.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.rewards.effort.Effort;
import io.rewards.ranks.RandomRanks;
import io.rewards.rules.RuleSet;
import io.rewards.rules.drools.DroolsRuleCompiler;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Domain 8.4 over databases: after every event of a random life everybody is in the tier that the whole history says. */
class TierPropertyOnDatabasesTest {

    private static final long FIRST_SEED = Effort.seed("rewards.tiers.seed");
    private static final int LIVES = Effort.of("rewards.tiers.databases", 4, 40);
    private static final int STEPS = 40;
    private static final RuleSet RULES = DroolsRuleCompiler.builtIn();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void everybodyIsInTheTierThatTheWholeHistorySays(Dialect dialect) {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + LIVES; seed++) {
            try (HikariDataSource database = dialect == Dialect.POSTGRESQL
                    ? Databases.postgres()
                    : Databases.sqlite(directory.resolve("tiers" + seed + ".db"))) {
                RandomRanks life = new RandomRanks(seed, Databases.store(database), RULES);
                for (int step = 1; step <= STEPS; step++) {
                    life.step();
                }
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("-Drewards.tiers.seed=" + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
