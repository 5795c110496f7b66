package io.rewards.event;

/**
 * A participant may no longer spend, or may again. Immutable. Source: domain 4.5.
 *
 * @param header of the event
 * @param blocked true when spending is refused from now on
 */
public record SpendBlockingChanged(EventHeader header, boolean blocked) implements CustomerEvent {
    @Override
    public SpendBlockingChanged withHeader(EventHeader changed) {
        return new SpendBlockingChanged(changed, blocked);
    }
}
