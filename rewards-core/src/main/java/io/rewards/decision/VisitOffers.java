package io.rewards.decision;

import io.rewards.catalogue.Offer;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

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

    /**
     * The first day after that of {@code candidate} on which a visit may find something for its offer, as long as nothing
     * changes about the participant and the programme; the far future for never.
     */
    public static LocalDate next(Candidate candidate) {
        LocalDate tomorrow = candidate.eventDay().plusDays(1);
        if (candidate instanceof YearlyCandidate yearly) {
            return yearly.nextDay();
        }
        if (candidate instanceof MaturityCandidate maturity) {
            boolean mayCome =
                    maturity.subscriptionState() == SubscriptionState.EFFECTIVE && maturity.awardsBefore() == 0;
            LocalDate matures = maturity.maturesOn();
            return !mayCome ? LocalDate.MAX : matures.isBefore(tomorrow) ? tomorrow : matures;
        }
        return canAward(candidate) || dependsOnTransactions(candidate) ? tomorrow : LocalDate.MAX;
    }

    /** Who is in a segment of transactions changes with every purchase. */
    private static boolean dependsOnTransactions(Candidate candidate) {
        return Stream.concat(candidate.segmentsIncluded().stream(), candidate.segmentsExcluded().stream())
                .flatMap(code -> candidate.situation().catalogue().segment(code).stream())
                .anyMatch(segment -> segment.entity().isTransaction());
    }
}
