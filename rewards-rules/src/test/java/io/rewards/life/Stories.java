package io.rewards.life;

import io.rewards.effort.Effort;

/**
 * How large the simulations are. The properties {@code rewards.life.seed}, {@code rewards.life.participants} and
 * {@code rewards.life.days} repeat one, or make it larger.
 */
final class Stories {

    private static final long SEED = Effort.seed("rewards.life.seed");
    private static final int DAYS = Integer.getInteger("rewards.life.days", 731);
    private static final int WHOLE = Effort.of("rewards.life.participants", 50, 1_000);
    private static final int SMALL = Effort.of("rewards.life.participants", 15, 200);
    private static final int ENOUGH = 250;

    /** The size from which on everything that may happen must have happened. */
    static boolean isWhole(Story story) {
        return story.participants() >= ENOUGH && story.days() >= 731;
    }

    private Stories() {}

    /** A whole programme. */
    static Story whole() {
        return Story.of(SEED, WHOLE, DAYS);
    }

    /** One small enough to be lived through several times. */
    static Story small() {
        return Story.of(SEED, SMALL, DAYS);
    }
}
