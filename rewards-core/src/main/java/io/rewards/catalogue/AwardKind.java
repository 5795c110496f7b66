package io.rewards.catalogue;

import java.util.Arrays;

/** The kinds of awards, each by the field that says it in files. Source: domain 2.2, 3.3. */
public enum AwardKind {
    AMOUNT("amount", Award.FixedAmount.class),
    PERCENTAGE("percentage", Award.PercentageOfPurchase.class),
    PERCENTAGE_OF_AWARDED("percentageOfAwarded", Award.PercentageOfAwarded.class),
    RATE("rate", Award.Rate.class);

    private final String field;
    private final Class<? extends Award> type;

    AwardKind(String field, Class<? extends Award> type) {
        this.field = field;
        this.type = type;
    }

    /** The kind of {@code award}. */
    public static AwardKind of(Award award) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.isInstance(award))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Unknown award: " + award.getClass()));
    }

    /** The field that says it, such as {@code percentageOfAwarded}. */
    @Override
    public String toString() {
        return field;
    }
}
