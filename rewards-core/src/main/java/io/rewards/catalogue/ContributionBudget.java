package io.rewards.catalogue;

import io.rewards.amount.Amount;
import io.rewards.time.CalendarPeriod;
import java.util.Locale;
import java.util.Optional;

/**
 * The most that a merchant gives to awards in each period of the calendar. Immutable. Source: domain 7.5.
 *
 * @param amount at most, above 0; it limits what is given in its own denomination
 * @param per of the programme's zone; empty for ever
 */
public record ContributionBudget(Amount amount, Optional<CalendarPeriod> per) {

    /** Refuses an amount of 0 or less. */
    public ContributionBudget {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("The budget (" + amount
                    + ") must be above 0. For a merchant that gives nothing say the contribution 0.");
        }
    }

    @Override
    public String toString() {
        return amount
                + per.map(period -> " a " + period.name().toLowerCase(Locale.ROOT))
                        .orElse("");
    }
}
