package io.rewards.catalogue;

import io.rewards.amount.Amount;
import io.rewards.time.TimeSpan;
import java.util.Optional;

/** What a classification asks for beyond the conditions that all offers share: one record for each. Immutable. */
public sealed interface Terms {

    /** The classification these are the terms of. */
    Classification classification();

    /** Purchases in quiet days and hours, which the offer's weekly times name. Source: domain 2.4 C1. */
    record FreeCapacity() implements Terms {
        @Override
        public Classification classification() {
            return Classification.UTILISE_FREE_CAPACITY;
        }
    }

    /**
     * A purchase of a certain size. Source: domain 2.4 C2.
     *
     * @param from the smallest qualifying base, itself inside
     * @param to the largest, itself inside; empty where there is none
     */
    record TransactionRevenue(Amount from, Optional<Amount> to) implements Terms {

        /** Refuses a negative minimum and a maximum below the minimum. */
        public TransactionRevenue {
            if (from.isNegative() || to.filter(most -> most.compareTo(from) < 0).isPresent()) {
                throw new IllegalArgumentException("The amounts (from " + from
                        + to.map(amount -> " to " + amount).orElse("")
                        + ") must not be negative, and the second not below the first.");
            }
        }

        @Override
        public Classification classification() {
            return Classification.INCREASE_REVENUE_TRANSACTION_BASED;
        }
    }

    /**
     * Certain products, which the offer's product condition names. Source: domain 2.4 C3.
     *
     * @param scope whether a fixed amount is awarded once or for each piece
     */
    record ProductRevenue(AwardScope scope) implements Terms {
        @Override
        public Classification classification() {
            return Classification.INCREASE_REVENUE_PRODUCT_BASED;
        }
    }

    /**
     * Spending over a period. Source: domain 2.4 C4.
     *
     * @param target to reach
     * @param period within which
     */
    record SpendLoyalty(Amount target, TimeSpan period) implements Terms {

        /** Refuses a target of 0 or less. */
        public SpendLoyalty {
            if (!target.isPositive()) {
                throw new IllegalArgumentException("The target (" + target + ") must be above 0.");
            }
        }

        @Override
        public Classification classification() {
            return Classification.REWARD_LOYALTY_TRANSACTION_AMOUNT_BASED;
        }
    }

    /**
     * A number of purchases over a period. Source: domain 2.4 C5.
     *
     * @param target number of purchases
     * @param period within which
     */
    record CountLoyalty(long target, TimeSpan period) implements Terms {

        /** Refuses a target below 1. */
        public CountLoyalty {
            requirePositive(target);
        }

        @Override
        public Classification classification() {
            return Classification.REWARD_LOYALTY_TRANSACTION_NUMBER_BASED;
        }
    }

    /**
     * A number of pieces over a period. Source: domain 2.4 C6.
     *
     * @param target number of pieces
     * @param period within which
     */
    record QuantityLoyalty(long target, TimeSpan period) implements Terms {

        /** Refuses a target below 1. */
        public QuantityLoyalty {
            requirePositive(target);
        }

        @Override
        public Classification classification() {
            return Classification.REWARD_LOYALTY_TRANSACTION_ITEM_QUANTITY_BASED;
        }
    }

    private static void requirePositive(long target) {
        if (target < 1) {
            throw new IllegalArgumentException("The target (" + target + ") must be 1 or more.");
        }
    }
}
