package io.rewards.oracle;

import io.rewards.amount.Denomination;
import io.rewards.catalogue.Offer;
import io.rewards.event.EventKey;
import io.rewards.participant.Profile;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A participant of the naive model: a profile, memberships, and long lists. For one thread. */
final class NaivePerson {

    /** An award of the past, and how much of it was taken off its own purchase. */
    record Past(
            Offer offer,
            BigDecimal amount,
            Denomination denomination,
            Instant on,
            Instant from,
            Optional<Instant> to,
            BigDecimal discount) {}

    /** A purchase that counts towards a target: the units of it that no award has used up, and what those are rewarded for. */
    record Counted(String offer, EventKey event, Instant on, BigDecimal units, BigDecimal rewarded) {}

    private final String registeredAt;
    private final Profile profile;
    private final Map<String, Instant> signedUp = new TreeMap<>();
    private final List<Past> awards = new ArrayList<>();
    private final List<Counted> counted = new ArrayList<>();
    private boolean terminated;

    NaivePerson(String registeredAt, Profile profile) {
        this.registeredAt = registeredAt;
        this.profile = profile;
    }

    /** The unit at which the participant registered. */
    String registeredAt() {
        return registeredAt;
    }

    Profile profile() {
        return profile;
    }

    Map<String, Instant> signedUp() {
        return signedUp;
    }

    List<Past> awards() {
        return awards;
    }

    List<Counted> counted() {
        return counted;
    }

    boolean isTerminated() {
        return terminated;
    }

    void terminate() {
        terminated = true;
    }
}
