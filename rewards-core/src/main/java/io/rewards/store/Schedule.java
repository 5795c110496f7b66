package io.rewards.store;

import java.time.LocalDate;

/**
 * When an evaluation run has to visit a participant again, as long as nothing changes about programme, rules and
 * participant. Immutable. Source: domain 6.2.
 *
 * @param run code of the definition
 * @param stamp of programme and rules
 * @param next first day on which a visit may find something; the far future for never
 */
public record Schedule(String run, String stamp, LocalDate next) {

    /** True when {@code visit} has to look at the participant. */
    boolean isDue(Due.Visit visit) {
        return !stamp.equals(visit.stamp()) || !next.isAfter(visit.day());
    }
}
