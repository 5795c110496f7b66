package io.rewards.decision;

import io.rewards.account.Accumulation;
import java.time.Instant;

/** A candidate whose offer counts purchases over a period. Immutable. Source: domain 2.4 C4 to C6. */
public interface AccumulatingCandidate extends Candidate {

    /** The count, this purchase included. */
    Accumulation accumulation();

    /** The first instant after the period of that count. */
    default Instant windowEnds() {
        return accumulation().windowEnds();
    }
}
