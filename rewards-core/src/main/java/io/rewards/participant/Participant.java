package io.rewards.participant;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A registered customer who can earn and spend. Immutable. Source: domain 4.3.
 *
 * @param id the host's name for the participant, unique
 * @param state whether still taking part
 * @param registeredOn when
 * @param unit code of the unit that registered the participant
 * @param profile what the host knows
 * @param memberships by scheme code
 */
public record Participant(
        String id,
        ParticipantState state,
        Instant registeredOn,
        String unit,
        Profile profile,
        Map<String, SchemeMembership> memberships) {

    /** Copies the memberships. */
    public Participant {
        memberships = Collections.unmodifiableMap(new TreeMap<>(memberships));
    }

    /** A participant who has just registered. */
    public static Participant registered(String id, Instant on, String unit, Profile profile) {
        return new Participant(id, ParticipantState.EFFECTIVE, on, unit, profile, Map.of());
    }

    /** The membership in the scheme of this code, if there is one. */
    public Optional<SchemeMembership> membership(String scheme) {
        return Optional.ofNullable(memberships.get(scheme));
    }

    /** This participant, also a member of the membership's scheme. */
    public Participant with(SchemeMembership membership) {
        Map<String, SchemeMembership> changed = new TreeMap<>(memberships);
        changed.put(membership.scheme(), membership);
        return new Participant(id, state, registeredOn, unit, profile, changed);
    }

    /** This participant, terminated. */
    public Participant terminated() {
        return new Participant(id, ParticipantState.TERMINATED, registeredOn, unit, profile, memberships);
    }
}
