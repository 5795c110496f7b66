package io.rewards.decision;

import io.rewards.catalogue.Offer;
import java.time.Instant;

/** An offer for living somewhere or being in a segment. Immutable. Source: domain 2.4 C17. */
public record JustMoneyCandidate(Situation situation, Offer offer, Qualifying qualifying) implements Candidate {

    /** The instant at which the offer last became effective: it awards once for each. */
    @Override
    public String subject() {
        return offer.latestEffectiveDate().map(Instant::toString).orElse("");
    }

    @Override
    public String awardedOncePer() {
        return "effective date of the offer";
    }
}
