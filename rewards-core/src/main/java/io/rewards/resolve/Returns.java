package io.rewards.resolve;

import io.rewards.account.Account;
import io.rewards.account.Collected;
import io.rewards.amount.Amount;
import io.rewards.books.Exchanging;
import io.rewards.books.GivingBack;
import io.rewards.books.Purse;
import io.rewards.books.Reclaiming;
import io.rewards.books.Reserving;
import io.rewards.decision.Moment;
import io.rewards.decision.ReturnResult;
import io.rewards.effect.Effect;
import io.rewards.effect.Report;
import io.rewards.effect.Shared;
import io.rewards.event.Achievement;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.event.FinancialAchievement;
import io.rewards.event.Purchase;
import io.rewards.event.ReturnedLine;
import io.rewards.ledger.LotId;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.wallet.Counted;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Provenance;
import io.rewards.wallet.Returned;
import io.rewards.wallet.Sale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Takes back what goods that come back have earned and paid, exactly: spent money goes back to its lots first, then each
 * award gives up what the goods earned of it, and what was awarded because of it follows. The parts of any number of steps, in any order, sum to the whole. For one
 * event and one thread. Source: domain 5.6, 12.1 Q3, Q4, Q31.
 */
public final class Returns {

    private static final Comparator<Lot> OLDEST =
            Comparator.comparing(Lot::awardedOn).thenComparing(Lot::id);

    private final Moment moment;
    private final Context context;
    private final Purse purse;
    private final String reason;
    private final Amount zero;
    private final GivingBack giving;
    private final TakingBack taking;
    private final Counting counting;
    private final Set<EventKey> gone = new HashSet<>();
    private Amount refund;
    private Amount toWallet;

    public Returns(Moment moment, Context context, String reason) {
        this.moment = moment;
        this.context = context;
        this.reason = reason;
        purse = context.purse(moment);
        zero = Amount.zero(moment.catalogue().settings().currency());
        giving = new GivingBack(purse, reason, zero);
        taking = new TakingBack(purse, moment.catalogue().settings().spending().clawback(), reason);
        counting = new Counting(moment.account(), moment.past());
        refund = zero;
        toWallet = zero;
        new Reserving(purse).releaseLapsed(moment.event().performedOn());
    }

    /** What the event brings back: these lines of purchases of the participant, as they were admitted. */
    public static Effect of(Moment moment, List<ReturnedLine> lines, Context context) {
        Returns returns = new Returns(moment, context, "");
        Map<EventKey, List<ReturnedLine>> byPurchase = new TreeMap<>();
        lines.forEach(line -> byPurchase
                .computeIfAbsent(line.purchase(), unused -> new ArrayList<>())
                .add(line));
        Map<EventKey, Map<String, Returned>> back = new TreeMap<>();
        byPurchase.forEach((purchase, ofPurchase) -> back.put(purchase, returns.back(purchase, ofPurchase)));
        returns.goods(back);
        return returns.effect();
    }

    /** Those of {@code lots} that are awards of which something stands, oldest first. */
    static List<Lot> standing(List<Lot> lots) {
        return lots.stream()
                .filter(lot -> lot.isAward() && lot.standing().isPositive())
                .sorted(OLDEST)
                .toList();
    }

    /** A purchase never happened: everything of it that is left comes back. */
    public void purchase(Purchase bought) {
        Map<String, Returned> all = new TreeMap<>();
        sale(bought).lines().forEach(line -> all.put(line.line(), Returned.ofPieces(line.kept())));
        goods(Map.of(bought.key(), all));
        exchange(bought.key());
    }

    /** Something else that was awarded never happened; what else counted towards the award counts again. */
    public void happening(CustomerEvent happened) {
        EventKey key = happened.key();
        for (Lot lot : standing(purse.lotsOf(key))) {
            Provenance provenance = lot.provenance();
            if (!provenance.event().equals(key)) {
                countAgain(provenance.offer(), provenance.event());
            }
            for (Counted source : provenance.sources()) {
                if (!source.event().equals(key) && !source.event().equals(provenance.event())) {
                    countAgain(provenance.offer(), source.event());
                }
            }
            taking.reclaim(lot, lot.standing(), provenance.after(provenance.wished(), List.of(), List.of()));
        }
        for (Map.Entry<String, List<Collected>> each :
                Map.copyOf(counting.collected()).entrySet()) {
            List<Collected> others = each.getValue().stream()
                    .filter(waiting -> !waiting.event().equals(key))
                    .toList();
            if (others.size() < each.getValue().size()) {
                counting.put(each.getKey(), others);
            }
        }
        gone.add(key);
        purse.cancel(key);
    }

    private void countAgain(String offer, EventKey key) {
        CustomerEvent happened = context.lookups().event(key).orElseThrow();
        String classification;
        if (happened instanceof Achievement achievement) {
            classification = achievement.classification();
        } else if (happened instanceof FinancialAchievement achievement) {
            classification = achievement.classification();
        } else {
            return;
        }
        List<Collected> waiting = new ArrayList<>(counting.collected().getOrDefault(offer, List.of()));
        waiting.add(new Collected(key, happened.performedOn(), classification));
        waiting.sort(null);
        counting.put(offer, waiting);
    }

