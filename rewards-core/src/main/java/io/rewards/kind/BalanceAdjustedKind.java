package io.rewards.kind;

import io.rewards.amount.Amount;
import io.rewards.books.Awarding;
import io.rewards.books.Correcting;
import io.rewards.books.Purse;
import io.rewards.event.BalanceAdjusted;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.past.Needs;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import java.util.Optional;

/** Somebody of the programme gives or takes money by hand. Source: domain 5.2. */
final class BalanceAdjustedKind extends WalletKind<BalanceAdjusted> {

    private static final Field<BalanceAdjusted, Amount> AMOUNT =
            Field.required("amount", Type.MONEY, BalanceAdjusted::amount, "");
    private static final Field<BalanceAdjusted, String> REASON =
            Field.required("reason", Type.TEXT, BalanceAdjusted::reason, "Why.");
    private static final Field<BalanceAdjusted, String> USER =
            Field.required("user", Type.TEXT, BalanceAdjusted::user, "Who decided it.");
    private static final Field<BalanceAdjusted, Optional<EventKey>> OF = Field.optional(
            "event", Type.KEY, BalanceAdjusted::of, "Whose money is taken. Whatever money goes first unless said.");
    private static final Field<BalanceAdjusted, Boolean> MAY_OWE = Field.usual(
            "mayOwe",
            Type.TRUTH,
            false,
            BalanceAdjusted::mayOwe,
            "True where what is not there becomes a debt. False unless said.");
    private static final Shape<BalanceAdjusted> SHAPE = Shape.of(
            "Somebody corrects a wallet by hand; an amount below 0 takes.",
            said -> new BalanceAdjusted(
                    said.header(), said.of(AMOUNT), said.of(REASON), said.of(USER), said.of(OF), said.of(MAY_OWE)),
            AMOUNT,
            REASON,
            USER,
            OF,
            MAY_OWE);

    BalanceAdjustedKind() {
        super(BalanceAdjusted.class, "balance_adjusted");
    }

    @Override
    public Shape<BalanceAdjusted> shape() {
        return SHAPE;
    }

    @Override
    public Needs needs(BalanceAdjusted event) {
        return event.of().map(Needs::ofEvent).orElse(Needs.NOTHING);
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
                taken(event, amount.times(-1), account);
            } else {
                account.unless(
                        event.of().isEmpty() && !event.mayOwe(),
                        "amount",
                        "Only an amount below 0 takes money of an event or leaves a debt.");
            }
        });
    }

    private static void taken(BalanceAdjusted event, Amount amount, AccountAdmission account) {
        Amount zero = Amount.zero(amount.denomination());
        Purse purse = account.purse();
        if (event.of().isEmpty()) {
            account.enough(amount, event.mayOwe() ? amount : Purse.sum(purse.usable(event.performedOn()), zero));
            return;
        }
        EventKey key = event.of().get();
        Optional<CustomerEvent> brought = account.own(key);
        if (brought.isEmpty()) {
            account.add("event", "The participant (" + account.participant().id() + ") has no event (" + key + ").");
            return;
        }
        account.notBefore(brought.get(), "event", "The event");
        account.enough(
                amount,
                event.mayOwe()
                        ? Correcting.broughtBy(purse, key, zero)
                        : Purse.sum(Correcting.moneyOf(purse, key), zero));
    }

    @Override
    void move(BalanceAdjusted event, OpenWallet wallet) {
        Amount amount = event.amount();
        if (amount.isPositive()) {
            new Awarding(wallet.purse()).give(amount, event.reason(), event.user());
        } else {
            new Correcting(wallet.purse(), event.reason(), event.user()).take(amount.times(-1), event.of());
        }
    }

    @Override
    public String says(BalanceAdjusted event, Words words) {
        Amount amount = event.amount();
        Amount size = amount.isNegative() ? amount.times(-1) : amount;
        return event.user()
                + (amount.isNegative() ? " takes " : " gives ")
                + words.amount(size)
                + event.of().map(key -> " of event " + key).orElse("")
                + Phrases.because(event.reason());
    }
}
