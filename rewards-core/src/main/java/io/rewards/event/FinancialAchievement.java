package io.rewards.event;

import io.rewards.amount.Amount;

/**
 * A participant achieved something that has an amount. Immutable. Source: domain 2.1.
 *
 * @param header of the event
 * @param classification code of the event classification
 * @param amount achieved
 */
public record FinancialAchievement(EventHeader header, String classification, Amount amount) implements CustomerEvent {
    @Override
    public FinancialAchievement withHeader(EventHeader changed) {
        return new FinancialAchievement(changed, classification, amount);
    }
}
