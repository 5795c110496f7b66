package io.rewards.catalogue;

import io.rewards.amount.Amount;
import io.rewards.time.DayPeriod;
import io.rewards.time.TimeSpan;
import io.rewards.time.WeeklyTimes;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The conditions that any offer may set; those that are set must all hold. Immutable. Source: domain 3.5.
 *
 * @param products at least one line must be of these
 * @param paymentMedia the purchase must be paid with one of these
 * @param locations an active address must lie in one of these
 * @param maximumUnprocessed how long an event may wait before it earns nothing, itself inside
 * @param segmentsIncluded codes; the participant must be in one of them, empty for everybody
 * @param segmentsExcluded codes; the participant must be in none of them
 * @param units codes of units; with {@code groups}, the event's unit must be among them, both empty for all
 * @param groups codes of groups whose units, at any depth, count as listed
 * @param times weekdays and hours of the event, on the clock of its unit
 * @param period days of the event on that clock, both ends inside
 * @param tiers codes; the participant must be in one of them, empty for everybody
 * @param attributes conditions on attributes that the host declared
 * @param promoCodes the purchase must have one of them, empty for any or none
 * @param minimumPurchase the least that must count of a purchase, itself inside; empty for what the classification says
 */
public record AwardConditions(
        ProductSelection products,
        PaymentMedia paymentMedia,
        Locations locations,
        Optional<TimeSpan> maximumUnprocessed,
        Set<String> segmentsIncluded,
        Set<String> segmentsExcluded,
        Set<String> units,
        Set<String> groups,
        WeeklyTimes times,
        DayPeriod period,
        Set<String> tiers,
        List<AttributeCondition> attributes,
        Set<String> promoCodes,
        Optional<Amount> minimumPurchase) {

    /** No conditions. */
    public static final AwardConditions NONE = builder().build();

    /** Copies the collections. */
    public AwardConditions {
        segmentsIncluded = Collections.unmodifiableSet(new TreeSet<>(segmentsIncluded));
        segmentsExcluded = Collections.unmodifiableSet(new TreeSet<>(segmentsExcluded));
        units = Collections.unmodifiableSet(new TreeSet<>(units));
        groups = Collections.unmodifiableSet(new TreeSet<>(groups));
        tiers = Collections.unmodifiableSet(new TreeSet<>(tiers));
        attributes = List.copyOf(attributes);
        promoCodes = Collections.unmodifiableSet(new TreeSet<>(promoCodes));
        minimumPurchase.filter(Amount::isNegative).ifPresent(least -> {
            throw new IllegalArgumentException("The minimumPurchase (" + least + ") must not be negative.");
        });
    }

    /** Starts with no conditions. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects conditions. Not thread-safe. */
    public static final class Builder {
        private ProductSelection products = ProductSelection.ALL;
        private PaymentMedia paymentMedia = PaymentMedia.ALL;
        private Locations locations = Locations.EVERYWHERE;
        private Optional<TimeSpan> maximumUnprocessed = Optional.empty();
        private Set<String> segmentsIncluded = Set.of();
        private Set<String> segmentsExcluded = Set.of();
        private Set<String> units = Set.of();
        private Set<String> groups = Set.of();
        private WeeklyTimes times = WeeklyTimes.ALWAYS;
        private DayPeriod period = DayPeriod.ALWAYS;
        private Set<String> tiers = Set.of();
        private List<AttributeCondition> attributes = List.of();
        private Set<String> promoCodes = Set.of();
        private Optional<Amount> minimumPurchase = Optional.empty();

        private Builder() {}

        /** At least one line of these products. */
        public Builder withProducts(ProductSelection selection) {
            products = selection;
            return this;
        }

        /** Paid with one of these. */
        public Builder withPaymentMedia(PaymentMedia media) {
            paymentMedia = media;
            return this;
        }

        /** Living in one of these places. */
        public Builder withLocations(Locations places) {
            locations = places;
            return this;
        }

        /** Processed no later than this after it happened. */
        public Builder withMaximumUnprocessed(TimeSpan span) {
            maximumUnprocessed = Optional.of(span);
            return this;
        }

        /** In one of these segments. */
        public Builder withSegmentsIncluded(Set<String> codes) {
            segmentsIncluded = codes;
            return this;
        }

        /** In none of these segments. */
        public Builder withSegmentsExcluded(Set<String> codes) {
            segmentsExcluded = codes;
            return this;
        }

        /** At one of these units. */
        public Builder withUnits(Set<String> codes) {
            units = codes;
            return this;
        }

        /** At a unit in one of these groups. */
        public Builder withGroups(Set<String> codes) {
            groups = codes;
            return this;
        }

        /** At these weekdays and hours. */
        public Builder withTimes(WeeklyTimes weekly) {
            times = weekly;
            return this;
        }

        /** In these days. */
        public Builder withPeriod(DayPeriod days) {
            period = days;
            return this;
        }

        /** Where this much counts of the purchase, or more. */
        public Builder withMinimumPurchase(Amount least) {
            minimumPurchase = Optional.of(least);
            return this;
        }

        /** With one of these promo codes. */
        public Builder withPromoCodes(Set<String> codes) {
            promoCodes = codes;
            return this;
        }

        /** In one of these tiers. */
        public Builder withTiers(Set<String> codes) {
            tiers = codes;
            return this;
        }

        /** With these attributes. */
        public Builder withAttributes(List<AttributeCondition> conditions) {
            attributes = conditions;
            return this;
        }

        /** The conditions. */
        public AwardConditions build() {
            return new AwardConditions(
                    products,
                    paymentMedia,
                    locations,
                    maximumUnprocessed,
                    segmentsIncluded,
                    segmentsExcluded,
                    units,
                    groups,
                    times,
                    period,
                    tiers,
                    attributes,
                    promoCodes,
                    minimumPurchase);
        }
    }
}
