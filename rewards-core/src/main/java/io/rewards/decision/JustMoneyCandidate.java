package io.rewards.decision;

import io.rewards.catalogue.Offer;
import io.rewards.ledger.AwardSubject;

/** An offer for living somewhere or being in a segment. Immutable. Source: domain 2.4 C17. */
public record JustMoneyCandidate(Situation situation, Offer offer, Qualifying qualifying) implements Candidate {

    /** The instant at which the offer last became effective: it awards once for each. */
    @Override
    public AwardSubject awardSubject() {
        return offer.latestEffectiveDate()
                .<AwardSubject>map(AwardSubject.EffectiveDate::new)
                .orElse(AwardSubject.NOTHING);
    }

    @Override
    public String awardedOncePer() {
        return "effective date of the offer";
    }
}
