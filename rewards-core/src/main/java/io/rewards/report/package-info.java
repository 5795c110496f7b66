/**
 * What the ledger answers: statements, liability, breakage, lists of transactions, and whether everything is right.
 * Depends on {@code store} and below.
 */
@NullMarked
package io.rewards.report;

import org.jspecify.annotations.NullMarked;
