package io.rewards.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.time.CalendarPeriod;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Limits of offers. Domain 3.11. */
class CapTest {

    private static final Amount FIVE = Amount.of("5.00", new Denomination("EUR", 2));
    private static final TimeSpan MONTH = new TimeSpan(30, SpanUnit.DAYS);

    @Test
    void aCapSaysWhatItLimits() {
        assertThat(Cap.ofAwards(Cap.Of.PARTICIPANT, 1).per(CalendarPeriod.DAY))
                .hasToString("1 award of one participant a day")
                .returns("1 a day", Cap::limit);
        assertThat(Cap.ofAwards(Cap.Of.ALL, 2)).hasToString("2 awards of all").returns("2", Cap::limit);
        assertThat(Cap.ofAmount(Cap.Of.PARTICIPANT, FIVE).within(MONTH))
                .hasToString("5.00 EUR of one participant within 30 days")
                .returns(500L, Cap::most);
    }

    @Test
    void aCapIsAboveNothingAndLimitsOneThing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cap.ofAwards(Cap.Of.ALL, 0))
                .withMessage("The cap (0) must be above 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cap(Cap.Of.ALL, new CapPeriod.Life(), Optional.of(1L), Optional.of(FIVE)))
                .withMessage(
                        "The cap must limit either the number of awards or their amount; two limits are two caps of"
                                + " the list.");
    }

    @Test
    void aSpanIsOfOneParticipant() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cap.ofAwards(Cap.Of.ALL, 3).within(MONTH))
                .withMessage(
                        "The cap (3 within 30 days) of all participants must be per LIFE, DAY, WEEK, MONTH, QUARTER or"
                                + " YEAR; only a cap of one participant can be within a span.");
    }
}
