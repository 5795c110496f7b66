/**
 * The {@code rewards} command line. Depends on the other packages of the examples; nobody imports it.
 */
@NullMarked
package io.rewards.examples.cli;

import org.jspecify.annotations.NullMarked;
