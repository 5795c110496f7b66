package io.rewards.event;

import java.util.Optional;

/**
 * An evaluation run looks at a participant, or at one subscription of a participant. Immutable. Source: domain 6.2.
 *
 * @param header of the event
 * @param run code of the run
 * @param subscription id of the subscription, where it is about one
 */
public record ParticipantVisited(EventHeader header, String run, Optional<String> subscription) implements RaisedEvent {
    @Override
    public ParticipantVisited withHeader(EventHeader changed) {
        return new ParticipantVisited(changed, run, subscription);
    }
}
