package io.rewards.event;

import io.rewards.amount.Amount;
import java.util.Optional;

/**
 * Points are turned into money, at the rate of the programme and in whole steps of it. Immutable. Source: domain 5.8.
 *
 * @param header of the event
 * @param from code of the denomination of the points
 * @param to code of the denomination that they become
 * @param amount of points, of which the whole steps are turned; empty for all that can be spent
 */
public record PointsExchanged(EventHeader header, String from, String to, Optional<Amount> amount)
        implements CustomerEvent {

    /** Turns so many points. */
    public static PointsExchanged of(EventHeader header, Amount amount, String to) {
        return new PointsExchanged(header, amount.denomination().code(), to, Optional.of(amount));
    }

    /** Turns all points that can be spent. */
    public static PointsExchanged all(EventHeader header, String from, String to) {
        return new PointsExchanged(header, from, to, Optional.empty());
    }

    @Override
    public PointsExchanged withHeader(EventHeader changed) {
        return new PointsExchanged(changed, from, to, amount);
    }
}
