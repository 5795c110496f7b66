package io.rewards.decision;

import io.rewards.catalogue.Offer;
import java.util.List;

/**
 * Finds the offers that a visit of an evaluation run can award, so that on most days most participants cost no rule. It
 * drops only what the built-in rules would decline: birthdays and name days that are not due, subscriptions that have not
 * matured, contact data that are missing, places and segments that do not fit, and what is awarded once and was. Pure. Source: domain 6.2.
 */
public final class VisitOffers {

    private VisitOffers() {}

    /** Those of {@code offers} that can award in {@code situation}, in their order. */
    public static List<Offer> of(Situation situation, List<Offer> offers) {
        return offers.stream()
                .filter(offer -> canAward(situation.candidate(offer)))
                .toList();
    }

    private static boolean canAward(Candidate candidate) {
        if (candidate instanceof YearlyCandidate yearly) {
            return yearly.dayKnown() && yearly.latestDay().isAfter(yearly.since());
        }
        if (candidate instanceof MaturityCandidate maturity) {
            return maturity.subscriptionState() == SubscriptionState.EFFECTIVE
                    && !maturity.maturesOn().isAfter(maturity.eventDay())
                    && maturity.awardsBefore() == 0;
        }
        if (candidate instanceof CompletenessCandidate completeness && !completeness.dataComplete()) {
            return false;
        }
        return candidate.awardsBefore() == 0
                && candidate.locationListed()
                && candidate.inIncludedSegment()
                && !candidate.inExcludedSegment();
    }
}
