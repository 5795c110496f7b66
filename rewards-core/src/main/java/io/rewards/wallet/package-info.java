/**
 * Lots of awarded money, what they may be spent on, and balances. Depends on {@code catalogue} and below.
 */
@NullMarked
package io.rewards.wallet;

import org.jspecify.annotations.NullMarked;
