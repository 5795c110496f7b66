package io.rewards.event;

import io.rewards.participant.SubscriptionChange;

/**
 * A subscription of a participant started, was interrupted, went on or ended. Immutable. Source: domain 2.4 C16.
 *
 * @param header of the event
 * @param subscription the host's name for it
 * @param change what happened
 */
public record SubscriptionChanged(EventHeader header, String subscription, SubscriptionChange change)
        implements CustomerEvent {
    @Override
    public SubscriptionChanged withHeader(EventHeader changed) {
        return new SubscriptionChanged(changed, subscription, change);
    }
}
