package io.rewards.event;

import java.util.List;

/**
 * A participant brought goods back. The engine does not act on returns yet: it answers that they are not supported, keeps
 * nothing, and the host keeps the event to send it again. Immutable. Source: domain 12.1 Q4.
 *
 * @param header of the event
 * @param reference number of the credit note
 * @param lines what came back, with positive quantities and totals
 */
public record GoodsReturn(EventHeader header, String reference, List<PurchaseLine> lines) implements CustomerEvent {

    /** Copies the lines. */
    public GoodsReturn {
        lines = List.copyOf(lines);
    }

    @Override
    public GoodsReturn content() {
        return new GoodsReturn(header.content(), reference, PurchaseLine.inOrder(lines));
    }

    @Override
    public GoodsReturn withHeader(EventHeader changed) {
        return new GoodsReturn(changed, reference, lines);
    }
}
