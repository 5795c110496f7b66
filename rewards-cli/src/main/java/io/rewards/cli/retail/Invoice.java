package io.rewards.cli.retail;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.Rounding;
import io.rewards.attribute.Attributes;
import io.rewards.event.EventHeader;
import io.rewards.event.GoodsReturn;
import io.rewards.event.PaymentMedium;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.ReturnedLine;
import io.rewards.kind.Admission;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An invoice, row by row. Not thread-safe. */
final class Invoice {

    /** The participant whose name is not known. */
    static final String UNKNOWN = "unknown";

    private final RetailRow first;
    private final List<RetailRow> rows = new ArrayList<>();
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
        return isOfUnknown() ? UNKNOWN : first.customer();
    }

    boolean isOfUnknown() {
        return first.customer().isEmpty();
    }

    boolean isCancellation() {
        return first.isCancellation();
    }

    /** True for a purchase that goods can come back of. The engine refuses one with a quantity below 1 or a negative price. */
    boolean isReturnable() {
        return !isCancellation()
                && !isOfUnknown()
                && rows.stream()
                        .allMatch(row -> row.quantity() >= 1 && row.unitPrice().signum() >= 0);
    }

    List<RetailRow> rows() {
        return Collections.unmodifiableList(rows);
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
        if (rows.size() == Admission.MOST_LINES) {
            throw new IllegalArgumentException("The invoice (" + row.invoice() + ") must have at most "
                    + Admission.MOST_LINES + " rows, the most lines of an event.");
        }
        if (row.isCancellation() && row.quantity() >= 0) {
            throw new IllegalArgumentException(
                    "The Quantity (" + row.quantity() + ") of a cancellation must be below 0.");
        }
        boolean rounded = !row.isCancellation() && addLine(row, currency);
        rows.add(row);
        if (row.on().isBefore(on)) {
            on = row.on();
        }
        return rounded;
    }

    private boolean addLine(RetailRow row, Denomination currency) {
        BigDecimal exact = row.unitPrice().multiply(BigDecimal.valueOf(row.quantity()));
        Amount total = Rounding.HALF_UP.toAmount(exact, currency);
        lines.add(new PurchaseLine(
                Integer.toString(lines.size() + 1),
                row.stockCode(),
                LineType.of(row.stockCode()).name(),
                "",
                row.quantity(),
                total,
                Amount.zero(currency),
                Attributes.NONE));
        return total.decimal().compareTo(exact) != 0;
    }

    /** When it was written: the earliest of the times on its rows. */
    Instant performedOn(ImportPlan plan) {
        return on.atZone(plan.zone()).toInstant();
    }

    /** The purchase. */
    Purchase purchase(ImportPlan plan) {
        return new Purchase(header(plan), first.invoice(), lines, PaymentMedium.UNKNOWN);
    }

    /** The return of these pieces. */
    GoodsReturn returnOf(List<ReturnedLine> pieces, ImportPlan plan) {
        return new GoodsReturn(header(plan), first.invoice(), pieces);
    }

    private EventHeader header(ImportPlan plan) {
        return EventHeader.of(first.invoice(), participant(), plan.unit(), performedOn(plan));
    }
}
