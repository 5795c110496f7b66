package io.rewards.event;

/**
 * A participant achieved something. Immutable. Source: domain 2.1.
 *
 * @param header of the event
 * @param classification code of the event classification
 */
public record Achievement(EventHeader header, String classification) implements CustomerEvent {
    @Override
    public Achievement withHeader(EventHeader changed) {
        return new Achievement(changed, classification);
    }
}
