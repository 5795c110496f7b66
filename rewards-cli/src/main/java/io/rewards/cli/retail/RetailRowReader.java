package io.rewards.cli.retail;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * Reads rows of the data set, each from a line of its own, by the column names of the first line. Thread-safe.
 */
final class RetailRowReader {

    private static final ObjectReader CELLS =
            CsvMapper.shared().readerFor(String[].class).with(CsvReadFeature.WRAP_AS_ARRAY);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("M/d/[uuuu][uu] H:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,9}");
    private static final Pattern MADE_A_NUMBER = Pattern.compile("\\d+\\.0+|\\d\\.\\d+[eE][+-]?\\d+");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");
    private static final int LONGEST_SHOWN = 40;

    private final int columns;
    private final int invoice;
    private final int stockCode;
    private final int quantity;
    private final int on;
    private final int unitPrice;
    private final int customer;
    private final int country;

    /**
     * Reads rows under this header.
     *
     * @throws IllegalArgumentException when a column is missing
     */
    RetailRowReader(String header) {
        List<String> names = Arrays.stream(cells(header)).map(String::strip).toList();
        List<String> missing = new ArrayList<>();
        columns = names.size();
        invoice = place(names, "InvoiceNo", missing);
        stockCode = place(names, "StockCode", missing);
        quantity = place(names, "Quantity", missing);
        on = place(names, "InvoiceDate", missing);
        unitPrice = place(names, "UnitPrice", missing);
        customer = place(names, "CustomerID", missing);
        country = place(names, "Country", missing);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("The first line (" + shown(header) + ") must name the columns of the"
                    + " Online Retail data set, divided by commas; it lacks " + String.join(", ", missing) + ".");
        }
    }

    /**
     * The row in a line.
     *
     * @throws IllegalArgumentException when it cannot be read
     */
    RetailRow row(String line) {
        String[] cells = cells(line);
        if (cells.length != columns) {
            throw new IllegalArgumentException("The number (" + cells.length + ") of columns must be " + columns
                    + ", as in the first line. Maybe a quotation mark is missing, or a line break is inside of one.");
        }
        return new RetailRow(
                code("InvoiceNo", text("InvoiceNo", cells[invoice])),
                code("StockCode", text("StockCode", cells[stockCode])),
                wholeNumber(cells[quantity]),
                time(cells[on]),
                decimal(cells[unitPrice]),
                code("CustomerID", cells[customer].strip()),
                cells[country].strip());
    }

    private static String[] cells(String line) {
        try (MappingIterator<String[]> rows = CELLS.readValues(line)) {
            String[] cells = rows.hasNext() ? rows.next() : new String[0];
            if (rows.hasNext()) {
                throw new IllegalArgumentException("The line (" + shown(line) + ") must be one row.");
            }
            return cells;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("The line (" + shown(line) + ") must be comma-separated values: "
                    + e.getOriginalMessage().lines().findFirst().orElse("not readable") + ".");
        }
    }

    private static int place(List<String> names, String column, List<String> missing) {
        int place = names.indexOf(column);
        if (place < 0) {
            missing.add(column);
        }
        return place;
    }

    private static String text(String column, String cell) {
        if (cell.isBlank()) {
            throw new IllegalArgumentException("The " + column + " must not be blank.");
        }
        return cell.strip();
    }

    /** A code as it is in the data set, and not as a spreadsheet writes the number that it takes the code for. */
    private static String code(String column, String text) {
        if (MADE_A_NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("The " + column + " (" + shown(text)
                    + ") was made a number, perhaps by a spreadsheet; the column must be saved as text.");
        }
        return text;
    }

    private static long wholeNumber(String cell) {
        String text = cell.strip();
        if (!WHOLE_NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "The Quantity (" + shown(cell) + ") must be a whole number of at most 9 digits, such as 6 or -1.");
        }
        return Long.parseLong(text);
    }

    private static BigDecimal decimal(String cell) {
        String text = cell.strip();
        if (!DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException("The UnitPrice (" + shown(cell)
                    + ") must be a decimal number of at most 9 digits before and after the point, such as 2.55.");
        }
        return new BigDecimal(text);
    }

    private static LocalDateTime time(String cell) {
        try {
            return LocalDateTime.parse(cell.strip(), TIME);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("The InvoiceDate (" + shown(cell)
                    + ") must be a month, a day, a year and a time, such as 12/1/10 8:26 or 12/1/2010 8:26.");
        }
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }
}
