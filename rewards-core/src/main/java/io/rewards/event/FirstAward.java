package io.rewards.event;

/**
 * The participant got an award for the first time. Immutable. Source: domain 2.4 C12.
 *
 * @param header of the event
 */
public record FirstAward(EventHeader header) implements RaisedEvent {
    @Override
    public FirstAward withHeader(EventHeader changed) {
        return new FirstAward(changed);
    }
}
