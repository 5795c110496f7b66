package io.rewards.wallet;

import io.rewards.amount.Amount;
import io.rewards.event.EventKey;
import java.util.List;

/**
 * Money on its way out of the programme, until the host says whether it arrived. Immutable. Source: domain 5.2.
 *
 * @param event that asked for it
 * @param method by which it is paid
 * @param parts what of which lot, to give back where it does not arrive
 */
public record Payout(EventKey event, String method, List<LotPart> parts) {

    /** Copies the parts. */
    public Payout {
        parts = List.copyOf(parts);
    }

    /** All of it. */
    public Amount amount() {
        return LotPart.sum(parts);
    }
}
