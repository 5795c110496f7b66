package io.rewards.purse;

import io.rewards.catalogue.ClawbackPolicy;
import io.rewards.catalogue.SpendConditions;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.SpendSettings;
import io.rewards.event.EventKey;
import io.rewards.ledger.AccountKind;
import io.rewards.participant.Profile;
import io.rewards.time.WeeklyTimes;
import io.rewards.time.WeeklyWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The wallet of one participant in plain numbers. Not thread-safe. Source: domain 5, 12.1. */
final class NaivePurse {

    /** Some money of a lot. */
    record Part(NaiveLot lot, long amount) {}

    /** Reserved money. */
    record Hold(Instant until, List<Part> parts) {}

    /** An award of a duplicate, for caps; where its lot came over, that one tells what stands. */
    record Inherited(String offer, long amount, Instant on, String lot) {}

    final String id;
    final Profile profile;
    private final SpendSettings settings;
    private Instant now = Instant.MAX;
    boolean blocked;
    boolean terminated;
    Optional<String> replacement = Optional.empty();

    /** True for a duplicate whose money and purchases went to the replacement. */
    boolean goesOver;

    /** How often there was a first award. */
    long firstAwards;

    final Map<String, NaiveLot> lots = new TreeMap<>();
    final Map<EventKey, Hold> holds = new TreeMap<>();
    final Map<EventKey, List<Part>> payouts = new TreeMap<>();
    final Map<String, Long> debts = new TreeMap<>();
    final Map<EventKey, NaiveSale> sales = new TreeMap<>();
    final Set<EventKey> cancelled = new HashSet<>();

    /** Events that wait for runs. */
    final Map<EventKey, NaiveWaiting> waiting = new TreeMap<>();

    final Map<String, List<NaiveCount.Counted>> progress = new TreeMap<>();

    /** What purchases of duplicates counted when those ended: it counts for nothing any more, and goes away first. */
    final Map<String, List<NaiveCount.Counted>> dropped = new TreeMap<>();

    final List<Inherited> inherited = new ArrayList<>();

    /** Balances of the accounts that no lot, hold, payout or debt explains, by account and denomination. */
    final Map<AccountKind, Map<String, Long>> booked = new HashMap<>();

    NaivePurse(String id, Profile profile, SpendSettings settings) {
        this.id = id;
        this.profile = profile;
        this.settings = settings;
    }

    void book(AccountKind account, String denomination, long amount) {
        booked.computeIfAbsent(account, unused -> new TreeMap<>()).merge(denomination, amount, Long::sum);
    }

    long debt(String denomination) {
        return debts.getOrDefault(denomination, 0L);
    }

    NaiveLot add(NaiveLot lot) {
        lots.put(lot.id, lot);
        return lot;
    }

    /** The lots that hold money, in the order in which they are spent. */
    List<NaiveLot> inOrder(String denomination) {
        return lots.values().stream()
                .filter(lot -> lot.denomination.equals(denomination) && lot.there() > 0 && lot.isFree())
                .sorted(order())
                .toList();
    }

    private Comparator<NaiveLot> order() {
        Comparator<NaiveLot> oldest = Comparator.comparing(lot -> lot.awardedOn);
        Comparator<NaiveLot> own = switch (settings.order()) {
            case FIFO -> oldest;
            case LIFO -> oldest.reversed();
            case SOONEST_EXPIRY ->
                Comparator.comparing((NaiveLot lot) -> lot.validTo.orElse(Instant.MAX))
                        .thenComparing(lot -> -kinds(lot.conditions))
                        .thenComparing(oldest);
        };
        return Comparator.comparing((NaiveLot lot) -> lot.account == AccountKind.OPEN)
                .thenComparing(own)
                .thenComparing(lot -> lot.id);
    }

    private static int kinds(SpendConditions conditions) {
        int kinds = 0;
        kinds += conditions.products().types().isEmpty() ? 0 : 1;
        kinds += conditions.times().days().isEmpty() ? 0 : 1;
        kinds += conditions.times().hours().isEmpty() ? 0 : 1;
        kinds += conditions.units().isEmpty() ? 0 : 1;
        return kinds;
    }

    /** What can pay a debt: also what is not valid yet. */
    List<NaiveLot> usable(Instant at, String denomination) {
        return inOrder(denomination).stream().filter(lot -> !lot.isExpired(at)).toList();
    }

    List<NaiveLot> validNow(Instant at, String denomination) {
        return inOrder(denomination).stream().filter(lot -> lot.isValid(at)).toList();
    }

    List<NaiveLot> payable(Instant at) {
        return validNow(at, Market.EUR.code()).stream()
                .filter(lot -> lot.account == AccountKind.OPEN
                        || (lot.method == SpendMethod.SPEND_AUTOMATICALLY
                                && lot.conditions.equals(SpendConditions.NONE)))
                .toList();
    }

