package io.rewards.event;

import io.rewards.attribute.Attributes;
import java.time.Instant;
import java.util.Optional;

/**
 * What every event says. Immutable. Source: domain 2.1.
 *
 * @param key the caller's name for the event
 * @param participant id of the participant it is about
 * @param unit code of the unit where it happened
 * @param performedOn when it happened; decides everything about it
 * @param receivedOn when the host received it, where the host says so; otherwise the engine's clock is asked once
 * @param processImmediately false to leave the offers to the next evaluation run
 * @param attributes as declared by the host
 */
public record EventHeader(
        EventKey key,
        String participant,
        String unit,
        Instant performedOn,
        Optional<Instant> receivedOn,
        boolean processImmediately,
        Attributes attributes) {

    /** A header with nothing optional. */
    public static EventHeader of(String id, String participant, String unit, Instant performedOn) {
        return new EventHeader(
                EventKey.of(id), participant, unit, performedOn, Optional.empty(), true, Attributes.NONE);
    }

    /** This header received on {@code instant}. */
    public EventHeader receivedOn(Instant instant) {
        return new EventHeader(
                key, participant, unit, performedOn, Optional.of(instant), processImmediately, attributes);
    }

    /** This header as sent by {@code system}. */
    public EventHeader from(String system) {
        return new EventHeader(
                new EventKey(system, key.id()),
                participant,
                unit,
                performedOn,
                receivedOn,
                processImmediately,
                attributes);
    }

    /** This header with {@code attributes}. */
    public EventHeader with(Attributes changed) {
        return new EventHeader(key, participant, unit, performedOn, receivedOn, processImmediately, changed);
    }

    /** This header of an event that is left to the next evaluation run. */
    public EventHeader queued() {
        return new EventHeader(key, participant, unit, performedOn, receivedOn, false, attributes);
    }

    /** This header without the mark of its delivery: what stays the same when an event is sent again. */
    EventHeader content() {
        return new EventHeader(key, participant, unit, performedOn, Optional.empty(), processImmediately, attributes);
    }
}
