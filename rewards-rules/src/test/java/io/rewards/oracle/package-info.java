/**
 * Second opinions for tests and benchmarks: the built-in rules written by hand, a naive model of a whole programme, and
 * seeded programmes and histories to ask them about.
 */
@NullMarked
package io.rewards.oracle;

import org.jspecify.annotations.NullMarked;
