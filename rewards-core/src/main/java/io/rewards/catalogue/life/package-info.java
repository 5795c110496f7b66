/**
 * How the catalogue changes: every change makes a new version of the programme or is refused whole, and who may see what.
 * Depends on {@code catalogue} and what lies below it.
 */
@NullMarked
package io.rewards.catalogue.life;

import org.jspecify.annotations.NullMarked;
