package io.rewards.event;

/**
 * The host says what became of a payout. Immutable. Source: domain 5.2.
 *
 * @param header of the event
 * @param payout of the event that asked for it
 * @param paid true when the money arrived, false when it comes back
 * @param reason why it failed, for people; or empty
 */
public record PayoutAnswered(EventHeader header, EventKey payout, boolean paid, String reason)
        implements CustomerEvent {
    @Override
    public PayoutAnswered withHeader(EventHeader changed) {
        return new PayoutAnswered(changed, payout, paid, reason);
    }
}
