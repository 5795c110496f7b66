package io.rewards.cli.retail;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/**
 * A row of the data set. Immutable.
 *
 * @param invoice number; a leading C marks a cancellation
 * @param stockCode of the product, or of something that is none
 * @param quantity negative on cancellations and corrections
 * @param on the shop's clock
 * @param unitPrice in the currency of the shop
 * @param customer id, or empty where the buyer is unknown
 * @param country of the customer, or empty
 */
record RetailRow(
        String invoice,
        String stockCode,
        long quantity,
        LocalDateTime on,
        BigDecimal unitPrice,
        String customer,
        String country) {

    private static final String CANCELLATION = "C";

    /** True for a row of an invoice that takes goods back. */
    boolean isCancellation() {
        return invoice.startsWith(CANCELLATION);
    }
}
