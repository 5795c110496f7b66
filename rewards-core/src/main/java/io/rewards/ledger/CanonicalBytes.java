package io.rewards.ledger;

import io.rewards.amount.Amount;
import io.rewards.event.EventKey;
import java.time.Instant;
import java.util.Arrays;

/**
 * Collects the canonical bytes of the ledger, which its hashes cover. What is different gives different bytes: lengths
 * come before texts, and every text has bytes of its own, halves of surrogate pairs included. {@code
 * docs/ledger-format.md} describes every field. Not thread-safe.
 */
final class CanonicalBytes {

    /** Number of this format; comes first, so that another one can follow. */
    static final int FORMAT = 1;

    private static final int USUAL = 768;
    private static final int MOST_BYTES_OF_A_CHAR = 3;

    private byte[] bytes = new byte[USUAL];
    private int size;

    /** Starts again with nothing. */
    void clear() {
        size = 0;
    }

    /** What was collected, up to {@link #size()}; not a copy. */
    byte[] array() {
        return bytes;
    }

    int size() {
        return size;
    }

    void transaction(Transaction transaction) {
        number(FORMAT, 1);
        text(transaction.id());
        text(transaction.kind().name());
        amount(transaction.amount());
        account(transaction.from());
        account(transaction.to());
        cause(transaction.cause());
        origin(transaction.origin());
        note(transaction.note());
        instant(transaction.on());
        instant(transaction.recordedOn());
    }

    /** What the hash before the first entry of a journal covers. */
    void start(Party owner) {
        number(FORMAT, 1);
        text(owner.kind().name());
        text(owner.id());
    }

    /** The number of bytes, and the text in UTF-8, in which half of a surrogate pair takes the three bytes it would have. */
    void text(String text) {
        reserve(Integer.BYTES + text.length() * MOST_BYTES_OF_A_CHAR);
        int length = size;
        size += Integer.BYTES;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each < 0x80) {
                bytes[size++] = (byte) each;
            } else {
                int point = text.codePointAt(i);
                codePoint(point);
                i += Character.charCount(point) - 1;
            }
        }
        int end = size;
        size = length;
        number(end - length - Integer.BYTES, Integer.BYTES);
        size = end;
    }

    private void amount(Amount amount) {
        number(amount.units(), Long.BYTES);
        text(amount.denomination().code());
        number(amount.denomination().scale(), 1);
    }

    /** Whose kind of party it is follows from the kind of the account. */
    private void account(AccountName account) {
        text(account.kind().name());
        text(account.party().id());
    }

    private void cause(Cause cause) {
        key(cause.event());
        number(cause.purchase().isPresent() ? 1 : 0, 1);
        cause.purchase().ifPresent(this::key);
        text(cause.participant());
        text(cause.unit());
    }

    private void origin(Origin origin) {
        text(origin.offer());
        text(origin.offerType());
        text(origin.scheme());
        text(origin.rule());
        text(origin.lot());
        AwardSubject subject = origin.subject();
        text(subject.equals(AwardSubject.NOTHING) ? "" : subject.kind() + " " + subject.text());
    }

    private void note(Note note) {
        text(note.reverses());
        text(note.reason());
        text(note.user());
    }

    private void key(EventKey key) {
        text(key.system());
        text(key.id());
    }

    private void instant(Instant instant) {
        number(instant.getEpochSecond(), Long.BYTES);
        number(instant.getNano(), Integer.BYTES);
    }

    /** The most significant byte first. */
    private void number(long number, int length) {
        reserve(length);
        for (int i = length - 1; i >= 0; i--) {
            bytes[size++] = (byte) (number >> (i * Byte.SIZE));
        }
    }

    /** A code point above 0x7F: a byte that says how many follow and has its first bits, then six bits in each. */
    private void codePoint(int point) {
        if (point < 0x800) {
            bytes[size++] = (byte) (0xC0 | (point >> 6));
        } else if (point < 0x10000) {
            bytes[size++] = (byte) (0xE0 | (point >> 12));
            bytes[size++] = following(point >> 6);
        } else {
            bytes[size++] = (byte) (0xF0 | (point >> 18));
            bytes[size++] = following(point >> 12);
            bytes[size++] = following(point >> 6);
        }
        bytes[size++] = following(point);
    }

    private static byte following(int bits) {
        return (byte) (0x80 | (bits & 0x3F));
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.addExact(Math.multiplyExact(size, 2), more));
        }
    }
}
