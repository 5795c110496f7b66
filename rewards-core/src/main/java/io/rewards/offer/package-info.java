/**
 * What each classification of offers means, in one place: how its terms look in files and are put into words, which candidate its
 * rules ask, and what a run looks for. Depends on {@code decision}, {@code shape} and below. Inside: hosts must not rely on it.
 */
@NullMarked
package io.rewards.offer;

import org.jspecify.annotations.NullMarked;
