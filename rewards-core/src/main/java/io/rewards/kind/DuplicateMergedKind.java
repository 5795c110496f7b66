package io.rewards.kind;

import io.rewards.account.FollowUp;
import io.rewards.decision.Moment;
import io.rewards.effect.Effect;
import io.rewards.event.DuplicateMerged;
import io.rewards.resolve.Context;
import io.rewards.resolve.Transfer;
import java.util.Optional;

/** A participant takes the place of a duplicate. Source: domain 4.6. */
final class DuplicateMergedKind extends RaisedKind<DuplicateMerged> {

    DuplicateMergedKind() {
        super(DuplicateMerged.class, "duplicate_merged");
    }

    @Override
    public Optional<Effect> followed(FollowUp followUp, Moment moment, Context context) {
        return Optional.of(Transfer.in(followUp, moment, context));
    }
}
