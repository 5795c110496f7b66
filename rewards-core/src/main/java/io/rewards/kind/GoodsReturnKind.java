package io.rewards.kind;

import io.rewards.decision.Moment;
import io.rewards.effect.Effect;
import io.rewards.event.GoodsReturn;
import io.rewards.past.Needs;
import io.rewards.resolve.Context;
import io.rewards.resolve.Returns;
import java.util.Optional;

/** Somebody brings goods back. Source: domain 5.6. */
final class GoodsReturnKind extends CorrectingKind<GoodsReturn> {

    GoodsReturnKind() {
        super(GoodsReturn.class, "goods_return");
    }

    @Override
    public Needs needs(GoodsReturn event) {
        return Needs.ofGoods(event.lines());
    }

    @Override
    void admit(GoodsReturn event, Admission admission) {
        admission.name(() -> "reference", event.reference());
        admission.ifKnown(account -> {
            account.unless(!event.lines().isEmpty(), "lines", "A return must have a line.");
            account.returned("lines", event.lines());
        });
    }

    @Override
    public Optional<Effect> moved(GoodsReturn event, Moment moment, Context context) {
        return Optional.of(Returns.of(moment, event.lines(), context));
    }
}
