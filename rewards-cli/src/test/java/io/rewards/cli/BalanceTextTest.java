package io.rewards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.wallet.Balance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BalanceTextTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, 0, 0, true, 0.00 EUR",
        "500, 0, 0, 0, 0, 0, false, 5.00 EUR",
        "500, 100, 0, 0, 0, 0, false, 5.00 EUR (and 1.00 EUR later)",
        "500, 100, 200, 300, 400, 0, false, '5.00 EUR (2.00 EUR of it open, and 1.00 EUR later, 3.00 EUR held, 4.00 EUR in vouchers)'",
        "0, 0, 0, 0, 0, 75, false, 0.00 EUR (0.75 EUR owed)"
    })
    void whatIsNotZeroIsSaid(
            long available,
            long pending,
            long open,
            long held,
            long vouchers,
            long debt,
            boolean nothing,
            String text) {
        Balance balance =
                new Balance(cents(available), cents(pending), cents(open), cents(held), cents(vouchers), cents(debt));
        assertThat(BalanceText.of(balance)).isEqualTo(text);
        assertThat(BalanceText.isNothing(balance)).isEqualTo(nothing);
    }

    private static Amount cents(long cents) {
        return new Amount(new Denomination("EUR", 2), cents);
    }
}
