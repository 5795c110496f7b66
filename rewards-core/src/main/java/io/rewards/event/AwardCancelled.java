package io.rewards.event;

/**
 * Somebody takes an award back as a whole. Immutable. Source: domain 5.6.
 *
 * @param header of the event
 * @param award id of the transaction that awarded it
 * @param reason why
 * @param user who decided it
 */
public record AwardCancelled(EventHeader header, String award, String reason, String user) implements CustomerEvent {
    @Override
    public AwardCancelled withHeader(EventHeader changed) {
        return new AwardCancelled(changed, award, reason, user);
    }
}
