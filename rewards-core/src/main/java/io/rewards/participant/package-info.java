/**
 * The customers of a programme: profile, addresses and scheme memberships. Depends on {@code attribute}.
 */
@NullMarked
package io.rewards.participant;

import org.jspecify.annotations.NullMarked;
