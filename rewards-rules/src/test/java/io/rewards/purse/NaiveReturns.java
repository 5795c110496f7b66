package io.rewards.purse;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ReturnPolicy;
import io.rewards.decision.Outcome;
import io.rewards.decision.ReturnResult;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.event.Purchase;
import io.rewards.event.ReturnedLine;
import io.rewards.event.WalletToppedUp;
import io.rewards.ledger.AccountKind;
import io.rewards.wallet.Reclaim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What comes back: goods, what was paid for them, the awards that they had earned, and those that were made because of
 * these. Source: domain 5.6, 12.1 Q3, Q4.
 */
final class NaiveReturns {

    private final NaiveWorld world;
    private final NaivePurse purse;
    private final Instant at;
    private final List<String> order = new ArrayList<>();
    private final Expected expected;
    private boolean gone;

    NaiveReturns(NaiveWorld world, NaivePurse purse, Instant at, Outcome observed, Expected expected) {
        this.world = world;
        this.purse = purse;
        this.at = at;
        observed.returned().map(ReturnResult::reclaimed).orElse(List.of()).stream()
                .map(Reclaim::lot)
                .forEach(order::add);
        this.expected = expected;
    }

    void cameBack(List<ReturnedLine> goods) {
        Map<EventKey, Map<String, NaiveBack>> back = new TreeMap<>();
        for (ReturnedLine line : goods) {
            NaiveSale.Line sold =
                    purse.sales.get(line.purchase()).line(line.line()).orElseThrow();
            long pieces = 0;
            long refunded = 0;
            for (ReturnedLine other : goods) {
                if (other.purchase().equals(line.purchase()) && other.line().equals(line.line())) {
                    pieces += other.quantity();
                    refunded += other.amount().map(Amount::units).orElse(0L);
                }
            }
            long price = sold.value - NaiveShare.part(sold.value, pieces, sold.kept);
            back.computeIfAbsent(line.purchase(), unused -> new TreeMap<>())
                    .put(line.line(), new NaiveBack(pieces, refunded, price));
        }
        comeBack(back);
        follow();
    }

    /** Everything that was paid comes back first, whatever it paid for; then the awards of one purchase after another. */
    private void comeBack(Map<EventKey, Map<String, NaiveBack>> pieces) {
        Map<EventKey, List<NaiveSale.Line>> before = new TreeMap<>();
        pieces.forEach((purchase, lines) -> {
            NaiveSale sale = purse.sales.get(purchase);
            before.put(purchase, sale.rest());
            goods(sale, lines);
            expected.back.add(sale);
            if (sale.isAllBack()) {
                purse.waiting.remove(purchase);
            }
        });
        pieces.forEach((purchase, lines) -> reclaim(givenUp(purse.sales.get(purchase), before.get(purchase), lines)));
    }

    void takeBack(NaiveLot lot) {
        reclaim(Map.of(lot, lot.standing));
        follow();
    }

    void cancelled(EventKey key) {
        CustomerEvent event = world.events.get(key);
        purse.cancelled.add(key);
        purse.waiting.remove(key);
        if (event instanceof Purchase) {
            NaiveSale sale = purse.sales.get(key);
            Map<String, NaiveBack> lines = new TreeMap<>();
            sale.lines.stream()
                    .filter(line -> line.kept > 0)
                    .forEach(line -> lines.put(line.id, new NaiveBack(line.kept, 0, 0)));
            comeBack(Map.of(key, lines));
            new NaiveExchange(purse).undo(key);
            follow();
            return;
        }
        new NaiveExchange(purse).undo(key);
        if (event instanceof WalletToppedUp) {
            NaiveLot lot = purse.lots.get(key + "#money");
            if (lot.putIn > 0) {
                expected.reclaim(lot.id, purse.takeBack(lot));
            }
            return;
        }
        Map<NaiveLot, Long> taken = new LinkedHashMap<>();
        purse.lots.values().stream()
                .filter(lot -> lot.award.isPresent() && lot.event.equals(key) && lot.standing > 0)
                .forEach(lot -> taken.put(lot, lot.standing));
        reclaim(taken);
        follow();
        for (NaiveSale sale : purse.sales.values()) {
            for (NaiveSale.Payment payment : sale.payments) {
                if (payment.event().equals(key)) {
                    undo(sale, payment);
                }
            }
        }
    }

