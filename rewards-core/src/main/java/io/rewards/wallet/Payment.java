package io.rewards.wallet;

import io.rewards.amount.Amount;
import io.rewards.event.EventKey;
import io.rewards.ledger.AccountName;
import java.util.List;
import java.util.Optional;

/**
 * Money of one lot that paid for a purchase, or that the purchase has freed. What comes back with goods is no longer in it.
 * Immutable. Source: domain 5.4.
 *
 * @param event that asked for it
 * @param lot id of the lot that it came from
 * @param spend id of the transaction that paid; empty where the money was only freed
 * @param redeem id of the transaction that freed the money from its conditions; empty where it had none
 * @param lines what of it is for which line
 * @param to the account that was paid; empty where nothing was, or by a version that did not say
 */
public record Payment(
        EventKey event, String lot, String spend, String redeem, List<LineShare> lines, Optional<AccountName> to) {

    /** Copies the lines. */
    public Payment {
        lines = List.copyOf(lines);
    }

    /** True where it paid, and did not only free money. */
    public boolean isSpend() {
        return !spend.isEmpty();
    }

    /** What it still pays for {@code line}; zero for lines that it does not pay for. */
    Amount on(String line, Amount zero) {
        return lines.stream()
                .filter(share -> share.line().equals(line))
                .map(LineShare::amount)
                .reduce(zero, Amount::plus);
    }

    public Payment with(List<LineShare> changed) {
        return new Payment(event, lot, spend, redeem, changed, to);
    }
}
