package io.rewards.resolve;

import io.rewards.account.Windows;
import io.rewards.amount.Allocation;
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
        List<Counted> counted = new ArrayList<>(of(open, key));
        counting.forEach(lot -> counted.addAll(of(lot.provenance().sources(), key)));
        Staying staying = new Staying(key, counted, left.flatMap(rest -> counts(offer, had, rest)));
        List<Counted> ofOpen = staying.of(open);
        if (!ofOpen.equals(open)) {
            this.counting.put(offer, windows, date, ofOpen);
        }
        List<Lot> newestFirst = new ArrayList<>(Returns.standing(counting));
        Collections.reverse(newestFirst);
        for (Lot lot : newestFirst) {
            List<Counted> sources = staying.of(lot.provenance().sources());
            if (!sources.equals(lot.provenance().sources())) {
                OverTime.Rest rest = OverTime.of(best.moment().catalogue(), lot, sources)
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

    private static List<Counted> of(List<Counted> counted, EventKey key) {
        return counted.stream().filter(each -> each.event().equals(key)).toList();
    }

    /**
     * What a purchase no longer counts comes off what no award has used up, and then off the newest award. What an award is
     * worked out of follows what stays of its parts. For one purchase and one offer.
     */
    private static final class Staying {

        private final EventKey key;
        private final boolean none;
        private long excess;
        private long units;
        private long rewarded;

        /**
         * Of a purchase.
         *
         * @param counted what it counted, wherever that is
         * @param counts what it counts now; empty where it does not, not even for nothing
         */
        Staying(EventKey key, List<Counted> counted, Optional<Counted> counts) {
            this.key = key;
            none = counts.isEmpty();
            long before = OverTime.sum(counted);
            units = Math.min(before, counts.map(Counted::units).orElse(0L));
            rewarded = Math.min(
                    OverTime.rewarded(counted), counts.map(Counted::rewarded).orElse(0L));
            excess = before - units;
        }

        /** {@code from}, with what stays of the purchase. */
        List<Counted> of(List<Counted> from) {
            List<Counted> left = new ArrayList<>();
            for (Counted each : from) {
                if (!each.event().equals(key)) {
                    left.add(each);
                    continue;
                }
                long gone = Math.min(excess, each.units());
                excess -= gone;
                if (!none && (gone < each.units() || each.units() == 0)) {
                    left.add(staying(each, each.units() - gone));
                }
            }
            return left;
        }

        private Counted staying(Counted before, long some) {
            long part = some == units ? rewarded : Allocation.part(rewarded, some, units);
            units -= some;
            rewarded -= part;
            return new Counted(before.event(), before.performedOn(), some, part);
        }
    }

    /**
     * What {@code rest} counts for an offer, or nothing where what came back is a reason for the rules not to count it; where
     * the offer is gone or counts no more, as much as ever.
     */
    private Optional<Counted> counts(String code, Purchase had, Purchase rest) {
        Optional<Offer> offer = best.moment().catalogue().offer(code);
        Optional<AccumulatingTerms> terms = offer.flatMap(OverTime::counting);
        if (terms.isEmpty()) {
            return Optional.of(new Counted(had.key(), had.performedOn(), Long.MAX_VALUE));
        }
        Answer all =
                best.context().rules().ask(offer.orElseThrow(), best.moment().with(had));
        Answer left =
                best.context().rules().ask(offer.orElseThrow(), best.moment().with(rest));
        if (left.declinesBeyond(all).stream()
                .anyMatch(decline -> !decline.reason().counts())) {
            return Optional.empty();
        }
        Qualifying qualifying = left.candidate().qualifying();
        return Optional.of(new Counted(
                had.key(),
                had.performedOn(),
                terms.get().counts(qualifying.base(), qualifying.quantity()),
                terms.get().counts(qualifying.rewarded(), qualifying.quantity())));
    }
}
