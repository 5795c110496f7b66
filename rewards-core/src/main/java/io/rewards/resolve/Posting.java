package io.rewards.resolve;

import io.rewards.account.Account;
import io.rewards.account.FollowUp;
import io.rewards.amount.Amount;
import io.rewards.books.Awarding;
import io.rewards.books.Purse;
import io.rewards.books.Reclaiming;
import io.rewards.books.Reserving;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.Offer;
import io.rewards.decision.AccumulatingCandidate;
import io.rewards.decision.Answer;
import io.rewards.decision.Candidate;
import io.rewards.decision.CollectingCandidate;
import io.rewards.decision.ExchangeResult;
import io.rewards.decision.InstantSpend;
import io.rewards.decision.Situation;
import io.rewards.decision.SpendResult;
import io.rewards.decision.Verdict;
import io.rewards.effect.Effect;
import io.rewards.effect.Report;
import io.rewards.effect.Shared;
import io.rewards.event.Purchase;
import io.rewards.ledger.BudgetClaim;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.LotId;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.organisation.Reduction;
import io.rewards.wallet.Beaten;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Sale;
import io.rewards.wallet.SpendPlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes down what the verdicts on an event mean: transactions, lots, instant discounts, counts, and what a purchase spends
 * of the wallet. For one event. Source: domain 5.2, 5.8, 12.1 Q9, Q11.
 */
public final class Posting {

    private final Situation situation;
    private final Context context;
    private final Resolution resolution;
    private final Booking booking;
    private final Purse purse;
    private final Counting counting;
    private final List<BudgetClaim> claims = new ArrayList<>();
    private final List<Lot> booked = new ArrayList<>();
    private Map<String, List<Beaten>> beaten = Map.of();

    private Posting(Situation situation, Resolution resolution, String pack, Context context) {
        this.situation = situation;
        this.context = context;
        this.resolution = resolution;
        booking = new Booking(situation, pack, context.wallets());
        purse = context.purse(situation.moment());
        counting = new Counting(situation.account(), situation.past());
    }

    /** What {@code resolution} changes, made of {@code answers} that the rule pack of hash {@code pack} gave. */
    public static Effect of(
            Situation situation, List<Answer> answers, Resolution resolution, String pack, Context context) {
        return new Posting(situation, resolution, pack, context).post(answers);
    }

    private Effect post(List<Answer> answers) {
        if (!situation.account().wallet().holds().isEmpty()) {
            new Reserving(purse).releaseLapsed(situation.event().performedOn());
        }
        beaten = BestAward.beaten(answers, resolution.verdicts());
        for (int i = 0; i < answers.size(); i++) {
            post(answers.get(i), resolution.verdicts().get(i));
        }
        resolution.discounts().forEach(this::takeOff);
        settleDebts();
        Optional<SpendResult> spend = Optional.empty();
        Optional<ExchangeResult> exchanged = Optional.empty();
        List<Lot> made = List.of();
        Amount payable = situation.payable();
        Amount backEnd = Amount.zero(payable.denomination());
        if (situation.event() instanceof Purchase purchase && !situation.inRun()) {
            Spending spending = new Spending(situation.moment(), purse);
            spend = spending.on(purchase, sale(purchase));
            settleDebts();
            exchanged = spending.exchanged();
            made = spending.made();
            backEnd = backEnd(spend, spending.reduction(), backEnd);
            payable = sale(purchase).payable().plus(backEnd);
        } else if (situation.event() instanceof Purchase purchase && isDecidedFirst(purchase)) {
            spend = new Spending(situation.moment(), purse).afterwards(sale(purchase));
            settleDebts();
            backEnd = spend.map(SpendResult::actual).orElse(backEnd);
        }
        List<Transaction> awards = purse.transactions().stream()
                .filter(transaction -> transaction.kind() == TransactionKind.AWARD)
                .toList();
        Referrals referrals = new Referrals(situation.moment(), context, purse);
        Account account =
                referrals.after(situation.account().with(purse.wallet()).with(counting.counters()), awards);
        List<FollowUp> followUps = new ArrayList<>(referrals.followUps());
        followUps.addAll(FollowUps.of(situation, awards, context.lookups()));
        Report report = new Report(
                spend,
                exchanged,
                Optional.empty(),
                situation.event() instanceof Purchase
                        ? Optional.of(new Report.Bill(situation.payable(), payable, backEnd, resolution.discounts()))
                        : Optional.empty(),
                newLots(made),
                counting.progress());
        return Effect.of(account, counting.noted(purse.changes()), report).with(Shared.of(claims, followUps));
    }

