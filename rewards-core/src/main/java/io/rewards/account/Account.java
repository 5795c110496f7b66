package io.rewards.account;

import io.rewards.event.EventKey;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.participant.Participant;
import io.rewards.wallet.Lot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything needed to decide an event about one participant, loaded once and committed once. Immutable.
 *
 * @param participant profile and memberships
 * @param version how many times it was written; 0 for one that never was
 * @param lots of the wallet that still hold money
 * @param progress contributions that no award has used up, by code of the accumulating offer
 * @param collected achievements that no award has used up, by code of the offer that wants several
 * @param open events that wait for evaluation runs, oldest first
 * @param inherited awards of duplicates that this participant has replaced
 * @param transactions the participant's part of the journal, oldest first
 */
public record Account(
        Participant participant,
        long version,
        List<Lot> lots,
        Map<String, List<Contribution>> progress,
        Map<String, List<Collected>> collected,
        List<OpenEvent> open,
        List<PastAward> inherited,
        List<Transaction> transactions) {

    /** Copies the collections. */
    public Account {
        lots = List.copyOf(lots);
        progress = Collections.unmodifiableMap(new TreeMap<>(progress));
        collected = Collections.unmodifiableMap(new TreeMap<>(collected));
        open = open.stream().sorted().toList();
        inherited = List.copyOf(inherited);
        transactions = List.copyOf(transactions);
    }

    /** The account of a participant who has just registered. */
    public static Account of(Participant participant) {
        return new Account(participant, 0, List.of(), Map.of(), Map.of(), List.of(), List.of(), List.of());
    }

    /** This account as the next version, ready to be written. */
    public Account next() {
        return new Account(participant, version + 1, lots, progress, collected, open, inherited, transactions);
    }

    /** This account of a changed participant. */
    public Account with(Participant changed) {
        return new Account(changed, version, lots, progress, collected, open, inherited, transactions);
    }

    /** This account with {@code event} waiting for runs, in the place of what it held of it. */
    public Account with(OpenEvent event) {
        List<OpenEvent> all = new ArrayList<>(without(event.event()).open);
        all.add(event);
        return new Account(participant, version, lots, progress, collected, all, inherited, transactions);
    }

    /** This account without the event of this key waiting. */
    public Account without(EventKey event) {
        List<OpenEvent> others =
                open.stream().filter(waiting -> !waiting.event().equals(event)).toList();
        return new Account(participant, version, lots, progress, collected, others, inherited, transactions);
    }

    /** What waits of the event of this key, if it waits. */
    public Optional<OpenEvent> open(EventKey event) {
        return open.stream().filter(waiting -> waiting.event().equals(event)).findFirst();
    }

    /** The awards in the journal. */
    public Stream<Transaction> awards() {
        return transactions.stream().filter(transaction -> transaction.kind() == TransactionKind.AWARD);
    }

    /** The awards of an offer that limit further ones: own ones, and those of duplicates. */
    public Stream<PastAward> pastAwards(String offer) {
        return Stream.concat(inherited.stream(), awards().map(PastAward::of))
                .filter(award -> award.offer().equals(offer));
    }

    /** Contributions that no award of this offer has used up. */
    public List<Contribution> progressOf(String offer) {
        return progress.getOrDefault(offer, List.of());
    }

    /** Achievements that no award of this offer has used up. */
    public List<Collected> collectedFor(String offer) {
        return collected.getOrDefault(offer, List.of());
    }
}
