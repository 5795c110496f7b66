package io.rewards.event;

import io.rewards.amount.Amount;
import java.util.Optional;

/**
 * A participant wants money out of the programme, by the preferred method of payment. Immutable. Source: domain 5.2.
 *
 * @param header of the event
 * @param amount to pay out; empty for all that can be
 */
public record PayoutRequested(EventHeader header, Optional<Amount> amount) implements CustomerEvent {
    @Override
    public PayoutRequested withHeader(EventHeader changed) {
        return new PayoutRequested(changed, amount);
    }
}
