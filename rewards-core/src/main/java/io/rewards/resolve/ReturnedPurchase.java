package io.rewards.resolve;

import io.rewards.event.Purchase;
import io.rewards.wallet.Returned;
import java.util.Map;
import java.util.Optional;

/**
 * A purchase of which goods, or a part of their price, came back. Immutable.
 *
 * @param had the purchase before that
 * @param left what is left of it; empty where all came back
 * @param back what came back, by id of the line
 */
record ReturnedPurchase(Purchase had, Optional<Purchase> left, Map<String, Returned> back) {}
