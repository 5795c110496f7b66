package io.rewards.decision;

import io.rewards.amount.Amount;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.AwardBase;
import io.rewards.catalogue.ProductList;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.ProductSet;
import io.rewards.event.PurchaseLine;
import java.util.OptionalInt;

/**
 * A line of a purchase with what the programme knows of its product. Immutable.
 *
 * @param line as sent, less the discounts of the till
 * @param type code of the product type, or empty
 * @param family code of the product family, or empty
 * @param product attributes of the product
 */
public record SoldLine(PurchaseLine line, String type, String family, Attributes product) {

    /** True when it is on {@code list}. */
    boolean isOn(ProductList list) {
        return list.has(line.product(), type, family, line.attributes());
    }

    /** True when {@code products} include it. */
    public boolean isOf(ProductSelection products) {
        return products.includes(line.product(), type, family, line.attributes());
    }

    /** The place of the part of a set that it counts for; empty where none names it. */
    OptionalInt partOf(ProductSet set) {
        return set.partOf(line.product(), type, family, line.attributes());
    }

    /** What of the line counts: with or without tax. */
    public Amount counts(AwardBase base) {
        return base == AwardBase.GROSS ? line.total() : line.total().minus(line.vat());
    }
}
