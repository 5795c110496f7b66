/**
 * The accounts of all parties, and the journals of transactions between them. Depends on {@code event} and below.
 */
@NullMarked
package io.rewards.ledger;

import org.jspecify.annotations.NullMarked;
