/**
 * The Corner Shop: a small programme and a made-up year of purchases. Depends on {@code io.rewards.event} and below.
 */
@NullMarked
package io.rewards.examples.shop;

import org.jspecify.annotations.NullMarked;
