package io.rewards.catalogue;

import io.rewards.time.DayPeriod;

/** The conditions that offers can set, each by its field in files. Source: domain 3.5. */
public enum ConditionKind {
    PRODUCTS("products"),
    PAYMENT_MEDIA("paymentMedia"),
    LOCATIONS("locations"),
    MAXIMUM_UNPROCESSED("maximumUnprocessed"),
    SEGMENTS_INCLUDED("segmentsIncluded"),
    SEGMENTS_EXCLUDED("segmentsExcluded"),
    UNITS("units"),
    GROUPS("groups"),
    TIMES("times"),
    PERIOD("period"),
    TIERS("tiers"),
    ATTRIBUTES("attributes"),
    PROMO_CODES("promoCodes"),
    MINIMUM_PURCHASE("minimumPurchase");

    private final String field;

    ConditionKind(String field) {
        this.field = field;
    }

    /** True where {@code conditions} set it. */
    public boolean isSetIn(AwardConditions conditions) {
        return switch (this) {
            case PRODUCTS -> !conditions.products().isAll();
            case PAYMENT_MEDIA -> !conditions.paymentMedia().equals(PaymentMedia.ALL);
            case LOCATIONS -> !conditions.locations().equals(Locations.EVERYWHERE);
            case MAXIMUM_UNPROCESSED -> conditions.maximumUnprocessed().isPresent();
            case SEGMENTS_INCLUDED -> !conditions.segmentsIncluded().isEmpty();
            case SEGMENTS_EXCLUDED -> !conditions.segmentsExcluded().isEmpty();
            case UNITS -> !conditions.units().isEmpty();
            case GROUPS -> !conditions.groups().isEmpty();
            case TIMES -> !conditions.times().isAlways();
            case PERIOD -> !conditions.period().equals(DayPeriod.ALWAYS);
            case TIERS -> !conditions.tiers().isEmpty();
            case ATTRIBUTES -> !conditions.attributes().isEmpty();
            case PROMO_CODES -> !conditions.promoCodes().isEmpty();
            case MINIMUM_PURCHASE -> conditions.minimumPurchase().isPresent();
        };
    }

    /** Its field, such as {@code minimumPurchase}. */
    @Override
    public String toString() {
        return field;
    }
}
