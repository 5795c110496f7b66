package io.rewards.ledger;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Chains the transactions of one participant or merchant by SHA-256: each hash covers the one before it and the canonical bytes of its
 * transaction. Goes through a batch of entries with one digest and one array. Not thread-safe.
 */
final class HashChain {

    private static final int LENGTH = 32;

    private final MessageDigest digest;
    private final CanonicalBytes bytes = new CanonicalBytes();
    private String head;

    private HashChain(String head) {
        this.head = head;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** The chain after an entry with this hash. */
    static HashChain after(String hash) {
        return new HashChain(hash);
    }

    /** The hash before the first entry, which names the format and whose journal it is. */
    static String start(Party owner) {
        HashChain chain = new HashChain("");
        chain.bytes.start(owner);
        return chain.end();
    }

    /** The hash of {@code transaction} as the next entry. */
    String next(Transaction transaction) {
        bytes.clear();
        bytes.text(head);
        bytes.transaction(transaction);
        head = end();
        return head;
    }

    /** Goes on as if the last entry had this hash. */
    void goOnAfter(String hash) {
        head = hash;
    }

    private String end() {
        digest.update(bytes.array(), 0, bytes.size());
        try {
            digest.digest(bytes.array(), 0, LENGTH);
        } catch (DigestException e) {
            throw new IllegalStateException("The array has room for a hash.", e);
        }
        return HexFormat.of().formatHex(bytes.array(), 0, LENGTH);
    }
}
