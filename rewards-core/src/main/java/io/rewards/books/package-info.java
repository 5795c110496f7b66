/**
 * What one event does to one wallet: the purse, and a class for each thing that can be done with the money in it. Depends
 * on {@code account}, {@code past} and below. Inside: hosts
 * must not rely on it.
 */
@NullMarked
package io.rewards.books;

import org.jspecify.annotations.NullMarked;
