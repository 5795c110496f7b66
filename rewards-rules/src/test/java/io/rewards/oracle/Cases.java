package io.rewards.oracle;

import io.rewards.effort.Effort;
import io.rewards.event.CustomerEvent;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Checks a property on seeded cases. A failure says how to repeat it, in one line. The property {@code rewards.cases} sets
 * how many histories a test of full weight is given, {@code rewards.seed} the first seed.
 */
final class Cases {

    private static final int HISTORIES = Effort.of("rewards.cases", 100, 500);
    private static final long FIRST_SEED = Effort.seed("rewards.seed");

    private Cases() {}

    /** What must hold for an event of a history, with its place in the list. */
    interface Step {
        void check(CustomerEvent event);
    }

    private static final class FailedStep extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int place;

        FailedStep(int place, Throwable cause) {
            super(cause);
            this.place = place;
        }
    }

    /** Checks {@code percent} of the usual number of histories. */
    static void histories(int percent, Consumer<History> property) {
        seeds(percent, seed -> property.accept(History.of(seed)));
    }

    /** Checks {@code percent} of the usual number of seeds. */
    static void seeds(int percent, LongConsumer property) {
        int count = Math.max(1, HISTORIES * percent / 100);
        for (long seed = FIRST_SEED; seed < FIRST_SEED + count; seed++) {
            try {
                property.accept(seed);
            } catch (FailedStep e) {
                throw failure("reproduce: seed=" + seed + " case=" + e.place, e.getCause());
            } catch (RuntimeException | AssertionError e) {
                throw failure("reproduce: seed=" + seed, e);
            }
        }
    }

    /** Checks every event of a history, in order. */
    static void events(List<CustomerEvent> events, Step property) {
        for (int place = 0; place < events.size(); place++) {
            try {
                property.check(events.get(place));
            } catch (RuntimeException | AssertionError e) {
                throw new FailedStep(place, e);
            }
        }
    }

    private static AssertionError failure(String line, Throwable cause) {
        return new AssertionError(line + "\n" + cause.getMessage(), cause);
    }
}
