package io.rewards.kind;

import io.rewards.event.SchemeSignOff;
import io.rewards.participant.Participant;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;

/** Somebody leaves a scheme. Source: domain 4.3. */
final class SchemeSignOffKind extends PersonKind<SchemeSignOff> {

    private static final Field<SchemeSignOff, String> SCHEME =
            Field.required("scheme", Type.TEXT, SchemeSignOff::scheme, "Code of the scheme.");
    private static final Shape<SchemeSignOff> SHAPE = Shape.of(
            "A participant leaves a scheme. The money stays.",
            said -> new SchemeSignOff(said.header(), said.of(SCHEME)),
            SCHEME);

    SchemeSignOffKind() {
        super(SchemeSignOff.class, "scheme_sign_off");
    }

    @Override
    public Shape<SchemeSignOff> shape() {
        return SHAPE;
    }

    @Override
    void admit(SchemeSignOff event, Admission admission) {
        admission.ifKnown(account -> {
            account.unless(
                    account.participant().membership(event.scheme()).isPresent(),
                    "scheme",
                    "The participant (" + account.participant().id() + ") has not signed up to scheme ("
                            + event.scheme() + ").");
            account.unless(
                    account.participant()
                            .membership(event.scheme())
                            .filter(membership -> event.performedOn().isBefore(membership.signedUpOn()))
                            .isEmpty(),
                    "performedOn",
                    "The sign-off (" + event.performedOn() + ") comes before the sign-up.");
        });
    }

    @Override
    public Participant changed(SchemeSignOff event, Participant participant) {
        return noted(
                participant.signedOff(event.scheme(), event.performedOn()), event, "signed off from " + event.scheme());
    }

    @Override
    public String says(SchemeSignOff event, Words words) {
        return event.scheme();
    }
}
