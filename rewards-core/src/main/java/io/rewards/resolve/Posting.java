package io.rewards.resolve;

import io.rewards.account.Account;
import io.rewards.account.Accumulation;
import io.rewards.account.Collected;
import io.rewards.account.FollowUp;
import io.rewards.amount.Allocation;
import io.rewards.amount.Amount;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.SpendMethod;
import io.rewards.decision.AccumulatingCandidate;
import io.rewards.decision.Answer;
import io.rewards.decision.Candidate;
import io.rewards.decision.CollectingCandidate;
import io.rewards.decision.InstantSpend;
import io.rewards.decision.Measure;
import io.rewards.decision.OfferProgress;
import io.rewards.decision.Situation;
import io.rewards.decision.SoldLine;
import io.rewards.decision.SpendLoyaltyCandidate;
import io.rewards.decision.SpendResult;
import io.rewards.decision.Verdict;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.ledger.BudgetClaim;
import io.rewards.ledger.LedgerAccount;
import io.rewards.ledger.LotId;
import io.rewards.ledger.Transaction;
import io.rewards.organisation.Reduction;
import io.rewards.wallet.Books;
import io.rewards.wallet.Counted;
import io.rewards.wallet.LineShare;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Provenance;
import io.rewards.wallet.Sale;
import io.rewards.wallet.SpendPlace;
import io.rewards.wallet.SpendPlan;
import io.rewards.wallet.Voucher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes down what the verdicts on an event mean: transactions, lots, instant discounts, progress, and the account as it
 * is afterwards. Pure. Source: domain 5.2, 12.1 Q9, Q11, Q19 to Q21.
 *
 * @param account of the participant afterwards
 * @param transactions that are new, in order
 * @param lots that are new and still hold money
 * @param instantSpends discounts on the purchase
 * @param payable what is left of the purchase to pay
 * @param progress in the accumulating offers that counted the purchase
 * @param claims on the budgets of offers with a total cap
 * @param followUps for the participant who referred this one, and for sign-ups that waited for a first award
 * @param spend what the purchase spent of the wallet, besides its own awards
 * @param backEnd what of the discounts the customer pays at first and gets refunded
 */
