package io.rewards.wallet;

import io.rewards.amount.Amount;

/**
 * An award that competed with another for the same event and was not made. Immutable. Source: domain 3.3, 5.6.
 *
 * @param offer code of its offer
 * @param amount that it would have awarded
 */
public record Beaten(String offer, Amount amount) {}
