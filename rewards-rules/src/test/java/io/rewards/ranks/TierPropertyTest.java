package io.rewards.ranks;

import io.rewards.effort.Effort;
import io.rewards.rules.RuleSet;
import io.rewards.rules.drools.DroolsRuleCompiler;
import io.rewards.store.InMemoryStore;
import org.junit.jupiter.api.Test;

/** Domain 8.4: after every event of a random life everybody is in the tier that the whole history says. */
class TierPropertyTest {

    private static final long FIRST_SEED = Effort.seed("rewards.tiers.seed");
    private static final int LIVES = Effort.of("rewards.tiers.lives", 40, 600);
    private static final int STEPS = Effort.of("rewards.tiers.steps", 60, 100);
    private static final RuleSet RULES = DroolsRuleCompiler.builtIn();

    @Test
    void everybodyIsInTheTierThatTheWholeHistorySays() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + LIVES; seed++) {
            int step = 0;
            try {
                RandomRanks life = new RandomRanks(seed, new InMemoryStore(), RULES);
                for (step = 1; step <= STEPS; step++) {
                    life.step();
                }
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(
                        "-Drewards.tiers.seed=" + seed + " at step " + step + ": " + e.getMessage(), e);
            }
        }
    }
}
