package io.rewards.past;

import static io.rewards.catalogue.Programmes.eur;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.ReturnPolicy;
import io.rewards.catalogue.SpendMethod;
import io.rewards.event.EventKey;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.AccountName;
import io.rewards.ledger.AwardSubject;
import io.rewards.ledger.Cause;
import io.rewards.ledger.JournalPlace;
import io.rewards.ledger.Note;
import io.rewards.ledger.Origin;
import io.rewards.ledger.Party;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.wallet.Counted;
import io.rewards.wallet.Dependence;
import io.rewards.wallet.Exchanged;
import io.rewards.wallet.Lot;
import io.rewards.wallet.LotDates;
import io.rewards.wallet.Provenance;
import io.rewards.wallet.Sale;
import io.rewards.wallet.SaleLine;
import io.rewards.wallet.Voucher;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A past that changes at random and answers by looking through plain lists. */
final class RandomPast {

    static final List<String> OFFERS = List.of("A", "B", "C");
    static final List<AwardSubject> SUBJECTS = List.of(
            AwardSubject.NOTHING,
            new AwardSubject.Day(LocalDate.of(2024, 1, 1)),
            new AwardSubject.Day(LocalDate.of(2024, 2, 2)),
            new AwardSubject.Page("2024-02-02"));
    static final int EVENTS = 12;

    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");

    final List<Transaction> transactions = new ArrayList<>();
    final Map<String, Lot> lots = new TreeMap<>();
    final Map<EventKey, Sale> sales = new TreeMap<>();
    final Set<EventKey> cancelled = new HashSet<>();
    final Map<String, List<Counted>> counted = new HashMap<>();
    final Map<String, PastAward> awards = new TreeMap<>();
    Optional<Amount> sharedOf = Optional.empty();
    private int ids;

    // Changes.

    /** Changes a few things at once; what was changed. */
    PastChanges change(Random random) {
        PastChanges changes = PastChanges.NONE;
        for (int i = random.nextInt(3); i >= 0; i--) {
            changes = changes.then(one(random));
        }
        return changes;
    }

    private PastChanges one(Random random) {
        return switch (random.nextInt(10)) {
            case 0, 1 -> award(random);
            case 2 -> spend(random);
            case 3, 4 -> reverse(random);
            case 5 -> described(random);
            case 6 -> sold(random);
            case 7, 8 -> counted(random);
            default -> random.nextBoolean() ? inherited(random) : cancelled(random);
        };
    }

    private PastChanges award(Random random) {
        String offer = oneOf(OFFERS, random);
        Amount amount = amount(random);
        Lot lot = lot(new EventKey("new", "" + ids++), offer, amount, random);
        AwardSubject subject = oneOf(SUBJECTS, random);
        Transaction award = transaction(lot.id(), TransactionKind.AWARD, amount, lot, subject, "", random);
        awards.put(lot.id(), PastAward.of(award, transactions.size() + 1).as(lot));
        return moved(List.of(award), lot);
    }

    private PastChanges spend(Random random) {
        Optional<Lot> filled = any(lots.values(), lot -> lot.remaining().isPositive(), random);
        if (filled.isEmpty()) {
            return PastChanges.NONE;
        }
        Lot lot = filled.get();
        Amount all = lot.remaining();
        Amount part = random.nextBoolean() ? all : smallest(all);
        return random.nextInt(4) == 0
                ? moved(List.of(), lot.expired(part))
                : moved(
                        List.of(transaction(
                                "t" + ids++, TransactionKind.SPEND, part, lot, AwardSubject.NOTHING, "", random)),
                        lot.spent(part));
    }

    private PastChanges reverse(Random random) {
        Optional<Transaction> stands = any(
                transactions,
                each -> (each.kind() == TransactionKind.AWARD || each.kind() == TransactionKind.SPEND)
                        && left(each).isPositive(),
                random);
        if (stands.isEmpty()) {
            return reverseInherited(random);
        }
        Transaction undone = stands.get();
        Lot lot = lots.get(undone.lot());
        Amount part = random.nextBoolean() ? left(undone) : smallest(undone.amount());
        Transaction reversal = transaction(
                "t" + ids++, TransactionKind.REVERSAL, part, lot, AwardSubject.NOTHING, undone.id(), random);
        if (undone.kind() == TransactionKind.SPEND) {
            return moved(List.of(reversal), lot.givenBack(part));
        }
        return moved(List.of(reversal), reversed(lot, part));
    }

    /** Nothing in this journal names what a duplicate was awarded. */
    private PastChanges reverseInherited(Random random) {
        return any(awards.values(), award -> !award.isOwn() && award.stands(), random)
                .map(award -> moved(List.of(), reversed(lots.get(award.lot()), smallest(award.amount()))))
                .orElse(PastChanges.NONE);
    }

    private Lot reversed(Lot lot, Amount part) {
        Lot after = lot.remaining().compareTo(part) >= 0 ? lot.reversedHere(part) : lot.reversedElsewhere(part);
        awards.computeIfPresent(lot.id(), (id, award) -> award.as(after));
        return after;
    }

