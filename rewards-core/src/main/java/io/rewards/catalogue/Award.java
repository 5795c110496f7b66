package io.rewards.catalogue;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.Percentage;
import io.rewards.time.TimeSpan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What an offer awards: exactly one of four kinds. Immutable. Source: domain 2.2, 3.3. */
public sealed interface Award {

    /** What it is counted in; empty for the currency of purchases. */
    Optional<Denomination> countedIn();

    /** What it is worth, exactly; it is rounded once, elsewhere. */
    BigDecimal exactly(Earned earned);

    /** True where it is worked out of what counts of a purchase. */
    default boolean isOfPurchase() {
        return false;
    }

    /** What has to count before anything is earned; empty where it is not known beforehand. */
    default Optional<Amount> firstStep() {
        return Optional.empty();
    }

    /** The least and the most of one award. */
    default AwardRange range() {
        return AwardRange.NONE;
    }

    /** The same with this least and most; refused for a fixed amount. */
    Award with(AwardRange range);

    /**
     * What an award is worked out of.
     *
     * @param base what counts of the purchase, or of all purchases that were counted
     * @param times how many awards are earned at once
     * @param pieces how many pieces a fixed amount is awarded for
     * @param before what was awarded before
     */
    record Earned(Amount base, long times, long pieces, Function<PercentageOfAwarded, Amount> before) {}

    /** A fixed amount. */
    record FixedAmount(Amount amount) implements Award {

        /** Refuses 0 and less. */
        public FixedAmount {
            requirePositive(amount);
        }

        @Override
        public Award with(AwardRange range) {
            if (range.equals(AwardRange.NONE)) {
                return this;
            }
            throw new IllegalArgumentException("The award (" + amount
                    + ") is fixed; only a percentage or a rate can have an atLeast and an atMost.");
        }

        @Override
        public Optional<Denomination> countedIn() {
            return Optional.of(amount.denomination());
        }

        @Override
        public BigDecimal exactly(Earned earned) {
            return amount.times(earned.times()).times(earned.pieces()).decimal();
        }
    }

    /** A percentage of the qualifying part of the purchase. */
    record PercentageOfPurchase(Percentage percentage, AwardRange range) implements Award {

        /** Without a least or a most. */
        public PercentageOfPurchase(Percentage percentage) {
            this(percentage, AwardRange.NONE);
        }

        @Override
        public Award with(AwardRange changed) {
            return new PercentageOfPurchase(percentage, changed);
        }

        @Override
        public Optional<Denomination> countedIn() {
            return Optional.empty();
        }

        @Override
        public BigDecimal exactly(Earned earned) {
            return percentage.exactlyOf(earned.base());
        }

        @Override
        public boolean isOfPurchase() {
            return true;
        }
    }

    /**
     * So much for each step of the qualifying part of the purchase, such as 1 point for each 1.00.
     *
     * @param amount for each step
     * @param per how large a step is, in the currency of purchases
     * @param steps whether only full steps count
     * @param range the least and the most of one award
     */
    record Rate(Amount amount, Amount per, RateSteps steps, AwardRange range) implements Award {

        /** Refuses amounts of 0 and less. */
        public Rate {
            requirePositive(amount);
            if (!per.isPositive()) {
                throw new IllegalArgumentException("The step (" + per + ") of a rate must be above 0.");
            }
        }

        /** For full steps, without a least or a most. */
        public static Rate of(Amount amount, Amount per) {
            return new Rate(amount, per, RateSteps.WHOLE, AwardRange.NONE);
        }

        @Override
        public Award with(AwardRange changed) {
            return new Rate(amount, per, steps, changed);
        }

        @Override
        public Optional<Amount> firstStep() {
            return steps == RateSteps.WHOLE ? Optional.of(per) : Optional.empty();
        }

        @Override
        public Optional<Denomination> countedIn() {
            return Optional.of(amount.denomination());
        }

        @Override
        public BigDecimal exactly(Earned earned) {
            if (steps == RateSteps.WHOLE) {
                return amount.times(earned.base().units() / per.units()).decimal();
            }
            return amount.decimal().multiply(earned.base().decimal()).divide(per.decimal(), DIGITS, RoundingMode.DOWN);
        }

        @Override
        public boolean isOfPurchase() {
            return true;
        }
    }

    /**
     * A percentage of what the participant was awarded within a span of time before the event, both ends included; awards of
     * the offer itself do not count.
     *
     * @param percentage of the sum
     * @param within how far back
     * @param types codes of the offer types to consider; empty for all
     * @param schemes codes of the schemes to consider; empty for all
     * @param denomination of the awards to consider and of this award
     * @param range the least and the most of one award
     */
    record PercentageOfAwarded(
            Percentage percentage,
            TimeSpan within,
            Set<String> types,
            Set<String> schemes,
            Denomination denomination,
            AwardRange range)
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

        /** Without a least or a most. */
        public PercentageOfAwarded(
                Percentage percentage,
                TimeSpan within,
                Set<String> types,
                Set<String> schemes,
                Denomination denomination) {
            this(percentage, within, types, schemes, denomination, AwardRange.NONE);
        }

        /** True when an award by an offer of this type and scheme is considered. */
        public boolean considers(String type, String scheme) {
            return (types.isEmpty() || types.contains(type)) && (schemes.isEmpty() || schemes.contains(scheme));
        }

        @Override
        public Award with(AwardRange changed) {
            return new PercentageOfAwarded(percentage, within, types, schemes, denomination, changed);
        }

        @Override
        public Optional<Denomination> countedIn() {
            return Optional.of(denomination);
        }

        @Override
        public BigDecimal exactly(Earned earned) {
            return percentage.exactlyOf(earned.before().apply(this)).multiply(BigDecimal.valueOf(earned.times()));
        }
    }

    /** Decimals of what is divided: more than it takes to tell a share from half a unit, so that it is rounded once. */
    int DIGITS = 40;

    private static void requirePositive(Amount amount) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("The award (" + amount + ") must be above 0.");
        }
    }
}
