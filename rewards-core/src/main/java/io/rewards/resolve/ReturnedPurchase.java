package io.rewards.resolve;

import io.rewards.event.Purchase;
import java.util.Map;
import java.util.Optional;

/**
 * A purchase of which pieces came back. Immutable.
 *
 * @param had the purchase before that
 * @param left what is left of it; empty where all came back
 * @param pieces that came back, by id of the line
 */
record ReturnedPurchase(Purchase had, Optional<Purchase> left, Map<String, Long> pieces) {}
