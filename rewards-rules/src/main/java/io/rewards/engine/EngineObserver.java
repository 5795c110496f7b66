package io.rewards.engine;

/**
 * Is told what an engine does, for metrics: how many, of what sort and how long, in words of which there are few, and never
 * about whom or for which offer. It is called by the threads that do it, right after it was done, so it should be quick; in a
 * transaction of the host, before the host commits. What it throws fails nothing, and is logged once. What previews and
 * explanations do is not told. Implementations are thread-safe.
 */
public interface EngineObserver {

    /** Nobody listens, and nothing is done for it. */
    EngineObserver NONE = new EngineObserver() {};

    /** What a reload changes. */
    enum Part {
        /** The programme. */
        PROGRAMME,
        /** The pack of rules. */
        RULES
    }

    /** An event of the host, a follow-up, or a step of a run was evaluated. */
    default void evaluated(Evaluation evaluation) {}

    /** To evaluate an event of this kind ended with an exception, and changed nothing. */
    default void failed(String kind) {}

    /** The store did not take what was decided of an event of this kind: somebody else was faster. */
    default void conflicted(String kind) {}

    /** An event of this kind is decided again, after a conflict, or because the account was written while it was read. */
    default void retried(String kind) {}

    /** What is left in the outbox after a call of {@code applyFollowUps} or {@code deliver}. */
    default void waiting(OutboxLag lag) {}

    /** A reload was taken, or refused, after which the old one stays in force. */
    default void reloaded(Part part, boolean taken) {}
}
