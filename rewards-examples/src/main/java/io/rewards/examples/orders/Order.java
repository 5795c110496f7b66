package io.rewards.examples.orders;

import io.rewards.amount.Amount;
import java.time.Instant;

/**
 * What one customer orders of one product.
 *
 * @param number of the order, which is also the id of its event
 */
record Order(String number, String customer, String product, int pieces, Amount total, Instant placedOn) {}
