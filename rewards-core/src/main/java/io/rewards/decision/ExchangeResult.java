package io.rewards.decision;

import io.rewards.amount.Amount;

/**
 * Points that were turned into money. Immutable. Source: domain 5.8.
 *
 * @param asked points that were asked for
 * @param points that were turned: whole steps of the rate
 * @param money that they became
 */
public record ExchangeResult(Amount asked, Amount points, Amount money) {

    /** What stays of the points that were asked for. */
    public Amount left() {
        return asked.minus(points);
    }
}
