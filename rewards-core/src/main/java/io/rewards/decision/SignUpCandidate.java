package io.rewards.decision;

import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.catalogue.Trigger;
import io.rewards.event.FirstAward;
import io.rewards.event.SchemeSignUp;
import io.rewards.past.AwardQuestion;
import io.rewards.past.Past;
import java.time.Instant;

/** An offer for signing up to its scheme. Immutable. Source: domain 2.4 C12. */
public record SignUpCandidate(Situation situation, Offer offer, Qualifying qualifying) implements Candidate {

    /** True when the event signs the participant up to the scheme, or is the award that the offer waited for. */
    public boolean signingUp() {
        if (situation.event() instanceof SchemeSignUp signUp) {
            return signUp.scheme().equals(scheme());
        }
        return situation.event() instanceof FirstAward
                ? priorAwardRequired()
                : situation.triggers().contains(Trigger.SIGN_UP);
    }

    /** True when the offer waits until another has awarded the participant. */
    public boolean priorAwardRequired() {
        return ((Terms.SignUps) offer.terms()).requirePriorAward();
    }

    /** True when another offer has awarded the participant. */
    public boolean awardedByAnother() {
        Past past = situation.past();
        return past.awards(AwardQuestion.all()).own()
                > past.awards(AwardQuestion.of(offer.code())).own();
    }

    /** When the participant signed up: the date that is tested against the validity of the offer. */
    @Override
    public Instant validityDate() {
        return signedUp() ? signedUpOn() : performedOn();
    }
}
