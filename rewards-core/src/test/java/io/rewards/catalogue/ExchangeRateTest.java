package io.rewards.catalogue;

import static io.rewards.catalogue.Programmes.EUR;
import static io.rewards.catalogue.Programmes.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.problem.Problem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What points are worth. Domain 5.8. */
class ExchangeRateTest {

    private static final Denomination PTS = new Denomination("PTS", 0);
    private static final ExchangeRate RATE = new ExchangeRate(points(100), eur("1.00"), Optional.of(points(500)));

    private static Amount points(long count) {
        return new Amount(PTS, count);
    }

    @Test
    void wholeStepsAreWorthSomething() {
        assertThat(RATE.steps(points(99))).isZero();
        assertThat(RATE.steps(points(100))).isEqualTo(1);
        assertThat(RATE.steps(points(1_234))).isEqualTo(12);
        assertThat(RATE.points(12)).isEqualTo(points(1_200));
        assertThat(RATE.money(12)).isEqualTo(eur("12.00"));
        assertThat(RATE.stepsTo(eur("3.99"))).isEqualTo(3);
        assertThat(RATE.code()).isEqualTo("PTS/EUR");
    }

    @Test
    void theLeastIsTheMinimumAndNeverLessThanAStep() {
        assertThat(RATE.least()).isEqualTo(points(500));
        assertThat(ExchangeRate.of(points(100), eur("1.00")).least()).isEqualTo(points(100));
        assertThat(new ExchangeRate(points(100), eur("1.00"), Optional.of(points(99))).least())
                .isEqualTo(points(100));
    }

    @Test
    void whatMakesNoSenseByItselfIsRefused() {
        assertThatThrownBy(() -> ExchangeRate.of(points(0), eur("1.00")))
                .hasMessage("The amount from (0 PTS) of a rate must be above 0.");
        assertThatThrownBy(() -> ExchangeRate.of(points(100), eur("-1.00")))
                .hasMessage("The amount to (-1.00 EUR) of a rate must be above 0.");
        assertThatThrownBy(() -> ExchangeRate.of(points(100), points(1)))
                .hasMessage("The amounts from (100 PTS) and to (1 PTS) of a rate must be in two denominations.");
        assertThatThrownBy(() -> new ExchangeRate(points(100), eur("1.00"), Optional.of(eur("5.00"))))
                .hasMessage("The minimum (5.00 EUR) of a rate must be in PTS, as from (100 PTS).");
        assertThatThrownBy(() -> new ExchangeRate(points(100), eur("1.00"), Optional.of(points(0))))
                .hasMessage("The amount minimum (0 PTS) of a rate must be above 0.");
    }

    @Test
    void aProgrammeHasOneRateForEachPairOfItsDenominations() {
        Denomination miles = new Denomination("MILES", 0);
        Programme plain = Programmes.with();
        Programme programme = plain.toBuilder()
                .withSettings(plain.settings().withPoints(List.of(PTS)))
                .withRates(List.of(
                        RATE,
                        ExchangeRate.of(points(10), eur("1.00")),
                        ExchangeRate.of(eur("1.00"), points(50)),
                        ExchangeRate.of(new Amount(miles, 1), new Amount(new Denomination("EUR", 3), 1))))
                .build();
        assertThat(ProgrammeCheck.problems(programme, Unread.NOTHING))
                .extracting(Problem::toString)
                .containsExactlyInAnyOrder(
                        "rates[PTS/EUR]: The code (PTS/EUR) is used twice.",
                        "rates[MILES/EUR].from: The amount (1 MILES) is not in a denomination of the programme.",
                        "rates[MILES/EUR].to: The amount (0.001 EUR) is not in a denomination of the programme.");
        assertThat(EUR.scale()).isEqualTo(2);
    }
}