    private static Amount smallest(Amount amount) {
        return new Amount(amount.denomination(), 1);
    }

    private PastChanges described(Random random) {
        return any(lots.values(), lot -> true, random)
                .map(lot -> {
                    Provenance before = lot.provenance();
                    Provenance after = before.after(before.wished(), sources(random), List.of());
                    return moved(List.of(), lot.with(random.nextBoolean() ? after : exchanged(after, lot, random)));
                })
                .orElse(PastChanges.NONE);
    }

    private static Provenance exchanged(Provenance provenance, Lot lot, Random random) {
        return provenance.exchanged(new Exchanged(event(random), lot.id(), lot.awarded(), lot.remaining()));
    }

    private PastChanges sold(Random random) {
        EventKey purchase = event(random);
        Amount total = eur(random.nextInt(9) + ".00");
        Sale sale = new Sale(
                purchase, FIRST, List.of(new SaleLine("1", "milk", "", "", 1, total, eur("0.00"), total)), List.of());
        sales.put(purchase, sale);
        return new PastChanges(List.of(), List.of(), List.of(sale), Set.of(), Map.of(), Map.of(), List.of());
    }

    private PastChanges cancelled(Random random) {
        EventKey event = event(random);
        cancelled.add(event);
        return new PastChanges(List.of(), List.of(), List.of(), Set.of(event), Map.of(), Map.of(), List.of());
    }

    /** What an event counts is closed, or open again, or both at once with other units. */
    private PastChanges counted(Random random) {
        String offer = oneOf(OFFERS, random);
        EventKey event = event(random);
        List<Counted> all = counted.computeIfAbsent(offer, unused -> new ArrayList<>());
        List<Counted> before =
                all.stream().filter(each -> each.event().equals(event)).toList();
        List<Counted> after = before.isEmpty() || random.nextBoolean()
                ? List.of(new Counted(
                        event,
                        dateOf(event),
                        before.isEmpty() ? 1 : before.get(0).units() + 1))
                : List.of();
        all.removeAll(before);
        all.addAll(after);
        return PastChanges.NONE.with(Map.of(offer, after), Map.of(offer, before));
    }

    private PastChanges inherited(Random random) {
        String offer = oneOf(OFFERS, random);
        Amount amount = amount(random);
        Lot full = lot(new EventKey("old", "" + ids++), offer, amount, random);
        Lot lot = random.nextBoolean() ? full.spent(amount) : full;
        lots.put(lot.id(), lot);
        PastAward there = new PastAward(
                offer,
                "T" + offer,
                "S",
                oneOf(SUBJECTS, random),
                amount,
                date(random),
                lot.id(),
                random.nextBoolean() ? "there" : "",
                new JournalPlace("THERE", 1 + random.nextInt(9)),
                lot.provenance().dependence());
        awards.put(lot.id(), there.inherited());
        return PastChanges.of(List.of(), List.of(lot)).inheriting(List.of(there));
    }

    private PastChanges moved(List<Transaction> posted, Lot lot) {
        transactions.addAll(posted);
        lots.put(lot.id(), lot);
        return PastChanges.of(posted, List.of(lot));
    }

    private Lot lot(EventKey event, String offer, Amount amount, Random random) {
        Provenance provenance = new Provenance(
                event,
                offer,
                "T" + offer,
                "S",
                "R",
                "",
                amount,
                List.of(),
                List.of(),
                ReturnPolicy.KEEP_THE_DEAL,
                false,
                sources(random),
                List.of(),
                dependence(amount.denomination(), random),
                List.of());
        Lot lot = Lot.of(event + "#" + offer, AccountKind.VOUCHERS, amount, LotDates.from(FIRST), provenance);
        return random.nextBoolean()
                ? lot
                : lot.with(
                        SpendMethod.SPEND_INSTANTLY_THROUGH_VOUCHER,
                        Optional.of(new Voucher("hash of " + lot.id(), true)));
    }

    private Dependence dependence(Denomination denomination, Random random) {
        return switch (random.nextInt(4)) {
            case 0, 1 -> Dependence.NONE;
            case 2 ->
                new Dependence.OnShare(
                        new Amount(denomination, 1 + random.nextInt(9)),
                        date(random),
                        random.nextBoolean() ? Set.of() : Set.of("TA", "TB"),
                        random.nextInt(4) > 0 ? Set.of() : Set.of(oneOf(List.of("S", "OTHER"), random)),
                        new JournalPlace(
                                oneOf(List.of("ANNA", "THERE"), random), random.nextInt(transactions.size() + 9)));
            default -> new Dependence.OnAnother();
        };
    }

