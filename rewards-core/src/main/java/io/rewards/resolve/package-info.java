/**
 * From proposals to an outcome: caps, best award, and what is posted. Depends on {@code decision} and below.
 */
@NullMarked
package io.rewards.resolve;

import org.jspecify.annotations.NullMarked;
