package io.rewards.wallet;

import io.rewards.amount.Amount;
import java.util.List;

/**
 * Some money of a lot. Immutable.
 *
 * @param lot id of the lot
 * @param amount above 0
 * @param transaction id of the one that took it
 * @param redeem id of the one that freed it from its conditions, or empty
 */
public record LotPart(String lot, Amount amount, String transaction, String redeem) {

    static Amount sum(List<LotPart> parts) {
        return parts.stream().map(LotPart::amount).reduce(Amount::plus).orElseThrow();
    }
}
