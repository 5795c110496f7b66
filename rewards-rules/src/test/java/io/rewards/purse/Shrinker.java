package io.rewards.purse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Leaves out steps as long as something still goes wrong: halves, then quarters, down to single ones. */
final class Shrinker {

    private static final int MOST_TRIES = 1_000;

    private final Sequence.Fault fault;
    private int tries;

    Shrinker(Sequence.Fault fault) {
        this.fault = fault;
    }

    Failure shrunk(Failure failure) {
        Failure smallest = failure;
        for (int size = Math.max(1, failure.steps().size() / 2); size > 0; size /= 2) {
            boolean again = true;
            while (again && tries < MOST_TRIES) {
                Failure before = smallest;
                smallest = without(smallest, size);
                again = size == 1 && smallest.steps().size() < before.steps().size();
            }
        }
        return smallest;
    }

    private Failure without(Failure failure, int size) {
        Failure smallest = failure;
        for (int end = failure.steps().size(); end > 0 && tries < MOST_TRIES; end -= size) {
            int to = Math.min(end, smallest.steps().size());
            List<Step> fewer = new ArrayList<>(smallest.steps());
            fewer.subList(Math.max(0, to - size), to).clear();
            tries++;
            Optional<Failure> still = Sequence.replayed(failure.seed(), fewer, fault);
            smallest = still.orElse(smallest);
        }
        return smallest;
    }
}
