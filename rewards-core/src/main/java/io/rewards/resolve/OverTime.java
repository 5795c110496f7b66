package io.rewards.resolve;

import io.rewards.amount.Allocation;
import io.rewards.amount.Amount;
import io.rewards.catalogue.AccumulatingTerms;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardRange;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ReturnPolicy;
import io.rewards.catalogue.Settings;
import io.rewards.wallet.Counted;
import io.rewards.wallet.Dependence;
import io.rewards.wallet.LineShare;
import io.rewards.wallet.Lot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An award that counted purchases over time, after goods of one of them came back. As if those had never been bought,
 * purchases that no award has used up yet take their place within the window. For one award and one thread.
 * Source: domain 2.4 C4 to C6, 12.1 Q4, Q9.
 */
final class OverTime {

    private final Catalogue catalogue;
    private final Optional<Target> target;
    private final Lot lot;
    private final List<Counted> left;

    /** What is left of the award, and what counts towards the next one. */
    record Rest(Amount standing, Amount wished, List<Counted> sources, List<Counted> open) {}

    /** What the offer counts, and what it awards for that. */
    private record Target(AccumulatingTerms terms, Award award) {

        static Optional<Target> of(Offer offer) {
            return counting(offer).map(terms -> new Target(terms, offer.award()));
        }
    }

    private OverTime(Catalogue catalogue, Optional<Target> target, Lot lot, List<Counted> left) {
        this.catalogue = catalogue;
        this.target = target;
        this.lot = lot;
        this.left = left;
    }

    /**
     * An award after a return.
     *
     * @param left what the purchases still count for it
     */
    static OverTime of(Catalogue catalogue, Lot lot, List<Counted> left) {
        return new OverTime(catalogue, catalogue.offer(lot.provenance().offer()).flatMap(Target::of), lot, left);
    }

    /** The terms of an offer that counts purchases towards a target; empty for one that does not, or not any more. */
    static Optional<AccumulatingTerms> counting(Offer offer) {
        return offer.terms() instanceof AccumulatingTerms terms ? Optional.of(terms) : Optional.empty();
    }

    /**
     * What becomes of the award.
     *
     * @param open what no award of the offer has used up
     */
    Rest after(List<Counted> open) {
        Amount standing = lot.standing();
        Amount wished = lot.provenance().wished();
        long before = sum(lot.provenance().sources());
        if (lot.provenance().onReturn() == ReturnPolicy.KEEP_THE_DEAL
                || target.isEmpty()
                || !wished.equals(granted(lot.provenance().sources()))) {
            return inProportion(standing, wished, open);
        }
        AccumulatingTerms terms = terms();
        long times = terms.times(before);
        List<Counted> rest = new ArrayList<>(open);
        List<Counted> used = refilled(rest, times * terms.targetUnits());
        long counted = sum(used);
        long reached = Math.min(times, terms.times(counted));
        if (reached == 0) {
            rest.addAll(used);
            return new Rest(zero(), zero(), List.of(), merged(rest));
        }
        if (terms.carries()) {
            giveBack(used, rest, counted - reached * terms.targetUnits());
        }
        Amount grant = granted(used);
        return new Rest(range().of(grant).min(standing), grant, used, merged(rest));
    }

    private Rest inProportion(Amount standing, Amount wished, List<Counted> open) {
        long before = rewarded(lot.provenance().sources());
        long now = Math.min(before, rewarded(left));
        if (left.isEmpty() || (now == 0 && before > 0)) {
            return new Rest(zero(), zero(), left, open);
        }
        Amount back = before == 0 ? zero() : share(standing, before - now, before);
        Amount kept = standing.minus(back);
        return new Rest(kept, LineShare.part(wished, kept.units(), standing.units()), left, open);
    }

    private static Amount share(Amount whole, long part, long all) {
        return Allocation.split(whole, List.of(part, all - part)).get(0);
    }

    /** Purchases that no award has used up come in, oldest first, as far as the window of the first one reaches. */
    private List<Counted> refilled(List<Counted> rest, long wanted) {
        List<Counted> used = new ArrayList<>(left);
        Instant from =
                used.stream().map(Counted::performedOn).min(Instant::compareTo).orElse(Instant.MAX);
        Instant to = used.isEmpty()
                ? Instant.MAX
                : terms().period().after(from, catalogue.settings().zone());
        rest.sort(null);
        for (int i = 0; i < rest.size() && sum(used) < wanted; ) {
            Counted next = rest.get(i);
            if (used.isEmpty()
                    || next.performedOn().isBefore(from)
                    || !next.performedOn().isBefore(to)) {
                i++;
                continue;
            }
            long taken = terms().carries() ? Math.min(next.units(), wanted - sum(used)) : next.units();
            used.add(next.part(taken));
            if (taken < next.units()) {
                rest.set(i++, next.without(taken));
            } else {
                rest.remove(i);
            }
        }
        return merged(used);
    }

    /** Units beyond the target go on to the next award, the latest first. */
    private static void giveBack(List<Counted> used, List<Counted> rest, long units) {
        long back = units;
        for (int i = used.size() - 1; i >= 0 && back > 0; i--) {
            Counted last = used.get(i);
            if (last.units() == 0) {
                continue;
            }
            long part = Math.min(back, last.units());
            long kept = last.units() - part;
            back -= part;
            rest.add(last.without(kept));
            if (kept == 0) {
                used.remove(i);
            } else {
                used.set(i, last.part(kept));
            }
        }
    }

    /** One counted for each purchase, in order. */
    private static List<Counted> merged(List<Counted> counts) {
        List<Counted> merged = new ArrayList<>();
        counts.stream().sorted().forEach(next -> {
            Counted last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && last.event().equals(next.event())) {
                merged.set(merged.size() - 1, last.and(next));
            } else {
                merged.add(next);
            }
        });
        return merged;
    }

    static long sum(List<Counted> counts) {
        return counts.stream().mapToLong(Counted::units).sum();
    }

    static long rewarded(List<Counted> counts) {
        return counts.stream().mapToLong(Counted::rewarded).sum();
    }

    private Amount zero() {
        return Amount.zero(lot.awarded().denomination());
    }

    private AwardRange range() {
        return target.orElseThrow().award().range();
    }

    private AccumulatingTerms terms() {
        return target.orElseThrow().terms();
    }

    /** What the offer grants for what an award uses up. */
    private Amount granted(List<Counted> used) {
        Award award = target.orElseThrow().award();
        long units = sum(used);
        long times = terms().times(units);
        if (times == 0) {
            return zero();
        }
        Settings settings = catalogue.settings();
        Amount before = lot.provenance().dependence() instanceof Dependence.OnShare share ? share.amount() : zero();
        long rewarded = terms().carries()
                ? Allocation.part(rewarded(used), times * terms().targetUnits(), units)
                : rewarded(used);
        Award.Earned earned = new Award.Earned(new Amount(settings.currency(), rewarded), times, 1, unused -> before);
        return settings.rounding().toAmount(award.exactly(earned), settings.denominationOf(award));
    }
}
