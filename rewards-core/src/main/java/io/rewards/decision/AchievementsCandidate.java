package io.rewards.decision;

import io.rewards.catalogue.Offer;
import io.rewards.event.Achievement;

/** An offer for achievements. Immutable. Source: domain 2.4 C8. */
public record AchievementsCandidate(Situation situation, Offer offer, Qualifying qualifying)
        implements CollectingCandidate {

    @Override
    public String achievement() {
        return situation.event() instanceof Achievement achievement ? achievement.classification() : "";
    }
}
