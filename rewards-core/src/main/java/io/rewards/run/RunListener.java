package io.rewards.run;

import io.rewards.decision.Outcome;

/**
 * Watches a run. Called by the thread of the run. A listener that throws interrupts the run, which is the way to stop
 * one: nothing is lost, and the same run goes on when it is run again.
 */
public interface RunListener {

    /** Nobody watches. */
    RunListener NONE = new RunListener() {};

    /** So many of so many events and participants are done; first 0, at the end all. */
    default void progressed(long done, long all) {}

    /** The run has decided an event, a visit or what expired of one participant, and recorded what came of it. */
    default void decided(Outcome outcome) {}
}
