package io.rewards.wallet;

import io.rewards.amount.Amount;
import io.rewards.attribute.Attributes;
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
 * @param value price of those pieces, less what was refunded of it by amount
 * @param vat the tax in {@code value}
 * @param payable what of the price no wallet has paid
 * @param attributes as declared by the host
 */
public record SaleLine(
        String line,
        String product,
        String type,
        String family,
        long kept,
        Amount value,
        Amount vat,
        Amount payable,
        Attributes attributes) {

    /** A line without attributes. */
    public SaleLine(
            String line,
            String product,
            String type,
            String family,
            long kept,
            Amount value,
            Amount vat,
            Amount payable) {
        this(line, product, type, family, kept, value, vat, payable, Attributes.NONE);
    }

    /** True where money for {@code products} may pay for it. */
    public boolean isOf(ProductSelection products) {
        return products.includes(product, type, family, attributes);
    }

    /** What the pieces that stay cost when {@code pieces} come back. */
    public Amount priceAfter(long pieces) {
        return value.minus(LineShare.part(value, pieces, kept));
    }

    /** What is refunded for {@code back}: its part of what no wallet has paid. */
    public Amount refund(Returned back) {
        return back.of(payable, kept);
    }

    /** This line after {@code back} came back. */
    SaleLine without(Returned back) {
        return new SaleLine(
                line,
                product,
                type,
                family,
                kept - back.pieces(),
                value.minus(back.of(value, kept)),
                vat.minus(back.of(vat, kept)),
                payable.minus(refund(back)),
                attributes);
    }

    /** This line with {@code amount} to pay. */
    SaleLine owed(Amount amount) {
        return new SaleLine(line, product, type, family, kept, value, vat, amount, attributes);
    }

    /** This line with {@code amount} more to pay, or less where it is below zero. */
    SaleLine owing(Amount amount) {
        return owed(payable.plus(amount));
    }
}
