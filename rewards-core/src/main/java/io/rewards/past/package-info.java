/**
 * What accounts no longer carry: a port with the few questions that a decision asks about what is over, and its answers in
 * memory. Depends on {@code wallet}, {@code ledger} and below.
 */
@NullMarked
package io.rewards.past;

import org.jspecify.annotations.NullMarked;
