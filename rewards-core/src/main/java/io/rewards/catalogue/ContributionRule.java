package io.rewards.catalogue;

import io.rewards.amount.Amount;
import io.rewards.amount.Portion;
import io.rewards.time.WeeklyTimes;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a merchant gives to some awards, where that differs from what it gives to all. Immutable. Source: domain 7.3.
 *
 * @param code unique among the contribution rules of a programme; offers name it
 * @param percentage of each award
 * @param offers codes of the offers that it is for; empty for all
 * @param when conditions that must all hold
 */
public record ContributionRule(String code, Portion percentage, Set<String> offers, When when) {

    /** Copies the set. Refuses a rule for all awards without conditions, which is the contribution of the agreement. */
    public ContributionRule {
        offers = Collections.unmodifiableSet(new TreeSet<>(offers));
        if (offers.isEmpty() && when.isAlways()) {
            throw new IllegalArgumentException(
                    "The contribution rule (" + code
                            + ") must name offers or have conditions. What holds for all awards is the contribution of the agreement.");
        }
    }

    /** True for a rule that is scoped to specific offers. */
    public boolean isForSpecificOffers() {
        return !offers.isEmpty();
    }

    /** True where it is for the awards of {@code offer}, by its own offers or because the offer names it. */
    public boolean isFor(Offer offer) {
        return isForSpecificOffers()
                && (offers.contains(offer.code()) || offer.contributions().contains(code));
    }

    /** Whose awards a rule is for. */
    public enum Whose {
        /** Those of participants who registered in the merchant's group. */
        OWN,
        /** Those of all others. */
        OTHERS
    }

    /**
     * Conditions of a contribution rule. Immutable.
     *
     * @param products one of the lines that the award is for must be of these
     * @param times weekdays and hours of the event, on the clock of its unit
     * @param participants whose awards; empty for everybody's
     * @param awardFrom the least award, itself inside
     * @param awardTo the greatest award, itself inside
     */
    public record When(
            ProductSelection products,
            WeeklyTimes times,
            Optional<Whose> participants,
            Optional<Amount> awardFrom,
            Optional<Amount> awardTo) {

        /** No conditions. */
        public static final When ALWAYS = new When(
                ProductSelection.ALL, WeeklyTimes.ALWAYS, Optional.empty(), Optional.empty(), Optional.empty());

        /** Refuses a least award above the greatest, or in another denomination. */
        public When {
            if (awardFrom.isPresent() && awardTo.isPresent()) {
                Amount from = awardFrom.get();
                Amount to = awardTo.get();
                if (!from.denomination().equals(to.denomination()) || from.compareTo(to) > 0) {
                    throw new IllegalArgumentException("The least award (" + from + ") must be at most the greatest ("
                            + to + "), in the same denomination.");
                }
            }
        }

        /** True without conditions. */
        public boolean isAlways() {
            return equals(ALWAYS);
        }

        /** True for an award as large as the rule asks, in the denomination that it names. */
        public boolean isForAward(Amount award) {
            return awardFrom
                            .map(from -> isComparable(from, award) && award.compareTo(from) >= 0)
                            .orElse(true)
                    && awardTo.map(to -> isComparable(to, award) && award.compareTo(to) <= 0)
                            .orElse(true);
        }

        private static boolean isComparable(Amount limit, Amount award) {
            return limit.denomination().equals(award.denomination());
        }
    }
}
