package io.rewards.store;

/**
 * Keeps recorded events for the in-memory store, which asks for one only when its event comes again. The default keeps
 * them on the heap; a host with many events can keep them in a file. Implementations are thread-safe.
 */
public interface OutcomeArchive {

    /** Keeps {@code recorded} and returns the place to read it from. */
    long append(Recorded recorded);

    /** What was kept at {@code place}. */
    Recorded read(long place);
}
