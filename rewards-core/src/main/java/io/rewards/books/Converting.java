package io.rewards.books;

import io.rewards.amount.Allocation;
import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.catalogue.Commitments;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.Share;
import io.rewards.ledger.TransactionKind;
import io.rewards.past.Inheritance;
import io.rewards.wallet.Beaten;
import io.rewards.wallet.Counted;
import io.rewards.wallet.Dependence;
import io.rewards.wallet.Exchanged;
import io.rewards.wallet.Hold;
import io.rewards.wallet.LineShare;
import io.rewards.wallet.Lot;
import io.rewards.wallet.LotPart;
import io.rewards.wallet.Payment;
import io.rewards.wallet.Payout;
import io.rewards.wallet.Provenance;
import io.rewards.wallet.Sale;
import io.rewards.wallet.SaleLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Everything in a purse that is in a denomination of before becomes what it is now: each amount is rounded once, and what
 * it is made of is divided so that the parts sum to it. Lots, sales and awards without money go along, so that goods of
 * before come back at the rate. For one event. Source: domain 3.12.
 */
public final class Converting {

    private final Purse purse;
    private final Commitments kept;
    private final Denomination money;
    private final UnaryOperator<Amount> rate;
    /** What of each lot is used by payments, holds and payouts, before and after. */
    private final Map<String, Amount> usedBefore = new HashMap<>();

    private final Map<String, Amount> usedAfter = new HashMap<>();

    /**
     * Converts a purse.
     *
     * @param kept says for which offers accounts count money
     * @param money that they count, before
     * @param rate what becomes of an amount; the same amount where it is in no denomination of before
     */
    public Converting(Purse purse, Commitments kept, Denomination money, UnaryOperator<Amount> rate) {
        this.purse = purse;
        this.kept = kept;
        this.money = money;
        this.rate = rate;
    }

    /** Money that was on its way during changeovers, and came with {@code over}, becomes what it is now. */
    public static void arrived(Purse purse, Commitments kept, Inheritance over) {
        if (!kept.changeovers().isEmpty()) {
            new Converting(purse, kept, kept.firstCurrency(), kept::now).convert(over.lots(), over.sales());
        }
    }

    /** What money was counted for, that awards of another denomination have used up, is counted anew. */
    public void recount(Collection<Lot> emptied) {
        Map<String, Lot> lots = all(emptied);
        lots.values().stream()
                .filter(lot -> !isOfBefore(lot.awarded())
                        && lot.provenance().exchange().isPresent())
                .forEach(lot -> purse.put(lot.with(provenance(lot, lot.standing()))));
        lots.values().stream()
                .filter(lot -> !isOfBefore(lot.awarded())
                        && lot.provenance().exchange().isEmpty()
                        && kept.countsMoney(lot.provenance().offer()))
                .forEach(lot -> {
                    Provenance told = lot.provenance();
                    purse.put(
                            lot.with(told.after(told.wished(), counted(told.offer(), told.sources()), told.shares())));
                });
    }

    private Map<String, Lot> all(Collection<Lot> emptied) {
        Map<String, Lot> lots = new TreeMap<>();
        emptied.forEach(lot -> lots.put(lot.id(), lot));
        purse.inOrder().forEach(lot -> lots.put(lot.id(), lot));
        return lots;
    }

    /** Converts everything: what the purse holds, and what is over. */
    public void convert(Collection<Lot> emptied, Collection<Sale> sales) {
        sales.forEach(this::sale);
        List.copyOf(purse.holds().values()).stream()
                .sorted(Comparator.comparing(Hold::event))
                .forEach(this::hold);
        List.copyOf(purse.payouts().values()).stream()
                .sorted(Comparator.comparing(Payout::event))
                .forEach(this::payout);
        all(emptied).values().stream().filter(lot -> isOfBefore(lot.awarded())).forEach(this::lot);
        new TreeMap<>(purse.debts()).forEach(this::debt);
    }

    private boolean isOfBefore(Amount amount) {
        return !rate.apply(amount).denomination().equals(amount.denomination());
    }

