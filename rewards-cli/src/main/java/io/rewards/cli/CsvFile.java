package io.rewards.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/** Tables as CSV files: one header row, commas, quotes only where they are needed. */
final class CsvFile {

    private static final ObjectWriter CELLS =
            CsvMapper.shared().writerFor(String[].class).with(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING);
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final String FORMULA = "=+-@\t\r";

    private CsvFile() {}

    /** Writes a table in the place of what the file held. */
    static void write(Path file, List<String> header, List<List<String>> rows) throws IOException {
        try (BufferedWriter text = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            text.write(rows(header, rows));
        }
    }

    /** A table as text. */
    static String rows(List<String> header, List<List<String>> rows) throws IOException {
        CsvSchema.Builder columns = CsvSchema.builder();
        header.forEach(columns::addColumn);
        StringWriter text = new StringWriter();
        try (SequenceWriter writer = CELLS.with(columns.build()).writeValues(text)) {
            writer.write(header.toArray(String[]::new));
            for (List<String> row : rows) {
                writer.write(row.stream().map(CsvFile::harmless).toArray(String[]::new));
            }
        }
        return text.toString();
    }

    /** A spreadsheet would take such a text for a formula, and somebody else has written it. */
    private static String harmless(String cell) {
        boolean formula = !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0;
        return formula && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }
}
