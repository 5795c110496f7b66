package io.rewards.resolve;

import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.kind.NoLookups;
import java.util.Map;
import java.util.Optional;

/** Knows events and nothing about other participants. */
record Shelf(Map<EventKey, CustomerEvent> events) implements NoLookups {

    @Override
    public Optional<CustomerEvent> event(EventKey key) {
        return Optional.ofNullable(events.get(key));
    }
}
