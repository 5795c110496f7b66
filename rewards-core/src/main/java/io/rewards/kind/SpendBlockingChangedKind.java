package io.rewards.kind;

import io.rewards.event.SpendBlockingChanged;
import io.rewards.participant.Participant;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;

/** Somebody is blocked from spending, or may spend again. Source: domain 4.5. */
final class SpendBlockingChangedKind extends PersonKind<SpendBlockingChanged> {

    private static final Field<SpendBlockingChanged, Boolean> BLOCKED = Field.required(
            "blocked", Type.TRUTH, SpendBlockingChanged::blocked, "True when spending is refused from now on.");
    private static final Shape<SpendBlockingChanged> SHAPE = Shape.of(
            "A participant may no longer spend, or may again.",
            said -> new SpendBlockingChanged(said.header(), said.of(BLOCKED)),
            BLOCKED);

    SpendBlockingChangedKind() {
        super(SpendBlockingChanged.class, "spend_blocking_changed");
    }

    @Override
    public Shape<SpendBlockingChanged> shape() {
        return SHAPE;
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

    @Override
    public String says(SpendBlockingChanged event, Words words) {
        return event.blocked() ? "blocked" : "no longer blocked";
    }
}
