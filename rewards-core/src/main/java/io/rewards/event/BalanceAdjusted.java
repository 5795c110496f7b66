package io.rewards.event;

import io.rewards.amount.Amount;
import java.util.Optional;

/**
 * Somebody corrects a wallet by hand. Immutable. Source: domain 5.7.
 *
 * @param header of the event
 * @param amount to give, or below 0 to take
 * @param reason why
 * @param user who decided it
 * @param of the event whose money is taken; empty for whatever money goes first
 * @param mayOwe true where what is not there becomes a debt
 */
public record BalanceAdjusted(
        EventHeader header, Amount amount, String reason, String user, Optional<EventKey> of, boolean mayOwe)
        implements CustomerEvent {

    /** Gives money, or takes whatever goes first and is there. */
    public BalanceAdjusted(EventHeader header, Amount amount, String reason, String user) {
        this(header, amount, reason, user, Optional.empty(), false);
    }

    /** This correction, which takes the money that {@code event} has brought. */
    public BalanceAdjusted takingOf(EventKey event) {
        return new BalanceAdjusted(header, amount, reason, user, Optional.of(event), mayOwe);
    }

    /** This correction, which leaves a debt of what is not there. */
    public BalanceAdjusted owing() {
        return new BalanceAdjusted(header, amount, reason, user, of, true);
    }

    @Override
    public BalanceAdjusted withHeader(EventHeader changed) {
        return new BalanceAdjusted(changed, amount, reason, user, of, mayOwe);
    }
}
