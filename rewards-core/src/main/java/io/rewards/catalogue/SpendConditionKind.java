package io.rewards.catalogue;

/** The conditions that offers can set on spending their money, each by its field in files. Source: domain 3.7. */
public enum SpendConditionKind {
    PRODUCTS("products"),
    TIMES("times"),
    UNITS("units"),
    GROUPS("groups");

    private final String field;

    SpendConditionKind(String field) {
        this.field = field;
    }

    /** True where {@code conditions} set it. */
    public boolean isSetIn(SpendConditions conditions) {
        return switch (this) {
            case PRODUCTS -> !conditions.products().isAll();
            case TIMES -> !conditions.times().isAlways();
            case UNITS -> !conditions.units().isEmpty();
            case GROUPS -> !conditions.groups().isEmpty();
        };
    }

    /** Its field, such as {@code products}. */
    @Override
    public String toString() {
        return field;
    }
}
