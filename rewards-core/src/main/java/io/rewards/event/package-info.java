/**
 * What customers do: the events that a host feeds into the engine. Depends on {@code participant} and below.
 */
@NullMarked
package io.rewards.event;

import org.jspecify.annotations.NullMarked;
