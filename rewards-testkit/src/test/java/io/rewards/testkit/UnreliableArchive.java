package io.rewards.testkit;

import io.rewards.store.OutcomeArchive;
import io.rewards.store.Recorded;
import java.util.ArrayList;
import java.util.List;

/** An archive on the heap that fails when it is told, or from time to time. Thread-safe. */
final class UnreliableArchive implements OutcomeArchive {

    /** What this archive throws. */
    static final class DiskFullException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        DiskFullException() {
            super("disk full");
        }
    }

    private final List<Recorded> kept = new ArrayList<>();
    private final int every;
    private int calls;
    private boolean broken;

    /** Fails at each call whose number {@code every} divides; never by itself for 0. */
    UnreliableArchive(int every) {
        this.every = every;
    }

    synchronized void failNext() {
        broken = true;
    }

    @Override
    public synchronized long append(Recorded recorded) {
        calls++;
        if (broken || (every > 0 && calls % every == 0)) {
            broken = false;
            throw new DiskFullException();
        }
        kept.add(recorded);
        return kept.size() - 1L;
    }

    @Override
    public synchronized Recorded read(long place) {
        return kept.get(Math.toIntExact(place));
    }
}
