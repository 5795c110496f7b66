package io.rewards.kind;

import io.rewards.amount.Amount;
import io.rewards.books.Awarding;
import io.rewards.books.Purse;
import io.rewards.event.BalanceAdjusted;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;

/** Somebody of the programme gives or takes money by hand. Source: domain 5.2. */
final class BalanceAdjustedKind extends WalletKind<BalanceAdjusted> {

    private static final Field<BalanceAdjusted, Amount> AMOUNT =
            Field.required("amount", Type.MONEY, BalanceAdjusted::amount, "");
    private static final Field<BalanceAdjusted, String> REASON =
            Field.required("reason", Type.TEXT, BalanceAdjusted::reason, "Why.");
    private static final Field<BalanceAdjusted, String> USER =
            Field.required("user", Type.TEXT, BalanceAdjusted::user, "Who decided it.");
    private static final Shape<BalanceAdjusted> SHAPE = Shape.of(
            "Somebody corrects a wallet by hand; an amount below 0 takes.",
            said -> new BalanceAdjusted(said.header(), said.of(AMOUNT), said.of(REASON), said.of(USER)),
            AMOUNT,
            REASON,
            USER);

    BalanceAdjustedKind() {
        super(BalanceAdjusted.class, "balance_adjusted");
    }

    @Override
    public Shape<BalanceAdjusted> shape() {
        return SHAPE;
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

    @Override
    public String says(BalanceAdjusted event, Words words) {
        Amount amount = event.amount();
        Amount size = amount.isNegative() ? amount.times(-1) : amount;
        return event.user()
                + (amount.isNegative() ? " takes " : " gives ")
                + words.amount(size)
                + Phrases.because(event.reason());
    }
}
