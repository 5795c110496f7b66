package io.rewards.event;

import java.util.List;

/**
 * A participant brought goods back, or got a part of their price back, in any number of steps. Immutable.
 * Source: domain 5.7, 12.1 Q4.
 *
 * @param header of the event
 * @param reference number of the credit note
 * @param lines what came back
 */
public record GoodsReturn(EventHeader header, String reference, List<ReturnedLine> lines) implements CustomerEvent {

    /** Copies the lines. */
    public GoodsReturn {
        lines = List.copyOf(lines);
    }

    /** A return whose credit note has the number of the event. */
    public static GoodsReturn of(EventHeader header, ReturnedLine... lines) {
        return new GoodsReturn(header, header.key().id(), List.of(lines));
    }

    @Override
    public GoodsReturn content() {
        return new GoodsReturn(header.content(), reference, ReturnedLine.inOrder(lines));
    }

    @Override
    public GoodsReturn withHeader(EventHeader changed) {
        return new GoodsReturn(changed, reference, lines);
    }
}
