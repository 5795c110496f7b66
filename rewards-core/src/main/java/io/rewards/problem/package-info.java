/**
 * What is wrong with input, said all at once. Depends on nothing but the JDK.
 */
@NullMarked
package io.rewards.problem;

import org.jspecify.annotations.NullMarked;
