package io.rewards.purse;

import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ReturnPolicy;
import io.rewards.event.EventKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * What becomes of an offer that counts over time when a purchase counts less: first of what no award has used, then of the
 * latest awards. Source: domain 2.4 C4 to C6, 12.1 Q4.
 */
final class NaiveOverTime {

    private final NaivePurse purse;
    private final Offer offer;
    private final ToLongFunction<NaiveLot> best;
    private long stays;
    private long worth;

    /**
     * An offer of a participant.
     *
     * @param best what the best of the awards that an award had beaten would now be
     */
    NaiveOverTime(NaivePurse purse, Offer offer, ToLongFunction<NaiveLot> best) {
        this.purse = purse;
        this.offer = offer;
        this.best = best;
    }

    /**
     * The purchase counts so many units at most, and an award is worked out of so much of it at most. What stays of it, here
     * and there, is worth its part of that.
     */
    void worth(EventKey purchase, long units, long rewarded) {
        List<NaiveCount.Counted> parts = new ArrayList<>(purse.progress.getOrDefault(offer.code(), List.of()));
        purse.lots.values().stream()
                .filter(lot -> lot.award.filter(offer::equals).isPresent())
                .forEach(lot -> parts.addAll(lot.sources));
        parts.removeIf(part -> !part.event().equals(purchase));
        stays = Math.min(sum(parts), units);
        worth = Math.min(rewarded(parts), rewarded);
    }

    private NaiveCount.Counted stays(NaiveCount.Counted part, long less) {
        long units = part.units() - less;
        long rewarded = units == stays ? worth : NaiveShare.part(worth, units, stays);
        stays -= units;
        worth -= rewarded;
        return new NaiveCount.Counted(part.event(), part.on(), units, rewarded);
    }

    /**
     * The purchase counts {@code units} less.
     *
     * @param none true when it does not count at all any more, even for nothing
     * @param givenUp what awards give up is added here
     */
    void without(EventKey purchase, long units, boolean none, Map<NaiveLot, Long> givenUp) {
        long left = outOf(purse.dropped, purchase, units, none);
        left = outOf(purse.progress, purchase, left, none);
        List<NaiveLot> latest = purse.lots.values().stream()
                .filter(lot -> lot.award.filter(offer::equals).isPresent() && lot.standing > 0)
                .sorted(Comparator.comparing((NaiveLot lot) -> lot.awardedOn)
                        .thenComparing(lot -> lot.id)
                        .reversed())
                .toList();
        for (NaiveLot lot : latest) {
            long less = Math.min(left, of(lot.sources, purchase));
            left -= less;
            List<NaiveCount.Counted> sources = less(lot.sources, purchase, less);
            if (less > 0 || rewarded(sources) != rewarded(lot.sources)) {
                givenUp.merge(lot, shrunk(lot, sources), Long::sum);
            }
            if (none) {
                lot.sources.removeIf(source -> source.event().equals(purchase) && source.units() == 0);
            }
        }
    }

    /** Takes units of a purchase out of counts, and says how many are left to take. */
    private long outOf(Map<String, List<NaiveCount.Counted>> counts, EventKey purchase, long units, boolean none) {
        List<NaiveCount.Counted> rest = new ArrayList<>();
        long left = units;
        for (NaiveCount.Counted counted : counts.getOrDefault(offer.code(), List.of())) {
            long less = counted.event().equals(purchase) ? Math.min(left, counted.units()) : 0;
            left -= less;
            boolean nothing = counted.units() == less && (less > 0 || none);
            if (!counted.event().equals(purchase) || !nothing) {
                boolean own = counts != purse.dropped && counted.event().equals(purchase);
                rest.add(own ? stays(counted, less) : counted.but(less));
            }
        }
        counts.put(offer.code(), merged(rest));
        return left;
    }

