package io.rewards.engine;

import io.rewards.event.EventKey;

/** Thrown when an event comes with the key of an earlier event that says something else. Nothing was changed. */
public final class EventIdReusedException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient EventKey key;

    EventIdReusedException(EventKey key) {
        super("The event id (" + key + ") already belongs to an event with other content. Maybe the caller counts ids"
                + " anew: the same id must mean the same event.");
        this.key = key;
    }

    /** The key that was used twice. */
    public EventKey key() {
        return key;
    }
}