    /** What counts for an offer, where that is money. */
    public List<Counted> counted(String offer, List<Counted> counted) {
        return kept.countsMoney(offer)
                ? counted.stream()
                        .map(each -> new Counted(
                                each.event(), each.performedOn(), units(each.units()), units(each.rewarded())))
                        .toList()
                : counted;
    }

    private long units(long units) {
        return rate.apply(new Amount(money, units)).units();
    }

    private void sale(Sale sale) {
        if (sale.lines().stream().noneMatch(line -> isOfBefore(line.value()))) {
            return;
        }
        List<Payment> payments = new ArrayList<>();
        for (Payment payment : sale.payments()) {
            List<LineShare> lines = shares(payment.lines());
            if (!lines.isEmpty()) {
                used(payment.lot(), sum(payment.lines()), sum(lines));
            }
            payments.add(payment.with(lines));
        }
        purse.keep(new Sale(
                sale.purchase(),
                sale.performedOn(),
                sale.lines().stream().map(this::line).toList(),
                payments));
    }

    private SaleLine line(SaleLine line) {
        return new SaleLine(
                line.line(),
                line.product(),
                line.type(),
                line.family(),
                line.kept(),
                rate.apply(line.value()),
                rate.apply(line.vat()),
                rate.apply(line.payable()),
                line.attributes().mapped(rate::apply));
    }

    private static Amount sum(List<LineShare> shares) {
        return LineShare.sum(shares, Amount.zero(shares.get(0).amount().denomination()));
    }

    /** The sum of {@code shares} at the rate, divided as they were. */
    private List<LineShare> shares(List<LineShare> shares) {
        return shares.isEmpty() ? shares : shares(shares, rate.apply(sum(shares)));
    }

