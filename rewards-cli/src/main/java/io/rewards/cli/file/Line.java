package io.rewards.cli.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A line of a file. Immutable. */
public final class Line {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

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
