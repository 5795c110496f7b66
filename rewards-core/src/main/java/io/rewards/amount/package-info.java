/**
 * Amounts of money or points, percentages, rounding and exact division. Depends on nothing but the JDK.
 */
@NullMarked
package io.rewards.amount;

import org.jspecify.annotations.NullMarked;
