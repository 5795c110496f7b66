package io.rewards.kind;

import io.rewards.event.EventEvaluated;
import io.rewards.event.EventKey;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;

/** An evaluation run decides an event that was left to it. Source: domain 6.2. */
final class EventEvaluatedKind extends RaisedKind<EventEvaluated> {

    private static final Field<EventEvaluated, String> RUN =
            Field.required("run", Type.TEXT, EventEvaluated::run, "Code of the run.");
    private static final Field<EventEvaluated, EventKey> EVENT =
            Field.required("event", Type.KEY, EventEvaluated::event, "That was left to it.");
    private static final Shape<EventEvaluated> SHAPE = Shape.of(
            "A run decides an event that was left to it.",
            said -> new EventEvaluated(said.header(), said.of(RUN), said.of(EVENT)),
            RUN,
            EVENT);

    EventEvaluatedKind() {
        super(EventEvaluated.class, "event_evaluated");
    }

    @Override
    public Shape<EventEvaluated> shape() {
        return SHAPE;
    }
}
