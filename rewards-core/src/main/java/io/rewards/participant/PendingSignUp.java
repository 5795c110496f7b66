package io.rewards.participant;

import java.time.Instant;

/**
 * A sign-up that waits for the code sent by e-mail. Immutable. Source: domain 4.1.
 *
 * @param scheme code of the scheme
 * @param email address that the code was sent to
 * @param codeHash hash of the code
 * @param requestedOn when
 */
public record PendingSignUp(String scheme, String email, String codeHash, Instant requestedOn) {}
