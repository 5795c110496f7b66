package io.rewards.purse;

import io.rewards.event.CustomerEvent;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happens to a programme. Immutable.
 *
 * @param event given to the engine; empty for a run
 * @param at instant of the run
 * @param expires true for an expiration run, false for an evaluation run
 */
record Step(Optional<CustomerEvent> event, Instant at, boolean expires) {

    static Step of(CustomerEvent event) {
        return new Step(Optional.of(event), event.header().receivedOn().orElseThrow(), false);
    }

    static Step expiration(Instant asOf) {
        return new Step(Optional.empty(), asOf, true);
    }

    static Step evaluation(Instant asOf) {
        return new Step(Optional.empty(), asOf, false);
    }

    @Override
    public String toString() {
        return event.map(CustomerEvent::toString).orElse((expires ? "Expiration" : "Evaluation") + "[asOf=" + at + "]");
    }
}
