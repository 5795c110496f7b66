package io.rewards.event;

import io.rewards.amount.Allocation;
import io.rewards.amount.Amount;
import io.rewards.attribute.Attributes;
import java.util.Comparator;
import java.util.List;

/**
 * A line of a purchase. Immutable. Source: domain 2.1.
 *
 * @param id of the line, unique in its purchase
 * @param product code of the product; the programme need not list it
 * @param type code of the product type, or empty where the programme knows it
 * @param family code of the product family, or empty where the programme knows it
 * @param quantity whole number of pieces; a weighed article is one piece
 * @param total to pay for the line, tax included
 * @param vat the tax in {@code total}
 * @param attributes as declared by the host
 * @param kind what the line is
 */
public record PurchaseLine(
        String id,
        String product,
        String type,
        String family,
        long quantity,
        Amount total,
        Amount vat,
        Attributes attributes,
        LineKind kind) {

    /** A line of goods. */
    public PurchaseLine(
            String id,
            String product,
            String type,
            String family,
            long quantity,
            Amount total,
            Amount vat,
            Attributes attributes) {
        this(id, product, type, family, quantity, total, vat, attributes, LineKind.GOODS);
    }

    /** A line that says nothing about tax, type, family and attributes. */
    public static PurchaseLine of(String id, String product, long quantity, Amount total) {
        return new PurchaseLine(
                id, product, "", "", quantity, total, Amount.zero(total.denomination()), Attributes.NONE);
    }

    /** This line as one of another kind. */
    public PurchaseLine as(LineKind changed) {
        return new PurchaseLine(id, product, type, family, quantity, total, vat, attributes, changed);
    }

    /** This line with other numbers. */
    public PurchaseLine with(long pieces, Amount price, Amount tax) {
        return new PurchaseLine(id, product, type, family, pieces, price, tax, attributes, kind);
    }

    /** This line at {@code amount} less, the tax less in proportion. */
    PurchaseLine less(Amount amount) {
        if (amount.isZero()) {
            return this;
        }
        Amount left = total.minus(amount);
        return with(
                quantity,
                left,
                Allocation.split(vat, List.of(left.units(), amount.units())).get(0));
    }

    /** These lines in order of their ids. */
    static List<PurchaseLine> inOrder(List<PurchaseLine> lines) {
        return lines.stream().sorted(Comparator.comparing(PurchaseLine::id)).toList();
    }
}
