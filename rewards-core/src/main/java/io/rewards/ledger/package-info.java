/**
 * The journal of transactions. Depends on {@code event} and below.
 */
@NullMarked
package io.rewards.ledger;

import org.jspecify.annotations.NullMarked;
