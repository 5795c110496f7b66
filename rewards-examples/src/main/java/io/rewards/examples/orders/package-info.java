/** A shop that writes its orders and what they earn in one transaction. */
@NullMarked
package io.rewards.examples.orders;

import org.jspecify.annotations.NullMarked;
