package io.rewards.decision;

import io.rewards.amount.Amount;
import io.rewards.catalogue.AwardLimit;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.event.FinancialAchievement;
import java.util.Set;

/** An offer for achievements with an amount. Immutable. Source: domain 2.4 C9. */
public record FinancialAchievementsCandidate(Situation situation, Offer offer, Qualifying qualifying)
        implements CollectingCandidate {

    @Override
    public AwardLimit limit() {
        return terms().limit();
    }

    @Override
    public String achievement() {
        return situation.event() instanceof FinancialAchievement achievement ? achievement.classification() : "";
    }

    @Override
    public Set<String> achievementsWanted() {
        return terms().achievements();
    }

    @Override
    public boolean allNeeded() {
        return terms().all();
    }

    /** The amount that was achieved. */
    public Amount achievedAmount() {
        return situation.event() instanceof FinancialAchievement achievement
                ? achievement.amount()
                : Amount.zero(situation.catalogue().settings().currency());
    }

    /** The smallest amount that counts. */
    public Amount from() {
        return terms().from();
    }

    /** The largest amount that counts; that of the event itself where there is no largest. */
    public Amount to() {
        return terms().to().orElse(achievedAmount());
    }

    private Terms.FinancialAchievements terms() {
        return (Terms.FinancialAchievements) offer.terms();
    }
}
