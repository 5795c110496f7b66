package io.rewards.cli;

import io.rewards.decision.Outcome;
import io.rewards.json.OutcomeWriter;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One outcome a line, or nothing where no file is wanted. For one thread. */
final class OutcomeFile implements Closeable {

    private final @Nullable BufferedWriter writer;

    private OutcomeFile(@Nullable BufferedWriter writer) {
        this.writer = writer;
    }

    /** Takes the place of what {@code file} held. */
    static OutcomeFile open(@Nullable Path file) throws IOException {
        return new OutcomeFile(file == null ? null : Files.newBufferedWriter(file, StandardCharsets.UTF_8));
    }

    /** For commands that write no outcomes. */
    static OutcomeFile none() {
        return new OutcomeFile(null);
    }

    void write(Outcome outcome) {
        if (writer == null) {
            return;
        }
        try {
            writer.write(OutcomeWriter.write(outcome));
            writer.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("The outcomes cannot be written.", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
