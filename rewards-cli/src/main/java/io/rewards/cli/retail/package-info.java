/**
 * Makes events of the invoices in the Online Retail data set. Depends on {@code io.rewards.cli.file}.
 */
@NullMarked
package io.rewards.cli.retail;

import org.jspecify.annotations.NullMarked;
