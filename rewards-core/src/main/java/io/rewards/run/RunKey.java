package io.rewards.run;

import io.rewards.event.EventKey;
import io.rewards.event.RaisedEvent;
import io.rewards.key.Key;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** What a run does to one participant, and so the key of the event by which it does that. Immutable. */
public sealed interface RunKey {

    /** The key of a visit that only explains what an offer would say. */
    EventKey EXPLANATION = new EventKey(RaisedEvent.RUN, "explain");

    /** The parts of the id. */
    Key id();

    /** The key of the event. */
    default EventKey event() {
        return new EventKey(RaisedEvent.RUN, id().text());
    }

    /** What a run does by the event of this key; empty for other events. */
    static Optional<RunKey> of(EventKey event) {
        return event.system().equals(RaisedEvent.RUN) ? Key.parts(event.id()).flatMap(RunKey::of) : Optional.empty();
    }

    private static Optional<RunKey> of(List<String> parts) {
        Optional<Instant> found = instant(parts.get(0));
        if (found.isEmpty() || parts.size() < 3 || parts.size() > 5) {
            return Optional.empty();
        }
        Instant asOf = found.get();
        String what = parts.get(2);
        if (parts.size() == 3) {
            return switch (parts.get(1)) {
                case Expiration.WORD -> Optional.of(new Expiration(asOf, what));
                case Conversion.WORD -> Optional.of(new Conversion(asOf, what));
                default -> Optional.empty();
            };
        }
        if (what.equals(Visit.WORD)) {
            Optional<String> subscription = parts.size() == 5 ? Optional.of(parts.get(4)) : Optional.empty();
            return Optional.of(new Visit(asOf, parts.get(1), parts.get(3), subscription));
        }
        return what.equals(Waiting.WORD) && parts.size() == 5
                ? Optional.of(new Waiting(asOf, parts.get(1), new EventKey(parts.get(3), parts.get(4))))
                : Optional.empty();
    }

    private static Optional<Instant> instant(String text) {
        try {
            Instant instant = Instant.parse(text);
            return instant.toString().equals(text) ? Optional.of(instant) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /**
     * An evaluation run visits a participant. Immutable.
     *
     * @param asOf instant of the run
     * @param run code of its definition
     * @param participant id
     * @param subscription id of the subscription that the visit is about; empty for the participant as such
     */
    record Visit(Instant asOf, String run, String participant, Optional<String> subscription) implements RunKey {

        private static final String WORD = "visit";

        @Override
        public Key id() {
            Key id = Key.of(asOf.toString(), run, WORD, participant);
            return subscription.map(id::and).orElse(id);
        }
    }

    /**
     * An evaluation run decides an event that waited. Immutable.
     *
     * @param asOf instant of the run
     * @param run code of its definition
     * @param waiting key of the event
     */
    record Waiting(Instant asOf, String run, EventKey waiting) implements RunKey {

        private static final String WORD = "event";

        @Override
        public Key id() {
            return Key.of(asOf.toString(), run, WORD, waiting.system(), waiting.id());
        }
    }

    /**
     * An expiration run takes out what was not spent in time. Immutable.
     *
     * @param asOf instant of the run
     * @param participant id
     */
    record Expiration(Instant asOf, String participant) implements RunKey {

        private static final String WORD = "expiration";

        @Override
        public Key id() {
            return Key.of(asOf.toString(), WORD, participant);
        }
    }

    /**
     * A changeover reaches a participant. Immutable.
     *
     * @param asOf instant of the changeover
     * @param participant id
     */
    record Conversion(Instant asOf, String participant) implements RunKey {

        private static final String WORD = "changeover";

        @Override
        public Key id() {
            return Key.of(asOf.toString(), WORD, participant);
        }
    }
}
