package io.rewards.ledger;

import io.rewards.event.EventKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Chains the transactions of one participant by SHA-256: each hash covers the one before it and every field. */
final class HashChain {

    private final MessageDigest digest;

    private HashChain() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** The hash before the first entry. */
    static String start(String participant) {
        HashChain chain = new HashChain();
        chain.add(participant);
        return chain.end();
    }

    /** The hash of {@code transaction} after {@code before}. */
    static String next(String before, Transaction transaction) {
        HashChain chain = new HashChain();
        chain.add(before);
        chain.add(transaction.id());
        chain.add(transaction.kind().name());
        chain.add(transaction.participant());
        chain.add(transaction.unit());
        chain.add(transaction.amount().toString());
        chain.add(transaction.from().name());
        chain.add(transaction.to().name());
        chain.add(transaction.event());
        chain.add(transaction.purchase().isPresent() ? "1" : "0");
        transaction.purchase().ifPresent(chain::add);
        chain.add(transaction.offer());
        chain.add(transaction.offerType());
        chain.add(transaction.scheme());
        chain.add(transaction.rule());
        chain.add(transaction.lot());
        chain.add(transaction.subject());
        chain.add(transaction.reverses());
        chain.add(transaction.reason());
        chain.add(transaction.user());
        chain.add(transaction.on().toString());
        chain.add(transaction.recordedOn().toString());
        return chain.end();
    }

    private void add(EventKey key) {
        add(key.system());
        add(key.id());
    }

    /** The length comes first, so that no two lists of texts give the same bytes. */
    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private String end() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
