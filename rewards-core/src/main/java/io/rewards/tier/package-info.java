/** Where participants stand in the tiers: what counts, how they rise, when they are reviewed. */
@NullMarked
package io.rewards.tier;

import org.jspecify.annotations.NullMarked;
