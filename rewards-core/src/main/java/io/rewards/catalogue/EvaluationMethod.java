package io.rewards.catalogue;

/** When an offer is evaluated. Source: domain 3.2. */
public enum EvaluationMethod {
    /** Only in an evaluation run. */
    BATCH,
    /** In an evaluation run, and at once for events that are processed immediately. */
    BATCH_AND_INTERACTIVE
}
