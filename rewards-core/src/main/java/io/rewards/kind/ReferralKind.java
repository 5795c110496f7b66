package io.rewards.kind;

import io.rewards.account.UniqueName;
import io.rewards.event.Referral;
import io.rewards.participant.Participant;
import io.rewards.participant.ReferralRecord;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;

/** Somebody tells who referred a participant. Source: domain 2.4 C11. */
final class ReferralKind extends PersonKind<Referral> {

    private static final Field<Referral, String> REFERRER =
            Field.required("referrer", Type.TEXT, Referral::referrer, "Id of the participant who referred.");
    private static final Shape<Referral> SHAPE = Shape.of(
            "A participant was referred by another; the event is about the one who was referred.",
            said -> new Referral(said.header(), said.of(REFERRER)),
            REFERRER);

    ReferralKind() {
        super(Referral.class, "referral");
    }

    @Override
    public Shape<Referral> shape() {
        return SHAPE;
    }

    @Override
    void admit(Referral event, Admission admission) {
        admission.ifKnown(account -> {
            account.unless(
                    !event.referrer().equals(account.participant().id()),
                    "referrer",
                    "The participant (" + account.participant().id() + ") cannot refer himself or herself.");
            account.unless(
                    account.participant().referral().isEmpty(),
                    "participant",
                    "The participant (" + account.participant().id() + ") has already been referred.");
            account.unless(
                    account.lookups().isEffective(event.referrer()),
                    "referrer",
                    "The referrer (" + event.referrer() + ") does not take part.");
            String referred = account.participant().id();
            account.unless(
                    account.lookups()
                                    .holder(UniqueName.referral(referred, event.referrer()))
                                    .filter(event.referrer()::equals)
                                    .isEmpty()
                            || referred.equals(event.referrer()),
                    "referrer",
                    "The participant (" + referred + ") has referred (" + event.referrer()
                            + "); two participants cannot refer each other.");
        });
    }

    @Override
    public Participant changed(Referral event, Participant participant) {
        ReferralRecord record = new ReferralRecord(event.key().text(), event.referrer(), event.performedOn());
        return noted(participant.with(record), event, "was referred by " + event.referrer());
    }

    @Override
    public String says(Referral event, Words words) {
        return "by " + event.referrer();
    }

    @Override
    public String noun() {
        return "referral";
    }
}
