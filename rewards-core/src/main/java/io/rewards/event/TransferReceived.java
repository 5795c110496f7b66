package io.rewards.event;

/**
 * Another participant gave money to this one. Immutable. Source: domain 5.1.
 *
 * @param header of the event
 * @param sender id of the participant who gave it
 */
public record TransferReceived(EventHeader header, String sender) implements RaisedEvent {
    @Override
    public TransferReceived withHeader(EventHeader changed) {
        return new TransferReceived(changed, sender);
    }
}
