package io.rewards.participant;

import java.time.Instant;
import java.util.Optional;

/**
 * A participant's sign-up to a scheme. Immutable. Source: domain 4.2.
 *
 * @param scheme code of the scheme
 * @param signedUpOn when; events before it earn nothing from the scheme
 * @param unit code of the unit that signed the participant up
 * @param referenceCode that was given, or empty
 * @param email address that was verified, or empty
 * @param signedOffOn when it ended; empty while it has not
 */
public record SchemeMembership(
        String scheme,
        Instant signedUpOn,
        String unit,
        String referenceCode,
        String email,
        Optional<Instant> signedOffOn) {

    /** A membership that nothing verified. */
    public static SchemeMembership of(String scheme, Instant signedUpOn, String unit, String referenceCode) {
        return new SchemeMembership(scheme, signedUpOn, unit, referenceCode, "", Optional.empty());
    }

    /** This membership, ended. */
    public SchemeMembership signedOff(Instant on) {
        return new SchemeMembership(scheme, signedUpOn, unit, referenceCode, email, Optional.of(on));
    }
}
