package io.rewards.wallet;

import io.rewards.amount.Amount;
import io.rewards.event.EventKey;
import io.rewards.ledger.LotId;
import java.math.BigInteger;

/**
 * The points that became the money of a lot, as far as neither went back. Immutable. Source: domain 5.8.
 *
 * @param event that turned them
 * @param lot id of the lot that the points came from
 * @param points that are money now
 * @param money that they are; zero where so few points of a lot are worth less than the smallest unit
 */
public record Exchanged(EventKey event, String lot, Amount points, Amount money) {

    /** True for money that points of this wallet became, not for what was freed of it or came from another participant. */
    public static boolean isIn(Lot lot) {
        return lot.provenance()
                .exchange()
                .filter(points -> lot.id().equals(points.made()))
                .isPresent();
    }

    /** Id of the lot that they became. */
    public String made() {
        return LotId.parsed(lot).givenBy(event).text();
    }

    /** What of the money belongs to {@code some} of the points: all of it where all go back. */
    public Amount moneyOf(Amount some) {
        return LineShare.part(money, some.units(), points.units());
    }

    /** The most points of which the money is at most {@code some}, which is less than all of it. */
    public Amount pointsOf(Amount some) {
        long units = BigInteger.valueOf(points.units())
                .multiply(BigInteger.valueOf(some.units()))
                .divide(BigInteger.valueOf(money.units()))
                .longValueExact();
        return new Amount(points.denomination(), units);
    }

    /** What is left after {@code some} of the points went back, and their money with them. */
    public Exchanged without(Amount some) {
        return new Exchanged(event, lot, points.minus(some), money.minus(moneyOf(some)));
    }
}
