package io.rewards.event;

/**
 * An event never happened after all: its awards and what it spent are taken back. Purchases, what else is awarded, and
 * spend requests can be cancelled. Immutable. Source: domain 5.6.
 *
 * @param header of the event
 * @param event to cancel
 * @param reason why, for people; or empty
 */
public record EventCancelled(EventHeader header, EventKey event, String reason) implements CustomerEvent {
    @Override
    public EventCancelled withHeader(EventHeader changed) {
        return new EventCancelled(changed, event, reason);
    }
}
