package io.rewards.ranks;

import io.rewards.catalogue.Tier;
import io.rewards.catalogue.TierFall;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Where somebody stands, told from the beginning: everything that ever happened is gone through instant by instant, and sums
 * are sums over all purchases. Written from domain 8.4 and from nothing else.
 */
final class NaiveRanks {

    /** A purchase of so many cents that count, of which parts come back. */
    static final class Bought {
        final String id;
        final Instant on;
        final long cents;

        /** From when on whoever has it now is looked at with it. */
        final Instant from;

        final List<Back> back = new ArrayList<>();

        Bought(String id, Instant on, long cents, Instant from) {
            this.id = id;
            this.on = on;
            this.cents = cents;
            this.from = from;
        }

        @Override
        public String toString() {
            return id + " " + on + " " + cents + back;
        }

        long left() {
            return cents - back.stream().mapToLong(each -> each.cents).sum();
        }
    }

    /** What came back of a purchase, and from when on a look sees it. */
    record Back(Instant from, long cents) {}

    /** A tier set by hand. */
    record Hand(Instant on, String tier, Optional<Instant> until) {}

    /** A duplicate that came over. */
    record Merge(Instant on, Optional<Stand> stand) {}

    /** Where somebody stands: place, since when, the period, the lock, and when a tier that was lost had been earned. */
    record Stand(
            int place,
            Instant since,
            Optional<Instant> periodStart,
            boolean startCounts,
            boolean byHand,
            Optional<Instant> lockEnd,
            Optional<Instant> earned,
            Optional<Instant> lostEarned) {}

    private final List<Tier> tiers;
    private final ZoneId zone;
    private final long centsOfUnit;
    private final Instant registered;
    final List<Bought> purchases = new ArrayList<>();
    final List<Hand> hands = new ArrayList<>();
    final List<Merge> merges = new ArrayList<>();

    NaiveRanks(List<Tier> tiers, ZoneId zone, long centsOfUnit, Instant registered) {
        this.tiers = tiers;
        this.zone = zone;
        this.centsOfUnit = centsOfUnit;
        this.registered = registered;
    }

    String code(int place) {
        return place < 0 ? "" : tiers.get(place).code();
    }

    int place(String code) {
        for (int i = 0; i < tiers.size(); i++) {
            if (tiers.get(i).code().equals(code)) {
                return i;
            }
        }
        throw new IllegalArgumentException(code);
    }

    private int lowest() {
        return tiers.get(0).reached() == 0 ? 0 : -1;
    }

    /** After everything that is dated {@code asOf} or before. */
    Stand at(Instant asOf) {
        return walk(asOf, true);
    }

    /** As whatever happens at {@code on} is decided: after reviews and hands of that instant, before its purchases. */
    String codeFor(Instant on) {
        return code(walk(on, false).place);
    }

