package io.rewards.decision;

import io.rewards.amount.Amount;
import io.rewards.amount.Portion;
import io.rewards.amount.Rounding;

/**
 * What a merchant gives to an award, and why so much. Immutable. Source: domain 7.3.
 *
 * @param merchant code of the unit at which the award was made
 * @param agreement code of the agreement that says so
 * @param rule code of the contribution rule; empty where none was for the award
 * @param basis what decided
 * @param percentage of the award
 * @param amount that the merchant gives, perhaps nothing; the rest is the owner's
 */
public record Contribution(
        String merchant, String agreement, String rule, Basis basis, Portion percentage, Amount amount) {

    /** What decided how much a merchant gives; the first that there is, does. */
    public enum Basis {
        /** A rule for the offer, whose conditions hold. */
        RULE_FOR_THE_OFFER_WITH_CONDITIONS("a rule for the offer whose conditions hold"),
        /** A rule for the offer without conditions. */
        RULE_FOR_THE_OFFER("a rule for the offer"),
        /** A rule of the unit's agreement for all offers, whose conditions hold. */
        RULE_OF_THE_UNIT("a rule for all offers whose conditions hold"),
        /** The contribution of the unit's agreement. */
        CONTRIBUTION_OF_THE_UNIT("its contribution"),
        /** A rule of a group's agreement for all offers, whose conditions hold. */
        RULE_OF_THE_GROUP("a rule of the group for all offers whose conditions hold"),
        /** The contribution of a group's agreement. */
        CONTRIBUTION_OF_THE_GROUP("the contribution of the group"),
        /** No agreement says anything. */
        EVERYTHING("no agreement says less");

        private final String words;

        Basis(String words) {
            this.words = words;
        }
    }

    /** What is given to another award, by the same. */
    public Contribution to(Amount award, Rounding rounding) {
        return new Contribution(merchant, agreement, rule, basis, percentage, percentage.of(award, rounding));
    }

    /** Who gives how much, and why, in a sentence. */
    public String sentence() {
        return "The merchant of unit " + merchant + " gives " + amount + ", " + percentage + ", by agreement "
                + agreement + (rule.isEmpty() ? "" : ", rule " + rule) + ": " + basis.words + ".";
    }
}
