package io.rewards.kind;

import io.rewards.event.Referral;
import io.rewards.participant.Participant;
import io.rewards.participant.ReferralRecord;

/** Somebody tells who referred a participant. Source: domain 2.4 C11. */
final class ReferralKind extends PersonKind<Referral> {

    ReferralKind() {
        super(Referral.class, "referral");
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
        });
    }

    @Override
    public Participant changed(Referral event, Participant participant) {
        ReferralRecord record = new ReferralRecord(event.key().text(), event.referrer(), event.performedOn(), false);
        return noted(participant.with(record), event, "was referred by " + event.referrer());
    }
}
