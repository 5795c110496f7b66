package io.rewards.wallet;

import io.rewards.amount.Amount;
import io.rewards.ledger.JournalPlace;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** What other awards an award was made because of, and goes with. Immutable. Source: domain 5.6. */
public sealed interface Dependence {

    /** Of an award that stands by itself. */
    Dependence NONE = new None();

    /** An award that stands by itself. */
    record None() implements Dependence {}

    /** An award that waited until another had been made, whichever it was: it goes when no other stands. */
    record OnAnother() implements Dependence {}

    /**
     * A share of the awards that other offers had made before, each of which takes its part along.
     *
     * @param amount the sum of what still stands of them
     * @param since the first date that was considered; the last one is that of the award itself
     * @param types codes of the offer types that were considered; empty for all
     * @param schemes codes of the schemes that were considered; empty for all
     * @param through where the journal ended then: what was recorded later was not considered
     */
    record OnShare(Amount amount, Instant since, Set<String> types, Set<String> schemes, JournalPlace through)
            implements Dependence {

        /** Copies the sets. */
        public OnShare {
            types = Collections.unmodifiableSet(new TreeSet<>(types));
            schemes = Collections.unmodifiableSet(new TreeSet<>(schemes));
        }

        /**
         * This share after {@code back} of those awards was taken back: of what was rounded by a changeover, all that is
         * left may be a little more than there was.
         */
        public OnShare without(Amount back) {
            return with(amount.minus(back).max(Amount.zero(amount.denomination())));
        }

        /** This share of so much. */
        public OnShare with(Amount standing) {
            return new OnShare(standing, since, types, schemes, through);
        }
    }
}
