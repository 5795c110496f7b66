package io.rewards.cli;

import io.rewards.amount.Amount;
import io.rewards.wallet.Balance;
import java.util.StringJoiner;

/** Says what a wallet holds in one denomination: what can be spent, and in brackets whatever else is not zero. */
final class BalanceText {

    private BalanceText() {}

    /** Such as {@code 5.00 EUR (2.00 EUR of it open, and 1.00 EUR later, 3.00 EUR held)}. */
    static String of(Balance balance) {
        StringJoiner more = new StringJoiner(", ", " (", ")");
        more.setEmptyValue("");
        add(more, "", balance.open(), " of it open");
        add(more, "and ", balance.pending(), " later");
        add(more, "", balance.held(), " held");
        add(more, "", balance.vouchers(), " in vouchers");
        add(more, "", balance.debt(), " owed");
        return Figures.of(balance.available()) + more;
    }

    /** True when nothing is there and nothing is owed. */
    static boolean isNothing(Balance balance) {
        return balance.available().isZero()
                && balance.pending().isZero()
                && balance.held().isZero()
                && balance.vouchers().isZero()
                && balance.debt().isZero();
    }

    private static void add(StringJoiner words, String before, Amount amount, String after) {
        if (!amount.isZero()) {
            words.add(before + Figures.of(amount) + after);
        }
    }
}
