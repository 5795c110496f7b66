package io.rewards.kind;

import io.rewards.decision.Moment;
import io.rewards.effect.Effect;
import io.rewards.event.ReferralCancelled;
import io.rewards.past.Needs;
import io.rewards.resolve.Context;
import io.rewards.resolve.Returns;
import java.util.Optional;

/** What brought a referrer an award is no more. Source: domain 12.1 Q31. */
final class ReferralCancelledKind extends RaisedKind<ReferralCancelled> {

    ReferralCancelledKind() {
        super(ReferralCancelled.class, "referral_cancelled");
    }

    @Override
    public Needs needs(ReferralCancelled event) {
        return Needs.ofEvent(event.award());
    }

    @Override
    public Optional<Effect> moved(ReferralCancelled event, Moment moment, Context context) {
        Returns returns = new Returns(moment, context, "");
        returns.awardsOf(event.award());
        return Optional.of(returns.effect());
    }

    @Override
    public boolean isNeverRefused() {
        return true;
    }
}
