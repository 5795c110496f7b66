/**
 * The front door: {@link io.rewards.engine.RewardsEngine}. No other package imports it.
 */
@NullMarked
package io.rewards.engine;

import org.jspecify.annotations.NullMarked;
