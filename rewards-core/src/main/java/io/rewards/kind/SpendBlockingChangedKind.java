package io.rewards.kind;

import io.rewards.event.SpendBlockingChanged;
import io.rewards.participant.Participant;

/** Somebody is blocked from spending, or may spend again. Source: domain 4.5. */
final class SpendBlockingChangedKind extends PersonKind<SpendBlockingChanged> {

    SpendBlockingChangedKind() {
        super(SpendBlockingChanged.class, "spend_blocking_changed");
    }

    @Override
    void admit(SpendBlockingChanged event, Admission admission) {
        admission.ifKnown(account -> {
            account.unless(
                    account.participant().spendingBlocked() != event.blocked(),
                    "blocked",
                    "The participant (" + account.participant().id() + ") is " + (event.blocked() ? "already" : "not")
                            + " blocked from spending.");
        });
    }

    @Override
    public Participant changed(SpendBlockingChanged event, Participant participant) {
        return noted(
                participant.withSpendingBlocked(event.blocked()),
                event,
                event.blocked() ? "was blocked from spending" : "may spend again");
    }
}
