package io.rewards.decision;

import io.rewards.catalogue.AwardLimit;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.event.Achievement;
import java.util.Set;

/** An offer for achievements. Immutable. Source: domain 2.4 C8. */
public record AchievementsCandidate(Situation situation, Offer offer, Qualifying qualifying)
        implements CollectingCandidate {

    @Override
    public AwardLimit limit() {
        return terms().limit();
    }

    @Override
    public String achievement() {
        return situation.event() instanceof Achievement achievement ? achievement.classification() : "";
    }

    @Override
    public Set<String> achievementsWanted() {
        return terms().achievements();
    }

    @Override
    public boolean allNeeded() {
        return terms().all();
    }

    private Terms.Achievements terms() {
        return (Terms.Achievements) offer.terms();
    }
}