    private static List<Counted> sources(Random random) {
        List<Counted> sources = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            EventKey event = event(random);
            sources.add(new Counted(event, dateOf(event), i));
        }
        return sources;
    }

    private static Transaction transaction(
            String id,
            TransactionKind kind,
            Amount amount,
            Lot lot,
            AwardSubject subject,
            String reverses,
            Random random) {
        Instant on = date(random);
        Provenance provenance = lot.provenance();
        return new Transaction(
                id,
                kind,
                amount,
                AccountName.of(Party.participant("ANNA"), AccountKind.OPEN),
                AccountName.of(Party.participant("ANNA"), AccountKind.COMMERCE),
                Cause.of(provenance.event(), "ANNA", "U1"),
                new Origin(provenance.offer(), provenance.offerType(), provenance.scheme(), "R", lot.id(), subject),
                Note.reversing(reverses),
                on,
                on);
    }

    private static Amount amount(Random random) {
        return random.nextInt(4) == 0
                ? Amount.parse(1 + random.nextInt(3) + " PTS")
                : eur("0.0" + (1 + random.nextInt(4)));
    }

    static EventKey event(Random random) {
        return event(random.nextInt(EVENTS));
    }

    static EventKey event(int number) {
        return EventKey.of("e" + number);
    }

    static Instant dateOf(EventKey event) {
        return FIRST.plusSeconds(Long.parseLong(event.id().substring(1)) / 2);
    }

    static Instant date(Random random) {
        return FIRST.plusSeconds(random.nextInt(8));
    }

    static <T> T oneOf(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private static <T> Optional<T> any(Iterable<T> from, Predicate<T> which, Random random) {
        List<T> some = new ArrayList<>();
        from.forEach(each -> {
            if (which.test(each)) {
                some.add(each);
            }
        });
        return some.isEmpty() ? Optional.empty() : Optional.of(oneOf(some, random));
    }

    // Answers.

    Amount reversedOf(Transaction transaction) {
        return transactions.stream()
                .filter(each -> each.reverses().equals(transaction.id()))
                .map(Transaction::amount)
                .reduce(Amount.zero(transaction.amount().denomination()), Amount::plus);
    }

    private Amount left(Transaction transaction) {
        return transaction.amount().minus(reversedOf(transaction));
    }

    List<Lot> empty(Predicate<Lot> which) {
        return lots.values().stream()
                .filter(lot -> lot.remaining().isZero() && which.test(lot))
                .sorted(Comparator.comparing(Lot::id))
                .toList();
    }

    List<Counted> counted(String offer, Instant from, Instant through) {
        return counted.getOrDefault(offer, List.of()).stream()
                .filter(each -> !each.performedOn().isBefore(from)
                        && !each.performedOn().isAfter(through))
                .sorted()
                .toList();
    }

    Set<String> countedFor(EventKey event) {
        Set<String> offers = new HashSet<>();
        counted.forEach((offer, all) -> {
            if (all.stream().anyMatch(each -> each.event().equals(event))) {
                offers.add(offer);
            }
        });
        return offers;
    }

    Stream<PastAward> standing() {
        return awards.values().stream().filter(PastAward::stands).sorted(PastAward.BY_DATE);
    }

    List<PastAward> asked(AwardQuestion question) {
        return standing()
                .filter(award -> question.includes(award)
                        && (award.isOwn() || question.offer().isPresent()))
                .toList();
    }

    Amount awarded(Award.PercentageOfAwarded past, String offer, Instant from, Instant through, Set<String> except) {
        if (sharedOf.isPresent()) {
            return sharedOf.get();
        }
        return standing()
                .filter(award -> award.isOwn()
                        && !award.on().isBefore(from)
                        && !award.on().isAfter(through)
                        && award.amount().denomination().equals(past.denomination())
                        && !award.offer().equals(offer)
                        && past.considers(award.offerType(), award.scheme())
                        && !except.contains(award.lot()))
                .map(PastAward::amount)
                .reduce(Amount.zero(past.denomination()), Amount::plus);
    }

    Optional<PastAward> firstAward(Instant since, Set<String> offers, Set<String> except) {
        return standing()
                .filter(award -> award.isOwn()
                        && !award.on().isBefore(since)
                        && !offers.contains(award.offer())
                        && !except.contains(award.lot()))
                .findFirst();
    }

    List<PastAward> sharesOf(PastAward award) {
        return standing()
                .filter(each -> each.dependence() instanceof Dependence.OnShare share
                        && award.place().participant().equals(share.through().participant())
                        && award.place().number() <= share.through().number()
                        && !award.on().isBefore(share.since())
                        && !award.on().isAfter(each.on())
                        && !award.offer().equals(each.offer())
                        && award.amount().denomination().equals(share.amount().denomination())
                        && (share.types().isEmpty() || share.types().contains(award.offerType()))
                        && (share.schemes().isEmpty() || share.schemes().contains(award.scheme())))
                .toList();
    }

    List<PastAward> waited() {
        return standing()
                .filter(award -> award.dependence() instanceof Dependence.OnAnother)
                .toList();
    }

    boolean standsByItself(Set<String> except) {
        return standing()
                .anyMatch(award -> award.dependence().equals(Dependence.NONE) && !except.contains(award.lot()));
    }

    Map<Awarder, Long> standing(TransactionKind kind) {
        Map<Awarder, Long> counts = new HashMap<>();
        transactions.stream()
                .filter(each -> each.kind() == kind && left(each).isPositive())
                .forEach(each -> counts.merge(Awarder.of(each), 1L, Long::sum));
        return counts;
    }
}