public record Posting(
        Account account,
        List<Transaction> transactions,
        List<Lot> lots,
        List<InstantSpend> instantSpends,
        Amount payable,
        List<OfferProgress> progress,
        List<BudgetClaim> claims,
        List<FollowUp> followUps,
        Optional<SpendResult> spend,
        Amount backEnd) {

    private static final Comparator<Booked> LARGEST_FIRST = Comparator.comparing(
                    (Booked booked) -> booked.lot().awarded())
            .reversed()
            .thenComparing(booked -> booked.offer().number());

    private record Booked(Offer offer, Lot lot) {}

    /** Writes down {@code verdicts}, one for each of {@code answers}, decided by the rule pack of hash {@code pack}. */
    public static Posting of(
            Situation situation, List<Answer> answers, List<Verdict> verdicts, String pack, WalletRules wallets) {
        return new Writer(situation, pack, wallets).post(answers, verdicts);
    }

    private static final class Writer {

        private final Situation situation;
        private final String pack;
        private final Map<String, List<Counted>> progress;
        private final Map<String, List<Collected>> collected;
        private final List<OfferProgress> reported = new ArrayList<>();
        private final List<BudgetClaim> claims = new ArrayList<>();
        private final List<Booked> booked = new ArrayList<>();
        private final WalletRules wallets;
        private final Books books;

        Writer(Situation situation, String pack, WalletRules wallets) {
            this.situation = situation;
            this.pack = pack;
            this.wallets = wallets;
            books = new Books(
                    situation.account().wallet(),
                    situation.account().journal(),
                    situation.event(),
                    situation.processedOn(),
                    wallets.order());
            progress = new TreeMap<>(situation.account().progress());
            collected = new TreeMap<>(situation.account().collected());
        }

        Posting post(List<Answer> answers, List<Verdict> verdicts) {
            books.releaseLapsed(situation.event().performedOn());
            for (int i = 0; i < answers.size(); i++) {
                Candidate candidate = answers.get(i).candidate();
                Verdict verdict = verdicts.get(i);
                if (verdict instanceof Verdict.Granted granted) {
                    book(candidate, granted);
                }
                if (candidate instanceof AccumulatingCandidate accumulating && counts(answers.get(i))) {
                    count(accumulating, verdict instanceof Verdict.Granted);
                }
                if (candidate instanceof CollectingCandidate collecting
                        && collecting.allNeeded()
                        && counts(answers.get(i))) {
                    collect(collecting, verdict instanceof Verdict.Granted);
                }
            }
            books.settleDebts();
            List<InstantSpend> instantSpends = new ArrayList<>();
            Optional<SpendResult> spend = Optional.empty();
            Amount payable = situation.payable();
            Amount backEnd = Amount.zero(payable.denomination());
            if (situation.event() instanceof Purchase purchase && !situation.inRun()) {
                Spending spending = new Spending(purchase, situation.account(), situation.catalogue(), books);
                discounts(instantSpends);
                spend = spending.on(purchase, sale(purchase));
                books.settleDebts();
                Amount left = sale(purchase).payable();
                backEnd = backEnd(instantSpends, spend, spending.unitRules().reduction(), backEnd);
                payable = left.plus(backEnd);
            }
            List<Transaction> transactions = books.transactions();
            List<FollowUp> followUps = FollowUps.of(situation, transactions);
            Account account =
                    situation.account().with(books.wallet(), transactions).with(progress, collected);
            return new Posting(
                    FollowUps.noted(account, followUps),
                    transactions,
                    booked.stream()
                            .map(each -> books.lot(each.lot().id()))
                            .filter(lot -> lot.remaining().isPositive())
                            .toList(),
                    instantSpends,
                    payable,
                    reported,
                    claims,
                    followUps,
                    spend,
                    backEnd);
        }

        private Sale sale(Purchase purchase) {
            return books.sale(purchase.key()).orElseGet(() -> Sale.of(purchase, situation.catalogue()));
        }

        private void discounts(List<InstantSpend> spends) {
            Purchase purchase = (Purchase) situation.event();
            SpendPlace place = new SpendPlace(situation.catalogue(), purchase.unit(), purchase.performedOn());
            booked.stream().filter(this::isSpentInstantly).sorted(LARGEST_FIRST).forEach(each -> {
                Lot lot = books.lot(each.lot().id());
                Sale sale = sale(purchase);
                InstantSpend spend = InstantDiscount.of(each.offer(), lot, sale, place);
                if (spend.amount().isPositive()) {
                    spends.add(spend);
                    books.pay(
                            sale,
                            new SpendPlan(
                                    spend.amount(),
                                    List.of(new SpendPlan.Part(lot, spend.amount(), spend.lines())),
                                    List.of()));
                }
            });
        }

        /** What instant and automatic discounts come to where the unit refunds them afterwards. */
        private static Amount backEnd(
                List<InstantSpend> spends, Optional<SpendResult> spend, Reduction reduction, Amount zero) {
            if (reduction == Reduction.FRONT_END) {
                return zero;
            }
            return spends.stream()
                    .map(InstantSpend::amount)
                    .reduce(zero, Amount::plus)
                    .plus(spend.filter(result -> result.reduction() == Reduction.BACK_END)
                            .map(SpendResult::actual)
                            .orElse(zero));
        }

        private void book(Candidate candidate, Verdict.Granted granted) {
            CustomerEvent event = situation.event();
            Offer offer = candidate.offer();
            String lotId = LotId.award(event.key(), offer.code()).text();
            AwardValidity validity = situation.catalogue().awardValidityOf(offer);
            Cap total = offer.caps().total();
            Lot lot = Lot.of(
                            lotId,
                            account(offer),
                            granted.amount(),
                            event.performedOn(),
                            validity.validFrom(event.performedOn(), situation.zone()),
                            validity.validTo(event.performedOn(), situation.zone()),
                            offer.spendConditions(),
                            provenance(candidate, granted, !total.isNone()))
                    .with(offer.spendMethod(), voucher(offer, lotId));
            books.award(lot, candidate.subject());
            booked.add(new Booked(offer, lot));
            if (!total.isNone()) {
                claims.add(BudgetClaim.of(offer.code(), granted.amount(), total.awards(), total.amount()));
            }
        }

        private static LedgerAccount account(Offer offer) {
            if (offer.handling().awaitsConfirmation()) {
                return LedgerAccount.PENDING;
            }
            return offer.spendMethod() == SpendMethod.SPEND_INSTANTLY_THROUGH_VOUCHER
                    ? LedgerAccount.VOUCHERS
                    : LedgerAccount.COMMERCE;
        }

        private Optional<Voucher> voucher(Offer offer, String lot) {
            return offer.spendMethod() == SpendMethod.SPEND_INSTANTLY_THROUGH_VOUCHER
                    ? Optional.of(new Voucher(
                            wallets.voucherHash().apply(lot), offer.handling().partialVoucher()))
                    : Optional.empty();
        }

        /** The part of an award that the merchant gives. */
        private Amount contribution(Amount award) {
            return situation
                    .catalogue()
                    .unit(situation.event().unit())
                    .flatMap(unit -> unit.rules().contribution())
                    .map(share -> situation
                            .catalogue()
                            .settings()
                            .rounding()
                            .toAmount(share.exactlyOf(award), award.denomination())
                            .min(award))
                    .orElse(Amount.zero(award.denomination()));
        }

        private Provenance provenance(Candidate candidate, Verdict.Granted granted, boolean budgeted) {
            EventKey event = situation.event().key();
            boolean overTime = candidate instanceof AccumulatingCandidate;
            List<Counted> sources = List.of(new Counted(event, situation.event().performedOn(), 1));
            if (candidate instanceof AccumulatingCandidate accumulating) {
                sources = accumulating.accumulation().used();
            } else if (candidate instanceof CollectingCandidate collecting) {
                sources = collecting.used().stream()
                        .map(used -> new Counted(used.event(), used.performedOn(), 1))
                        .toList();
            }
            List<LineShare> shares = overTime ? List.of() : sharesOf(candidate, granted.amount());
            Offer offer = candidate.offer();
            return new Provenance(
                    event,
                    offer.code(),
                    offer.type(),
                    offer.scheme(),
                    granted.rule(),
                    pack,
                    granted.wished(),
                    contribution(granted.amount()),
                    budgeted,
                    offer.handling().onReturn(),
                    sources,
                    shares);
        }

        /**
         * The parts of an award by what its lines count, or by their pieces where they count nothing. Parts of nothing stay: as
         * long as one of the lines has not come back, the award is asked about.
         */
        private static List<LineShare> sharesOf(Candidate candidate, Amount award) {
            List<SoldLine> lines = candidate.qualifying().lines();
            if (lines.isEmpty()) {
                return List.of();
            }
            boolean free = candidate.base().isZero();
            List<Long> weights = lines.stream()
                    .map(line -> free ? line.line().quantity() : line.base().units())
                    .toList();
            List<Amount> parts = Allocation.split(award, weights);
            List<LineShare> shares = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                PurchaseLine line = lines.get(i).line();
                shares.add(new LineShare(line.id(), line.quantity(), parts.get(i)));
            }
            return shares;
        }

        /** True when the event counts towards the offer's next award: nothing but the rest of it was missing. */
        private static boolean counts(Answer answer) {
            return answer.declines().stream()
                    .allMatch(decline -> decline.reason().counts());
        }

        private void collect(CollectingCandidate candidate, boolean awarded) {
            List<Collected> left = new ArrayList<>(candidate.waiting());
            if (awarded) {
                left.removeAll(candidate.used());
            }
            collected.put(candidate.offer().code(), left);
            long wanted = candidate.achievementsWanted().size();
            long achieved = awarded
                    ? left.stream().map(Collected::classification).distinct().count()
                    : candidate.achieved().size();
            reported.add(new OfferProgress(
                    candidate.offer().code(),
                    new Measure.Count(achieved),
                    new Measure.Count(wanted),
                    Optional.empty()));
        }

        private void count(AccumulatingCandidate candidate, boolean awarded) {
            Accumulation accumulation = candidate.accumulation();
            List<Counted> left = awarded ? accumulation.unused() : accumulation.all();
            progress.put(candidate.offer().code(), left);
            reported.add(new OfferProgress(
                    candidate.offer().code(),
                    measure(candidate, awarded ? accumulation.carried() : accumulation.sum()),
                    measure(candidate, accumulation.target()),
                    awarded ? accumulation.carriedUntil() : Optional.of(accumulation.windowEnds())));
        }

        private static Measure measure(AccumulatingCandidate candidate, long units) {
            return candidate instanceof SpendLoyaltyCandidate
                    ? new Measure.Money(new Amount(candidate.base().denomination(), units))
                    : new Measure.Count(units);
        }

        private boolean isSpentInstantly(Booked each) {
            return !situation.inRun()
                    && !situation.account().participant().spendingBlocked()
                    && each.lot().account() == LedgerAccount.COMMERCE
                    && each.offer().spendMethod() == SpendMethod.SPEND_INSTANTLY;
        }
    }
}
