package io.rewards.kind;

import io.rewards.amount.Amount;
import io.rewards.books.Exchanging;
import io.rewards.books.Purse;
import io.rewards.books.Reclaiming;
import io.rewards.catalogue.ExchangeRate;
import io.rewards.event.PointsExchanged;
import io.rewards.resolve.Returns;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import java.util.Optional;

/** Somebody turns points into money. Source: domain 5.8. */
final class PointsExchangedKind extends WalletKind<PointsExchanged> {

    private static final Field<PointsExchanged, String> FROM =
            Field.required("from", Type.TEXT, PointsExchanged::from, "Code of the denomination of the points.");
    private static final Field<PointsExchanged, String> TO =
            Field.required("to", Type.TEXT, PointsExchanged::to, "Code of the denomination that they become.");
    private static final Field<PointsExchanged, Optional<Amount>> AMOUNT = Field.optional(
            "amount", Type.NAMED, PointsExchanged::amount, "Of points, such as \"500 PTS\". All of them unless said.");
    private static final Shape<PointsExchanged> SHAPE = Shape.of(
            "Points were turned into money, in whole steps of the rate.",
            said -> new PointsExchanged(said.header(), said.of(FROM), said.of(TO), said.of(AMOUNT)),
            FROM,
            TO,
            AMOUNT);

    PointsExchangedKind() {
        super(PointsExchanged.class, "points_exchanged");
    }

    @Override
    public Shape<PointsExchanged> shape() {
        return SHAPE;
    }

    @Override
    void admit(PointsExchanged event, Admission admission) {
        admission.ifKnown(account -> {
            account.notBlocked();
            event.amount().ifPresent(amount -> account.positiveInAny("amount", amount));
            account.rate("to", event.from(), event.to()).ifPresent(rate -> exchangeable(event, rate, account));
        });
    }

    private static void exchangeable(PointsExchanged event, ExchangeRate rate, AccountAdmission account) {
        Purse purse = account.purse();
        new Reclaiming(purse).settleDebts();
        Amount there = there(purse, rate);
        Amount asked = event.amount().orElse(there);
        account.unless(
                asked.denomination().equals(there.denomination()),
                "amount",
                "The amount (" + asked + ") must be in " + event.from() + ".");
        if (asked.denomination().equals(there.denomination())) {
            account.enough(asked, there);
            account.atLeast("amount", asked, rate.least());
        }
    }

    private static Amount there(Purse purse, ExchangeRate rate) {
        Amount zero = rate.points(0);
        return Purse.sum(Exchanging.points(purse, zero), zero);
    }

    @Override
    void move(PointsExchanged event, OpenWallet wallet) {
        ExchangeRate rate =
                wallet.moment().catalogue().rate(event.from(), event.to()).orElseThrow();
        new Reclaiming(wallet.purse()).settleDebts();
        wallet.exchange(rate, event.amount().orElse(there(wallet.purse(), rate)));
    }

    @Override
    boolean isCancellable() {
        return true;
    }

    @Override
    void undo(PointsExchanged event, Returns returns) {
        returns.exchange(event.key());
    }

    @Override
    public String says(PointsExchanged event, Words words) {
        return "turns " + event.amount().map(words::amount).orElse("all " + event.from()) + " into " + event.to();
    }

    @Override
    public String noun() {
        return "exchange";
    }
}
