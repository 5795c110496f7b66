package io.rewards.kind;

import io.rewards.decision.Moment;
import io.rewards.effect.Effect;
import io.rewards.event.GoodsReturn;
import io.rewards.event.ReturnedLine;
import io.rewards.past.Needs;
import io.rewards.resolve.Context;
import io.rewards.resolve.Returns;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import java.util.List;
import java.util.Optional;

/** Somebody brings goods back. Source: domain 5.6. */
final class GoodsReturnKind extends CorrectingKind<GoodsReturn> {

    private static final Field<GoodsReturn, Optional<String>> REFERENCE = Field.optional(
            "reference",
            Type.TEXT,
            event -> Optional.of(event.reference()),
            "Number of the credit note; the id unless said.");
    private static final Field<GoodsReturn, List<ReturnedLine>> LINES =
            Field.required("lines", Type.RETURNED_LINES, GoodsReturn::lines, "What came back.");
    private static final Shape<GoodsReturn> SHAPE = Shape.of(
            "A participant brought goods back.",
            said -> new GoodsReturn(
                    said.header(), said.of(REFERENCE).orElse(said.header().key().id()), said.of(LINES)),
            REFERENCE,
            LINES);

    GoodsReturnKind() {
        super(GoodsReturn.class, "goods_return");
    }

    @Override
    public Shape<GoodsReturn> shape() {
        return SHAPE;
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

    @Override
    public String says(GoodsReturn event, Words words) {
        return "brings back " + Phrases.goods(event.lines(), words);
    }

    @Override
    public String undoes(GoodsReturn event, Telling telling) {
        return telling.goodsCameBack();
    }
}