    /** An award, by the id of its transaction or of its lot, is taken back by itself. */
    public void award(String award, String user) {
        String id = moment.past()
                .transaction(award)
                .filter(transaction -> transaction.kind() == TransactionKind.AWARD)
                .map(Transaction::lot)
                .orElse(award);
        Lot lot = purse.lot(id);
        taking.reclaim(lot, lot.standing(), lot.provenance(), user);
    }

    /**
     * What an event awarded is taken back.
     *
     * @param offers codes of those whose awards are; empty for all
     */
    public void awardsOf(EventKey key, Set<String> offers) {
        standing(purse.lotsOf(key)).stream()
                .filter(lot -> lot.provenance().event().equals(key)
                        && (offers.isEmpty() || offers.contains(lot.provenance().offer())))
                .forEach(lot -> taking.reclaim(lot, lot.standing(), lot.provenance()));
        if (offers.isEmpty()) {
            gone.add(key);
        }
    }

    /** Points that {@code exchanging} turned come back for the money that is not spent; what is spent stays money. */
    public void exchange(EventKey exchanging) {
        new Exchanging(purse, reason).undo(exchanging);
        gone.add(exchanging);
        purse.cancel(exchanging);
    }

    /** What {@code key} put in never came. */
    public void putIn(EventKey key) {
        taking.putIn(purse.lot(LotId.money(key).text()));
        purse.cancel(key);
    }

    /** What was spent by {@code paying} on a purchase comes back. */
    public void payments(EventKey paying, EventKey purchase) {
        purse.sale(purchase).ifPresent(sale -> toWallet = toWallet.plus(giving.cancelPayments(sale, paying)));
        gone.add(paying);
        purse.cancel(paying);
    }

    /** Everything that was brought back. */
    public Effect effect() {
        new DependentAwards(new BestAward(moment, context, purse), taking).follow();
        new Reclaiming(purse).settleDebts();
        Account after = moment.account().with(purse.wallet()).with(counting.counters());
        for (EventKey key : gone) {
            after = after.without(key);
        }
        Referrals referrals = new Referrals(moment, context, purse);
        after = referrals.afterReturn(after, taking.gone());
        return Effect.of(
                        after,
                        counting.noted(purse.changes()),
                        Report.of(new ReturnResult(refund, toWallet, taking.reclaimed())))
                .with(Shared.of(taking.claims(), referrals.followUps()));
    }

    private Sale sale(Purchase bought) {
        return purse.sale(bought.key()).orElseGet(() -> Sale.of(bought, moment.catalogue()));
    }

    /** What comes back of each line of a purchase: all pieces that are named, and of what the others cost all amounts. */
    private Map<String, Returned> back(EventKey purchase, List<ReturnedLine> lines) {
        Map<String, Long> pieces = new TreeMap<>();
        Map<String, Amount> refunded = new TreeMap<>();
        for (ReturnedLine line : lines) {
            pieces.merge(line.line(), line.quantity(), Math::addExact);
            refunded.merge(line.line(), line.amount().orElse(zero), Amount::plus);
        }
        Sale sale = sale((Purchase) context.lookups().event(purchase).orElseThrow());
        Map<String, Returned> back = new TreeMap<>();
        pieces.forEach((id, quantity) ->
                back.put(id, Returned.of(sale.line(id).orElseThrow(), quantity, refunded.getOrDefault(id, zero))));
        return back;
    }

    /** All that was paid comes back to its lots before any award is taken back, whatever paid for what. */
    private void goods(Map<EventKey, Map<String, Returned>> byPurchase) {
        List<ReturnedPurchase> all = new ArrayList<>();
        byPurchase.forEach((key, back) -> cameBack(key, back).ifPresent(all::add));
        BestAward best = new BestAward(moment, context, purse);
        PurchaseAwards ofPurchases = new PurchaseAwards(moment, context, purse, taking, best);
        CountedAwards counted = new CountedAwards(best, counting, taking);
        Map<ReturnedPurchase, Set<String>> earned = new LinkedHashMap<>();
        all.forEach(each -> earned.put(each, ofPurchases.earnedAlone(each)));
        earned.forEach((each, alone) -> {
            ofPurchases.after(each, alone);
            counted.after(each.had(), each.left());
            discountsGo(each.had().key());
            if (each.left().isEmpty()) {
                gone.add(each.had().key());
            }
        });
    }

    /** What came back of discounts for purchases over time is no money. Source: domain 5.8. */
    private void discountsGo(EventKey key) {
        for (Lot lot : standing(purse.lotsOf(key))) {
            if (lot.provenance().event().equals(key)) {
                taking.reclaim(lot, lot.standing().minus(purse.standing(lot, lot.standing())), lot.provenance());
            }
        }
    }

    private Optional<ReturnedPurchase> cameBack(EventKey key, Map<String, Returned> back) {
        Purchase bought = (Purchase) context.lookups().event(key).orElseThrow();
        Sale sale = sale(bought);
        Optional<Purchase> had = sale.rest(bought);
        for (Map.Entry<String, Returned> returned : back.entrySet()) {
            refund = refund.plus(sale.line(returned.getKey()).orElseThrow().refund(returned.getValue()));
        }
        toWallet = toWallet.plus(giving.returnGoods(sale, back));
        Optional<Purchase> left = purse.sale(key).orElseThrow().rest(bought);
        return had.map(before -> new ReturnedPurchase(before, left, back));
    }
}
