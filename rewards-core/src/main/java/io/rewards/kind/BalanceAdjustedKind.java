package io.rewards.kind;

import io.rewards.amount.Amount;
import io.rewards.books.Awarding;
import io.rewards.books.Purse;
import io.rewards.event.BalanceAdjusted;

/** Somebody of the programme gives or takes money by hand. Source: domain 5.2. */
final class BalanceAdjustedKind extends WalletKind<BalanceAdjusted> {

    BalanceAdjustedKind() {
        super(BalanceAdjusted.class, "balance_adjusted");
    }

    @Override
    void admit(BalanceAdjusted event, Admission admission) {
        admission.ifKnown(account -> {
            Amount amount = event.amount();
            account.reason(event.reason(), true);
            account.user(event.user());
            account.unless(
                    !amount.isZero() && Math.abs(amount.units()) <= Admission.LARGEST_TOTAL,
                    "amount",
                    "The amount (" + amount + ") must not be 0, and at most " + Admission.LARGEST_TOTAL
                            + " smallest units.");
            account.denomination("amount", amount);
            if (amount.isNegative()) {
                Amount zero = Amount.zero(amount.denomination());
                account.enough(zero.minus(amount), Purse.sum(account.purse().usable(event.performedOn()), zero));
            }
        });
    }

    @Override
    void move(BalanceAdjusted event, OpenWallet wallet) {
        Amount amount = event.amount();
        Awarding awarding = new Awarding(wallet.purse());
        if (amount.isPositive()) {
            awarding.give(amount, event.reason(), event.user());
        } else {
            awarding.take(Amount.zero(amount.denomination()).minus(amount), event.reason(), event.user());
        }
    }
}
