/**
 * What one event changes: the delta that a store writes. Depends on {@code account}, {@code notification} and below.
 */
@NullMarked
package io.rewards.effect;

import org.jspecify.annotations.NullMarked;
