package io.rewards.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Where a table goes besides being printed, for other programs to go on with: picocli sets them. Not thread-safe. */
final class ExportOptions {

    @Option(names = "--csv", paramLabel = "FILE", description = "Also writes the rows as CSV.")
    private @Nullable Path csv;

    @Option(names = "--json", paramLabel = "FILE", description = "Also writes the rows as JSON, one object a line.")
    private @Nullable Path json;

    /** Refuses to write onto a file that is read. */
    void check(CommandSpec spec, InputOptions inputs) throws IOException {
        if (csv != null) {
            inputs.requireOther(spec, "--csv", csv);
        }
        if (json != null) {
            inputs.requireOther(spec, "--json", json);
        }
    }

    /** Refuses to write onto the one file that is read. */
    void check(CommandSpec spec, Path input) throws IOException {
        if (csv != null) {
            Inputs.requireOther(spec, "--csv", csv, input);
        }
        if (json != null) {
            Inputs.requireOther(spec, "--json", json, input);
        }
    }

    /** Refuses to write onto a store that is read. */
    void check(CommandSpec spec, StoreOptions store) throws IOException {
        if (csv != null) {
            store.requireOther(spec, "--csv", csv);
        }
        if (json != null) {
            store.requireOther(spec, "--json", json);
        }
    }

    /** Writes a table in the place of what the files held; what is empty of a row is left out of JSON. */
    void write(List<String> columns, List<List<String>> rows) throws IOException {
        if (csv != null) {
            CsvFile.write(csv, columns, rows);
        }
        if (json != null) {
            try (BufferedWriter text = Files.newBufferedWriter(json, StandardCharsets.UTF_8)) {
                for (List<String> row : rows) {
                    text.write(object(columns, row).toString());
                    text.write('\n');
                }
            }
        }
    }

    private static ObjectNode object(List<String> columns, List<String> row) {
        ObjectNode object = JsonMapper.shared().createObjectNode();
        for (int i = 0; i < columns.size(); i++) {
            if (!row.get(i).isEmpty()) {
                object.put(columns.get(i), row.get(i));
            }
        }
        return object;
    }
}
