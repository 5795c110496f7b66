/**
 * Evaluation runs: what is kept of them and what they report. Depends on {@code ledger} and below.
 */
@NullMarked
package io.rewards.run;

import org.jspecify.annotations.NullMarked;
