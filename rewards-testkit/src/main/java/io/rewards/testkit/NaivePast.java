package io.rewards.testkit;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.catalogue.Award;
import io.rewards.event.EventKey;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.past.AwardFigures;
import io.rewards.past.AwardQuestion;
import io.rewards.past.Awarder;
import io.rewards.past.Inheritance;
import io.rewards.past.Past;
import io.rewards.past.PastAward;
import io.rewards.past.PastChanges;
import io.rewards.tier.TierUnits;
import io.rewards.wallet.Counted;
import io.rewards.wallet.Dependence;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Sale;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A past that keeps lists of what it was told, and goes through all of them for each answer. */
final class NaivePast implements Past {

    private static final Comparator<PastAward> BY_DATE =
            Comparator.comparing(PastAward::on).thenComparing(PastAward::lot);

    private final List<PastChanges> changes = new ArrayList<>();

    void add(PastChanges more) {
        changes.add(more);
    }

    /** All transactions, in order. */
    List<Transaction> transactions() {
        return changes.stream().flatMap(each -> each.transactions().stream()).toList();
    }

    /** All lots as they are now, with or without money, by id. */
    Map<String, Lot> lots() {
        Map<String, Lot> lots = new TreeMap<>();
        changes.forEach(each -> each.lots().forEach(lot -> lots.put(lot.id(), lot)));
        return lots;
    }

    /** All sales as they are now. */
    Map<EventKey, Sale> sales() {
        Map<EventKey, Sale> sales = new TreeMap<>();
        changes.forEach(each -> each.sales().forEach(sale -> sales.put(sale.purchase(), sale)));
        return sales;
    }

    /** What is closed now, by offer. */
    Map<String, Set<Counted>> closed() {
        Map<String, Set<Counted>> closed = new TreeMap<>();
        for (PastChanges each : changes) {
            each.reopened()
                    .forEach((offer, counted) -> closed.computeIfAbsent(offer, unused -> new TreeSet<>())
                            .removeAll(new HashSet<>(counted)));
            each.closed()
                    .forEach((offer, counted) -> closed.computeIfAbsent(offer, unused -> new TreeSet<>())
                            .addAll(counted));
        }
        return closed;
    }

    /** All awards, standing or not, oldest first. */
    List<PastAward> awards() {
        Map<String, Lot> lots = lots();
        List<Transaction> transactions = transactions();
        Stream<PastAward> own = IntStream.range(0, transactions.size())
                .filter(i -> transactions.get(i).kind() == TransactionKind.AWARD)
                .mapToObj(i -> PastAward.of(transactions.get(i), i + 1L));
        Stream<PastAward> inherited =
                changes.stream().flatMap(each -> each.inherited().stream()).map(PastAward::inherited);
        return Stream.concat(own, inherited)
                .map(award -> lots.containsKey(award.lot()) ? award.as(lots.get(award.lot())) : award)
                .sorted(BY_DATE)
                .toList();
    }

    private Stream<PastAward> standing() {
        return awards().stream().filter(PastAward::stands);
    }

    private Stream<Lot> emptied() {
        return lots().values().stream().filter(lot -> !lot.remaining().isPositive());
    }

