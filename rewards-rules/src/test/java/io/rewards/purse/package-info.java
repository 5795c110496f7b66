/**
 * The wallet against a second, naive one: random operations of all kinds are given to the engine and to a model that was
 * written from the domain alone, and both must agree on every answer, while what must always hold is looked at after each.
 */
@NullMarked
package io.rewards.purse;

import org.jspecify.annotations.NullMarked;
