/**
 * How records look in files and how they are put into words, said once and without a word about any format. Depends on {@code event} and below. Inside: hosts
 * must not rely on it.
 */
@NullMarked
package io.rewards.shape;

import org.jspecify.annotations.NullMarked;
