/**
 * What merchants and the owner of a programme owe each other: settlements, the journals of merchants and how entries are
 * settled. Depends on {@code ledger} and below.
 */
@NullMarked
package io.rewards.settlement;

import org.jspecify.annotations.NullMarked;
