/**
 * What each kind of event means: one class for each, all of them on the list of {@code EventKinds}. Depends on {@code resolve}
 * and below. Inside: hosts
 * must not rely on it.
 */
@NullMarked
package io.rewards.kind;

import org.jspecify.annotations.NullMarked;
