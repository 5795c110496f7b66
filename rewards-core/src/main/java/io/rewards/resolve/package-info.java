/**
 * From proposals to an outcome: caps, best award, and what is posted. Depends on {@code decision} and below. Inside: hosts
 * must not rely on it.
 */
@NullMarked
package io.rewards.resolve;

import org.jspecify.annotations.NullMarked;
