/**
 * The port to persistence and the store that keeps everything in memory. Depends on {@code decision} and below.
 */
@NullMarked
package io.rewards.store;

import org.jspecify.annotations.NullMarked;
