package io.rewards.kind;

import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.SchemeState;
import io.rewards.catalogue.SignUpPolicy;
import io.rewards.participant.PendingSignUp;
import java.util.Optional;

/** What speaks against signing up to a scheme. For one event. Source: domain 4.1, 4.3. */
record Joining(AccountAdmission account, String scheme) {

    /** How one signs up to the scheme; empty where nobody can or the participant has already. */
    Optional<SignUpPolicy> policy() {
        Optional<Scheme> found = account.catalogue().scheme(scheme);
        account.unless(found.isPresent(), "scheme", "The scheme (" + scheme + ") is not in the programme.");
        account.unless(
                found.filter(known -> known.state() != SchemeState.EFFECTIVE).isEmpty(),
                "scheme",
                "The scheme (" + scheme + ") is not effective, so nobody can sign up to it.");
        account.unless(
                account.participant().membership(scheme).isEmpty(),
                "scheme",
                "The participant (" + account.participant().id() + ") has already signed up to scheme (" + scheme
                        + ").");
        account.merchant().refusesSignUp(scheme).ifPresent(why -> account.add("unit", why));
        return found.map(Scheme::signUp);
    }

    /** The request to sign up that waits for its code. */
    Optional<PendingSignUp> pending() {
        return Optional.ofNullable(account.participant().pendingSignUps().get(scheme));
    }
}
