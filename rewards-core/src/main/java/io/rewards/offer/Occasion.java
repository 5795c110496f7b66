package io.rewards.offer;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A day on which something is due for an offer that no event is sent for. Immutable.
 *
 * @param what is due
 * @param day on which
 * @param subject what an award would be for; empty for the day itself
 */
public record Occasion(What what, LocalDate day, String subject) {

    /** What can be due. */
    public enum What {
        BIRTHDAY,
        NAME_DAY,
        SUBSCRIPTION_MATURES
    }

    /**
     * What is asked for.
     *
     * @param from first day
     * @param through last day
     * @param zone of the programme
     * @param builtIn true where the built-in rules are in force, so that what they would decline is left out
     */
    public record Asked(LocalDate from, LocalDate through, ZoneId zone, boolean builtIn) {}
}
