package io.rewards.resolve;

import io.rewards.account.Windows;
import io.rewards.amount.Amount;
import io.rewards.catalogue.AccumulatingTerms;
import io.rewards.catalogue.Offer;
import io.rewards.decision.Answer;
import io.rewards.decision.Qualifying;
import io.rewards.event.EventKey;
import io.rewards.event.Purchase;
import io.rewards.wallet.Counted;
import io.rewards.wallet.LineShare;
import io.rewards.wallet.Lot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Awards that count purchases over time, and what counts towards the next ones, after goods of a purchase came back. For
 * one event. Source: domain 2.4 C4 to C6, 12.1 Q4, Q9.
 */
record CountedAwards(BestAward best, Counting counting, TakingBack taking) {

    /** Says that a purchase does not count, not even for nothing. */
    private static final long NONE = -1;

    /** After all but {@code left} of the purchase {@code had} came back. */
    void after(Purchase had, Optional<Purchase> left) {
        EventKey key = had.key();
        Set<String> offers = new TreeSet<>(counting.offersOf(key));
        for (Lot lot : Returns.standing(best.purse().lotsOf(key))) {
            if (isOverTime(lot) && lot.provenance().counts(key)) {
                offers.add(lot.provenance().offer());
            }
        }
        offers.forEach(offer -> count(offer, had, left));
    }

    private static boolean isOverTime(Lot lot) {
        return lot.provenance().shares().isEmpty()
                && !lot.provenance().sources().isEmpty();
    }

    private void count(String offer, Purchase had, Optional<Purchase> left) {
        EventKey key = had.key();
        Instant date = had.performedOn();
        Optional<Windows> windows = windows(offer);
        List<Lot> counting = best.purse().lotsOf(key).stream()
                .filter(lot -> lot.isAward()
                        && isOverTime(lot)
                        && lot.provenance().offer().equals(offer)
                        && lot.provenance().counts(key))
                .toList();
        List<Counted> open = this.counting.of(offer, windows, date);
        long counted = units(open, key);
        for (Lot lot : counting) {
            counted += units(lot.provenance().sources(), key);
        }
        long counts = left.map(rest -> unitsOf(offer, had, rest)).orElse(NONE);
        long excess = Math.max(0, counted - Math.max(0, counts));
        boolean all = counts == NONE;
        long ofOpen = Math.min(excess, units(open, key));
        if (ofOpen > 0 || all) {
            this.counting.put(offer, windows, date, reduced(open, key, ofOpen, all));
        }
        excess -= ofOpen;
        List<Lot> newestFirst = new ArrayList<>(Returns.standing(counting));
        Collections.reverse(newestFirst);
        for (Lot lot : newestFirst) {
            long part = Math.min(excess, units(lot.provenance().sources(), key));
            excess -= part;
            if (part > 0 || all) {
                OverTime.Rest rest = OverTime.of(
                                best.moment().catalogue(),
                                lot,
                                reduced(lot.provenance().sources(), key, part, all))
                        .after(this.counting.of(offer, windows, date));
                this.counting.put(offer, windows, date, rest.open());
                Amount standing = best.kept(lot, rest.standing());
                if (lot.provenance().event().equals(key)) {
                    standing = best.purse().standing(lot, standing);
                }
                List<LineShare> shares = rest.sources().isEmpty() ? best.shares(lot, standing) : List.of();
                taking.reclaim(
                        lot,
                        lot.standing().minus(standing),
                        lot.provenance().after(rest.wished(), rest.sources(), shares));
            }
        }
    }

    private Optional<Windows> windows(String code) {
        return best.moment()
                .catalogue()
                .offer(code)
                .flatMap(OverTime::counting)
                .map(terms -> new Windows(
                        terms.period(), best.moment().catalogue().settings().zone()));
    }

    private static long units(List<Counted> counted, EventKey key) {
        long units = 0;
        for (Counted each : counted) {
            units += each.event().equals(key) ? each.units() : 0;
        }
        return units;
    }

    private static List<Counted> reduced(List<Counted> from, EventKey key, long units, boolean all) {
        List<Counted> left = new ArrayList<>();
        for (Counted each : from) {
            if (!each.event().equals(key)) {
                left.add(each);
            } else if (each.units() > units && !all) {
                left.add(new Counted(each.event(), each.performedOn(), each.units() - units));
            }
        }
        return left;
    }

    /**
     * What {@code rest} counts for an offer, or {@link #NONE} where what came back is a reason for the rules not to count it;
     * where the offer is gone or counts no more, as much as ever.
     */
    private long unitsOf(String code, Purchase had, Purchase rest) {
        Optional<Offer> offer = best.moment().catalogue().offer(code);
        Optional<AccumulatingTerms> terms = offer.flatMap(OverTime::counting);
        if (terms.isEmpty()) {
            return Long.MAX_VALUE;
        }
        Answer all =
                best.context().rules().ask(offer.orElseThrow(), best.moment().with(had));
        Answer left =
                best.context().rules().ask(offer.orElseThrow(), best.moment().with(rest));
        if (left.declinesBeyond(all).stream()
                .anyMatch(decline -> !decline.reason().counts())) {
            return NONE;
        }
        Qualifying qualifying = left.candidate().qualifying();
        return terms.get().counts(qualifying.base(), qualifying.quantity());
    }
}