    private void undo(NaiveSale sale, NaiveSale.Payment payment) {
        for (NaiveShare share : payment.shares()) {
            back(payment, share.amount);
            if (payment.spent()) {
                sale.line(share.line).orElseThrow().payable += share.amount;
            }
            share.amount = 0;
        }
    }

    /** Gives back to the lot what a payment took of it. */
    private void back(NaiveSale.Payment payment, long amount) {
        NaiveLot lot = payment.lot();
        if (payment.spent()) {
            lot.remaining += amount;
            lot.takenOff -= payment.event().equals(lot.event) ? amount : 0;
            expected.toWallet += amount;
            purse.book(AccountKind.REIMBURSEMENT, lot.denomination, -amount);
        } else {
            NaiveLot freed = purse.lots.get(lot.id + "/open");
            long there = Math.min(amount, freed.remaining);
            freed.remaining -= there;
            lot.remaining += there;
        }
    }

    private void goods(NaiveSale sale, Map<String, NaiveBack> pieces) {
        long wallet = expected.toWallet;
        long refund = expected.refund;
        for (boolean spent : new boolean[] {true, false}) {
            for (NaiveSale.Payment payment : sale.payments) {
                for (NaiveShare share : payment.shares()) {
                    if (payment.spent() == spent && pieces.containsKey(share.line) && share.pieces > 0) {
                        back(payment, pieces.get(share.line).of(share));
                    }
                }
            }
        }
        pieces.forEach((id, back) -> {
            NaiveSale.Line line = sale.line(id).orElseThrow();
            long cash = back.of(line.payable, line.kept);
            expected.refund += cash;
            line.payable -= cash;
            line.value -= back.of(line.value, line.kept);
            line.vat -= back.of(line.vat, line.kept);
            line.kept -= back.pieces();
        });
        sale.toWallet += expected.toWallet - wallet;
        sale.refunded += expected.refund - refund;
    }

    /** What the awards of a purchase give up. */
    private Map<NaiveLot, Long> givenUp(NaiveSale sale, List<NaiveSale.Line> before, Map<String, NaiveBack> pieces) {
        Map<NaiveLot, Long> givenUp = new LinkedHashMap<>();
        for (Offer offer : world.offers()) {
            if (NaiveGrant.accumulates(offer)) {
                long were = Math.max(0, NaiveGrant.units(offer, before));
                long are = Math.max(0, NaiveGrant.units(offer, sale.rest()));
                boolean none = NaiveGrant.units(offer, before) >= 0 && NaiveGrant.units(offer, sale.rest()) < 0;
                NaiveOverTime overTime = new NaiveOverTime(purse, offer, this::best);
                overTime.worth(sale.purchase.key(), are, NaiveGrant.rewarded(offer, sale.rest()));
                overTime.without(sale.purchase.key(), were - are, none, givenUp);
            }
            NaiveLot lot = purse.lots.get(sale.purchase.key() + "#" + offer.code());
            if (lot != null
                    && lot.award.isPresent()
                    && lot.standing > 0
                    && !givenUp.containsKey(lot)
                    && (lot.heldUp || !NaiveGrant.accumulates(offer))) {
                givenUp.put(lot, ofOnePurchase(lot, offer, sale, pieces));
            }
        }
        for (NaiveLot lot : purse.lots.values()) {
            if (lot.event.equals(sale.purchase.key()) && lot.discount && lot.standing > lot.mostStanding()) {
                givenUp.merge(lot, lot.standing - lot.mostStanding(), Math::max);
            }
        }
        return givenUp;
    }

    /** What the best of the awards that this one had beaten would now be. */
    private long best(NaiveLot lot) {
        return lot.beaten.keySet().stream()
                .mapToLong(offer -> world.nowOf(offer, lot, purse))
                .max()
                .orElse(0);
    }

    private long ofOnePurchase(NaiveLot lot, Offer offer, NaiveSale sale, Map<String, NaiveBack> pieces) {
        if (sale.isAllBack()) {
            return lot.standing;
        }
        if (offer.handling().onReturn() == ReturnPolicy.RE_EVALUATE) {
            long own = lot.heldUp ? 0 : NaiveGrant.of(offer, sale.rest(), lot.shared);
            lot.heldUp |= own == 0;
            lot.wished = own > 0 && NaiveGrant.isShare(offer) ? NaiveGrant.wished(offer, 1, lot.shared) : 0;
            return lot.standing - Math.min(lot.standing, Math.max(own, best(lot)));
        }
        long given = 0;
        for (NaiveShare share : lot.shares) {
            if (pieces.containsKey(share.line) && share.pieces > 0) {
                NaiveBack back = pieces.get(share.line);
                boolean byThePiece =
                        !lot.discount && NaiveGrant.isPerPiece(offer) && offer.award() instanceof Award.FixedAmount;
                given += byThePiece ? share.give(back.pieces()) : back.of(share);
            }
        }
        long back = Math.min(given, lot.standing);
        lot.wished = NaiveShare.part(lot.wished, lot.standing - back, lot.standing);
        return back;
    }

