package io.rewards.purse;

import io.rewards.amount.Amount;
import io.rewards.catalogue.AgreementTerms;
import io.rewards.catalogue.ExchangeRate;
import io.rewards.catalogue.SpendMethod;
import io.rewards.decision.SpendResult;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.event.HoldPlaced;
import io.rewards.event.PayoutRequested;
import io.rewards.event.PointsExchanged;
import io.rewards.event.Purchase;
import io.rewards.event.RedeemRequested;
import io.rewards.event.SpendRequested;
import io.rewards.event.SpendWish;
import io.rewards.event.VoucherUsed;
import io.rewards.ledger.AccountKind;
import io.rewards.participant.AutomaticSpending;
import io.rewards.wallet.LineShare;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one event spends, reserves or frees. Source: domain 4.4, 5.2, 5.3, 10. */
final class NaiveSpending {

    private final NaiveWorld world;
    private final NaivePurse purse;
    private final CustomerEvent event;
    private final Instant at;
    private final Optional<SpendResult> observed;
    private final Expected expected;

    NaiveSpending(
            NaiveWorld world,
            NaivePurse purse,
            CustomerEvent event,
            Optional<SpendResult> observed,
            Expected expected) {
        this.world = world;
        this.purse = purse;
        this.event = event;
        this.at = event.performedOn();
        this.observed = observed;
        this.expected = expected;
    }

