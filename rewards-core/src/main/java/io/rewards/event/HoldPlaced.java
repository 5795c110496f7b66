package io.rewards.event;

import io.rewards.amount.Amount;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Money is reserved for a purchase that is about to happen. Immutable. Source: domain 5.3.
 *
 * @param header of the event
 * @param lines of the purchase
 * @param amount to reserve; empty for as much as possible
 * @param until the first instant at which the money is free again
 */
public record HoldPlaced(EventHeader header, List<PurchaseLine> lines, Optional<Amount> amount, Instant until)
        implements CustomerEvent {

    /** Copies the lines. */
    public HoldPlaced {
        lines = List.copyOf(lines);
    }

    @Override
    public HoldPlaced withHeader(EventHeader changed) {
        return new HoldPlaced(changed, lines, amount, until);
    }

    @Override
    public HoldPlaced content() {
        return new HoldPlaced(header.content(), PurchaseLine.inOrder(lines), amount, until);
    }
}
