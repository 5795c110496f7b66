package io.rewards.catalogue;

import io.rewards.time.DayPeriod;
import java.util.function.Predicate;

/** The conditions that offers can set, each by its field in files. Source: domain 3.5. */
public enum ConditionKind {
    PRODUCTS("products", conditions -> !conditions.products().isAll()),
    PAYMENT_MEDIA("paymentMedia", conditions -> !conditions.paymentMedia().equals(PaymentMedia.ALL)),
    LOCATIONS("locations", conditions -> !conditions.locations().equals(Locations.EVERYWHERE)),
    MAXIMUM_UNPROCESSED(
            "maximumUnprocessed", conditions -> conditions.maximumUnprocessed().isPresent()),
    SEGMENTS_INCLUDED(
            "segmentsIncluded", conditions -> !conditions.segmentsIncluded().isEmpty()),
    SEGMENTS_EXCLUDED(
            "segmentsExcluded", conditions -> !conditions.segmentsExcluded().isEmpty()),
    UNITS("units", conditions -> !conditions.units().isEmpty()),
    GROUPS("groups", conditions -> !conditions.groups().isEmpty()),
    TIMES("times", conditions -> !conditions.times().isAlways()),
    PERIOD("period", conditions -> !conditions.period().equals(DayPeriod.ALWAYS)),
    TIERS("tiers", conditions -> !conditions.tiers().isEmpty()),
    ATTRIBUTES("attributes", conditions -> !conditions.attributes().isEmpty()),
    PROMO_CODES("promoCodes", conditions -> !conditions.promoCodes().isEmpty()),
    MINIMUM_PURCHASE(
            "minimumPurchase", conditions -> conditions.minimumPurchase().isPresent());

    private final String field;
    private final Predicate<AwardConditions> set;

    ConditionKind(String field, Predicate<AwardConditions> set) {
        this.field = field;
        this.set = set;
    }

    /** True where {@code conditions} set it. */
    public boolean isSetIn(AwardConditions conditions) {
        return set.test(conditions);
    }

    /** Its field, such as {@code minimumPurchase}. */
    @Override
    public String toString() {
        return field;
    }
}
