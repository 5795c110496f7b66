package io.rewards.kind;

import io.rewards.account.FollowUp;
import io.rewards.decision.Moment;
import io.rewards.effect.Effect;
import io.rewards.event.DuplicateMerged;
import io.rewards.resolve.Context;
import io.rewards.resolve.Transfer;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import java.util.Optional;
import java.util.Set;

/** A participant takes the place of a duplicate. Source: domain 4.6. */
final class DuplicateMergedKind extends RaisedKind<DuplicateMerged> {

    private static final Field<DuplicateMerged, String> DUPLICATE =
            Field.required("duplicate", Type.TEXT, DuplicateMerged::duplicate, "Id of the duplicate.");
    private static final Field<DuplicateMerged, Set<String>> TOKENS = Field.usual(
            "tokens", Type.TEXTS, Set.of(), DuplicateMerged::tokens, "Hashes of the access tokens that come over.");
    private static final Shape<DuplicateMerged> SHAPE = Shape.of(
            "The participant takes the place of a duplicate.",
            said -> new DuplicateMerged(said.header(), said.of(DUPLICATE), said.of(TOKENS)),
            DUPLICATE,
            TOKENS);

    DuplicateMergedKind() {
        super(DuplicateMerged.class, "duplicate_merged");
    }

    @Override
    public Shape<DuplicateMerged> shape() {
        return SHAPE;
    }

    @Override
    public Optional<Effect> followed(FollowUp followUp, Moment moment, Context context) {
        return Optional.of(Transfer.in(followUp, moment, context));
    }

    @Override
    public String gets(DuplicateMerged event, String what) {
        return what + " from " + event.duplicate();
    }
}
