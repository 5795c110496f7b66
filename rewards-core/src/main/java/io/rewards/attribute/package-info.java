/**
 * Attributes that a host declares for its own events, lines, participants, products and offers. Depends on {@code amount}.
 */
@NullMarked
package io.rewards.attribute;

import org.jspecify.annotations.NullMarked;
