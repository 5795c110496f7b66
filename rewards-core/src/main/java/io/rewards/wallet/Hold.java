package io.rewards.wallet;

import io.rewards.amount.Amount;
import io.rewards.event.EventKey;
import java.time.Instant;
import java.util.List;

/**
 * Money that is reserved. Immutable. Source: domain 5.3.
 *
 * @param event that reserved it
 * @param until the first instant at which it is free again
 * @param parts what of which lot
 */
public record Hold(EventKey event, Instant until, List<LotPart> parts) {

    /** Copies the parts. */
    public Hold {
        parts = List.copyOf(parts);
    }

    /** All of it. */
    public Amount amount() {
        return LotPart.sum(parts);
    }
}
