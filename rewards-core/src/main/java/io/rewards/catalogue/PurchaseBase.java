package io.rewards.catalogue;

import java.util.Optional;

/**
 * What of the lines of a purchase counts for one offer, where it says so itself: for its thresholds, and for what it awards. What
 * it leaves open is as the settings say. Immutable. Source: domain 2.3, 3.5.
 *
 * @param threshold what minimums, maximums and targets are compared with
 * @param award what a percentage or a rate is worked out of, and by which the parts of an award are shared among the lines
 */
public record PurchaseBase(Optional<AwardBase> threshold, Optional<AwardBase> award) {

    /** As the settings say. */
    public static final PurchaseBase OF_SETTINGS = new PurchaseBase(Optional.empty(), Optional.empty());

    /** Both named. */
    public static PurchaseBase of(AwardBase threshold, AwardBase award) {
        return new PurchaseBase(Optional.of(threshold), Optional.of(award));
    }

    /** What thresholds are compared with under {@code settings}. */
    public AwardBase threshold(Settings settings) {
        return threshold.orElse(settings.awardBase());
    }

    /** What an award is worked out of under {@code settings}. */
    public AwardBase award(Settings settings) {
        return award.orElse(settings.awardBase());
    }
}
