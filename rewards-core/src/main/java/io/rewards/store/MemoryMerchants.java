package io.rewards.store;

import io.rewards.event.EventKey;
import io.rewards.ledger.JournalEntry;
import io.rewards.ledger.JournalPlace;
import io.rewards.ledger.OwnedEntry;
import io.rewards.settlement.MerchantEntry;
import io.rewards.settlement.Settlement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;

/**
 * The books of merchants in memory. What is open has no lock, so that tills do not wait; settlements take turns. Thread-safe.
 */
final class MemoryMerchants implements MerchantBooks {

    private static final Comparator<JournalPlace> ORDER =
            Comparator.comparing(JournalPlace::participant).thenComparing(JournalPlace::number);

    private final Function<JournalPlace, JournalEntry> entries;
    private final ConcurrentSkipListMap<String, NavigableSet<JournalPlace>> open = new ConcurrentSkipListMap<>();
    private final TreeMap<String, Book> books = new TreeMap<>();
    private final SharedQueue<String, Settlement> untold = new SharedQueue<>();

    /** What was settled with one merchant. */
    private static final class Book {
        private final List<MerchantEntry> journal = new ArrayList<>();
        private final Map<String, List<MerchantEntry>> ofLots = new HashMap<>();
        private final List<Settlement> settlements = new ArrayList<>();
        private final Map<String, Settlement> byId = new HashMap<>();
    }

    /**
     * Books in which nothing is settled.
     *
     * @param entries of journals of participants
     */
    MemoryMerchants(Function<JournalPlace, JournalEntry> entries) {
        this.entries = entries;
    }

    /** Opens those of new entries of a participant that touch an account of a merchant. */
    void open(String participant, List<JournalEntry> added) {
        for (JournalEntry each : added) {
            MerchantBooks.merchants(each.transaction())
                    .forEach(merchant -> open.computeIfAbsent(merchant, unused -> new ConcurrentSkipListSet<>(ORDER))
                            .add(new JournalPlace(participant, each.number())));
        }
    }

    @Override
    public List<String> withOpenEntries(String after, int most) {
        return open.tailMap(after, false).entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey())
                .limit(most)
                .toList();
    }

    @Override
    public List<OwnedEntry> open(String merchant, JournalPlace after, int most) {
        NavigableSet<JournalPlace> places = open.get(merchant);
        return places == null
                ? List.of()
                : places.tailSet(after, false).stream()
                        .limit(most)
                        .map(this::owned)
                        .toList();
    }

    private OwnedEntry owned(JournalPlace place) {
        return new OwnedEntry(place.participant(), entries.apply(place));
    }

    @Override
    public List<OwnedEntry> openOf(EventKey purchase) {
        return open.values().stream()
                .flatMap(Collection::stream)
                .distinct()
                .sorted(ORDER)
                .map(this::owned)
                .filter(each -> each.entry().transaction().purchase().equals(Optional.of(purchase)))
                .toList();
    }

    @Override
    public synchronized List<String> settled(String after, int most) {
        return books.tailMap(after, false).keySet().stream().limit(most).toList();
    }

    @Override
    public synchronized List<MerchantEntry> journal(String merchant, long after, int most) {
        List<MerchantEntry> journal = book(merchant).journal;
        int first = (int) Math.min(after, journal.size());
        return List.copyOf(journal.subList(first, (int) Math.min((long) first + most, journal.size())));
    }

    @Override
    public synchronized List<MerchantEntry> journalOf(String merchant, Collection<String> lots) {
        Map<String, List<MerchantEntry>> ofLots = book(merchant).ofLots;
        return lots.stream()
                .distinct()
                .flatMap(lot -> ofLots.getOrDefault(lot, List.of()).stream())
                .sorted(Comparator.comparing(MerchantEntry::number))
                .toList();
    }

    @Override
    public synchronized Optional<Settlement> settlement(String merchant, String id) {
        return Optional.ofNullable(book(merchant).byId.get(id));
    }

    @Override
    public synchronized Optional<Settlement> latest(String merchant) {
        List<Settlement> all = book(merchant).settlements;
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    @Override
    public synchronized List<Settlement> settlements(String merchant, long after, int most) {
        return book(merchant).settlements.stream()
                .filter(each -> each.number() > after)
                .limit(most)
                .toList();
    }

    private Book book(String merchant) {
        Book book = books.get(merchant);
        return book == null ? new Book() : book;
    }

    @Override
    public synchronized boolean settle(Settlement settlement, List<MerchantEntry> settled) {
        String merchant = settlement.merchant();
        Book book = book(merchant);
        NavigableSet<JournalPlace> places = open.getOrDefault(merchant, new ConcurrentSkipListSet<>(ORDER));
        Set<JournalPlace> taken = new HashSet<>();
        for (MerchantEntry each : settled) {
            if (each.taken().isPresent()
                    && (!places.contains(each.taken().get())
                            || !taken.add(each.taken().get()))) {
                return false;
            }
        }
        if (book.byId.containsKey(settlement.id()) || settlement.number() != book.settlements.size() + 1) {
            return false;
        }
        places.removeAll(taken);
        books.put(merchant, book);
        book.journal.addAll(settled);
        settled.forEach(each -> book.ofLots
                .computeIfAbsent(each.transaction().lot(), unused -> new ArrayList<>())
                .add(each));
        book.settlements.add(settlement);
        book.byId.put(settlement.id(), settlement);
        untold.put(settlement.name(), settlement);
        return true;
    }

    @Override
    public synchronized List<Kept<Settlement>> untold(long after, int most) {
        return untold.page(after, most);
    }

    @Override
    public synchronized List<Kept<Settlement>> claim(long after, int most, Lease lease) {
        return untold.claim(after, most, lease);
    }

    @Override
    public synchronized void letGo(Settlement settlement, Lease lease) {
        untold.letGo(settlement.name(), lease);
    }

    @Override
    public synchronized void told(Settlement settlement) {
        untold.remove(settlement.name());
    }
}
