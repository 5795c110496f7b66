package io.rewards.participant;

import java.time.Instant;

/**
 * Something that changed about a participant. Immutable. Source: domain 4.3.
 *
 * @param on when
 * @param event key of the event that changed it, as text
 * @param change in words
 * @param by user or system that made it, or empty
 */
public record HistoryEntry(Instant on, String event, String change, String by) {}
