package io.rewards.participant;

import java.time.Instant;

/**
 * A participant's sign-up to a scheme. Immutable. Source: domain 4.2.
 *
 * @param scheme code of the scheme
 * @param signedUpOn when; purchases before it earn nothing from the scheme
 * @param unit code of the unit that signed the participant up
 * @param referenceCode of a third party, or empty
 */
public record SchemeMembership(String scheme, Instant signedUpOn, String unit, String referenceCode) {}
