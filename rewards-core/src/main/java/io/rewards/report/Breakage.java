package io.rewards.report;

import io.rewards.amount.Amount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Optional;

/**
 * What of the awards of one scheme was not spent in time, in one month and one denomination. Immutable.
 *
 * @param month on the calendar of the programme in which it was recorded
 * @param scheme code of the scheme; empty for money that no offer awarded
 * @param awarded in that month
 * @param expired in that month, whenever it was awarded, less what was taken back of it
 */
public record Breakage(YearMonth month, String scheme, Amount awarded, Amount expired) {

    private static final int DECIMALS = 2;
    private static final int HUNDREDTH = 2;

    /** What expired, as a percentage of what was awarded, as {@link #percentage(Amount, Amount)} says. */
    public Optional<BigDecimal> percentage() {
        return percentage(expired, awarded);
    }

    /**
     * {@code expired} as a percentage of {@code awarded}, with two decimals, halves rounded away from zero; empty where
     * nothing was awarded. What expires in a month was mostly awarded in earlier ones, so look at many months together.
     */
    static Optional<BigDecimal> percentage(Amount expired, Amount awarded) {
        return awarded.isZero()
                ? Optional.empty()
                : Optional.of(expired.decimal()
                        .movePointRight(HUNDREDTH)
                        .divide(awarded.decimal(), DECIMALS, RoundingMode.HALF_UP));
    }
}
