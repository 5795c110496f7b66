/**
 * Everything needed to decide an event about one participant. Depends on {@code wallet}, {@code ledger} and below.
 */
@NullMarked
package io.rewards.account;

import org.jspecify.annotations.NullMarked;
