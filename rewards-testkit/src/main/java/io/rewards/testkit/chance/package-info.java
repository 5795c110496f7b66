/**
 * What tests leave to chance: draws, which a seed repeats, and which of several threads comes first. Knows nothing of
 * rewards. Our own tests are made of it; a host needs none of it.
 */
@NullMarked
package io.rewards.testkit.chance;

import org.jspecify.annotations.NullMarked;
