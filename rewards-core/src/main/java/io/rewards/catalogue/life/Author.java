package io.rewards.catalogue.life;

import java.time.Instant;

/**
 * Who changes the catalogue, and when. Immutable. Source: domain 3.1.
 *
 * @param user who makes the change; the host says who may
 * @param group code of the user's group of units, which owns what the user creates; empty for the owner of the programme
 * @param on instant of the change
 */
public record Author(String user, String group, Instant on) {

    /** Refuses a blank user. */
    public Author {
        if (user.isBlank()) {
            throw new IllegalArgumentException("The user (" + user + ") who changes the catalogue must have a name.");
        }
    }

    /** A user of the owner of the programme. */
    public static Author of(String user, Instant on) {
        return new Author(user, "", on);
    }
}
