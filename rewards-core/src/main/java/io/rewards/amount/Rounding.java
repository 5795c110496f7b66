package io.rewards.amount;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The one place where the product rounds: an exact number becomes an amount, once for each award.
 * Immutable. Source: domain 12.1 Q2.
 *
 * @param mode how; {@code HALF_UP} unless a programme says otherwise
 */
public record Rounding(RoundingMode mode) {

    /** Halves away from zero: 6.1725 becomes 6.17, 6.175 becomes 6.18. */
    public static final Rounding HALF_UP = new Rounding(RoundingMode.HALF_UP);

    /** Refuses {@code UNNECESSARY}, which does not round. */
    public Rounding {
        if (mode == RoundingMode.UNNECESSARY) {
            throw new IllegalArgumentException(
                    "The rounding (UNNECESSARY) must be a mode that rounds, such as HALF_UP.");
        }
    }

    /** The amount nearest to {@code exact} in the sense of this mode. Throws {@link AmountOverflowException} when too large. */
    public Amount toAmount(BigDecimal exact, Denomination denomination) {
        BigDecimal rounded = exact.setScale(denomination.scale(), mode);
        if (rounded.unscaledValue().bitLength() >= Long.SIZE) {
            throw new AmountOverflowException(rounded.toPlainString() + " " + denomination.code());
        }
        return Amount.of(rounded, denomination);
    }
}
