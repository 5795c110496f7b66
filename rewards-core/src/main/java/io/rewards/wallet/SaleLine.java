package io.rewards.wallet;

import io.rewards.amount.Amount;
import io.rewards.catalogue.ProductSelection;

/**
 * A line of a purchase as it stands: what has not come back, and what is still to pay for it. Immutable.
 * Source: domain 5.3, 12.1 Q4.
 *
 * @param line id of the line
 * @param product code of the product
 * @param type code of the product type, or empty
 * @param family code of the product family, or empty
 * @param kept pieces that have not come back
 * @param value price of those pieces
 * @param vat the tax in {@code value}
 * @param payable what of the price no wallet has paid
 */
public record SaleLine(
        String line, String product, String type, String family, long kept, Amount value, Amount vat, Amount payable) {

    /** True where money for {@code products} may pay for it. */
    public boolean isOf(ProductSelection products) {
        return products.includes(product, type, family);
    }

    /** What is refunded when {@code pieces} come back: their part of what no wallet has paid. */
    public Amount refund(long pieces) {
        return LineShare.part(payable, pieces, kept);
    }

    /** This line after {@code pieces} came back. */
    SaleLine without(long pieces) {
        return new SaleLine(
                line,
                product,
                type,
                family,
                kept - pieces,
                value.minus(LineShare.part(value, pieces, kept)),
                vat.minus(LineShare.part(vat, pieces, kept)),
                payable.minus(refund(pieces)));
    }

    /** This line with {@code amount} more to pay, or less where it is below zero. */
    SaleLine owing(Amount amount) {
        return new SaleLine(line, product, type, family, kept, value, vat, payable.plus(amount));
    }
}