    static long sum(List<NaiveLot> some) {
        return some.stream().mapToLong(NaiveLot::there).sum();
    }

    /** True where and when it may be spent, the goods aside. */
    static boolean isSpendable(NaiveLot lot, String unit, Instant at) {
        SpendConditions conditions = lot.conditions;
        return lot.isValid(at)
                && isOpen(conditions.times(), at)
                && (conditions.units().isEmpty() || conditions.units().contains(unit));
    }

    static boolean isOpen(WeeklyTimes times, Instant at) {
        LocalDateTime clock = LocalDateTime.ofInstant(at, Market.ZONE);
        boolean open = times.isAlways();
        for (WeeklyWindow window : times.windows()) {
            for (LocalDate day :
                    List.of(clock.toLocalDate(), clock.toLocalDate().minusDays(1))) {
                LocalDateTime starts = day.atTime(window.hours().from());
                LocalDateTime ends = day.atTime(window.hours().toExclusive());
                ends = ends.isBefore(starts) ? ends.plusDays(1) : ends;
                boolean listed = window.days().isEmpty() || window.days().contains(day.getDayOfWeek());
                open |= listed && !clock.isBefore(starts) && clock.isBefore(ends);
            }
        }
        return open;
    }

    List<NaiveLot> spendable(String unit, Instant at) {
        return inOrder(Market.EUR.code()).stream()
                .filter(lot -> isSpendable(lot, unit, at))
                .toList();
    }

    /** Takes money of lots in their order until there is enough. */
    List<Part> take(List<NaiveLot> from, long amount) {
        List<Part> parts = new ArrayList<>();
        long left = amount;
        for (NaiveLot lot : from) {
            long taken = Math.min(left, lot.there());
            if (taken > 0) {
                take(lot, taken);
                parts.add(new Part(lot, taken));
                left -= taken;
            }
        }
        return parts;
    }

    /** Takes money out of a lot; what had not expired yet at the date of the event comes back from the programme. */
    void take(NaiveLot lot, long amount) {
        long notExpired = lot.take(amount);
        book(AccountKind.BREAKAGE, lot.denomination, -notExpired);
        for (Map.Entry<Instant, Long> run : lot.takenOut.tailMap(now, false).entrySet()) {
            long part = Math.min(notExpired, run.getValue());
            run.setValue(run.getValue() - part);
            notExpired -= part;
        }
    }

    /** The money that an event brought, wherever it has been, as far as it is here. */
    List<NaiveLot> moneyOf(EventKey event, String denomination) {
        return usable(now, denomination).stream()
                .filter(lot -> lot.event.equals(event))
                .toList();
    }

    /** What an event brought and was not taken back. */
    long broughtBy(EventKey event, String denomination) {
        return lots.values().stream()
                .filter(lot -> lot.event.equals(event) && lot.denomination.equals(denomination))
                .mapToLong(lot -> lot.putIn + lot.standing)
                .sum();
    }

    /** Takes money of an event or of whatever goes first; what is not there is owed. */
    void takeByHand(Optional<EventKey> of, String denomination, long amount) {
        List<Part> parts =
                take(of.map(event -> moneyOf(event, denomination)).orElseGet(() -> usable(now, denomination)), amount);
        long owed = amount - parts.stream().mapToLong(Part::amount).sum();
        if (owed > 0) {
            debts.merge(denomination, owed, Long::sum);
        }
        if (of.isPresent()) {
            parts.forEach(part -> part.lot().putIn -= Math.min(part.lot().putIn, part.amount()));
            lots.values().stream()
                    .filter(lot -> lot.event.equals(of.get()) && lot.denomination.equals(denomination))
                    .forEach(lot -> lot.putIn -= Math.min(lot.putIn, owed));
        }
    }

    /** Takes back what an event put in: its money goes, the rest is owed. */
    long[] takeBack(NaiveLot lot) {
        long all = lot.putIn;
        long own = take(moneyOf(lot.event, lot.denomination), all).stream()
                .mapToLong(Part::amount)
                .sum();
        if (own < all) {
            debts.merge(lot.denomination, all - own, Long::sum);
        }
        book(AccountKind.TOP_UPS, lot.denomination, all);
        lot.putIn = 0;
        return new long[] {all, own, 0, all - own, 0};
    }

    /** Something happens at {@code at}: money that runs took out later had not expired then. */
    void happensAt(Instant at) {
        now = at;
        for (NaiveLot lot : lots.values()) {
            lot.late = lot.isExpired(at) || isUsedUp(lot)
                    ? 0
                    : lot.takenOut.tailMap(at, false).values().stream()
                            .mapToLong(Long::longValue)
                            .sum();
        }
    }

