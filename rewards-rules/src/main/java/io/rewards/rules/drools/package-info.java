/**
 * Checks, compiles and runs rule files; the only package that knows Drools.
 */
@NullMarked
package io.rewards.rules.drools;

import org.jspecify.annotations.NullMarked;
