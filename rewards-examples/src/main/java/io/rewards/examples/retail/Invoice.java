package io.rewards.examples.retail;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.Rounding;
import io.rewards.attribute.Attributes;
import io.rewards.decision.Admission;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventHeader;
import io.rewards.event.GoodsReturn;
import io.rewards.event.PaymentMedium;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** An invoice, row by row. Not thread-safe. */
final class Invoice {

    /** The participant whose name is not known. */
    static final String UNKNOWN = "unknown";

    private final RetailRow first;
    private final List<PurchaseLine> lines = new ArrayList<>();
    private LocalDateTime on;

    /** An invoice that begins with this row, which is yet to be added. */
    Invoice(RetailRow first) {
        this.first = first;
        on = first.on();
    }

    RetailRow first() {
        return first;
    }

    String participant() {
        return first.customer().isEmpty() ? UNKNOWN : first.customer();
    }

    /**
     * Adds a row.
     *
     * @return true when the total of its line was rounded
     * @throws IllegalArgumentException when it does not fit the rows before it
     */
    boolean add(RetailRow row, Denomination currency) {
        if (!row.customer().equals(first.customer())) {
            throw new IllegalArgumentException("The CustomerID (" + row.customer() + ") must be that of the first row ("
                    + first.customer() + ") of invoice (" + row.invoice() + ").");
        }
        if (lines.size() == Admission.MOST_LINES) {
            throw new IllegalArgumentException("The invoice (" + row.invoice() + ") must have at most "
                    + Admission.MOST_LINES + " rows, the most lines of an event.");
        }
        long quantity = row.isCancellation() ? -row.quantity() : row.quantity();
        BigDecimal exact = row.unitPrice().multiply(BigDecimal.valueOf(quantity));
        Amount total = Rounding.HALF_UP.toAmount(exact, currency);
        lines.add(new PurchaseLine(
                Integer.toString(lines.size() + 1),
                row.stockCode(),
                LineType.of(row.stockCode()).name(),
                "",
                quantity,
                total,
                Amount.zero(currency),
                Attributes.NONE));
        if (row.on().isBefore(on)) {
            on = row.on();
        }
        return total.decimal().compareTo(exact) != 0;
    }

    /** When it was written: the earliest of the times on its rows. */
    Instant performedOn(ImportPlan plan) {
        return on.atZone(plan.zone()).toInstant();
    }

    /** The purchase, or the return where the invoice is a cancellation. */
    CustomerEvent event(ImportPlan plan) {
        EventHeader header = EventHeader.of(first.invoice(), participant(), plan.unit(), performedOn(plan));
        return first.isCancellation()
                ? new GoodsReturn(header, first.invoice(), lines)
                : new Purchase(header, first.invoice(), lines, PaymentMedium.UNKNOWN);
    }
}
