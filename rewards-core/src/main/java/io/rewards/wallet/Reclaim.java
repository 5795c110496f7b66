package io.rewards.wallet;

import io.rewards.amount.Amount;

/**
 * What became of an award that was taken back, wholly or in part. Immutable. Source: domain 12.1 Q3, Q4.
 *
 * @param lot id of the lot of the award
 * @param offer code of the offer
 * @param amount taken back: the sum of the others
 * @param ofItsOwn out of the money of the award itself, what had expired of it included
 * @param ofOthers out of other money of the participant
 * @param debt that the next awards pay
 * @param lost that nobody pays
 */
public record Reclaim(
        String lot, String offer, Amount amount, Amount ofItsOwn, Amount ofOthers, Amount debt, Amount lost) {}
