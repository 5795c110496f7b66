package io.rewards.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutomaticSpendingTest {

    private static final Denomination EUR = new Denomination("EUR", 2);
    private static final AutomaticSpending RULES = rules(true, "5.00", "12.00", Set.of());

    @ParameterizedTest
    @CsvSource({
        "18.00, 40.00, 12.00",
        "18.00,  4.00,  0.00",
        " 9.99, 40.00,  0.00",
        "10.00, 40.00, 10.00",
        "18.00,  4.99,  0.00",
        "18.00,  5.00,  5.00",
        "18.00, 12.00, 12.00",
        "18.00, 12.01, 12.00"
    })
    void theBalanceTheRangeAndThePurchaseLimitWhatIsSpent(String balance, String purchase, String spent) {
        assertThat(RULES.amount(eur(balance), eur(balance), eur(purchase), "U1"))
                .isEqualTo(eur(spent));
    }

    @Test
    void whatCannotBeSpentOnThePurchaseDoesNotCountForTheRange() {
        assertThat(RULES.amount(eur("18.00"), eur("4.99"), eur("40.00"), "U1")).isEqualTo(eur("0.00"));
        assertThat(RULES.amount(eur("18.00"), eur("5.00"), eur("40.00"), "U1")).isEqualTo(eur("5.00"));
    }

    @Test
    void onlyAuthorisedUnitsMaySpendAndNoneNamedMeansAll() {
        AutomaticSpending here = rules(true, "5.00", "12.00", Set.of("U1"));
        assertThat(here.amount(eur("18.00"), eur("18.00"), eur("40.00"), "U1")).isEqualTo(eur("12.00"));
        assertThat(here.amount(eur("18.00"), eur("18.00"), eur("40.00"), "U2")).isEqualTo(eur("0.00"));
        assertThat(RULES.amount(eur("18.00"), eur("18.00"), eur("40.00"), "U2")).isEqualTo(eur("12.00"));
    }

    @Test
    void nothingIsSpentUnlessTheParticipantAllowsIt() {
        AutomaticSpending off = rules(false, "5.00", "12.00", Set.of());
        assertThat(off.amount(eur("18.00"), eur("18.00"), eur("40.00"), "U1")).isEqualTo(eur("0.00"));
        assertThat(AutomaticSpending.OFF.amount(eur("18.00"), eur("18.00"), eur("40.00"), "U1"))
                .isEqualTo(eur("0.00"));
    }

    @Test
    void withoutLimitsAllThatIsPossibleIsSpent() {
        AutomaticSpending all = new AutomaticSpending(
                true, Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Optional.empty());
        assertThat(all.amount(eur("18.00"), eur("18.00"), eur("17.99"), "U1")).isEqualTo(eur("17.99"));
        assertThat(all.amount(eur("18.00"), eur("18.00"), eur("18.01"), "U1")).isEqualTo(eur("18.00"));
    }

    @Test
    void aRangeDoesNotEndBeforeItBegins() {
        assertThat(rules(true, "5.00", "5.00", Set.of()).to()).contains(eur("5.00"));
        assertThatThrownBy(() -> rules(true, "5.00", "4.99", Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The range from (5.00 EUR) to (4.99 EUR) of automatic spending ends before it begins.");
    }

    private static AutomaticSpending rules(boolean allowed, String from, String to, Set<String> units) {
        return new AutomaticSpending(
                allowed,
                Optional.of(eur("10.00")),
                Optional.of(eur(from)),
                Optional.of(eur(to)),
                units,
                Optional.empty());
    }

    private static Amount eur(String text) {
        return Amount.of(text.strip(), EUR);
    }
}