    /** What was made because of the awards that were taken back: shares of them, and then what had waited for one. */
    private void follow() {
        shrinkShares();
        if (!gone) {
            return;
        }
        boolean stands = purse.lots.values().stream()
                        .anyMatch(lot -> lot.award.isPresent() && lot.standing > 0 && !lot.isDependent())
                || purse.inherited.stream()
                        .filter(award -> !purse.lots.containsKey(award.lot()))
                        .flatMap(award -> world.offers().stream()
                                .filter(offer -> offer.code().equals(award.offer())))
                        .anyMatch(offer -> !NaiveGrant.waits(offer) && !NaiveGrant.isShare(offer));
        if (!stands) {
            Map<NaiveLot, Long> waited = new LinkedHashMap<>();
            inOrder(lot -> lot.award.filter(NaiveGrant::waits).isPresent() && lot.standing > 0)
                    .forEach(lot -> waited.put(lot, lot.standing));
            reclaim(waited);
            shrinkShares();
        }
    }

    /** As if only what still stands of the others had stood then; each after all that it is a share of. */
    private void shrinkShares() {
        for (NaiveLot lot : inOrder(lot -> lot.award.filter(NaiveGrant::isShare).isPresent())) {
            long now = lot.shareOf.stream()
                    .mapToLong(id -> purse.lots.get(id).standing)
                    .sum();
            if (now < lot.shared) {
                shrink(lot, now);
            }
        }
    }

    private void shrink(NaiveLot lot, long now) {
        Offer offer = lot.award.orElseThrow();
        long times = NaiveGrant.accumulates(offer)
                ? NaiveGrant.times(
                        offer,
                        lot.sources.stream()
                                .mapToLong(NaiveCount.Counted::units)
                                .sum())
                : 1;
        long left;
        if (NaiveGrant.wished(offer, times, lot.shared) == lot.wished) {
            lot.wished = NaiveGrant.wished(offer, times, now);
            left = NaiveGrant.limited(offer.award().range(), lot.wished);
        } else {
            lot.wished = NaiveShare.part(lot.wished, now, lot.shared);
            left = lot.wished == 0 ? 0 : NaiveShare.part(lot.standing, now, lot.shared);
        }
        if (offer.handling().onReturn() == ReturnPolicy.RE_EVALUATE) {
            left = Math.max(left, best(lot));
        }
        left = Math.min(left, lot.standing);
        lot.shared = now;
        if (left > 0 && !lot.shares.isEmpty()) {
            spread(lot.shares, left);
        }
        take(lot, lot.standing - left);
    }

    private static void spread(List<NaiveShare> shares, long amount) {
        boolean free = shares.stream().allMatch(share -> share.amount == 0);
        long[] parts = NaiveSpending.divide(
                amount,
                shares.stream()
                        .mapToLong(share -> free ? share.pieces : share.amount)
                        .toArray());
        for (int i = 0; i < parts.length; i++) {
            shares.get(i).amount = parts[i];
        }
    }

    private List<NaiveLot> inOrder(Predicate<NaiveLot> which) {
        return purse.lots.values().stream()
                .filter(which)
                .sorted(Comparator.comparing(lot -> lot.place))
                .toList();
    }

    /** Takes awards back in the order in which the engine did: the domain leaves it open. */
    private void reclaim(Map<NaiveLot, Long> taken) {
        List<NaiveLot> lots = new ArrayList<>(taken.keySet());
        lots.sort(Comparator.comparing(lot -> order.contains(lot.id) ? order.indexOf(lot.id) : order.size()));
        for (NaiveLot lot : lots) {
            take(lot, taken.get(lot));
        }
    }

    private void take(NaiveLot lot, long amount) {
        if (amount == 0) {
            return;
        }
        order.remove(lot.id);
        expected.reclaim(lot.id, purse.reclaim(lot, amount, at));
        gone |= lot.standing == 0;
        world.use(lot.award.orElseThrow(), lot.awardedOn, lot.standing == 0 ? -1 : 0, -amount);
    }
}