    /** A voucher that is good once, and stands used. */
    private boolean isUsedUp(NaiveLot lot) {
        return lot.voucher
                && !lot.partial
                && sales.values().stream()
                        .flatMap(sale -> sale.payments.stream())
                        .filter(payment -> payment.lot() == lot && payment.spent())
                        .flatMap(payment -> payment.shares().stream())
                        .anyMatch(share -> share.amount > 0);
    }

    void releaseLapsed(Instant at) {
        List<EventKey> lapsed = holds.entrySet().stream()
                .filter(hold -> !hold.getValue().until().isAfter(at))
                .map(Map.Entry::getKey)
                .toList();
        lapsed.forEach(this::release);
    }

    void release(EventKey hold) {
        holds.remove(hold).parts().forEach(part -> part.lot().remaining += part.amount());
    }

    /** The hold, unless it has lapsed. */
    Optional<Hold> hold(EventKey key, Instant at) {
        return Optional.ofNullable(holds.get(key)).filter(hold -> hold.until().isAfter(at));
    }

    void settleDebts(Instant at) {
        for (String denomination : List.copyOf(debts.keySet())) {
            long owed = debts.remove(denomination);
            long paid = take(usable(at, denomination), owed).stream()
                    .mapToLong(Part::amount)
                    .sum();
            if (paid < owed) {
                debts.put(denomination, owed - paid);
            }
        }
    }

    /** Takes {@code amount} of an award back: the parts are its own, of others, owed, and lost. */
    long[] reclaim(NaiveLot lot, long amount, Instant at) {
        String denomination = lot.denomination;
        NaiveLot freed = lots.get(lot.id + "/open");
        long left = amount;
        long there = lot.remaining + (freed == null ? 0 : freed.remaining);
        new NaiveExchange(this).recall(lot, Math.max(0, amount - there));
        long here = Math.min(left, lot.remaining);
        lot.remaining -= here;
        left -= here;
        if (freed != null) {
            long open = Math.min(left, freed.remaining);
            freed.remaining -= open;
            left -= open;
        }
        long late = Math.min(left, lot.expired);
        lot.expired -= late;
        book(AccountKind.BREAKAGE, denomination, -late);
        left -= late;
        long own = amount - left;
        long others = 0;
        if (settings.clawback() != ClawbackPolicy.NONE) {
            others = take(usable(at, denomination), left).stream()
                    .mapToLong(Part::amount)
                    .sum();
        }
        left -= others;
        boolean owed = settings.clawback() == ClawbackPolicy.CLAWBACK_NEGATIVE;
        if (owed && left > 0) {
            debts.merge(denomination, left, Long::sum);
        } else {
            book(AccountKind.CLAWBACK_LOSS, denomination, -left);
        }
        long back = NaiveShare.part(lot.contribution, amount, lot.standing);
        lot.contribution -= back;
        long borne = owed ? 0 : NaiveShare.part(back, left, amount);
        book(AccountKind.CONTRIBUTION, denomination, back - borne);
        book(AccountKind.CLAWBACK_LOSS, denomination, borne);
        lot.standing -= amount;
        return new long[] {amount, own, others, owed ? left : 0, owed ? 0 : left};
    }

    void expire(Instant asOf) {
        happensAt(asOf);
        releaseLapsed(asOf);
        for (NaiveLot lot : lots.values()) {
            if (lot.isExpired(asOf) && lot.remaining > 0) {
                lot.expired += lot.remaining;
                lot.takenOut.merge(asOf, lot.remaining, Long::sum);
                book(AccountKind.BREAKAGE, lot.denomination, lot.remaining);
                lot.remaining = 0;
            }
        }
        settleDebts(asOf);
    }

    /** What is in accounts by the lots, holds, payouts and debts, and by what was booked. */
    Map<AccountKind, Long> balances(String denomination) {
        Map<AccountKind, Long> balances = new EnumMap<>(AccountKind.class);
        booked.forEach((account, amounts) -> balances.put(account, amounts.getOrDefault(denomination, 0L)));
        for (NaiveLot lot : lots.values()) {
            if (lot.denomination.equals(denomination)) {
                balances.merge(lot.account, lot.remaining, Long::sum);
            }
        }
        holds.values().forEach(hold -> add(balances, AccountKind.HELD, hold.parts(), denomination));
        payouts.values().forEach(parts -> add(balances, AccountKind.PAYOUT_CLEARING, parts, denomination));
        balances.put(AccountKind.CLAWBACK_RECEIVABLE, -debt(denomination));
        long others = balances.values().stream().mapToLong(Long::longValue).sum();
        balances.put(AccountKind.AWARD_EXPENSE, -others);
        return balances;
    }

    private static void add(
            Map<AccountKind, Long> balances, AccountKind account, List<Part> parts, String denomination) {
        for (Part part : parts) {
            if (part.lot().denomination.equals(denomination)) {
                balances.merge(account, part.amount(), Long::sum);
            }
        }
    }
}
