package io.rewards.event;

/**
 * Reserved money is not needed after all. Immutable. Source: domain 5.3.
 *
 * @param header of the event
 * @param hold of the event that reserved it
 */
public record HoldReleased(EventHeader header, EventKey hold) implements CustomerEvent {
    @Override
    public HoldReleased withHeader(EventHeader changed) {
        return new HoldReleased(changed, hold);
    }
}
