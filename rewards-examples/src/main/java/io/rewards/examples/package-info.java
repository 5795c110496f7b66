/**
 * Runnable stories: how a host embeds the engine. Depends on {@code io.rewards.engine}.
 */
@NullMarked
package io.rewards.examples;

import org.jspecify.annotations.NullMarked;
