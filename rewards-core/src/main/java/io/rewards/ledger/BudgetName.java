package io.rewards.ledger;

import java.util.Comparator;

/**
 * Names a budget that all participants use up together. Immutable.
 *
 * @param kind what has the budget
 * @param code of it
 */
public record BudgetName(Kind kind, String code) implements Comparable<BudgetName> {

    private static final Comparator<BudgetName> ORDER =
            Comparator.comparing(BudgetName::kind).thenComparing(BudgetName::code);

    /** What has a budget. */
    public enum Kind {
        /** An offer, by its total cap. */
        OFFER
    }

    /** Refuses an empty code. */
    public BudgetName {
        if (code.isEmpty()) {
            throw new IllegalArgumentException("The code of a budget of kind (" + kind + ") must not be empty.");
        }
    }

    /** The budget of the offer of this code. */
    public static BudgetName ofOffer(String code) {
        return new BudgetName(Kind.OFFER, code);
    }

    /** By kind, then by code. */
    @Override
    public int compareTo(BudgetName other) {
        return ORDER.compare(this, other);
    }
}
