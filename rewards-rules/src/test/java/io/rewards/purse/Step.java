package io.rewards.purse;

import io.rewards.event.CustomerEvent;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happens to a programme. Immutable.
 *
 * @param event given to the engine; empty for an expiration run
 * @param at instant of the run
 */
record Step(Optional<CustomerEvent> event, Instant at) {

    static Step of(CustomerEvent event) {
        return new Step(Optional.of(event), event.header().receivedOn().orElseThrow());
    }

    static Step expiration(Instant asOf) {
        return new Step(Optional.empty(), asOf);
    }

    @Override
    public String toString() {
        return event.map(CustomerEvent::toString).orElse("Expiration[asOf=" + at + "]");
    }
}
