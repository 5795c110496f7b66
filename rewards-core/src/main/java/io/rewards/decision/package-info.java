/**
 * From an event to a verdict for every offer: candidates, proposals, reasons and the outcome. Depends on {@code account} and below.
 */
@NullMarked
package io.rewards.decision;

import org.jspecify.annotations.NullMarked;
