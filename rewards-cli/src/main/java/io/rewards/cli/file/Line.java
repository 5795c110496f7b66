package io.rewards.cli.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** A line of a file. Immutable. */
public final class Line {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final byte[] LITTLE_ENDIAN_MARK = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] BIG_ENDIAN_MARK = {(byte) 0xFE, (byte) 0xFF};
    private static final int FIRST_BYTES = 4;

    private final long number;
    private final byte[] bytes;
    private final boolean tooLong;

    Line(long number, byte[] bytes, boolean tooLong) {
        this.number = number;
        this.bytes = bytes;
        this.tooLong = tooLong;
    }

    /** Its place in the file, from 1. */
    public long number() {
        return number;
    }

    /** True when it is longer than the reader allows; there is no text then. */
    public boolean isTooLong() {
        return tooLong;
    }

    /** True where one of the first bytes is empty, which UTF-16 has at every ASCII character and UTF-8 nowhere. */
    public boolean isUtf16() {
        return Arrays.equals(head(), LITTLE_ENDIAN_MARK)
                || Arrays.equals(head(), BIG_ENDIAN_MARK)
                || IntStream.range(0, Math.min(bytes.length, FIRST_BYTES)).anyMatch(i -> bytes[i] == 0);
    }

    private byte[] head() {
        return Arrays.copyOf(bytes, Math.min(bytes.length, LITTLE_ENDIAN_MARK.length));
    }

    /** The text without the line end; empty where it is not UTF-8. */
    public Optional<String> text() {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(number == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The text without the line end, in {@code other} where it is not UTF-8. */
    public String textOrElse(Charset other) {
        return text().orElseGet(() -> new String(bytes, other));
    }
}
