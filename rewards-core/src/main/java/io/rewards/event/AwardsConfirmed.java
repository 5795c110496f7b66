package io.rewards.event;

/**
 * The host says that the awards of an event stand: goods were delivered, or the time to return them is over. Immutable.
 * Source: domain 12.1 Q26.
 *
 * @param header of the event
 * @param event that was awarded
 */
public record AwardsConfirmed(EventHeader header, EventKey event) implements CustomerEvent {
    @Override
    public AwardsConfirmed withHeader(EventHeader changed) {
        return new AwardsConfirmed(changed, event);
    }
}
