package io.rewards.event;

/**
 * A participant has come into a segment or left it. Immutable. Source: domain 3.5.
 *
 * @param header of the event
 * @param segment code of the segment
 * @param member true when the participant is in it now
 */
public record SegmentChanged(EventHeader header, String segment, boolean member) implements CustomerEvent {
    @Override
    public SegmentChanged withHeader(EventHeader changed) {
        return new SegmentChanged(changed, segment, member);
    }
}
