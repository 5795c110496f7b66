package io.rewards.cli;

import io.rewards.amount.Amount;
import java.util.Locale;

/** How numbers are printed: with commas between thousands, and the decimals of their denomination. */
final class Figures {

    private Figures() {}

    static String of(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A number of things: 1 event, 2 events. */
    static String of(long number, String thing) {
        return of(number) + " " + thing + (number == 1 ? "" : "s");
    }

    static String of(Amount amount) {
        return number(amount) + " " + amount.denomination();
    }

    /** An amount without its denomination. */
    static String number(Amount amount) {
        return String.format(Locale.ROOT, "%,." + amount.denomination().scale() + "f", amount.decimal());
    }
}
