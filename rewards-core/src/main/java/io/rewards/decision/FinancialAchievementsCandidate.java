package io.rewards.decision;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.event.FinancialAchievement;

/** An offer for achievements with an amount. Immutable. Source: domain 2.4 C9. */
public record FinancialAchievementsCandidate(Situation situation, Offer offer, Qualifying qualifying)
        implements CollectingCandidate {

    @Override
    public String achievement() {
        return situation.event() instanceof FinancialAchievement achievement ? achievement.classification() : "";
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
