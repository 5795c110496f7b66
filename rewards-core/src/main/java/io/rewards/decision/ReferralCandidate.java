package io.rewards.decision;

import io.rewards.catalogue.Offer;
import io.rewards.event.ReferredAwarded;

/** An offer for referring somebody who is then awarded. Immutable. Source: domain 2.4 C11. */
public record ReferralCandidate(Situation situation, Offer offer, Qualifying qualifying) implements Candidate {

    /** Id of the participant who was referred. */
    public String referred() {
        return situation.event() instanceof ReferredAwarded awarded ? awarded.referred() : "";
    }

    @Override
    public String subject() {
        return referred();
    }

    @Override
    public String awardedOncePer() {
        return "referred participant";
    }
}
