package io.rewards.kind;

import io.rewards.books.PayingOut;
import io.rewards.decision.Moment;
import io.rewards.effect.Effect;
import io.rewards.event.MoneyExpired;
import io.rewards.resolve.Context;
import io.rewards.shape.Shape;
import java.util.Optional;

/** An expiration run takes out what was not spent in time. Source: domain 5.5. */
final class MoneyExpiredKind extends RaisedKind<MoneyExpired> {

    private static final Shape<MoneyExpired> SHAPE =
            Shape.of("What was not spent in time is taken out.", said -> new MoneyExpired(said.header()));

    MoneyExpiredKind() {
        super(MoneyExpired.class, "money_expired");
    }

    @Override
    public Shape<MoneyExpired> shape() {
        return SHAPE;
    }

    @Override
    public Optional<Effect> moved(MoneyExpired event, Moment moment, Context context) {
        OpenWallet wallet = new OpenWallet(moment, context);
        new PayingOut(wallet.purse()).expire(event.performedOn());
        return Optional.of(wallet.effect());
    }
}
