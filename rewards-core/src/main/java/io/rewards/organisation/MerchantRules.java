package io.rewards.organisation;

import io.rewards.amount.Percentage;
import java.util.Optional;

/**
 * What a merchant has agreed to. Immutable. Source: domain 4.4, 5.3, 7.1, 7.3.
 *
 * @param automaticSpending true where wallets may pay without a request
 * @param reduction who takes instant and automatic discounts off the price
 * @param contribution what the merchant gives to each award at the unit; empty for nothing
 */
public record MerchantRules(boolean automaticSpending, Reduction reduction, Optional<Percentage> contribution) {

    /** No automatic spending, discounts at the till, no contribution. */
    public static final MerchantRules NONE = new MerchantRules(false, Reduction.FRONT_END, Optional.empty());

    /** Refuses a contribution above the whole award. */
    public MerchantRules {
        contribution.filter(share -> share.compareTo(Percentage.HUNDRED) > 0).ifPresent(share -> {
            throw new IllegalArgumentException("The contribution (" + share + ") must be at most the whole award.");
        });
    }

    /** These rules, allowing automatic spending or not. */
    public MerchantRules withAutomaticSpending(boolean allowed) {
        return new MerchantRules(allowed, reduction, contribution);
    }

    /** These rules with another reduction. */
    public MerchantRules with(Reduction changed) {
        return new MerchantRules(automaticSpending, changed, contribution);
    }

    /** These rules with a contribution to each award. */
    public MerchantRules withContribution(Percentage share) {
        return new MerchantRules(automaticSpending, reduction, Optional.of(share));
    }
}
