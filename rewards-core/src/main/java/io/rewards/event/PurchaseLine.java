package io.rewards.event;

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
 */
public record PurchaseLine(
        String id,
        String product,
        String type,
        String family,
        long quantity,
        Amount total,
        Amount vat,
        Attributes attributes) {

    /** A line that says nothing about tax, type, family and attributes. */
    public static PurchaseLine of(String id, String product, long quantity, Amount total) {
        return new PurchaseLine(
                id, product, "", "", quantity, total, Amount.zero(total.denomination()), Attributes.NONE);
    }

    /** These lines in order of their ids. */
    static List<PurchaseLine> inOrder(List<PurchaseLine> lines) {
        return lines.stream().sorted(Comparator.comparing(PurchaseLine::id)).toList();
    }
}