    private Stand walk(Instant asOf, boolean purchasesOfTheInstant) {
        TreeSet<Instant> instants = new TreeSet<>();
        purchases.forEach(each -> instants.add(each.from));
        hands.forEach(each -> instants.add(each.on));
        merges.forEach(each -> instants.add(each.on));
        instants.removeIf(each -> each.isAfter(asOf));
        Stand stand = new Stand(
                lowest(),
                registered,
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        for (Instant at : instants) {
            stand = reviewed(stand, at);
            for (Merge merge : merges) {
                if (merge.on.equals(at)) {
                    stand = merged(stand, merge);
                }
            }
            for (Hand hand : hands) {
                if (hand.on.equals(at)) {
                    stand = new Stand(
                            place(hand.tier),
                            at,
                            Optional.of(at),
                            true,
                            true,
                            Optional.of(hand.until.orElse(Instant.MAX)),
                            Optional.empty(),
                            Optional.empty());
                }
            }
            boolean buys = purchases.stream().anyMatch(each -> each.from.equals(at) && each.on.equals(at));
            boolean comesOver = merges.stream().anyMatch(each -> each.on.equals(at));
            if ((buys && (purchasesOfTheInstant || at.isBefore(asOf))) || comesOver) {
                stand = risen(stand, at, true, buys);
            }
        }
        return reviewed(stand, asOf);
    }

    private Stand merged(Stand stand, Merge merge) {
        if (merge.stand.isEmpty() || stand.lockEnd.isPresent() || merge.stand.get().place <= stand.place) {
            return stand;
        }
        Stand other = merge.stand.get();
        return new Stand(
                other.place,
                merge.on,
                other.periodStart,
                other.startCounts,
                other.byHand,
                other.lockEnd,
                Optional.empty(),
                Optional.empty());
    }

    private Stand risen(Stand stand, Instant at, boolean withAt, boolean byPurchase) {
        if (stand.lockEnd.isPresent()) {
            return stand;
        }
        for (int place = tiers.size() - 1; place > stand.place; place--) {
            Tier tier = tiers.get(place);
            Instant start = tier.window().before(at, zone);
            if (stand.lostEarned.isPresent() && stand.lostEarned.get().isAfter(start)) {
                start = stand.lostEarned.get();
            }
            if (units(start, false, at, withAt) >= tier.reached()) {
                return new Stand(
                        place,
                        at,
                        Optional.of(at),
                        !byPurchase,
                        false,
                        Optional.empty(),
                        Optional.of(at),
                        Optional.empty());
            }
        }
        return stand;
    }

    /** When the tier is looked at next, if ever. */
    Optional<Instant> review(Stand stand) {
        if (stand.lockEnd.isPresent()) {
            return stand.lockEnd.filter(end -> !end.equals(Instant.MAX));
        }
        if (stand.place < 0 || stand.periodStart.isEmpty()) {
            return Optional.empty();
        }
        Tier tier = tiers.get(stand.place);
        if (tier.falls() == TierFall.KEEP || tier.kept() == 0) {
            return Optional.empty();
        }
        return Optional.of(tier.window()
                .after(stand.periodStart.get().atZone(zone).toLocalDate())
                .atStartOfDay(zone)
                .toInstant());
    }

    private Stand reviewed(Stand before, Instant through) {
        Stand stand = before;
        for (Optional<Instant> due = review(stand);
                due.isPresent() && !due.get().isAfter(through);
                due = review(stand)) {
            stand = reviewedOnce(stand, due.get());
        }
        return stand;
    }

    private Stand reviewedOnce(Stand stand, Instant at) {
        Stand free = new Stand(
                stand.place,
                stand.since,
                Optional.of(at),
                true,
                false,
                Optional.empty(),
                stand.earned,
                stand.lostEarned);
        boolean locked = stand.lockEnd.isPresent();
        if (locked) {
            Stand higher = risen(free, at, false, false);
            if (higher.place > stand.place) {
                return higher;
            }
        }
        if (stand.place < 0) {
            return free;
        }
        Tier tier = tiers.get(stand.place);
        Instant start = locked ? tier.window().before(at, zone) : stand.periodStart.orElseThrow();
        boolean startCounts = locked || stand.startCounts;
        if (tier.falls() == TierFall.KEEP || units(start, startCounts, at, false) >= tier.kept()) {
            return free;
        }
        int place = stand.place - 1;
        if (tier.falls() == TierFall.REQUALIFY) {
            while (place > lowest()
                    && units(start, startCounts, at, false) < tiers.get(place).reached()) {
                place--;
            }
        }
        return new Stand(place, at, Optional.of(at), true, false, Optional.empty(), Optional.empty(), stand.earned);
    }

    /** The whole units from {@code start} until {@code at}, of what a look at {@code at} sees. */
    long units(Instant start, boolean startCounts, Instant at, boolean withAt) {
        long cents = 0;
        for (Bought each : purchases) {
            boolean inside = (each.on.isAfter(start) || (startCounts && each.on.equals(start)))
                    && sees(each.on, at, withAt)
                    && sees(each.from, at, withAt);
            if (inside) {
                cents += each.cents;
                for (Back back : each.back) {
                    cents -= sees(back.from, at, withAt) ? back.cents : 0;
                }
            }
        }
        return Math.floorDiv(cents, centsOfUnit);
    }

    private static boolean sees(Instant what, Instant at, boolean withAt) {
        return what.isBefore(at) || (withAt && what.equals(at));
    }
}
