/**
 * Makes events of the invoices in the Online Retail data set. Depends on {@code io.rewards.examples.file}.
 */
@NullMarked
package io.rewards.examples.retail;

import org.jspecify.annotations.NullMarked;
