package io.rewards.catalogue;

import io.rewards.amount.Amount;
import java.util.Optional;

/**
 * How the units of tiers are counted. Immutable. Source: domain 8.4.
 *
 * @param owner who says in which tier a participant is; where empty, the engine if the tiers have units
 * @param counts what part of a line counts
 * @param products whose lines count
 * @param unit what one unit is worth, in the currency; 1 where empty
 * @param returns when a tier is looked at because goods came back
 * @param atRiskDays how many days before a review a participant is told that the tier will fall; empty for never
 */
public record TierSettings(
        Optional<TierOwner> owner,
        AwardBase counts,
        ProductSelection products,
        Optional<Amount> unit,
        TierReturns returns,
        Optional<Integer> atRiskDays) {

    /** A unit for each whole 1 of the currency that was paid, tax included. */
    public static final TierSettings DEFAULT = new TierSettings(
            Optional.empty(),
            AwardBase.GROSS,
            ProductSelection.ALL,
            Optional.empty(),
            TierReturns.AT_REVIEW,
            Optional.empty());

    /** These settings with another owner. */
    public TierSettings with(TierOwner changed) {
        return new TierSettings(Optional.of(changed), counts, products, unit, returns, atRiskDays);
    }

    /** These settings with another part of lines that counts. */
    public TierSettings with(AwardBase changed) {
        return new TierSettings(owner, changed, products, unit, returns, atRiskDays);
    }

    /** These settings with other products that count. */
    public TierSettings with(ProductSelection changed) {
        return new TierSettings(owner, counts, changed, unit, returns, atRiskDays);
    }

    /** These settings with another worth of a unit. */
    public TierSettings withUnit(Amount worth) {
        return new TierSettings(owner, counts, products, Optional.of(worth), returns, atRiskDays);
    }

    /** These settings with another time at which returns are looked at. */
    public TierSettings with(TierReturns changed) {
        return new TierSettings(owner, counts, products, unit, changed, atRiskDays);
    }

    /** These settings, by which participants are told so many days before their tier will fall. */
    public TierSettings withAtRiskDays(int days) {
        return new TierSettings(owner, counts, products, unit, returns, Optional.of(days));
    }
}
