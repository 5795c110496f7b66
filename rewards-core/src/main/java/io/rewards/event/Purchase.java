package io.rewards.event;

import java.util.List;
import java.util.Optional;

/**
 * A participant bought something. Immutable. Source: domain 2.1, 5.7.
 *
 * @param header of the event
 * @param reference number of the receipt
 * @param lines what was bought, in any order, at the price before {@code discounts}
 * @param paymentMedium what it was paid with
 * @param spend what of the wallet is to pay for it; empty where nobody asked
 * @param returned goods of earlier purchases that come back on the same receipt
 * @param discounts that the till gave by itself, one after the other
 * @param promoCode that the participant gave, or empty
 */
public record Purchase(
        EventHeader header,
        String reference,
        List<PurchaseLine> lines,
        PaymentMedium paymentMedium,
        Optional<SpendWish> spend,
        List<ReturnedLine> returned,
        List<TillDiscount> discounts,
        String promoCode)
        implements CustomerEvent {

    /** Copies the lines. */
    public Purchase {
        lines = List.copyOf(lines);
        returned = List.copyOf(returned);
        discounts = List.copyOf(discounts);
    }

    /** A purchase without discounts of the till and without a promo code. */
    public Purchase(
            EventHeader header,
            String reference,
            List<PurchaseLine> lines,
            PaymentMedium paymentMedium,
            Optional<SpendWish> spend,
            List<ReturnedLine> returned) {
        this(header, reference, lines, paymentMedium, spend, returned, List.of(), "");
    }

    /** A purchase that asks nothing of the wallet, and with which nothing comes back. */
    public Purchase(EventHeader header, String reference, List<PurchaseLine> lines, PaymentMedium paymentMedium) {
        this(header, reference, lines, paymentMedium, Optional.empty(), List.of());
    }

    /** A purchase to be processed at once, paid with something unknown; the receipt number is the id. */
    public static Purchase of(EventHeader header, PurchaseLine... lines) {
        return new Purchase(header, header.key().id(), List.of(lines), PaymentMedium.UNKNOWN);
    }

    @Override
    public Purchase content() {
        return new Purchase(
                header.content(),
                reference,
                PurchaseLine.inOrder(lines),
                paymentMedium,
                spend,
                ReturnedLine.inOrder(returned),
                discounts,
                promoCode);
    }

    @Override
    public Purchase withHeader(EventHeader changed) {
        return new Purchase(changed, reference, lines, paymentMedium, spend, returned, discounts, promoCode);
    }

    /** This purchase with other lines. */
    public Purchase withLines(List<PurchaseLine> changed) {
        return new Purchase(header, reference, changed, paymentMedium, spend, returned, discounts, promoCode);
    }

    /** This purchase with lines at what they cost after the discounts of the till, which are in their totals then. */
    public Purchase charging(List<PurchaseLine> charged) {
        return new Purchase(header, reference, charged, paymentMedium, spend, returned, List.of(), promoCode);
    }

    /** This purchase with {@code given} by the till. */
    public Purchase discounted(TillDiscount... given) {
        return new Purchase(header, reference, lines, paymentMedium, spend, returned, List.of(given), promoCode);
    }

    /** This purchase at what its lines cost after the discounts of the till. */
    public Purchase charged() {
        if (discounts.isEmpty()) {
            return this;
        }
        List<PurchaseLine> charged = PurchaseLine.inOrder(lines);
        for (TillDiscount discount : discounts) {
            charged = discount.takenOff(charged);
        }
        return charging(charged);
    }

    /** This purchase paid with {@code medium}. */
    public Purchase paidWith(PaymentMedium medium) {
        return new Purchase(header, reference, lines, medium, spend, returned, discounts, promoCode);
    }

    /** This purchase, paid from the wallet as {@code wish} says, in the same call. */
    public Purchase spending(SpendWish wish) {
        return new Purchase(header, reference, lines, paymentMedium, Optional.of(wish), returned, discounts, promoCode);
    }

    /** This purchase, with goods of earlier ones coming back on the same receipt. */
    public Purchase returning(ReturnedLine... goods) {
        return new Purchase(header, reference, lines, paymentMedium, spend, List.of(goods), discounts, promoCode);
    }

    /** This purchase with a promo code. */
    public Purchase withPromoCode(String code) {
        return new Purchase(header, reference, lines, paymentMedium, spend, returned, discounts, code);
    }

    /** This purchase, left to the next evaluation run. */
    public Purchase queued() {
        return withHeader(header.queued());
    }
}
