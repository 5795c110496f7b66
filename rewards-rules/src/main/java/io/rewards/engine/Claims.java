package io.rewards.engine;

import io.rewards.store.Kept;
import io.rewards.store.Lease;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;

/**
 * Takes what a store keeps a few at a time, oldest first, so that several workers share it and none works on what another one
 * has. What could not be done is let go at once, and what a worker that died had when its lease ends. For one thread.
 */
final class Claims<T> {

    private static final int AT_ONCE = 100;
    private static final Duration LEASE = Duration.ofMinutes(5);

    /** Where it is kept. */
    interface Queue<T> {

        /** Those after {@code after} that nobody has. */
        List<Kept<T>> claim(long after, int most, Lease lease);

        /** Lets go of one. */
        void letGo(T what, Lease lease);
    }

    private final Queue<T> queue;
    private final InstantSource clock;
    private long last;

    private Claims(Queue<T> queue, InstantSource clock) {
        this.queue = queue;
        this.clock = clock;
    }

    /** Lets {@code work} have everything that nobody has, each once; it says whether it is done with it. */
    static <T> void each(Queue<T> queue, InstantSource clock, Predicate<T> work) {
        Claims<T> claims = new Claims<>(queue, clock);
        while (claims.some(work)) {
            // Until nothing is left.
        }
    }

    /** False where nothing was left. */
    private boolean some(Predicate<T> work) {
        Lease lease = Lease.of(clock.instant(), LEASE);
        List<Kept<T>> claimed = queue.claim(last, AT_ONCE, lease);
        int done = 0;
        try {
            // Whoever took so long that the lease is over has only the one at hand; the rest is claimed anew.
            while (done < claimed.size() && (done == 0 || !lease.isOver(clock.instant()))) {
                Kept<T> next = claimed.get(done);
                if (!work.test(next.what())) {
                    queue.letGo(next.what(), lease);
                }
                last = next.number();
                done++;
            }
        } catch (RuntimeException | Error e) {
            letGo(claimed.subList(done, claimed.size()), lease, e);
            throw e;
        }
        return !claimed.isEmpty();
    }

    private void letGo(List<Kept<T>> left, Lease lease, Throwable failure) {
        try {
            left.forEach(each -> queue.letGo(each.what(), lease));
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
