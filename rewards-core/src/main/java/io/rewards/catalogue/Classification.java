package io.rewards.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of offers that the engine knows, each with its own rule set. Source: domain 2.2, 3.10. */
public enum Classification {
    UTILISE_FREE_CAPACITY(
            Terms.FreeCapacity.class,
            Trigger.PURCHASE,
            Goal.UTILISE_CAPACITY,
            Demand.PURCHASE_WITH_SIZE,
            Demand.NAMES_TIMES),
    INCREASE_REVENUE_TRANSACTION_BASED(
            Terms.TransactionRevenue.class, Trigger.PURCHASE, Goal.INCREASE_REVENUE, Demand.PURCHASE_WITH_SIZE),
    INCREASE_REVENUE_PRODUCT_BASED(
            Terms.ProductRevenue.class,
            Trigger.PURCHASE,
            Goal.INCREASE_REVENUE,
            Demand.PURCHASE_WITH_SIZE,
            Demand.NAMES_PRODUCTS),
    REWARD_LOYALTY_TRANSACTION_AMOUNT_BASED(
            Terms.SpendLoyalty.class, Trigger.PURCHASE, Goal.REWARD_LOYALTY, Demand.PURCHASE_WITH_SIZE),
    REWARD_LOYALTY_TRANSACTION_NUMBER_BASED(Terms.CountLoyalty.class, Trigger.PURCHASE, Goal.REWARD_LOYALTY),
    REWARD_LOYALTY_TRANSACTION_ITEM_QUANTITY_BASED(
            Terms.QuantityLoyalty.class, Trigger.PURCHASE, Goal.REWARD_LOYALTY, Demand.NAMES_PRODUCTS),
    REWARD_BEHAVIOR(Terms.Behavior.class, Trigger.BEHAVIOR, Goal.CHANGE_BEHAVIOUR),
    REWARD_ACHIEVEMENTS(Terms.Achievements.class, Trigger.ACHIEVEMENT, Goal.CHANGE_BEHAVIOUR),
    REWARD_FINANCIAL_ACHIEVEMENTS(
            Terms.FinancialAchievements.class,
            Trigger.FINANCIAL_ACHIEVEMENT,
            Goal.CHANGE_BEHAVIOUR,
            Demand.RUNS_WHERE_STRICT),
    REWARD_FINANCIAL_STATEMENTS(Terms.FinancialStatements.class, Trigger.FINANCIAL_STATEMENT, Goal.CHANGE_BEHAVIOUR),
    REWARD_REFERRALS(Terms.Referrals.class, Trigger.REFERRAL, Goal.CHANGE_BEHAVIOUR),
    REWARD_SIGN_UPS(Terms.SignUps.class, Trigger.SIGN_UP, Goal.CHANGE_BEHAVIOUR, Demand.RUNS_WHERE_STRICT),
    REWARD_ON_BIRTHDAY(Terms.Birthday.class, Trigger.PROFILE, Goal.REWARD_LOYALTY, Demand.RUNS),
    REWARD_PERSONAL_DATA_COMPLETENESS(Terms.Completeness.class, Trigger.PROFILE, Goal.CHANGE_BEHAVIOUR, Demand.RUNS),
    REWARD_ON_NAME_DAY(Terms.NameDay.class, Trigger.PROFILE, Goal.REWARD_LOYALTY),
    REWARD_SUBSCRIPTION_MATURITY(Terms.SubscriptionMaturity.class, Trigger.SUBSCRIPTION, Goal.REWARD_LOYALTY),
    JUST_MONEY(Terms.JustMoney.class, Trigger.PROFILE, Goal.UTILISE_CAPACITY, Demand.NAMES_PEOPLE);

    private static final Map<Class<?>, Classification> BY_TERMS =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Classification::terms, Function.identity()));

    private final Class<? extends Terms> terms;
    private final Trigger trigger;
    private final Goal goal;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of gives no set that changes.
    private final Set<Demand> demands;

    Classification(Class<? extends Terms> terms, Trigger trigger, Goal goal, Demand... demands) {
        this.terms = terms;
        this.trigger = trigger;
        this.goal = goal;
        this.demands = Set.of(demands);
    }

    /** What it can demand of its offers beyond what their trigger does. */
    enum Demand {
        /** Awards arise in a purchase that has a size, so they can be a share of it. */
        PURCHASE_WITH_SIZE,
        /** Evaluated only in runs. */
        RUNS,
        /** Evaluated only in runs, where the settings are strict about it. */
        RUNS_WHERE_STRICT,
        /** Names weekdays or hours. */
        NAMES_TIMES,
        /** Names products, types or families. */
        NAMES_PRODUCTS,
        /** Names places or segments. */
        NAMES_PEOPLE
    }

    /** The classification of terms of this record. */
    static Classification of(Class<?> terms) {
        return Optional.ofNullable(BY_TERMS.get(terms))
                .orElseThrow(() -> new IllegalStateException("No classification has the terms (" + terms + ")."));
    }

    /** The record of the terms of its offers. */
    public Class<? extends Terms> terms() {
        return terms;
    }

    boolean has(Demand demand) {
        return demands.contains(demand);
    }

    /** What its offers wait for. */
    public Trigger trigger() {
        return trigger;
    }

    /** The goal group of its offers, unless their type says another. */
    public Goal goal() {
        return goal;
    }

    /** True when merchants take part in its offers: those that wait for an event, which happens at a unit. */
    public boolean hasPartners() {
        return trigger.isEvent();
    }

    /** True when its offers are about a purchase and its lines. */
    public boolean isAboutPurchases() {
        return trigger == Trigger.PURCHASE;
    }

    /** When its offers are evaluated, unless they say so: dates and memberships wait for runs. Source: domain 0. */
    public EvaluationMethod evaluation() {
        return trigger == Trigger.PROFILE || trigger == Trigger.SUBSCRIPTION
                ? EvaluationMethod.BATCH
                : EvaluationMethod.BATCH_AND_INTERACTIVE;
    }

    /** The folder of its rule file, such as {@code utilise_free_capacity}. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
