package io.rewards.participant;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who replaces a duplicate participant, and what goes over. Immutable. Source: domain 4.6.
 *
 * @param participant id of the participant who stays
 * @param balance true when the money goes over, each lot with its validity and conditions
 * @param tokens hashes of the access tokens that go over
 */
public record Replacement(String participant, boolean balance, Set<String> tokens) {

    /** Copies the tokens. */
    public Replacement {
        tokens = Collections.unmodifiableSet(new TreeSet<>(tokens));
    }
}
