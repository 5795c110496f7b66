package io.rewards.cli.retail;

import io.rewards.amount.AmountOverflowException;
import io.rewards.cli.file.Line;
import io.rewards.cli.file.LineReader;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventHeader;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.Purchase;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SchemeSignUp;
import io.rewards.participant.Address;
import io.rewards.participant.Profile;
import io.rewards.problem.InvalidInputException;
import io.rewards.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of a file of the Online Retail data set: a purchase of every invoice, a goods return of every cancellation
 * of something that was bought in the file before, and before the first event of a customer the registration and the
 * sign-ups. Keeps one invoice in memory, the numbers of the others, and of what known customers have bought the pieces that
 * have not come back. For one file and one thread.
 *
 * <p>A row is a line. The rows of an invoice must follow one another; what comes later is reported and left out. The
 * file is UTF-8; a line that is not is read as ISO 8859-1, which older copies of the data set are.
 */
public final class OnlineRetailImport {

    /** The longest line that can be a row. */
    public static final int LONGEST_LINE = 1 << 16;

    /** Is told of the lines that cannot be used. */
    @FunctionalInterface
    public interface Rejections {

        /** The line of this number cannot be used. */
        void line(long number, String message);
    }

    private final ImportPlan plan;
    private final Consumer<CustomerEvent> events;
    private final Rejections rejections;
    private final Set<String> customers = new HashSet<>();
    private final Set<String> invoices = new HashSet<>();
    private final OpenPieces bought = new OpenPieces();
    private @Nullable Invoice open;
    private long lines;
    private long purchaseLines;
    private long returnLines;
    private long strayLines;
    private long unreadable;
    private long blank;
    private long signUps;
    private long purchases;
    private long purchasesOfUnknown;
    private long returns;
    private long strayPieces;
    private long belowOne;
    private long rounded;

    private OnlineRetailImport(ImportPlan plan, Consumer<CustomerEvent> events, Rejections rejections) {
        this.plan = plan;
        this.events = events;
        this.rejections = rejections;
    }

    /**
     * Reads a file to its end.
     *
     * @param source name of the file for messages
     * @param lines of the file; those longer than {@link #LONGEST_LINE} should not be read
     * @param plan what the data set does not say
     * @param events takes each event in the order of the file
     * @param rejections is told of each line that cannot be used
     * @throws InvalidInputException when the first line does not name the columns
     */
    public static ImportReport run(
            String source, LineReader lines, ImportPlan plan, Consumer<CustomerEvent> events, Rejections rejections)
            throws IOException {
        OnlineRetailImport importing = new OnlineRetailImport(plan, events, rejections);
        RetailRowReader rows = header(source, lines);
        for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            importing.line(line.get(), rows);
        }
        importing.finish();
        return importing.report();
    }

    private static RetailRowReader header(String source, LineReader lines) throws IOException {
        try {
            Optional<Line> first = lines.next();
            if (first.filter(Line::isUtf16).isPresent()) {
                throw new IllegalArgumentException("The file is UTF-16; it must be UTF-8. Save it with that encoding.");
            }
            return new RetailRowReader(first.map(line -> line.textOrElse(StandardCharsets.ISO_8859_1))
                    .orElse(""));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(source, List.of(new Problem("", String.valueOf(e.getMessage()))));
        }
    }

    private void line(Line line, RetailRowReader rows) {
        lines++;
        String text = line.textOrElse(StandardCharsets.ISO_8859_1);
        if (text.isBlank() && !line.isTooLong()) {
            blank++;
            return;
        }
        try {
            if (line.isTooLong()) {
                throw new IllegalArgumentException("The line must have at most " + LONGEST_LINE + " bytes.");
            }
            add(rows.row(text));
        } catch (IllegalArgumentException | AmountOverflowException e) {
            unreadable++;
            rejections.line(line.number(), String.valueOf(e.getMessage()));
        }
    }

    private void add(RetailRow row) {
        Invoice invoice = open;
        if (invoice == null || !invoice.first().invoice().equals(row.invoice())) {
            if (invoices.contains(row.invoice())) {
                throw new IllegalArgumentException("The rows of invoice (" + row.invoice()
                        + ") must follow one another; those before were left long ago. Sort the file.");
            }
            invoice = new Invoice(row);
        }
        boolean wasRounded = invoice.add(row, plan.currency());
        if (invoice != open) {
            finish();
            invoices.add(row.invoice());
            open = invoice;
        }
        if (wasRounded) {
            rounded++;
        }
        if (!row.isCancellation()) {
            purchaseLines++;
            belowOne += row.quantity() < 1 ? 1 : 0;
        }
    }

    private void finish() {
        Invoice invoice = open;
        if (invoice == null) {
            return;
        }
        open = null;
        if (invoice.isCancellation()) {
            cancellation(invoice);
            return;
        }
        welcome(invoice);
        Purchase purchase = invoice.purchase(plan);
        purchases++;
        purchasesOfUnknown += invoice.isOfUnknown() ? 1 : 0;
        if (invoice.isReturnable()) {
            bought.buy(purchase.participant(), purchase.key(), purchase.performedOn(), invoice.rows());
        }
        events.accept(purchase);
    }

    private void cancellation(Invoice invoice) {
        List<ReturnedLine> found = new ArrayList<>();
        for (RetailRow row : invoice.rows()) {
            long pieces = -row.quantity();
            List<ReturnedLine> taken = invoice.isOfUnknown()
                    ? List.of()
                    : bought.takeBack(invoice.participant(), row, pieces, invoice.performedOn(plan));
            returnLines += taken.isEmpty() ? 0 : 1;
            strayLines += taken.isEmpty() ? 1 : 0;
            strayPieces +=
                    pieces - taken.stream().mapToLong(ReturnedLine::quantity).sum();
            found.addAll(taken);
        }
        if (!found.isEmpty()) {
            returns++;
            events.accept(invoice.returnOf(found, plan));
        }
    }

    /**
     * Registers a customer who is new. The offers of a programme can name the area of an address, but not its country; so the country is written as
     * both.
     */
    private void welcome(Invoice invoice) {
        if (invoice.isOfUnknown() || !customers.add(invoice.participant())) {
            return;
        }
        String id = invoice.participant();
        Instant on = invoice.performedOn(plan);
        String country = invoice.first().country();
        Profile profile = country.isEmpty()
                ? Profile.EMPTY
                : Profile.EMPTY.withAddresses(List.of(Address.of(true, country, "", country, "")));
        events.accept(new ParticipantRegistered(EventHeader.of("register-" + id, id, plan.unit(), on), profile));
        for (String scheme : plan.schemes()) {
            signUps++;
            events.accept(
                    new SchemeSignUp(EventHeader.of("sign-up-" + id + "-" + scheme, id, plan.unit(), on), scheme, ""));
        }
    }

    private ImportReport report() {
        return new ImportReport(
                lines,
                purchaseLines,
                returnLines,
                strayLines,
                unreadable,
                blank,
                customers.size(),
                signUps,
                purchases,
                purchasesOfUnknown,
                returns,
                strayPieces,
                belowOne,
                rounded);
    }
}