    private long shrunk(NaiveLot lot, List<NaiveCount.Counted> left) {
        long all = sum(lot.sources);
        long worked = rewarded(lot.sources);
        lot.sources = left;
        if (offer.handling().onReturn() == ReturnPolicy.KEEP_THE_DEAL) {
            long gone = Math.max(0, worked - rewarded(left));
            long given = left.isEmpty() ? lot.standing : NaiveShare.part(lot.standing, gone, worked);
            lot.wished = NaiveShare.part(lot.wished, lot.standing - given, lot.standing);
            return given;
        }
        List<NaiveCount.Counted> open = new ArrayList<>(purse.progress.getOrDefault(offer.code(), List.of()));
        open.sort(NaiveCount.Counted.BY_DATE);
        Instant start = lot.sources.isEmpty() ? Instant.MAX : first(lot.sources).on();
        Instant end = lot.sources.isEmpty() ? Instant.MIN : NaiveCount.end(start, NaiveGrant.days(offer));
        boolean carries = NaiveGrant.carries(offer);
        List<NaiveCount.Counted> sources = new ArrayList<>(lot.sources);
        long wanted = carries ? all : NaiveGrant.target(offer);
        for (NaiveCount.Counted each : List.copyOf(open)) {
            long missing = wanted - sum(sources);
            if (missing > 0 && !each.on().isBefore(start) && each.on().isBefore(end)) {
                long taken = carries ? Math.min(missing, each.units()) : each.units();
                sources.add(each.some(taken));
                open.remove(each);
                if (taken < each.units()) {
                    open.add(each.but(taken));
                }
            }
        }
        long sum = sum(sources);
        long times = NaiveGrant.times(offer, sum);
        long keeps = times == 0 ? 0 : carries ? times * NaiveGrant.target(offer) : sum;
        lot.sources = new ArrayList<>();
        for (NaiveCount.Counted each : merged(sources)) {
            long kept = Math.min(keeps, each.units());
            keeps -= kept;
            if (kept > 0 || (times > 0 && each.units() == 0)) {
                lot.sources.add(each.some(kept));
            }
            if (kept < each.units() || (times == 0 && each.units() == 0)) {
                open.add(each.but(kept));
            }
        }
        put(open);
        long own = times == 0 ? 0 : NaiveGrant.ofUsed(offer, lot.sources, times, lot.shared);
        long granted = Math.min(lot.standing, Math.max(own, best.applyAsLong(lot)));
        lot.heldUp |= times == 0;
        lot.wished = NaiveGrant.isShare(offer) ? NaiveGrant.wished(offer, times, lot.shared) : 0;
        return lot.standing - granted;
    }

    /** Keeps what counts and is in no award. */
    private void put(List<NaiveCount.Counted> open) {
        purse.progress.put(offer.code(), merged(open));
    }

    /** Each purchase once, in order of their dates. */
    private static List<NaiveCount.Counted> merged(List<NaiveCount.Counted> counted) {
        List<NaiveCount.Counted> merged = new ArrayList<>();
        for (NaiveCount.Counted each : counted) {
            List<NaiveCount.Counted> same = merged.stream()
                    .filter(known -> known.event().equals(each.event()))
                    .toList();
            merged.removeAll(same);
            merged.add(new NaiveCount.Counted(
                    each.event(), each.on(), each.units() + sum(same), each.rewarded() + rewarded(same)));
        }
        merged.sort(NaiveCount.Counted.BY_DATE);
        return merged;
    }

    private List<NaiveCount.Counted> less(List<NaiveCount.Counted> sources, EventKey purchase, long less) {
        List<NaiveCount.Counted> rest = new ArrayList<>();
        for (NaiveCount.Counted each : sources) {
            if (!each.event().equals(purchase)) {
                rest.add(each);
            } else if (each.units() > less || each.units() == 0) {
                rest.add(stays(each, less));
            }
        }
        return rest;
    }

    private static NaiveCount.Counted first(List<NaiveCount.Counted> sources) {
        return sources.stream().min(NaiveCount.Counted.BY_DATE).orElseThrow();
    }

    private static long of(List<NaiveCount.Counted> counted, EventKey purchase) {
        return counted.stream()
                .filter(each -> each.event().equals(purchase))
                .mapToLong(NaiveCount.Counted::units)
                .sum();
    }

    private static long rewarded(List<NaiveCount.Counted> counted) {
        return counted.stream().mapToLong(NaiveCount.Counted::rewarded).sum();
    }

    private static long sum(List<NaiveCount.Counted> counted) {
        return counted.stream().mapToLong(NaiveCount.Counted::units).sum();
    }
}
