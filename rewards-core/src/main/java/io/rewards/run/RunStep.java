package io.rewards.run;

import io.rewards.event.EventKey;
import java.time.Instant;
import java.util.Comparator;

/**
 * A step of a run. Steps have an order: the events that waited, by their dates, come before the visits, by participant.
 * Immutable. Source: domain 6.2.
 */
public sealed interface RunStep extends Comparable<RunStep> {

    /**
     * An event that waited is decided. Immutable.
     *
     * @param performedOn its date
     * @param event its key
     */
    record Event(Instant performedOn, EventKey event) implements RunStep {
        @Override
        public int compareTo(RunStep other) {
            return other instanceof Event second
                    ? Comparator.comparing(Event::performedOn)
                            .thenComparing(Event::event)
                            .compare(this, second)
                    : -1;
        }
    }

    /**
     * A participant is visited. Immutable.
     *
     * @param participant id
     * @param subscription id of the subscription that the visit is about; empty for the participant as such
     */
    record Visit(String participant, String subscription) implements RunStep {
        @Override
        public int compareTo(RunStep other) {
            return other instanceof Visit second
                    ? Comparator.comparing(Visit::participant)
                            .thenComparing(Visit::subscription)
                            .compare(this, second)
                    : 1;
        }
    }
}
