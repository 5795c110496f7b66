package io.rewards.past;

import io.rewards.ledger.Transaction;

/**
 * Whose money a transaction moves: what segments of transactions look at. Immutable. Source: domain 3.5.
 *
 * @param offer code of the offer that awarded it; empty where none did
 * @param offerType code of the type of that offer
 * @param scheme code of the scheme of that offer
 */
public record Awarder(String offer, String offerType, String scheme) {

    static Awarder of(Transaction transaction) {
        return new Awarder(transaction.offer(), transaction.offerType(), transaction.scheme());
    }

    static Awarder of(PastAward award) {
        return new Awarder(award.offer(), award.offerType(), award.scheme());
    }
}
