package io.rewards.offer;

import io.rewards.catalogue.AwardLimit;
import io.rewards.catalogue.Terms;
import io.rewards.shape.Field;
import io.rewards.shape.Type;
import java.util.function.Function;

/** How terms that limit their awards say so. */
final class Limits {

    static final Type<AwardLimit> TYPE = new Type.Basic<>(Type.Form.LIMIT);

    private Limits() {}

    /** A limit that is none unless said. */
    static <T extends Terms> Field<T, AwardLimit> field(Function<T, AwardLimit> limit) {
        return Field.usual("limit", TYPE, AwardLimit.MULTIPLE, limit, "MULTIPLE unless said.");
    }
}
