package io.rewards.kind;

import io.rewards.catalogue.Trigger;
import io.rewards.event.FirstAward;

/** The participant was awarded for the first time. Source: domain 2.4 C12. */
final class FirstAwardKind extends RaisedKind<FirstAward> {

    FirstAwardKind() {
        super(FirstAward.class, "first_award", Trigger.SIGN_UP);
    }
}
