package io.rewards.ledger;

/**
 * A transaction in its place in a journal. Immutable.
 *
 * @param number its place, from 1 on
 * @param transaction that was recorded
 * @param hash of the transaction and of the hash before it, so that no entry can be changed, left out or added unnoticed
 */
public record JournalEntry(long number, Transaction transaction, String hash) {}
