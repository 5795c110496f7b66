package io.rewards.kind;

import io.rewards.catalogue.Trigger;
import io.rewards.event.ReferredAwarded;

/** Somebody whom the participant referred was awarded. Source: domain 2.4 C11. */
final class ReferredAwardedKind extends RaisedKind<ReferredAwarded> {

    ReferredAwardedKind() {
        super(ReferredAwarded.class, "referred_awarded", Trigger.REFERRAL);
    }
}
