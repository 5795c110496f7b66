package io.rewards.store;

import io.rewards.account.Holdings;
import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.Balances;
import io.rewards.ledger.FoundTransaction;
import io.rewards.ledger.Journal;
import io.rewards.ledger.JournalEntry;
import io.rewards.ledger.JournalHead;
import io.rewards.ledger.JournalPlace;
import io.rewards.ledger.OwnedEntry;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionFilter;
import io.rewards.ledger.Turnover;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers questions about all journals of a store by reading them, for stores that have no better way. */
final class JournalScan {

    private static final int PAGE = 500;

    private record Way(int span, AccountKind from, AccountKind to, String scheme, Denomination denomination) {}

    private final RewardsStore store;

    JournalScan(RewardsStore store) {
        this.store = store;
    }

    List<OwnedEntry> journals(JournalPlace after, int most) {
        List<OwnedEntry> page = new ArrayList<>();
        Iterator<String> owners = owners(Optional.empty(), after.participant()).iterator();
        while (page.size() < most && owners.hasNext()) {
            String owner = owners.next();
            long last = owner.equals(after.participant()) ? after.number() : 0;
            store.journal(owner, last, most - page.size()).forEach(entry -> page.add(new OwnedEntry(owner, entry)));
        }
        return page;
    }

    List<Holdings> holdings(List<String> participants) {
        return participants.stream()
                .distinct()
                .sorted()
                .flatMap(id -> store.records(id).map(records -> Holdings.of(id, records)).stream())
                .toList();
    }

    List<FoundTransaction> transactions(TransactionFilter sought, ZoneId zone, JournalPlace after, int most) {
        List<FoundTransaction> found = new ArrayList<>();
        Iterator<String> owners = owners(sought.text(TransactionFilter.Field.PARTICIPANT), after.participant())
                .iterator();
        while (found.size() < most && owners.hasNext()) {
            String owner = owners.next();
            long last = owner.equals(after.participant()) ? after.number() : 0;
            Journal journal = Journal.kept(owner, entries(owner).toList());
            journal.entries().stream()
                    .filter(entry -> entry.number() > last)
                    .map(entry -> found(journal, owner, entry))
                    .filter(each -> sought.matches(each, zone))
                    .limit(most - found.size())
                    .forEach(found::add);
        }
        return found;
    }

    private static FoundTransaction found(Journal journal, String owner, JournalEntry entry) {
        return new FoundTransaction(
                new JournalPlace(owner, entry.number()), entry.transaction(), journal.standing(entry.transaction()));
    }

    /** The participant, or all, from {@code first} on. */
    private Stream<String> owners(Optional<String> participant, String first) {
        return participant
                .map(one -> Stream.of(one).filter(id -> id.compareTo(first) >= 0))
                .orElseGet(() -> Stream.concat(Stream.of(first), participants(first)));
    }

    Balances balances(Optional<String> participant, Instant asOf) {
        return Balances.of(transactions(participant)
                .filter(transaction -> !transaction.recordedOn().isAfter(asOf)));
    }

    List<Turnover> turnover(Optional<String> participant, List<Instant> bounds) {
        Map<Way, Amount> sums = new HashMap<>();
        transactions(participant).forEach(transaction -> {
            int at = Collections.binarySearch(bounds, transaction.recordedOn());
            int span = at >= 0 ? at : -at - 2;
            if (span >= 0 && span < bounds.size() - 1) {
                Way way = new Way(
                        span,
                        transaction.from().kind(),
                        transaction.to().kind(),
                        transaction.scheme(),
                        transaction.amount().denomination());
                sums.merge(way, transaction.amount(), Amount::plus);
            }
        });
        return sums.entrySet().stream()
                .map(sum -> new Turnover(
                        sum.getKey().span, sum.getKey().from, sum.getKey().to, sum.getKey().scheme, sum.getValue()))
                .sorted()
                .toList();
    }

    JournalHead head(String participant, Instant end) {
        return entries(participant)
                .filter(entry -> entry.transaction().recordedOn().isBefore(end))
                .reduce((earlier, later) -> later)
                .map(entry -> new JournalHead(entry.number(), entry.hash()))
                .orElseGet(() -> JournalHead.of(participant));
    }

    private Stream<Transaction> transactions(Optional<String> participant) {
        return participant
                .map(Stream::of)
                .orElseGet(() -> participants(""))
                .flatMap(this::entries)
                .map(JournalEntry::transaction);
    }

    private Stream<String> participants(String after) {
        return Stream.iterate(
                        store.participants(after, PAGE),
                        page -> !page.isEmpty(),
                        page -> store.participants(page.get(page.size() - 1), PAGE))
                .flatMap(List::stream);
    }

    private Stream<JournalEntry> entries(String participant) {
        return Stream.iterate(
                        store.journal(participant, 0, PAGE),
                        page -> !page.isEmpty(),
                        page -> store.journal(
                                participant, page.get(page.size() - 1).number(), PAGE))
                .flatMap(List::stream);
    }
}
