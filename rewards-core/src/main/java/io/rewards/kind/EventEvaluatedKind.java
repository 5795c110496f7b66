package io.rewards.kind;

import io.rewards.event.EventEvaluated;

/** An evaluation run decides an event that was left to it. Source: domain 6.2. */
final class EventEvaluatedKind extends RaisedKind<EventEvaluated> {

    EventEvaluatedKind() {
        super(EventEvaluated.class, "event_evaluated");
    }
}
