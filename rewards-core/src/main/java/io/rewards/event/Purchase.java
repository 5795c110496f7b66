package io.rewards.event;

import java.util.List;

/**
 * A participant bought something. Immutable. Source: domain 2.1.
 *
 * @param header of the event
 * @param reference number of the receipt
 * @param lines what was bought, in any order
 * @param paymentMedium what it was paid with
 */
public record Purchase(EventHeader header, String reference, List<PurchaseLine> lines, PaymentMedium paymentMedium)
        implements CustomerEvent {

    /** Copies the lines. */
    public Purchase {
        lines = List.copyOf(lines);
    }

    /** A purchase to be processed at once, paid with something unknown; the receipt number is the id. */
    public static Purchase of(EventHeader header, PurchaseLine... lines) {
        return new Purchase(header, header.key().id(), List.of(lines), PaymentMedium.UNKNOWN);
    }

    @Override
    public Purchase content() {
        return withHeader(header.content()).withLines(PurchaseLine.inOrder(lines));
    }

    @Override
    public Purchase withHeader(EventHeader changed) {
        return new Purchase(changed, reference, lines, paymentMedium);
    }

    /** This purchase with other lines. */
    public Purchase withLines(List<PurchaseLine> changed) {
        return new Purchase(header, reference, changed, paymentMedium);
    }

    /** This purchase paid with {@code medium}. */
    public Purchase paidWith(PaymentMedium medium) {
        return new Purchase(header, reference, lines, medium);
    }

    /** This purchase, left to the next evaluation run. */
    public Purchase queued() {
        return withHeader(header.queued());
    }
}
