package io.rewards.event;

/**
 * An evaluation run decides an event that was left to it. Immutable. Source: domain 6.2.
 *
 * @param header of the event
 * @param run code of the run
 * @param event key of the event
 */
public record EventEvaluated(EventHeader header, String run, EventKey event) implements RaisedEvent {
    @Override
    public EventEvaluated withHeader(EventHeader changed) {
        return new EventEvaluated(changed, run, event);
    }
}