    /** Parts of a whole in proportion to weights; what is left over goes one each to the largest remainders. */
    static long[] divide(long whole, long[] weights) {
        long all = 0;
        for (long weight : weights) {
            all += weight;
        }
        long[] parts = new long[weights.length];
        BigInteger[] remainders = new BigInteger[weights.length];
        long left = whole;
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            BigInteger[] part = BigInteger.valueOf(whole)
                    .multiply(BigInteger.valueOf(weights[i]))
                    .divideAndRemainder(BigInteger.valueOf(all));
            parts[i] = part[0].longValueExact();
            remainders[i] = part[1];
            left -= parts[i];
            places.add(i);
        }
        places.sort((one, other) -> remainders[other].compareTo(remainders[one]));
        for (int i = 0; i < left; i++) {
            parts[places.get(i)]++;
        }
        return parts;
    }

    /** Takes an award off the purchase that earned it. */
    void instantly(NaiveLot lot, NaiveSale sale, Map<String, Long> ofLines) {
        expected.instant.put(lot.award.orElseThrow().code(), ofLines);
        lot.remaining -= ofLines.values().stream().mapToLong(Long::longValue).sum();
        pay(sale, lot, ofLines);
    }

    private void pay(NaiveSale sale, NaiveLot lot, Map<String, Long> ofLines) {
        List<NaiveShare> shares = new ArrayList<>();
        ofLines.forEach((line, amount) -> {
            NaiveSale.Line paid = sale.line(line).orElseThrow();
            shares.add(new NaiveShare(line, paid.kept, amount));
            paid.payable -= amount;
            lot.takenOff += event.key().equals(lot.event) ? amount : 0;
            purse.book(AccountKind.REIMBURSEMENT, lot.denomination, amount);
        });
        sale.payments.add(new NaiveSale.Payment(event.key(), lot, true, shares));
    }

    /** Spends on a purchase what it asks for itself. */
    void wish(Purchase purchase, NaiveSale sale) {
        SpendWish wish = purchase.spend().orElseThrow();
        if (wish.points().isPresent()) {
            byPoints(sale, wish.points().get().units());
            return;
        }
        spend(sale, wish);
    }

    /** Turns as many points as the purchase needs into money, in whole steps, and pays with that money alone. */
    private void byPoints(NaiveSale sale, long asked) {
        ExchangeRate rate = world.rate().orElseThrow();
        long step = rate.from().units();
        long worth = rate.to().units();
        long requested = asked / step * worth;
        expected.requested = Optional.of(requested);
        List<NaiveLot> lots = purse.inOrder(Market.PTS.code()).stream()
                .filter(lot -> NaivePurse.isSpendable(lot, event.unit(), at))
                .toList();
        long there = Math.min(asked, NaivePurse.sum(lots));
        boolean tooLittle = world.settings()
                .minimumRequest()
                .filter(least -> requested < least.units())
                .isPresent();
        if (refused() || tooLittle || there < NaiveExchange.least(rate)) {
            return;
        }
        Map<NaiveLot, Long> capacity = new LinkedHashMap<>();
        lots.forEach(lot -> capacity.put(lot, lot.there() * worth));
        List<Long> owed = sale.lines.stream().map(line -> line.payable * step).toList();
        for (long steps = there / step; steps > 0; steps--) {
            Map<NaiveLot, Long> plan = NaivePlan.of(lots, capacity, sale.lines, owed, steps * step * worth);
            if (NaivePlan.sum(plan) == steps * step * worth) {
                Map<NaiveLot, Long> points = new LinkedHashMap<>();
                long[] parts = divide(
                        steps * step,
                        plan.values().stream().mapToLong(Long::longValue).toArray());
                for (NaiveLot lot : plan.keySet()) {
                    points.put(lot, parts[points.size()]);
                }
                points.values().removeIf(count -> count == 0);
                List<NaiveLot> made = new NaiveExchange(purse).turn(event.key(), points, steps * worth);
                expected.exchanged = List.of(asked, steps * step, steps * worth);
                spendPlanned(
                        sale,
                        NaivePlan.of(made, NaivePlan.all(made), sale.lines, NaivePlan.owed(sale.lines), requested));
                return;
            }
        }
    }

    void exchange(PointsExchanged exchange) {
        ExchangeRate rate = world.rate().orElseThrow();
        purse.settleDebts(at);
        List<NaiveLot> lots = purse.validNow(at, Market.PTS.code());
        long asked = exchange.amount().map(Amount::units).orElse(NaivePurse.sum(lots));
        new NaiveExchange(purse).turn(event.key(), lots, rate, asked);
        long steps = asked / rate.from().units();
        expected.exchanged = List.of(asked, steps * rate.from().units(), NaiveExchange.worth(rate, asked));
    }

    private boolean refused() {
        return purse.blocked || !world.paysBy(SpendMethod.SPEND_ON_REQUEST, event.unit());
    }

    /** Spends as asked, also when a run comes to it: as much as may be spent and is left to pay then. */
    void request(SpendRequested request) {
        spend(purse.sales.get(request.purchase()), request.wish());
    }

    private void spend(NaiveSale sale, SpendWish wish) {
        long requested = wish.amount().map(Amount::units).orElse(sale.payable());
        expected.requested = Optional.of(requested);
        boolean enough = world.settings()
                .minimumRequest()
                .filter(least -> requested < least.units())
                .isEmpty();
        if (!refused() && enough) {
            spend(sale, wish, requested);
        }
    }

    private void spend(NaiveSale sale, SpendWish wish, long requested) {
        if (wish.hold().isPresent()) {
            purse.hold(wish.hold().get(), at)
                    .ifPresent(hold -> capture(sale, wish.hold().get(), hold, requested));
            return;
        }
        List<NaiveLot> lots = purse.spendable(event.unit(), at);
        spendPlanned(sale, NaivePlan.of(lots, NaivePlan.all(lots), sale.lines, NaivePlan.owed(sale.lines), requested));
    }

    private void capture(NaiveSale sale, EventKey key, NaivePurse.Hold hold, long requested) {
        Map<NaiveLot, Long> held = new LinkedHashMap<>();
        hold.parts().forEach(part -> held.merge(part.lot(), part.amount(), Long::sum));
        purse.release(key);
        List<NaiveLot> lots = purse.inOrder(Market.EUR.code()).stream()
                .filter(held::containsKey)
                .filter(lot -> lot.conditions.units().isEmpty()
                        || lot.conditions.units().contains(event.unit()))
                .toList();
        spendPlanned(sale, NaivePlan.of(lots, held, sale.lines, NaivePlan.owed(sale.lines), requested));
    }

    private void spendPlanned(NaiveSale sale, Map<NaiveLot, Long> plan) {
        Map<String, Map<String, Long>> routes = routes(plan, sale.lines, NaivePlan.owed(sale.lines));
        plan.forEach((lot, amount) -> {
            expected.parts.merge(lot.id, amount, Long::sum);
            purse.take(lot, amount);
            pay(sale, lot, routes.get(lot.id));
        });
    }

    /**
     * Over which lines each part is spread. The domain leaves that open, so the engine's answer is taken where it is a
     * possible one; otherwise there is a difference to report, and any will do.
     */
    private Map<String, Map<String, Long>> routes(
            Map<NaiveLot, Long> plan, List<NaiveSale.Line> lines, List<Long> owed) {
        Map<String, Map<String, Long>> routes = new HashMap<>();
        Map<String, Long> left = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            left.put(lines.get(i).id, owed.get(i));
        }
        boolean possible = true;
        List<SpendResult.Part> parts = observed.map(SpendResult::parts).orElse(List.of());
        for (Map.Entry<NaiveLot, Long> planned : plan.entrySet()) {
            Map<String, Long> route = new LinkedHashMap<>();
            for (SpendResult.Part part : parts) {
                if (part.lot().equals(planned.getKey().id)) {
                    for (LineShare share : part.lines()) {
                        route.merge(share.line(), share.amount().units(), Long::sum);
                    }
                }
            }
            long sum = 0;
            for (Map.Entry<String, Long> ofLine : route.entrySet()) {
                sum += ofLine.getValue();
                long after = left.merge(ofLine.getKey(), -ofLine.getValue(), Long::sum);
                possible &= after >= 0 && ofLine.getValue() > 0;
                possible &= lines.stream()
                        .anyMatch(line -> line.id.equals(ofLine.getKey()) && NaivePlan.accepts(planned.getKey(), line));
            }
            possible &= sum == planned.getValue();
            routes.put(planned.getKey().id, route);
        }
        if (!possible) {
            expected.parts.put("(spread over lines that cannot be paid)", 1L);
            return any(plan, lines, owed);
        }
        return routes;
    }

    private static Map<String, Map<String, Long>> any(
            Map<NaiveLot, Long> plan, List<NaiveSale.Line> lines, List<Long> owed) {
        Map<String, Map<String, Long>> routes = new HashMap<>();
        List<Long> left = new ArrayList<>(owed);
        plan.forEach((lot, amount) -> {
            Map<String, Long> route = new LinkedHashMap<>();
            long rest = amount;
            for (int i = 0; i < lines.size(); i++) {
                long paid = NaivePlan.accepts(lot, lines.get(i)) ? Math.min(rest, left.get(i)) : 0;
                left.set(i, left.get(i) - paid);
                rest -= paid;
                route.put(lines.get(i).id, paid);
            }
            routes.put(lot.id, route);
        });
        return routes;
    }

    /** Spends what may be spent without being asked, and says how much that is. */
    long automatically(Purchase purchase, NaiveSale sale) {
        if (!world.agreement(purchase.unit())
                        .said(AgreementTerms::automaticSpending)
                        .orElse(false)
                || purse.blocked
                || !world.paysBy(SpendMethod.SPEND_AUTOMATICALLY, purchase.unit())) {
            return 0;
        }
        AutomaticSpending rules = purse.profile.preferences().automaticSpending();
        List<NaiveLot> lots = purse.spendable(purchase.unit(), at);
        List<Long> owed = NaivePlan.owed(sale.lines);
        long most = sale.payable();
        if (rules.allowed()) {
            long available = NaivePurse.sum(purse.validNow(at, Market.EUR.code()));
            long possible = NaivePlan.sum(NaivePlan.of(lots, NaivePlan.all(lots), sale.lines, owed, most));
            boolean wanted = (rules.units().isEmpty() || rules.units().contains(purchase.unit()))
                    && rules.minimumBalance()
                            .filter(least -> available < least.units())
                            .isEmpty()
                    && rules.from().filter(least -> possible < least.units()).isEmpty();
            long allowed = wanted
                    ? rules.to().map(limit -> Math.min(possible, limit.units())).orElse(possible)
                    : 0;
            if (allowed < possible) {
                long always = NaivePlan.sum(
                        NaivePlan.of(whateverIsAllowed(lots), NaivePlan.all(lots), sale.lines, owed, most));
                most = Math.max(allowed, always);
                List<NaiveLot> others = new ArrayList<>(lots);
                others.removeAll(whateverIsAllowed(lots));
                lots = new ArrayList<>(whateverIsAllowed(lots));
                lots.addAll(others);
            }
        } else {
            lots = whateverIsAllowed(lots);
        }
        Map<NaiveLot, Long> plan = NaivePlan.of(lots, NaivePlan.all(lots), sale.lines, owed, most);
        spendPlanned(sale, plan);
        return NaivePlan.sum(plan);
    }

    /** Money that offers have spent without anybody being asked. */
    private static List<NaiveLot> whateverIsAllowed(List<NaiveLot> lots) {
        return lots.stream()
                .filter(lot -> lot.method == SpendMethod.SPEND_AUTOMATICALLY)
                .toList();
    }

    void hold(HoldPlaced placed) {
        List<NaiveSale.Line> lines = NaiveSale.marked(NaiveSale.lines(placed.lines()), world.programme);
        List<Long> owed = NaivePlan.owed(lines);
        long requested = placed.amount()
                .map(Amount::units)
                .orElse(owed.stream().mapToLong(Long::longValue).sum());
        expected.requested = Optional.of(requested);
        List<NaiveLot> lots = purse.spendable(event.unit(), at);
        Map<NaiveLot, Long> plan = NaivePlan.of(lots, NaivePlan.all(lots), lines, owed, requested);
        List<NaivePurse.Part> parts = new ArrayList<>();
        plan.forEach((lot, amount) -> {
            expected.parts.merge(lot.id, amount, Long::sum);
            purse.take(lot, amount);
            parts.add(new NaivePurse.Part(lot, amount));
        });
        if (!parts.isEmpty()) {
            purse.holds.put(placed.key(), new NaivePurse.Hold(placed.until(), parts));
        }
    }

    void redeem(RedeemRequested request) {
        NaiveSale sale = purse.sales.get(request.purchase());
        List<Long> owed = sale.lines.stream().map(sale::redeemable).toList();
        long requested = request.amount()
                .map(Amount::units)
                .orElse(owed.stream().mapToLong(Long::longValue).sum());
        expected.requested = Optional.of(requested);
        List<NaiveLot> lots = purse.spendable(event.unit(), at).stream()
                .filter(lot -> lot.account == AccountKind.COMMERCE && lot.method != SpendMethod.SPEND_INSTANTLY)
                .toList();
        Map<NaiveLot, Long> plan = NaivePlan.of(lots, NaivePlan.all(lots), sale.lines, owed, requested);
        Map<String, Map<String, Long>> routes = routes(plan, sale.lines, owed);
        plan.forEach((lot, amount) -> {
            expected.parts.merge(lot.id, amount, Long::sum);
            purse.take(lot, amount);
            freed(lot).remaining += amount;
            List<NaiveShare> shares = new ArrayList<>();
            routes.get(lot.id)
                    .forEach((line, part) ->
                            shares.add(new NaiveShare(line, sale.line(line).orElseThrow().kept, part)));
            sale.payments.add(new NaiveSale.Payment(event.key(), lot, false, shares));
        });
    }

    /** The lot of what is freed of another one. */
    private NaiveLot freed(NaiveLot lot) {
        NaiveLot known = purse.lots.get(lot.id + "/open");
        if (known != null) {
            return known;
        }
        NaiveLot freed = new NaiveLot(lot.id + "/open", lot.denomination, lot.awardedOn, lot.event);
        freed.validFrom = at;
        return purse.add(freed);
    }

    void voucher(VoucherUsed used, NaiveLot lot) {
        NaiveSale sale = purse.sales.get(used.purchase());
        List<NaiveLot> only = List.of(lot);
        List<Long> owed = NaivePlan.owed(sale.lines);
        Map<NaiveLot, Long> plan = NaivePlan.of(only, NaivePlan.all(only), sale.lines, owed, lot.there());
        spendPlanned(sale, plan);
        if (!plan.isEmpty() && !lot.partial) {
            purse.book(AccountKind.BREAKAGE, lot.denomination, lot.remaining);
            lot.expired += lot.remaining;
            lot.remaining = 0;
        }
    }

    void payout(PayoutRequested requested) {
        List<NaiveLot> lots = purse.payable(at);
        long amount = requested.amount().map(Amount::units).orElse(NaivePurse.sum(lots));
        purse.payouts.put(requested.key(), purse.take(lots, amount));
    }
}
