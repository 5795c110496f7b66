package io.rewards.cli.file;

import io.rewards.catalogue.Programme;
import io.rewards.event.CustomerEvent;
import io.rewards.json.EventReader;
import io.rewards.json.EventWriter;
import io.rewards.json.OutcomeReader;
import io.rewards.json.OutcomeWriter;
import io.rewards.store.OutcomeArchive;
import io.rewards.store.Recorded;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps recorded events in a file, so that a long run needs memory only for what is still in wallets. The file is a
 * temporary one and is deleted when this is closed. Thread-safe.
 */
public final class FileOutcomeArchive implements OutcomeArchive, Closeable {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final FileChannel channel;
    private final EventReader events;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream(BUFFER);
    private long written;

    private FileOutcomeArchive(Path file, Programme programme) throws IOException {
        this.file = file;
        channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        events = new EventReader(programme);
    }

    /** An empty archive for events that {@code programme} decides, in a new temporary file. */
    public static FileOutcomeArchive open(Programme programme) throws IOException {
        return new FileOutcomeArchive(Files.createTempFile("rewards-", ".archive"), programme);
    }

    @Override
    public synchronized long append(Recorded recorded) {
        long place = written + pending.size();
        put(EventWriter.write(recorded.event()));
        put(OutcomeWriter.write(recorded.outcome()));
        if (pending.size() >= BUFFER) {
            flush();
        }
        return place;
    }

    @Override
    public synchronized Recorded read(long place) {
        flush();
        String event = text(place);
        String outcome = text(place + Integer.BYTES + event.getBytes(StandardCharsets.UTF_8).length);
        CustomerEvent read = events.read(file.toString(), event);
        return new Recorded(read, OutcomeReader.read(file.toString(), outcome));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void put(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        pending.writeBytes(
                ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        pending.writeBytes(bytes);
    }

    private void flush() {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(pending.toByteArray());
            while (bytes.hasRemaining()) {
                written += channel.write(bytes, written);
            }
            pending.reset();
        } catch (IOException e) {
            throw new UncheckedIOException("The archive of outcomes (" + file + ") cannot be written.", e);
        }
    }

    private String text(long place) {
        int length = bytes(place, Integer.BYTES).getInt();
        return StandardCharsets.UTF_8
                .decode(bytes(place + Integer.BYTES, length))
                .toString();
    }

    private ByteBuffer bytes(long place, int length) {
        try {
            ByteBuffer bytes = ByteBuffer.allocate(length);
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, place + bytes.position()) < 0) {
                    throw new EOFException("The archive ends before byte " + (place + length) + ".");
                }
            }
            return bytes.flip();
        } catch (IOException e) {
            throw new UncheckedIOException("The archive of outcomes (" + file + ") cannot be read.", e);
        }
    }
}