    private static List<LineShare> shares(List<LineShare> shares, Amount whole) {
        List<Long> weights =
                shares.stream().map(share -> share.amount().units()).toList();
        boolean nothing = weights.stream().allMatch(weight -> weight == 0);
        List<Amount> parts = nothing ? List.of() : Allocation.split(whole, weights);
        List<LineShare> changed = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            changed.add(shares.get(i).with(nothing ? Amount.zero(whole.denomination()) : parts.get(i)));
        }
        return changed;
    }

    private void used(String lot, Amount before, Amount after) {
        usedBefore.merge(lot, before, Amount::plus);
        usedAfter.merge(lot, after, Amount::plus);
    }

    private void hold(Hold hold) {
        List<LotPart> parts = parts(hold.parts(), AccountKind.HELD);
        if (parts.isEmpty()) {
            purse.holds().remove(hold.event());
        } else {
            purse.holds().put(hold.event(), new Hold(hold.event(), hold.until(), parts));
        }
    }

    private void payout(Payout payout) {
        List<LotPart> parts = parts(payout.parts(), AccountKind.PAYOUT_CLEARING);
        if (parts.isEmpty()) {
            purse.payouts().remove(payout.event());
        } else {
            purse.payouts().put(payout.event(), new Payout(payout.event(), payout.method(), parts));
        }
    }

    private List<LotPart> parts(List<LotPart> parts, AccountKind account) {
        List<LotPart> changed = new ArrayList<>();
        for (LotPart part : parts) {
            Amount now = rate.apply(part.amount());
            if (!isOfBefore(part.amount())) {
                changed.add(part);
                continue;
            }
            used(part.lot(), part.amount(), now);
            move(part.amount(), now, account, purse.lot(part.lot()));
            if (now.isPositive()) {
                changed.add(new LotPart(part.lot(), now, part.transaction(), part.redeem()));
            }
        }
        return changed;
    }

    /** What came in is what has become of it, part by part. */
    private void lot(Lot lot) {
        Amount none = Amount.zero(lot.awarded().denomination());
        Amount zero = rate.apply(none);
        Amount remaining = rate.apply(lot.remaining());
        if (lot.remaining().isPositive()) {
            move(lot.remaining(), remaining, lot.account(), lot);
        }
        Amount used = usedAfter
                .getOrDefault(lot.id(), zero)
                .plus(rate.apply(lot.used().minus(usedBefore.getOrDefault(lot.id(), none)))
                        .max(zero));
        Amount expired = rate.apply(lot.expired());
        Amount reversed = rate.apply(lot.reversed());
        Amount here = remaining.plus(expired).plus(used);
        Amount elsewhere = rate.apply(lot.recovered()).min(reversed).min(here);
        Amount awarded = here.plus(reversed).minus(elsewhere);
        purse.put(new Lot(
                lot.id(),
                lot.account(),
                awarded,
                remaining,
                expired,
                reversed,
                elsewhere,
                lot.awardedOn(),
                lot.validFrom(),
                lot.validTo(),
                lot.conditions(),
                lot.spendMethod(),
                lot.voucher(),
                provenance(lot, awarded.minus(reversed))));
    }

    private Provenance provenance(Lot lot, Amount standing) {
        Provenance before = lot.provenance();
        if (before.exchange().isPresent()) {
            return ofPoints(before.exchange().get(), before, lot.standing(), standing);
        }
        List<Share> givers = new ArrayList<>();
        Amount left = standing;
        for (Share share : before.givers()) {
            Amount part = rate.apply(share.amount()).min(left);
            if (part.isPositive()) {
                givers.add(share.with(part));
                left = left.minus(part);
            }
        }
        List<LineShare> shares = before.shares();
        if (!shares.isEmpty()) {
            Amount whole = sum(shares);
            shares = shares(
                    shares,
                    whole.equals(lot.standing()) ? standing : rate.apply(whole).min(standing));
        }
        return before.after(rate.apply(before.wished()), counted(before.offer(), before.sources()), shares)
                .given(givers)
                .beating(before.beaten().stream()
                        .map(beaten -> new Beaten(beaten.offer(), rate.apply(beaten.amount())))
                        .toList())
                .with(dependence(before.dependence()));
    }

    /** What is said of an award that was points is in points, whatever the money is in. */
    private Provenance ofPoints(Exchanged points, Provenance before, Amount stood, Amount standing) {
        List<Share> givers = before.givers().stream()
                .filter(share -> rate.apply(share.amount()).isPositive())
                .map(share -> share.with(rate.apply(share.amount())))
                .toList();
        Amount money = points.money().equals(stood) ? standing : rate.apply(points.money());
        return before.after(
                        rate.apply(before.wished()), counted(before.offer(), before.sources()), shares(before.shares()))
                .given(givers)
                .with(dependence(before.dependence()))
                .exchanged(new Exchanged(points.event(), points.lot(), rate.apply(points.points()), money));
    }

    private Dependence dependence(Dependence before) {
        return before instanceof Dependence.OnShare share ? share.with(rate.apply(share.amount())) : before;
    }

    private void debt(String code, Amount debt) {
        if (!isOfBefore(debt)) {
            return;
        }
        Amount now = rate.apply(debt);
        purse.debts().remove(code);
        if (now.isPositive()) {
            purse.debts().merge(now.denomination().code(), now, Amount::plus);
        }
        purse.entry(TransactionKind.CONVERSION, debt)
                .between(AccountKind.EXCHANGE, AccountKind.CLAWBACK_RECEIVABLE)
                .named(code)
                .write();
        if (now.isPositive()) {
            purse.entry(TransactionKind.CONVERSION, now)
                    .between(AccountKind.CLAWBACK_RECEIVABLE, AccountKind.EXCHANGE)
                    .named(code)
                    .write();
        }
    }

    private void move(Amount before, Amount now, AccountKind account, Lot lot) {
        purse.entry(TransactionKind.CONVERSION, before)
                .between(account, AccountKind.EXCHANGE)
                .of(lot)
                .write();
        if (now.isPositive()) {
            purse.entry(TransactionKind.CONVERSION, now)
                    .between(AccountKind.EXCHANGE, account)
                    .of(lot)
                    .write();
        }
    }
}
