/**
 * The {@code rewards} command line. Depends on its own packages and on the demo shop; nobody imports it.
 */
@NullMarked
package io.rewards.cli;

import org.jspecify.annotations.NullMarked;
