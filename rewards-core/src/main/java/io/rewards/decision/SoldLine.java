package io.rewards.decision;

import io.rewards.amount.Amount;
import io.rewards.attribute.Attributes;
import io.rewards.event.PurchaseLine;

/**
 * A line of a purchase with what the programme knows of its product. Immutable.
 *
 * @param line as sent, less the discounts of the till
 * @param type code of the product type, or empty
 * @param family code of the product family, or empty
 * @param product attributes of the product
 * @param base what of the line counts: with or without tax, as the programme says
 */
public record SoldLine(PurchaseLine line, String type, String family, Attributes product, Amount base) {}
