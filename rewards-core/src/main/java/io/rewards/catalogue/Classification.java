package io.rewards.catalogue;

import java.util.Locale;
import java.util.Set;

/** The kinds of offers that the engine knows, each with its own rule set. Source: domain 2.2, 3.10. */
public enum Classification {
    UTILISE_FREE_CAPACITY(Trigger.PURCHASE, Goal.UTILISE_CAPACITY, Demand.PURCHASE_WITH_SIZE, Demand.NAMES_TIMES),
    INCREASE_REVENUE_TRANSACTION_BASED(Trigger.PURCHASE, Goal.INCREASE_REVENUE, Demand.PURCHASE_WITH_SIZE),
    INCREASE_REVENUE_PRODUCT_BASED(
            Trigger.PURCHASE, Goal.INCREASE_REVENUE, Demand.PURCHASE_WITH_SIZE, Demand.NAMES_PRODUCTS),
    REWARD_LOYALTY_TRANSACTION_AMOUNT_BASED(Trigger.PURCHASE, Goal.REWARD_LOYALTY, Demand.PURCHASE_WITH_SIZE),
    REWARD_LOYALTY_TRANSACTION_NUMBER_BASED(Trigger.PURCHASE, Goal.REWARD_LOYALTY),
    REWARD_LOYALTY_TRANSACTION_ITEM_QUANTITY_BASED(Trigger.PURCHASE, Goal.REWARD_LOYALTY, Demand.NAMES_PRODUCTS),
    REWARD_BEHAVIOR(Trigger.BEHAVIOR, Goal.CHANGE_BEHAVIOUR),
    REWARD_ACHIEVEMENTS(Trigger.ACHIEVEMENT, Goal.CHANGE_BEHAVIOUR),
    REWARD_FINANCIAL_ACHIEVEMENTS(Trigger.FINANCIAL_ACHIEVEMENT, Goal.CHANGE_BEHAVIOUR, Demand.RUNS_WHERE_STRICT),
    REWARD_FINANCIAL_STATEMENTS(Trigger.FINANCIAL_STATEMENT, Goal.CHANGE_BEHAVIOUR),
    REWARD_REFERRALS(Trigger.REFERRAL, Goal.CHANGE_BEHAVIOUR),
    REWARD_SIGN_UPS(Trigger.SIGN_UP, Goal.CHANGE_BEHAVIOUR, Demand.RUNS_WHERE_STRICT),
    REWARD_ON_BIRTHDAY(Trigger.PROFILE, Goal.REWARD_LOYALTY, Demand.RUNS),
    REWARD_PERSONAL_DATA_COMPLETENESS(Trigger.PROFILE, Goal.CHANGE_BEHAVIOUR, Demand.RUNS),
    REWARD_ON_NAME_DAY(Trigger.PROFILE, Goal.REWARD_LOYALTY),
    REWARD_SUBSCRIPTION_MATURITY(Trigger.SUBSCRIPTION, Goal.REWARD_LOYALTY),
    JUST_MONEY(Trigger.PROFILE, Goal.UTILISE_CAPACITY, Demand.NAMES_PEOPLE);

    private final Trigger trigger;
    private final Goal goal;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of gives no set that changes.
    private final Set<Demand> demands;

    Classification(Trigger trigger, Goal goal, Demand... demands) {
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
