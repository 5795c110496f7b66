package io.rewards.catalogue.life;

import java.time.Instant;
import java.util.List;

/**
 * One change of the catalogue. Immutable. Source: domain 3.1.
 *
 * @param version of the programme that the change made
 * @param on instant of the change
 * @param by user who made it
 * @param action what was done
 * @param subject to what
 * @param details what is different now, as {@code field: before -> after}; empty for what was created or deleted
 * @param reason why, where one was given
 */
public record LogEntry(
        String version, Instant on, String by, Action action, Subject subject, List<String> details, String reason) {

    /** Copies the list. */
    public LogEntry {
        details = List.copyOf(details);
    }
}
