package io.rewards.participant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A subscription of a participant and its interruptions, as the host told them. Immutable. Source: domain 2.4 C16.
 *
 * @param id the host's name for it, unique for the participant
 * @param startedOn when it became effective
 * @param interruptions oldest first; only the last can be open
 * @param endedOn when it ended; empty while it has not
 */
public record Subscription(String id, Instant startedOn, List<Interruption> interruptions, Optional<Instant> endedOn) {

    /**
     * A time in which a subscription was not effective. Immutable.
     *
     * @param from when it stopped
     * @param to when it went on; empty while it has not
     */
    public record Interruption(Instant from, Optional<Instant> to) {}

    /** Copies the interruptions. */
    public Subscription {
        interruptions = List.copyOf(interruptions);
    }

    /** A subscription that has just started. */
    public static Subscription started(String id, Instant on) {
        return new Subscription(id, on, List.of(), Optional.empty());
    }

    /** True while it is neither ended nor interrupted. */
    public boolean isEffective() {
        return endedOn.isEmpty() && !isInterrupted();
    }

    /** True while it is interrupted. */
    public boolean isInterrupted() {
        return !interruptions.isEmpty()
                && interruptions.get(interruptions.size() - 1).to().isEmpty();
    }

    /**
     * The day from which it counts as uninterrupted: its start, or where an interruption lasted longer than
     * {@code maximumInterruption} days, the day on which it went on.
     */
    public LocalDate uninterruptedSince(long maximumInterruption, ZoneId zone) {
        LocalDate since = day(startedOn, zone);
        for (Interruption interruption : interruptions) {
            if (interruption.to().isPresent()) {
                LocalDate on = day(interruption.to().get(), zone);
                if (ChronoUnit.DAYS.between(day(interruption.from(), zone), on) > maximumInterruption) {
                    since = on;
                }
            }
        }
        return since;
    }

    private static LocalDate day(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate();
    }
}
