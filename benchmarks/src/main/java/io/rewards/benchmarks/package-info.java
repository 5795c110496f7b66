/**
 * What an evaluation costs, measured with JMH.
 */
@NullMarked
package io.rewards.benchmarks;

import org.jspecify.annotations.NullMarked;
