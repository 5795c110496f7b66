package io.rewards.account;

import io.rewards.amount.Amount;
import io.rewards.event.EventKey;
import io.rewards.ledger.Journal;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.participant.Participant;
import io.rewards.wallet.Counted;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Wallet;
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
 * @param wallet of the participant
 * @param progress counts that no award has used up, by code of the accumulating offer
 * @param collected achievements that no award has used up, by code of the offer that wants several
 * @param open events that wait for evaluation runs, oldest first
 * @param inherited awards of duplicates that this participant has replaced
 * @param journal everything that ever moved the participant's money
 */
public record Account(
        Participant participant,
        long version,
        Wallet wallet,
        Map<String, List<Counted>> progress,
        Map<String, List<Collected>> collected,
        List<OpenEvent> open,
        List<PastAward> inherited,
        Journal journal) {

    /** Copies the collections. */
    public Account {
        progress = Collections.unmodifiableMap(new TreeMap<>(progress));
        collected = Collections.unmodifiableMap(new TreeMap<>(collected));
        open = open.stream().sorted().toList();
        inherited = List.copyOf(inherited);
    }

    /** The account of a participant who has just registered. */
    public static Account of(Participant participant) {
        return new Account(
                participant, 0, Wallet.EMPTY, Map.of(), Map.of(), List.of(), List.of(), Journal.of(participant.id()));
    }

    /** This account as the next version, ready to be written. */
    public Account next() {
        return new Account(participant, version + 1, wallet, progress, collected, open, inherited, journal);
    }

    /** This account of a changed participant. */
    public Account with(Participant changed) {
        return new Account(changed, version, wallet, progress, collected, open, inherited, journal);
    }

    /** This account with {@code event} waiting for runs, in the place of what it held of it. */
    public Account with(OpenEvent event) {
        List<OpenEvent> all = new ArrayList<>(without(event.event()).open);
        all.add(event);
        return new Account(participant, version, wallet, progress, collected, all, inherited, journal);
    }

    /** This account without the event of this key waiting. */
    public Account without(EventKey event) {
        List<OpenEvent> others =
                open.stream().filter(waiting -> !waiting.event().equals(event)).toList();
        return new Account(participant, version, wallet, progress, collected, others, inherited, journal);
    }

    /** What waits of the event of this key, if it waits. */
    public Optional<OpenEvent> open(EventKey event) {
        return open.stream().filter(waiting -> waiting.event().equals(event)).findFirst();
    }

    /** This account with another wallet, after {@code transactions}. */
    public Account with(Wallet changed, List<Transaction> transactions) {
        return new Account(
                participant, version, changed, progress, collected, open, inherited, journal.plus(transactions));
    }

    /** This account with other counts towards awards. */
    public Account with(Map<String, List<Counted>> counts, Map<String, List<Collected>> achievements) {
        return new Account(participant, version, wallet, counts, achievements, open, inherited, journal);
    }

    /** This account as if the award of this id had never been made; for asking what would be, and not to be kept. */
    public Account withoutAward(String award) {
        return new Account(participant, version, wallet, progress, collected, open, inherited, journal.without(award));
    }

    /** The lots that still hold money. */
    public List<Lot> lots() {
        return wallet.lots();
    }

    /** Everything in the journal, oldest first. */
    public List<Transaction> transactions() {
        return journal.transactions().toList();
    }

    /** The awards in the journal of which something stands. */
    public Stream<Transaction> awards() {
        return journal.transactions()
                .filter(transaction -> transaction.kind() == TransactionKind.AWARD
                        && journal.standing(transaction).isPositive());
    }

    /** What of {@code award} still stands. */
    public Amount standing(Transaction award) {
        return journal.standing(award);
    }

    /** The awards of an offer that limit further ones: what stands of own ones, and those of duplicates. */
    public Stream<PastAward> pastAwards(String offer) {
        return Stream.concat(inherited.stream(), ownAwards())
                .filter(award -> award.offer().equals(offer));
    }

    /** This account after {@code amount} of an award of a duplicate, by its lot, was taken back. */
    public Account withoutInherited(String lot, Amount amount) {
        if (inherited.stream().noneMatch(award -> award.lot().equals(lot))) {
            return this;
        }
        List<PastAward> left = inherited.stream()
                .map(award -> award.lot().equals(lot) ? award.without(amount) : award)
                .filter(award -> award.amount().isPositive())
                .toList();
        return new Account(participant, version, wallet, progress, collected, open, left, journal);
    }

    /** What stands of the own awards. */
    public Stream<PastAward> ownAwards() {
        return awards().map(award -> PastAward.of(award, standing(award)));
    }

    /** Counts that no award of this offer has used up. */
    public List<Counted> progressOf(String offer) {
        return progress.getOrDefault(offer, List.of());
    }

    /** Achievements that no award of this offer has used up. */
    public List<Collected> collectedFor(String offer) {
        return collected.getOrDefault(offer, List.of());
    }
}
