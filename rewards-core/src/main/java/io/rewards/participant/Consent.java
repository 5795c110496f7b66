package io.rewards.participant;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether a participant agrees to something, since when and recorded by whom. The date and the
 * user are those that the host gives: the engine makes up neither. Immutable. Source: domain 4.3.
 *
 * @param given true when agreed
 * @param changedOn when it was last changed; empty where it never was
 * @param changedBy user or system that recorded it, or empty
 */
public record Consent(boolean given, Optional<Instant> changedOn, String changedBy) {

    /** Never asked, so not agreed. */
    public static final Consent NOT_GIVEN = new Consent(false, Optional.empty(), "");
}
