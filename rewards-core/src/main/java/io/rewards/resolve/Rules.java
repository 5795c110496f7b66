package io.rewards.resolve;

import io.rewards.catalogue.Offer;
import io.rewards.decision.Answer;
import io.rewards.decision.Moment;

/** Asks the rules about one offer. */
@FunctionalInterface
public interface Rules {

    /** What the rules say about {@code offer} at {@code moment}. */
    Answer ask(Offer offer, Moment moment);
}
