package io.rewards.cli;

import io.rewards.cli.file.Line;
import io.rewards.cli.file.LineReader;
import io.rewards.event.CustomerEvent;
import io.rewards.json.EventReader;
import io.rewards.problem.InvalidInputException;
import io.rewards.problem.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads events one a line, of which a broken one does not spoil the others. Blank lines are left out. For one thread.
 */
final class EventLines implements Closeable {

    /** The longest line that can be an event: an event of the most lines has room in it. */
    static final int LONGEST_LINE = 4 << 20;

    private static final String STANDARD_INPUT = "-";

    private final String source;
    private final LineReader lines;
    private final EventReader reader;

    private EventLines(String source, InputStream stream, EventReader reader) {
        this.source = source;
        lines = new LineReader(stream, LONGEST_LINE);
        this.reader = reader;
    }

    /**
     * A line that is an event, or says what is wrong with it. Immutable.
     *
     * @param number of the line
     * @param where file and line
     * @param event empty where there are problems
     * @param problems of the line
     */
    record Entry(long number, String where, Optional<CustomerEvent> event, List<Problem> problems) {}

    /** The events of a file, or of the standard input for {@code -}. */
    static EventLines open(Path file, EventReader reader) throws IOException {
        return isStandardInput(file)
                ? new EventLines("standard input", System.in, reader)
                : new EventLines(file.toString(), Files.newInputStream(file), reader);
    }

    static boolean isStandardInput(Path file) {
        return file.toString().equals(STANDARD_INPUT);
    }

    /** The next line that is not blank, or empty at the end. */
    Optional<Entry> next() throws IOException {
        for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            Optional<Entry> entry = entry(line.get());
            if (entry.isPresent()) {
                return entry;
            }
        }
        return Optional.empty();
    }

    /** How many bytes of the file were looked at so far. */
    long bytesRead() {
        return lines.bytesRead();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private Optional<Entry> entry(Line line) {
        String where = source + ":" + line.number();
        if (line.isTooLong()) {
            return broken(line, where, "The line must have at most " + Figures.of(LONGEST_LINE) + " bytes.");
        }
        if (line.isUtf16()) {
            return broken(line, where, "The line is UTF-16; it must be UTF-8. Save the file with that encoding.");
        }
        Optional<String> text = line.text();
        if (text.isEmpty()) {
            return broken(line, where, "The line must be text in UTF-8.");
        }
        if (text.get().isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Entry(line.number(), where, Optional.of(reader.read(where, text.get())), List.of()));
        } catch (InvalidInputException e) {
            return Optional.of(new Entry(
                    line.number(),
                    where,
                    Optional.empty(),
                    e.problems().stream().map(EventLines::inOneLine).toList()));
        }
    }

    /** The reader counts lines within the text it is given, which here is one line of many. */
    private static Problem inOneLine(Problem problem) {
        return new Problem(problem.path(), problem.message().replaceFirst("^Line 1, column", "Column"));
    }

    private static Optional<Entry> broken(Line line, String where, String message) {
        return Optional.of(new Entry(line.number(), where, Optional.empty(), List.of(new Problem("", message))));
    }
}