    @Override
    public Optional<Transaction> transaction(String id) {
        return transactions().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    @Override
    public Amount reversedOf(Transaction transaction) {
        return transactions().stream()
                .filter(each -> each.reverses().equals(transaction.id()))
                .map(Transaction::amount)
                .reduce(Amount.zero(transaction.amount().denomination()), Amount::plus);
    }

    @Override
    public Amount standing(Transaction transaction) {
        return transaction.amount().minus(reversedOf(transaction));
    }

    @Override
    public Optional<Lot> lot(String id) {
        return emptied().filter(lot -> lot.id().equals(id)).findFirst();
    }

    @Override
    public List<Lot> lotsOf(EventKey event) {
        return emptied().filter(lot -> lot.provenance().isOf(event)).toList();
    }

    @Override
    public Optional<Lot> voucher(String codeHash) {
        return emptied()
                .filter(lot -> lot.voucher()
                        .filter(voucher -> voucher.codeHash().equals(codeHash))
                        .isPresent())
                .findFirst();
    }

    @Override
    public Optional<Sale> sale(EventKey purchase) {
        return Optional.ofNullable(sales().get(purchase));
    }

    @Override
    public List<Transaction> expirations(Instant instant) {
        return transactions().stream()
                .filter(each -> each.kind() == TransactionKind.AWARD_EXPIRATION)
                .filter(each -> each.on().isAfter(instant) && standing(each).isPositive())
                .sorted(Comparator.comparing(Transaction::on).thenComparing(Transaction::id))
                .toList();
    }

    @Override
    public boolean isCancelled(EventKey event) {
        return changes.stream().anyMatch(each -> each.cancelled().contains(event));
    }

    @Override
    public List<Counted> counted(String offer, Instant from, Instant through, int most) {
        return closed().getOrDefault(offer, Set.of()).stream()
                .filter(each -> !each.performedOn().isBefore(from)
                        && !each.performedOn().isAfter(through))
                .limit(most)
                .toList();
    }

    @Override
    public Set<String> countedFor(EventKey event) {
        Set<String> offers = new TreeSet<>();
        closed().forEach((offer, counted) -> {
            if (counted.stream().anyMatch(each -> each.event().equals(event))) {
                offers.add(offer);
            }
        });
        return offers;
    }

    @Override
    public Optional<PastAward> award(String lot) {
        return awards().stream().filter(award -> award.lot().equals(lot)).findFirst();
    }

    @Override
    public AwardFigures awards(AwardQuestion question) {
        List<PastAward> asked = standing()
                .filter(award -> question.offer().isEmpty()
                        ? award.isOwn()
                        : question.offer().get().equals(award.offer()))
                .filter(award ->
                        question.subject().isEmpty() || question.subject().get().equals(award.subject()))
                .filter(award -> !question.except().contains(award.lot()))
                .toList();
        Map<Denomination, Amount> amounts = new HashMap<>();
        asked.forEach(award -> amounts.merge(award.amount().denomination(), award.amount(), Amount::plus));
        return new AwardFigures(
                asked.size(),
                asked.stream().filter(PastAward::isOwn).count(),
                amounts,
                asked.isEmpty() ? Instant.MIN : asked.get(asked.size() - 1).on(),
                asked.stream().flatMap(award -> award.subject().day().stream()).max(LocalDate::compareTo));
    }

    @Override
    public List<PastAward> awardsOf(String offer) {
        return standing().filter(award -> award.offer().equals(offer)).toList();
    }

    @Override
    public List<PastAward> awardsOf(String offer, Instant from, Instant until) {
        return awardsOf(offer).stream()
                .filter(award -> !award.on().isBefore(from) && award.on().isBefore(until))
                .toList();
    }

    @Override
    public Amount awarded(
            Award.PercentageOfAwarded past, String offer, Instant from, Instant through, Set<String> except) {
        return standing()
                .filter(PastAward::isOwn)
                .filter(award -> !award.offer().equals(offer))
                .filter(award -> past.considers(award.offerType(), award.scheme()))
                .filter(award -> award.amount().denomination().equals(past.denomination()))
                .filter(award -> !award.on().isBefore(from) && !award.on().isAfter(through))
                .filter(award -> !except.contains(award.lot()))
                .map(PastAward::amount)
                .reduce(Amount.zero(past.denomination()), Amount::plus);
    }

    @Override
    public Optional<PastAward> firstAward(Instant since, Set<String> offers, Set<String> except) {
        return standing()
                .filter(PastAward::isOwn)
                .filter(award -> !award.on().isBefore(since))
                .filter(award -> !offers.contains(award.offer()) && !except.contains(award.lot()))
                .findFirst();
    }

    @Override
    public List<TierUnits> tierUnits(Instant from, Instant through) {
        return changes.stream()
                .flatMap(each -> each.tierUnits().stream())
                .filter(each -> !each.on().isBefore(from) && !each.on().isAfter(through))
                .toList();
    }

    @Override
    public long entries() {
        return transactions().size();
    }

    @Override
    public List<PastAward> sharesOf(PastAward award) {
        return standing().filter(share -> share.isShareOf(award)).toList();
    }

    @Override
    public List<PastAward> waited() {
        return standing()
                .filter(award -> award.dependence() instanceof Dependence.OnAnother)
                .toList();
    }

    @Override
    public boolean standsByItself(Set<String> except) {
        return standing()
                .anyMatch(award -> award.dependence() instanceof Dependence.None && !except.contains(award.lot()));
    }

    @Override
    public Map<Awarder, Long> standing(TransactionKind kind) {
        Map<Awarder, Long> standing = new HashMap<>();
        transactions().stream()
                .filter(each -> each.kind() == kind && standing(each).isPositive())
                .forEach(each ->
                        standing.merge(new Awarder(each.offer(), each.offerType(), each.scheme()), 1L, Long::sum));
        return standing;
    }

    @Override
    public Inheritance inheritance() {
        Set<EventKey> cancelled = new HashSet<>();
        changes.forEach(each -> cancelled.addAll(each.cancelled()));
        return new Inheritance(
                emptied().toList(),
                List.copyOf(sales().values()),
                cancelled,
                standing().toList());
    }
}
