package io.rewards.catalogue;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * A denomination that becomes another: a country joins the euro, or points get decimals. Each amount is rounded once, half
 * up, as the law of such changeovers has it. Immutable and thread-safe. Source: domain 3.12.
 *
 * @param from what amounts were in
 * @param to what they are in afterwards
 * @param rate how many of {@code from} are one of {@code to}, such as 1.95583 BGN for 1 EUR; 1 where only decimals change
 * @param asOf when it happens; no two changeovers of a store at once
 */
public record Changeover(Denomination from, Denomination to, BigDecimal rate, Instant asOf)
        implements UnaryOperator<Amount> {

    /** Refuses a changeover that changes nothing, and a rate of 0 or less. */
    public Changeover {
        if (from.equals(to)) {
            throw new IllegalArgumentException(
                    "The denomination (" + from + ") must become another, or get other decimals.");
        }
        if (rate.signum() <= 0) {
            throw new IllegalArgumentException(
                    "The rate (" + rate + ") must be above 0: how many " + from + " are one " + to + ".");
        }
    }

    /** {@code amount} in the new denomination; the same for one that is in any other than the old. */
    @Override
    public Amount apply(Amount amount) {
        return amount.denomination().equals(from)
                ? Amount.of(amount.decimal().divide(rate, to.scale(), RoundingMode.HALF_UP), to)
                : amount;
    }

    /** So many smallest units of the old denomination, in those of the new one. */
    public long units(long units) {
        return apply(new Amount(from, units)).units();
    }

    /** One after the other. */
    static UnaryOperator<Amount> all(Iterable<Changeover> changeovers) {
        return amount -> {
            Amount now = amount;
            for (Changeover each : changeovers) {
                now = each.apply(now);
            }
            return now;
        };
    }
}
