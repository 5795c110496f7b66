package io.rewards.catalogue;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.participant.AddressField;
import io.rewards.participant.AddressType;
import io.rewards.participant.EmailField;
import io.rewards.participant.EmailType;
import io.rewards.participant.PhoneField;
import io.rewards.participant.PhoneType;
import io.rewards.participant.Profile;
import io.rewards.time.TimeSpan;
import java.time.Instant;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a classification asks for beyond the conditions that all offers share: one record for each. Immutable. */
public sealed interface Terms
        permits AccumulatingTerms,
                CollectingTerms,
                YearlyTerms,
                Terms.FreeCapacity,
                Terms.TransactionRevenue,
                Terms.ProductRevenue,
                Terms.Behavior,
                Terms.FinancialStatements,
                Terms.Referrals,
                Terms.SignUps,
                Terms.Completeness,
                Terms.SubscriptionMaturity,
                Terms.JustMoney {

    /** The classification these are the terms of. */
    default Classification classification() {
        return Classification.of(getClass());
    }

    /** Amounts that a purchase or an achievement is measured by, by the name of their field; in the currency. */
    default SortedMap<String, Amount> amounts() {
        return Collections.emptySortedMap();
    }

    /** Spans that must be counted in days or longer, by the name of their field. */
    default SortedMap<String, TimeSpan> spansOfDays() {
        return Collections.emptySortedMap();
    }

    /** Codes of event classifications that are asked for, by the name of their field. */
    default SortedMap<String, Set<String>> eventClassifications() {
        return Collections.emptySortedMap();
    }

    /** Codes of offer types that are asked for, by the name of their field. */
    default SortedMap<String, Set<String>> offerTypes() {
        return Collections.emptySortedMap();
    }

    /** How many smallest units must count of a purchase where the conditions of the offer do not say. */
    default long leastPurchase() {
        return 0;
    }

    /** What accounts keep count of for an offer with these terms. */
    default CountedUnit countedUnit() {
        return CountedUnit.NOTHING;
    }

    /** What must be bought together; empty where nothing must. */
    default Optional<ProductSet> sets() {
        return Optional.empty();
    }

    /** Conditions on measures that must all hold. */
    default List<KpiCondition> kpis() {
        return List.of();
    }

    /** Purchases in quiet days and hours, which the offer's weekly times name. Source: domain 2.4 C1. */
    record FreeCapacity() implements Terms {}

    /**
     * A purchase of a certain size. Source: domain 2.4 C2.
     *
     * @param from the smallest qualifying base, itself inside
     * @param to the largest, itself inside; empty where there is none
     */
    record TransactionRevenue(Amount from, Optional<Amount> to) implements Terms {

        /** Refuses a negative minimum and a maximum below the minimum. */
        public TransactionRevenue {
            requireRange(from, to);
        }

        @Override
        public SortedMap<String, Amount> amounts() {
            return range(from, to);
        }
    }

    /**
     * Certain products, which the offer's product condition names, or sets of them. Source: domain 2.4 C3.
     *
     * @param scope whether a fixed amount is awarded once or for each piece
     * @param sets what must be bought together, each of which is awarded; empty where products are awarded one by one
     */
    record ProductRevenue(AwardScope scope, Optional<ProductSet> sets) implements Terms {

        /** Refuses pieces to be awarded beside sets. */
        public ProductRevenue {
            if (sets.isPresent() && scope != AwardScope.PER_TRANSACTION) {
                throw new IllegalArgumentException("The scope (" + scope
                        + ") cannot stand beside sets, each of which is awarded. Leave one of them out.");
            }
        }

        /** Products one by one. */
        public ProductRevenue(AwardScope scope) {
            this(scope, Optional.empty());
        }

        /** Sets of products. */
        public ProductRevenue(ProductSet sets) {
            this(AwardScope.PER_TRANSACTION, Optional.of(sets));
        }

        /** True where a fixed amount is awarded for pieces, one by one or in sets. */
        public boolean countsPieces() {
            return scope == AwardScope.PER_TRANSACTION_ITEM || sets.isPresent();
        }
    }

    /**
     * Spending over a period. Source: domain 2.4 C4.
     *
     * @param target to reach
     * @param period within which
     * @param excess what becomes of spending beyond the target
     */
    record SpendLoyalty(Amount target, TimeSpan period, TargetExcess excess) implements AccumulatingTerms {

        /** Drops what is spent beyond the target. */
        public SpendLoyalty(Amount target, TimeSpan period) {
            this(target, period, TargetExcess.DROP);
        }

        /** Refuses a target of 0 or less. */
        public SpendLoyalty {
            if (!target.isPositive()) {
                throw new IllegalArgumentException("The target (" + target + ") must be above 0.");
            }
        }

        @Override
        public CountedUnit countedUnit() {
            return CountedUnit.MONEY;
        }

        @Override
        public long targetUnits() {
            return target.units();
        }

        @Override
        public Optional<Denomination> denomination() {
            return Optional.of(target.denomination());
        }

        @Override
        public long counts(Amount base, long pieces) {
            return base.units();
        }

        @Override
        public boolean carries() {
            return excess == TargetExcess.CARRY;
        }

        @Override
        public SortedMap<String, Amount> amounts() {
            return new TreeMap<>(Map.of("target", target));
        }
    }

    /**
     * A number of purchases over a period. Source: domain 2.4 C5.
     *
     * @param target number of purchases
     * @param period within which
     */
    record CountLoyalty(long target, TimeSpan period) implements AccumulatingTerms {

        /** Refuses a target below 1. */
        public CountLoyalty {
            requirePositive(target);
        }

        /** What costs nothing is no visit. */
        @Override
        public long leastPurchase() {
            return 1;
        }

        @Override
        public CountedUnit countedUnit() {
            return CountedUnit.VISITS;
        }

        @Override
        public long targetUnits() {
            return target;
        }

        @Override
        public long counts(Amount base, long pieces) {
            return 1;
        }
    }

    /**
     * A number of pieces over a period. Source: domain 2.4 C6.
     *
     * @param target number of pieces
     * @param period within which
     */
    record QuantityLoyalty(long target, TimeSpan period) implements AccumulatingTerms {

        /** Refuses a target below 1. */
        public QuantityLoyalty {
            requirePositive(target);
        }

        @Override
        public CountedUnit countedUnit() {
            return CountedUnit.PIECES;
        }

        @Override
        public long targetUnits() {
            return target;
        }

        @Override
        public long counts(Amount base, long pieces) {
            return pieces;
        }

        @Override
        public boolean carries() {
            return true;
        }
    }

    /**
     * A like of a page or a visit to a website. Source: domain 2.4 C7.
     *
     * @param page whose likes are awarded; empty for none
     * @param website whose visits are awarded; empty for none
     * @param limit on awards for the same page or website
     */
    record Behavior(Optional<String> page, Optional<String> website, AwardLimit limit) implements Terms {

        /** Refuses terms that name neither. */
        public Behavior {
            if (page.isEmpty() && website.isEmpty()) {
                throw new IllegalArgumentException("The terms must name a page, a website, or both.");
            }
        }
    }

    /**
     * Things achieved. Source: domain 2.4 C8.
     *
     * @param achievements codes of event classifications
     * @param all true when all of them are needed for an award, false when any is awarded
     * @param limit on awards
     */
    record Achievements(Set<String> achievements, boolean all, AwardLimit limit) implements CollectingTerms {

        /** Copies the set. Refuses an empty one. */
        public Achievements {
            achievements = Collections.unmodifiableSet(new TreeSet<>(achievements));
            requireSome(achievements);
        }
    }

    /**
     * Things achieved with an amount. Source: domain 2.4 C9.
     *
     * @param achievements codes of event classifications
     * @param all true when all of them are needed for an award, false when any is awarded
     * @param limit on awards
     * @param from the smallest amount of an event that counts, itself inside
     * @param to the largest, itself inside; empty where there is none
     */
    record FinancialAchievements(
            Set<String> achievements, boolean all, AwardLimit limit, Amount from, Optional<Amount> to)
            implements CollectingTerms {

        /** Copies the set. Refuses an empty one, a negative minimum and a maximum below the minimum. */
        public FinancialAchievements {
            achievements = Collections.unmodifiableSet(new TreeSet<>(achievements));
            requireSome(achievements);
            requireRange(from, to);
        }

        @Override
        public SortedMap<String, Amount> amounts() {
            return range(from, to);
        }
    }

    /**
     * Figures of a financial statement. Source: domain 2.4 C10.
     *
     * @param statements codes of event classifications; empty for all
     * @param kpis conditions that must all hold
     * @param limit on awards
     */
    record FinancialStatements(Set<String> statements, List<KpiCondition> kpis, AwardLimit limit) implements Terms {

        /** Copies both. Refuses terms without conditions. */
        public FinancialStatements {
            statements = Collections.unmodifiableSet(new TreeSet<>(statements));
            kpis = List.copyOf(kpis);
            if (kpis.isEmpty()) {
                throw new IllegalArgumentException("The terms must have at least one condition on a measure.");
            }
        }

        @Override
        public SortedMap<String, Set<String>> eventClassifications() {
            return new TreeMap<>(Map.of("statements", statements));
        }
    }

    /**
     * A referred participant was awarded for the first time. Source: domain 2.4 C11.
     *
     * @param qualifying which awards of that one complete the referral
     * @param minimumPurchase the least that must count of the purchase that was awarded, itself inside; empty for none
     * @param within how long after the referral the award must come, before the end of it; empty for any time
     * @param newOnly how long before the referral the one who was referred may have registered, itself inside, and only
     *     where that one was never awarded before it; empty for anybody
     */
    record Referrals(
            QualifyingAwards qualifying,
            Optional<Amount> minimumPurchase,
            Optional<TimeSpan> within,
            Optional<TimeSpan> newOnly)
            implements Terms {

        /** Refuses a minimum of 0 or less. */
        public Referrals {
            minimumPurchase.filter(least -> !least.isPositive()).ifPresent(least -> {
                throw new IllegalArgumentException("The minimumPurchase (" + least + ") must be above 0.");
            });
        }

        /** Any award of anybody. */
        public Referrals() {
            this(QualifyingAwards.ALL, Optional.empty(), Optional.empty(), Optional.empty());
        }

        @Override
        public SortedMap<String, Amount> amounts() {
            SortedMap<String, Amount> amounts = new TreeMap<>();
            minimumPurchase.ifPresent(least -> amounts.put("minimumPurchase", least));
            return amounts;
        }

        @Override
        public SortedMap<String, Set<String>> offerTypes() {
            return new TreeMap<>(Map.of("qualifying.types", qualifying.types()));
        }

        /** True where a purchase of which this counts is large enough; empty for what is no purchase. */
        public boolean isLargeEnough(Optional<Amount> purchase) {
            return minimumPurchase
                    .map(least -> purchase.filter(counts -> counts.compareTo(least) >= 0)
                            .isPresent())
                    .orElse(true);
        }

        /** From when on an award comes too late for a referral of {@code referredOn}; the far future for never. */
        public Instant over(Instant referredOn, ZoneId zone) {
            return within.map(span -> span.after(referredOn, zone)).orElse(Instant.MAX);
        }
    }

    /**
     * A sign-up to the scheme of the offer. Source: domain 2.4 C12.
     *
     * @param requirePriorAward true to wait until another offer has awarded the participant
     */
    record SignUps(boolean requirePriorAward) implements Terms {}

    /** The participant's birthday. Source: domain 2.4 C13. */
    record Birthday() implements YearlyTerms {
        @Override
        public Optional<MonthDay> dayOf(Profile profile) {
            return profile.dateOfBirth().map(MonthDay::from);
        }
    }

    /**
     * Contact data that are complete. Source: domain 2.4 C14.
     *
     * @param dateOfBirth true when it must be known
     * @param nameDay true when it must be known
     * @param addresses that must exist, if any
     * @param phones that must exist, if any
     * @param emails that must exist, if any
     */
    record Completeness(
            boolean dateOfBirth,
            boolean nameDay,
            Optional<DataDemand<AddressType, AddressField>> addresses,
            Optional<DataDemand<PhoneType, PhoneField>> phones,
            Optional<DataDemand<EmailType, EmailField>> emails)
            implements Terms {

        /** Refuses terms that ask for nothing. */
        public Completeness {
            if (!dateOfBirth && !nameDay && addresses.isEmpty() && phones.isEmpty() && emails.isEmpty()) {
                throw new IllegalArgumentException("The terms must ask for at least one kind of contact data.");
            }
        }
    }

    /** The participant's name day. Source: domain 2.4 C15. */
    record NameDay() implements YearlyTerms {
        @Override
        public Optional<MonthDay> dayOf(Profile profile) {
            return profile.nameDay();
        }
    }

    /**
     * A subscription that has been effective without interruption. Source: domain 2.4 C16.
     *
     * @param period for which
     * @param maximumInterruption days of an interruption that do not matter
     */
    record SubscriptionMaturity(TimeSpan period, long maximumInterruption) implements Terms {

        /** Refuses a negative number of days. */
        public SubscriptionMaturity {
            if (maximumInterruption < 0) {
                throw new IllegalArgumentException(
                        "The maximum interruption (" + maximumInterruption + " days) must not be negative.");
            }
        }

        @Override
        public SortedMap<String, TimeSpan> spansOfDays() {
            return new TreeMap<>(Map.of("period", period));
        }
    }

    /** Living somewhere or being in a segment, which the offer's conditions name. Source: domain 2.4 C17. */
    record JustMoney() implements Terms {}

    private static SortedMap<String, Amount> range(Amount from, Optional<Amount> to) {
        SortedMap<String, Amount> range = new TreeMap<>(Map.of("from", from));
        to.ifPresent(most -> range.put("to", most));
        return range;
    }

    private static void requireRange(Amount from, Optional<Amount> to) {
        if (from.isNegative() || to.filter(most -> most.compareTo(from) < 0).isPresent()) {
            throw new IllegalArgumentException("The amounts (from " + from
                    + to.map(amount -> " to " + amount).orElse("")
                    + ") must not be negative, and the second not below the first.");
        }
    }

    private static void requireSome(Set<String> achievements) {
        if (achievements.isEmpty()) {
            throw new IllegalArgumentException("The terms must name at least one achievement.");
        }
    }

    private static void requirePositive(long target) {
        if (target < 1) {
            throw new IllegalArgumentException("The target (" + target + ") must be 1 or more.");
        }
    }
}
