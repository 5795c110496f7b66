package io.rewards.wallet;

import io.rewards.amount.Amount;

/**
 * The part of an award or of a discount that belongs to one line of the purchase. Immutable.
 *
 * @param line id of the line
 * @param amount its part; the parts sum to the whole
 */
public record LineShare(String line, Amount amount) {}
