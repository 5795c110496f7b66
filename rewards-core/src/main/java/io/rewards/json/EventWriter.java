package io.rewards.json;

import io.rewards.event.CustomerEvent;
import io.rewards.event.EventHeader;
import io.rewards.kind.EventKind;
import io.rewards.kind.EventKinds;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes an event as one line of JSON, always in the same order of fields: equal events give equal lines. What is empty or
 * the default is left out; instants are in UTC. {@link EventReader} reads the same event again. Refuses an event whose
 * amounts are in several denominations. Thread-safe.
 */
public final class EventWriter {

    private EventWriter() {}

    /**
     * The event as JSON, without a line break.
     *
     * @throws IllegalArgumentException when its lines are in several denominations
     */
    public static String write(CustomerEvent event) {
        return Writing.line(object -> {
            header(object, event);
            EventKind<CustomerEvent> kind = EventKinds.of(event);
            ShapeWriter.write(object, kind.shape(), event);
        });
    }

    private static void header(ObjectNode object, CustomerEvent event) {
        EventHeader header = event.header();
        object.put("type", EventKinds.of(event).word());
        object.put("id", header.key().id());
        Writing.text(object, "system", header.key().system());
        object.put("participant", header.participant());
        object.put("unit", header.unit());
        object.put("performedOn", header.performedOn().toString());
        header.receivedOn().ifPresent(instant -> object.put("receivedOn", instant.toString()));
        Writing.flag(object, "processImmediately", header.processImmediately(), true);
        Writing.attributes(object, header.attributes());
    }
}
