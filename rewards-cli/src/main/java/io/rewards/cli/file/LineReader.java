package io.rewards.cli.file;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads a stream line by line in bounded memory: of a line that is too long it keeps nothing and goes on behind it. A
 * line ends with a line feed, with or without a carriage return before it. For one thread.
 */
public final class LineReader implements Closeable {

    private static final int BLOCK = 1 << 16;

    private final InputStream stream;
    private final int mostBytes;
    private final byte[] block = new byte[BLOCK];
    private int next;
    private int filled;
    private long lines;
    private long bytesRead;

    /** Reads {@code stream}, whose lines should have at most {@code mostBytes}. */
    public LineReader(InputStream stream, int mostBytes) {
        this.stream = stream;
        this.mostBytes = mostBytes;
    }

    /** The next line, or empty at the end. */
    public Optional<Line> next() throws IOException {
        if (next == filled && !fill()) {
            return Optional.empty();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean tooLong = false;
        while (next < filled || fill()) {
            int end = lineEnd();
            int length = end - next;
            tooLong |= bytes.size() + length > mostBytes;
            if (tooLong) {
                bytes = new ByteArrayOutputStream();
            } else {
                bytes.write(block, next, length);
            }
            boolean ended = end < filled;
            next = ended ? end + 1 : end;
            if (ended) {
                break;
            }
        }
        return Optional.of(new Line(++lines, withoutReturn(bytes.toByteArray()), tooLong));
    }

    /** How many bytes of the stream were looked at so far. */
    public long bytesRead() {
        return bytesRead - (filled - next);
    }

    /** The most bytes a line may have. */
    public int mostBytes() {
        return mostBytes;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private boolean fill() throws IOException {
        next = 0;
        filled = Math.max(0, stream.read(block));
        bytesRead += filled;
        return filled > 0;
    }

    private int lineEnd() {
        int end = next;
        while (end < filled && block[end] != '\n') {
            end++;
        }
        return end;
    }

    private static byte[] withoutReturn(byte[] line) {
        int last = line.length - 1;
        return last >= 0 && line[last] == '\r' ? Arrays.copyOf(line, last) : line;
    }
}
