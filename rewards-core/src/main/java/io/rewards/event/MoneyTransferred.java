package io.rewards.event;

import io.rewards.amount.Amount;

/**
 * A participant gives money to another. Immutable. Source: domain 5.1.
 *
 * @param header of the event
 * @param to id of the participant who gets it
 * @param amount above 0
 * @param reason why, for people; or empty
 */
public record MoneyTransferred(EventHeader header, String to, Amount amount, String reason) implements CustomerEvent {
    @Override
    public MoneyTransferred withHeader(EventHeader changed) {
        return new MoneyTransferred(changed, to, amount, reason);
    }
}
