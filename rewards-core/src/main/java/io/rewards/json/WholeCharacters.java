package io.rewards.json;

import java.io.Reader;

/**
 * Reads a text in pieces that do not end within a character of two units, unless only one unit is asked for or left: the
 * parser of YAML fails on a full piece that does. Not thread-safe.
 */
final class WholeCharacters extends Reader {

    private final String text;
    private int at;

    WholeCharacters(String text) {
        this.text = text;
    }

    @Override
    public int read(char[] buffer, int offset, int length) {
        if (length > 0 && at == text.length()) {
            return -1;
        }
        int size = Math.min(length, text.length() - at);
        if (size > 1 && Character.isHighSurrogate(text.charAt(at + size - 1))) {
            size--;
        }
        text.getChars(at, at + size, buffer, offset);
        at += size;
        return size;
    }

    @Override
    public void close() {}
}
