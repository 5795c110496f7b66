package io.rewards.past;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Award;
import io.rewards.event.EventKey;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.tier.TierUnits;
import io.rewards.wallet.Counted;
import io.rewards.wallet.Dependence;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Sale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A past in memory, by itself or on top of another one, which it leaves as it is. Every change is told to it by
 * {@link #add}, and every answer is a look into an index. Not thread-safe.
 */
public final class MemoryPast implements Past {

    private static final Comparator<Transaction> BY_DATE =
            Comparator.comparing(Transaction::on).thenComparing(Transaction::id);

    private final Optional<Past> below;
    private final Map<String, Transaction> transactions = new HashMap<>();
    private final Map<String, Amount> reversed = new HashMap<>();
    private final LotIndex lots;
    private final Map<EventKey, Sale> sales = new HashMap<>();
    private final NavigableMap<Instant, List<Transaction>> expirations = new TreeMap<>();
    private final Set<EventKey> cancelled = new HashSet<>();
    private final CountedIndex counted;
    private final NavigableMap<Instant, List<TierUnits>> tierUnits = new TreeMap<>();
    private final AwardIndex awards = new AwardIndex();
    private final Map<TransactionKind, Map<Awarder, Long>> standing = new EnumMap<>(TransactionKind.class);
    private Optional<Amount> sharedOf = Optional.empty();

    /** A past in which nothing has happened yet. */
    public MemoryPast() {
        this(Optional.empty());
    }

    private MemoryPast(Optional<Past> below) {
        this.below = below;
        lots = new LotIndex(below.isPresent());
        counted = new CountedIndex(below.isPresent());
    }

    /** What {@code past} will be after {@code changes}. */
    public static MemoryPast on(Past past, PastChanges changes) {
        MemoryPast after = new MemoryPast(Optional.of(past));
        after.add(changes);
        return after;
    }

    /**
     * What {@code past} was for the decision that made the award of {@code lot}: it has not been made, and it is a share of
     * what stands now of the awards that there were then.
     */
    public static Past before(Past past, Lot lot) {
        return past.award(lot.id())
                .<Past>map(award -> {
                    MemoryPast before = new MemoryPast(Optional.of(past));
                    if (lot.provenance().dependence() instanceof Dependence.OnShare share) {
                        before.sharedOf = Optional.of(share.amount());
                    }
                    before.awards.put(award.standing(Amount.zero(award.amount().denomination())));
                    if (award.stands() && award.isOwn()) {
                        before.count(TransactionKind.AWARD, Awarder.of(award), -1);
                    }
                    return before;
                })
                .orElse(past);
    }

    /** Adds what an event has changed. */
    public void add(PastChanges changes) {
        changes.inherited().forEach(award -> awards.put(award.inherited()));
        changes.transactions().forEach(this::add);
        for (Lot lot : changes.lots()) {
            lots.put(lot);
            if (lot.isAward()) {
                award(lot.id())
                        .filter(award -> !award.equals(award.as(lot)) || !isKnown(award))
                        .ifPresent(award -> keep(award, award.as(lot)));
            }
        }
        changes.sales().forEach(sale -> sales.put(sale.purchase(), sale));
        cancelled.addAll(changes.cancelled());
        changes.reopened().forEach((offer, each) -> each.forEach(open -> counted.remove(offer, open)));
        changes.closed().forEach((offer, each) -> each.forEach(closed -> counted.put(offer, closed)));
        changes.tierUnits()
                .forEach(units -> tierUnits
                        .computeIfAbsent(units.on(), unused -> new ArrayList<>(1))
                        .add(units));
    }

    /** The awards that are new or have changed on top of the other past, as they are now: for stores that keep them in tables. */
    public Collection<PastAward> changedAwards() {
        return awards.all();
    }

    /** By how much there are more or fewer standing awards and spends than in the other past, by whose money they move. */
    public Map<TransactionKind, Map<Awarder, Long>> changedCounts() {
        return Collections.unmodifiableMap(standing);
    }

    /** What was awarded before a changeover is taken back by transactions that cannot name the award. */
    private void keep(PastAward award, PastAward now) {
        boolean before = transaction(award.transaction())
                .filter(made ->
                        !made.amount().denomination().equals(now.amount().denomination()))
                .isPresent();
        if (before && award.stands() && !now.stands()) {
            count(TransactionKind.AWARD, Awarder.of(award), -1);
        }
        awards.put(now);
    }

    private void add(Transaction transaction) {
        transactions.put(transaction.id(), transaction);
        if (transaction.kind() == TransactionKind.AWARD) {
            awards.put(PastAward.of(transaction, entries()));
        }
        if (transaction.kind() == TransactionKind.AWARD_EXPIRATION) {
            expirations
                    .computeIfAbsent(transaction.on(), unused -> new ArrayList<>(1))
                    .add(transaction);
        }
        if (isCounted(transaction)) {
            count(transaction.kind(), Awarder.of(transaction), 1);
        }
        if (!transaction.reverses().isEmpty()) {
            Optional<Transaction> undone = transaction(transaction.reverses());
            boolean stood = undone.filter(this::stands).isPresent();
            reversed.merge(transaction.reverses(), transaction.amount(), Amount::plus);
            undone.filter(each -> !stands(each)).ifPresent(this::hasNotExpired);
            undone.filter(each -> isCounted(each) && stood && !stands(each))
                    .ifPresent(each -> count(each.kind(), Awarder.of(each), -1));
        }
    }

    private void hasNotExpired(Transaction transaction) {
        expirations.computeIfPresent(transaction.on(), (on, all) -> {
            all.remove(transaction);
            return all.isEmpty() ? null : all;
        });
    }

    private boolean stands(Transaction transaction) {
        return standing(transaction).isPositive();
    }

    private static boolean isCounted(Transaction transaction) {
        return transaction.kind() == TransactionKind.AWARD || transaction.kind() == TransactionKind.SPEND;
    }

    private void count(TransactionKind kind, Awarder awarder, long more) {
        standing.computeIfAbsent(kind, unused -> new HashMap<>())
                .merge(awarder, more, (one, other) -> one + other == 0 && below.isEmpty() ? null : one + other);
    }

    @Override
    public Optional<Transaction> transaction(String id) {
        Transaction here = transactions.get(id);
        return here == null ? below.flatMap(past -> past.transaction(id)) : Optional.of(here);
    }

    @Override
    public Amount reversedOf(Transaction transaction) {
        Amount here = reversed.get(transaction.id());
        Amount before = below.map(past -> past.reversedOf(transaction))
                .orElseGet(() -> Amount.zero(transaction.amount().denomination()));
        return here == null ? before : here.plus(before);
    }

    @Override
    public Amount standing(Transaction transaction) {
        return transaction.amount().minus(reversedOf(transaction));
    }

    @Override
    public Optional<Lot> lot(String id) {
        return lots.isKnown(id) ? lots.of(id) : below.flatMap(past -> past.lot(id));
    }

    @Override
    public List<Lot> lotsOf(EventKey event) {
        List<Lot> here = lots.of(event);
        return below.isEmpty()
                ? here
                : Stream.concat(here.stream(), onlyBelow(below.get().lotsOf(event)))
                        .sorted(Comparator.comparing(Lot::id))
                        .toList();
    }

    private Stream<Lot> onlyBelow(List<Lot> before) {
        return before.stream().filter(lot -> !lots.isKnown(lot.id()));
    }

    @Override
    public Optional<Lot> voucher(String codeHash) {
        return lots.ofVoucher(codeHash)
                .or(() -> below.flatMap(past -> past.voucher(codeHash)).filter(lot -> !lots.isKnown(lot.id())));
    }

    @Override
    public Optional<Sale> sale(EventKey purchase) {
        return Optional.ofNullable(sales.get(purchase)).or(() -> below.flatMap(past -> past.sale(purchase)));
    }

    @Override
    public List<Transaction> expirations(Instant instant) {
        Stream<Transaction> before = below.stream().flatMap(past -> past.expirations(instant).stream());
        return Stream.concat(
                        before.filter(this::stands),
                        expirations.tailMap(instant, false).values().stream().flatMap(List::stream))
                .sorted(BY_DATE)
                .toList();
    }

    @Override
    public boolean isCancelled(EventKey event) {
        return cancelled.contains(event)
                || below.filter(past -> past.isCancelled(event)).isPresent();
    }

    @Override
    public List<Counted> counted(String offer, Instant from, Instant through, int most) {
        List<Counted> here = counted.of(offer, from, through, most);
        return below.isEmpty()
                ? here
                : Stream.concat(
                                here.stream(),
                                below.get().counted(offer, from, through, counted.known(most)).stream()
                                        .filter(each -> !counted.isKnown(offer, each.event())))
                        .sorted()
                        .limit(most)
                        .toList();
    }

    @Override
    public Set<String> countedFor(EventKey event) {
        Set<String> offers = new HashSet<>(counted.offers(event));
        below.ifPresent(past -> past.countedFor(event).stream()
                .filter(offer -> !counted.isKnown(offer, event))
                .forEach(offers::add));
        return offers;
    }

    @Override
    public Optional<PastAward> award(String lot) {
        return awards.of(lot).or(() -> below.flatMap(past -> past.award(lot)));
    }

    @Override
    public AwardFigures awards(AwardQuestion question) {
        AwardFigures here = awards.figures(question);
        return below.isEmpty() ? here : here.plus(below.get().awards(question.without(awards.lots())));
    }

    @Override
    public List<PastAward> awardsOf(String offer) {
        return joined(
                awards.ofOffer(offer), below.map(past -> past.awardsOf(offer)).orElse(List.of()));
    }

    @Override
    public List<PastAward> awardsOf(String offer, Instant from, Instant until) {
        return joined(
                awards.ofOffer(offer, from, until),
                below.map(past -> past.awardsOf(offer, from, until)).orElse(List.of()));
    }

    private List<PastAward> joined(List<PastAward> here, List<PastAward> before) {
        return Stream.concat(here.stream(), before.stream().filter(award -> !isKnown(award)))
                .sorted(PastAward.BY_DATE)
                .toList();
    }

    private boolean isKnown(PastAward award) {
        return awards.of(award.lot()).isPresent();
    }

    @Override
    public Amount awarded(
            Award.PercentageOfAwarded past, String offer, Instant from, Instant through, Set<String> except) {
        if (sharedOf.isPresent()) {
            return sharedOf.get();
        }
        Amount here = awards.sum(past, offer, from, through, except);
        return below.map(before -> before.awarded(past, offer, from, through, withKnown(except)))
                .map(here::plus)
                .orElse(here);
    }

    @Override
    public Optional<PastAward> firstAward(Instant since, Set<String> offers, Set<String> except) {
        return Stream.concat(
                        awards.first(since, offers, except).stream(),
                        below.flatMap(past -> past.firstAward(since, offers, withKnown(except))).stream())
                .min(PastAward.BY_DATE);
    }

    private Set<String> withKnown(Set<String> except) {
        Set<String> all = new HashSet<>(except);
        all.addAll(awards.lots());
        return all;
    }

    @Override
    public List<TierUnits> tierUnits(Instant from, Instant through) {
        List<TierUnits> all =
                new ArrayList<>(below.map(past -> past.tierUnits(from, through)).orElse(List.of()));
        if (!from.isAfter(through)) {
            tierUnits.subMap(from, true, through, true).values().forEach(all::addAll);
        }
        return all;
    }

    @Override
    public long entries() {
        return below.map(Past::entries).orElse(0L) + transactions.size();
    }

    @Override
    public List<PastAward> sharesOf(PastAward award) {
        return joined(
                awards.sharesOf(award), below.map(past -> past.sharesOf(award)).orElse(List.of()));
    }

    @Override
    public List<PastAward> waited() {
        return joined(awards.waited(), below.map(Past::waited).orElse(List.of()));
    }

    @Override
    public boolean standsByItself(Set<String> except) {
        return awards.standsByItself(except)
                || below.filter(past -> past.standsByItself(withKnown(except))).isPresent();
    }

    @Override
    public Map<Awarder, Long> standing(TransactionKind kind) {
        Map<Awarder, Long> all =
                new HashMap<>(below.map(past -> past.standing(kind)).orElse(Map.of()));
        standing.getOrDefault(kind, Map.of()).forEach((awarder, count) -> all.merge(awarder, count, Long::sum));
        all.values().removeIf(count -> count == 0);
        return all;
    }

    @Override
    public Inheritance inheritance() {
        Inheritance before = below.map(Past::inheritance).orElse(Inheritance.NONE);
        Map<EventKey, Sale> allSales = new TreeMap<>();
        before.sales().forEach(sale -> allSales.put(sale.purchase(), sale));
        allSales.putAll(sales);
        Set<EventKey> allCancelled = new HashSet<>(before.cancelled());
        allCancelled.addAll(cancelled);
        List<Lot> allLots = new ArrayList<>(lots.all());
        onlyBelow(before.lots()).forEach(allLots::add);
        allLots.sort(Comparator.comparing(Lot::id));
        return new Inheritance(
                allLots, List.copyOf(allSales.values()), allCancelled, joined(awards.standing(), before.awards()));
    }
}
