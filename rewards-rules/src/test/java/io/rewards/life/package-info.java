/**
 * The life of a whole programme: what its participants do in two years, what a naive reading of the domain says they get
 * for it, and what the engine gives them, also when it is interrupted.
 */
@NullMarked
package io.rewards.life;

import org.jspecify.annotations.NullMarked;
