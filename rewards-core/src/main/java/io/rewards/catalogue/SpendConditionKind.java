package io.rewards.catalogue;

import java.util.function.Predicate;

/** The conditions that offers can set on spending their money, each by its field in files. Source: domain 3.7. */
public enum SpendConditionKind {
    PRODUCTS("products", conditions -> !conditions.products().isAll()),
    TIMES("times", conditions -> !conditions.times().isAlways()),
    UNITS("units", conditions -> !conditions.units().isEmpty()),
    GROUPS("groups", conditions -> !conditions.groups().isEmpty());

    private final String field;
    private final Predicate<SpendConditions> set;

    SpendConditionKind(String field, Predicate<SpendConditions> set) {
        this.field = field;
        this.set = set;
    }

    /** True where {@code conditions} set it. */
    public boolean isSetIn(SpendConditions conditions) {
        return set.test(conditions);
    }

    /** Its field, such as {@code products}. */
    @Override
    public String toString() {
        return field;
    }
}