    /** A run that has moved no money brings none for debts either, and what was there at the date of the event may be over. */
    private void settleDebts() {
        if (!situation.inRun() || !purse.transactions().isEmpty()) {
            new Reclaiming(purse).settleDebts();
        }
    }

    /** True in the first run that decides a purchase which was left to runs. */
    private boolean isDecidedFirst(Purchase purchase) {
        return situation
                .account()
                .open(purchase.key())
                .filter(open -> !open.asked())
                .isPresent();
    }

    private void post(Answer answer, Verdict verdict) {
        Candidate candidate = answer.candidate();
        boolean awarded = verdict instanceof Verdict.Granted;
        if (verdict instanceof Verdict.Granted granted) {
            book(candidate, granted);
        }
        if (candidate instanceof AccumulatingCandidate accumulating && answer.counts()) {
            counting.count(accumulating, awarded);
        }
        if (candidate instanceof CollectingCandidate collecting && collecting.allNeeded() && answer.counts()) {
            counting.collect(collecting, awarded);
        }
    }

    private void book(Candidate candidate, Verdict.Granted granted) {
        Offer offer = candidate.offer();
        Lot lot = booking.lot(
                candidate, granted, resolution.discount(offer.code()), beaten.getOrDefault(offer.code(), List.of()));
        new Awarding(purse).award(lot, candidate.awardSubject());
        booked.add(lot);
        claims.addAll(claims(offer, granted.amount()));
        MerchantBudget.claim(situation, granted).ifPresent(claims::add);
    }

    /** One claim for each budget, within all the caps on it. */
    private Collection<BudgetClaim> claims(Offer offer, Amount award) {
        Map<BudgetName, BudgetClaim> ofBudgets = new TreeMap<>();
        for (Cap cap : offer.caps()) {
            if (cap.of() == Cap.Of.ALL) {
                BudgetName budget = BudgetName.of(offer, cap, situation.event().performedOn(), situation.zone());
                ofBudgets.merge(budget, BudgetClaim.of(budget, award, cap.awards(), cap.amount()), BudgetClaim::within);
            }
        }
        return ofBudgets.values();
    }

    private Sale sale(Purchase purchase) {
        return purse.sale(purchase.key()).orElseGet(() -> Sale.of(purchase, situation.catalogue()));
    }

    private void takeOff(InstantSpend discount) {
        Lot lot = purse.lot(LotId.textOfAward(situation.event().key(), discount.offer()));
        SpendPlan.Part part = new SpendPlan.Part(lot, discount.amount(), discount.lines());
        Spending spending = new Spending(situation.moment(), purse);
        spending.paying(spending.reduction())
                .pay(sale((Purchase) situation.event()), new SpendPlan(discount.amount(), List.of(part), List.of()));
    }

    /** What instant and automatic discounts come to where the unit refunds them afterwards. */
    private Amount backEnd(Optional<SpendResult> spend, Reduction reduction, Amount zero) {
        if (reduction == Reduction.FRONT_END) {
            return zero;
        }
        return resolution.discounts().stream()
                .map(InstantSpend::amount)
                .reduce(zero, Amount::plus)
                .plus(spend.filter(result -> result.reduction() == Reduction.BACK_END)
                        .map(SpendResult::actual)
                        .orElse(zero));
    }

    private List<Lot> newLots(List<Lot> made) {
        List<Lot> lots = new ArrayList<>(booked.size() + made.size());
        for (Lot each : booked) {
            lots.add(purse.lot(each.id()));
        }
        lots.addAll(made);
        lots.removeIf(lot -> !lot.remaining().isPositive());
        return lots;
    }
}
