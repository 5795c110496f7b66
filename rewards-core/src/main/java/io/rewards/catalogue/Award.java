package io.rewards.catalogue;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.Percentage;
import io.rewards.time.TimeSpan;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** What an offer awards: exactly one of three kinds. Immutable. Source: domain 2.2, 3.3. */
public sealed interface Award {

    /** A fixed amount. */
    record FixedAmount(Amount amount) implements Award {

        /** Refuses 0 and less. */
        public FixedAmount {
            if (!amount.isPositive()) {
                throw new IllegalArgumentException("The award (" + amount + ") must be above 0.");
            }
        }
    }

    /** A percentage of the qualifying part of the purchase. */
    record PercentageOfPurchase(Percentage percentage) implements Award {}

    /**
     * A percentage of what the participant was awarded within a span of time before the event, both ends included.
     *
     * @param percentage of the sum
     * @param within how far back
     * @param types codes of the offer types to consider; empty for all
     * @param schemes codes of the schemes to consider; empty for all
     * @param denomination of the awards to consider and of this award
     */
    record PercentageOfAwarded(
            Percentage percentage, TimeSpan within, Set<String> types, Set<String> schemes, Denomination denomination)
            implements Award {

        /** Copies the sets. Refuses types together with schemes, and spans shorter than days. */
        public PercentageOfAwarded {
            types = Collections.unmodifiableSet(new TreeSet<>(types));
            schemes = Collections.unmodifiableSet(new TreeSet<>(schemes));
            if (!types.isEmpty() && !schemes.isEmpty()) {
                throw new IllegalArgumentException("The award considers types " + types + " and schemes " + schemes
                        + "; it must name one or the other, or neither for all awards.");
            }
            if (!within.unit().isCalendar()) {
                throw new IllegalArgumentException(
                        "The span (" + within + ") of awards to consider must be counted in days or longer.");
            }
        }

        /** True when an award by an offer of this type and scheme is considered. */
        public boolean considers(String type, String scheme) {
            return (types.isEmpty() || types.contains(type)) && (schemes.isEmpty() || schemes.contains(scheme));
        }
    }
}
