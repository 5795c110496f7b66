package io.rewards.account;

import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.participant.Participant;
import io.rewards.wallet.Lot;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything needed to decide an event about one participant, loaded once and committed once. Immutable.
 *
 * @param participant profile and memberships
 * @param version 1 when registered, one more with every event
 * @param lots of the wallet that still hold money
 * @param progress contributions that no award has used up, by code of the accumulating offer
 * @param transactions the participant's part of the journal, oldest first
 */
public record Account(
        Participant participant,
        long version,
        List<Lot> lots,
        Map<String, List<Contribution>> progress,
        List<Transaction> transactions) {

    /** Copies the collections. */
    public Account {
        lots = List.copyOf(lots);
        progress = Collections.unmodifiableMap(new TreeMap<>(progress));
        transactions = List.copyOf(transactions);
    }

    /** The account of a participant who has just registered. */
    public static Account of(Participant participant) {
        return new Account(participant, 1, List.of(), Map.of(), List.of());
    }

    /** The next version of this account, with a changed participant. */
    public Account with(Participant changed) {
        return new Account(changed, version + 1, lots, progress, transactions);
    }

    /** The awards in the journal. */
    public Stream<Transaction> awards() {
        return transactions.stream().filter(transaction -> transaction.kind() == TransactionKind.AWARD);
    }

    /** Contributions that no award of this offer has used up. */
    public List<Contribution> progressOf(String offer) {
        return progress.getOrDefault(offer, List.of());
    }
}
