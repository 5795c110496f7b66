package io.rewards.decision;

import io.rewards.amount.Amount;
import io.rewards.amount.Rounding;
import java.util.List;
import java.util.Optional;

/** The one answer that every candidate gets. Immutable. */
public sealed interface Verdict {

    /** Code of the offer. */
    String offer();

    /**
     * The offer applied.
     *
     * @param offer code of the offer
     * @param rule id of the rule that granted it
     * @param amount awarded
     * @param wished what would have been awarded without caps, without a least and a most of the award, and, for a discount,
     *     if the goods cost enough
     * @param contribution what the merchant gives to it; empty where nothing is agreed with one
     */
    record Granted(String offer, String rule, Amount amount, Amount wished, Optional<Contribution> contribution)
            implements Verdict {

        /** An award to which no merchant gives. */
        public Granted(String offer, String rule, Amount amount, Amount wished) {
            this(offer, rule, amount, wished, Optional.empty());
        }

        /** This award cut to an amount, to which the merchant gives by the same. */
        public Granted of(Amount cut, Rounding rounding) {
            return new Granted(offer, rule, cut, wished, contribution.map(given -> given.to(cut, rounding)));
        }
    }

    /**
     * The offer did not apply.
     *
     * @param offer code of the offer
     * @param declines everything that was missing, at least one reason
     */
    record Declined(String offer, List<Decline> declines) implements Verdict {

        /** Copies the list. Refuses an empty one. */
        public Declined {
            declines = List.copyOf(declines);
            if (declines.isEmpty()) {
                throw new IllegalArgumentException("The declined offer (" + offer + ") must have a reason.");
            }
        }
    }
}
