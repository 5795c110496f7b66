package io.rewards.resolve;

import io.rewards.account.Account;
import io.rewards.account.Accumulation;
import io.rewards.account.Collected;
import io.rewards.account.Contribution;
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
import io.rewards.decision.Verdict;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.ledger.BudgetClaim;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.wallet.LineShare;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Provenance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

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
 */
public record Posting(
        Account account,
        List<Transaction> transactions,
        List<Lot> lots,
        List<InstantSpend> instantSpends,
        Amount payable,
        List<OfferProgress> progress,
        List<BudgetClaim> claims,
        List<FollowUp> followUps) {

    private static final Comparator<Booked> LARGEST_FIRST = Comparator.comparing(
                    (Booked booked) -> booked.lot().awarded())
            .reversed()
            .thenComparing(booked -> booked.offer().number());

    private record Booked(Offer offer, Transaction award, Lot lot) {}

    /** Writes down {@code verdicts}, one for each of {@code answers}, decided by the rule pack of hash {@code pack}. */
    public static Posting of(Situation situation, List<Answer> answers, List<Verdict> verdicts, String pack) {
        return new Writer(situation, pack).post(answers, verdicts);
    }

    private static final class Writer {

        private final Situation situation;
        private final String pack;
        private final Map<String, List<Contribution>> progress;
        private final Map<String, List<Collected>> collected;
        private final List<OfferProgress> reported = new ArrayList<>();
        private final List<BudgetClaim> claims = new ArrayList<>();
        private final List<Booked> booked = new ArrayList<>();

        Writer(Situation situation, String pack) {
            this.situation = situation;
            this.pack = pack;
            progress = new TreeMap<>(situation.account().progress());
            collected = new TreeMap<>(situation.account().collected());
        }

        Posting post(List<Answer> answers, List<Verdict> verdicts) {
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
            InstantDiscount discount = new InstantDiscount(situation);
            Map<String, Amount> spent = new HashMap<>();
            List<InstantSpend> spends = new ArrayList<>();
            booked.stream().filter(this::isSpentInstantly).sorted(LARGEST_FIRST).forEach(each -> {
                InstantSpend spend = discount.take(each.offer(), each.lot());
                if (spend.amount().isPositive()) {
                    spends.add(spend);
                    spent.put(each.lot().id(), spend.amount());
                }
            });
            List<Transaction> transactions = new ArrayList<>();
            List<Lot> lots = new ArrayList<>();
            for (Booked each : booked) {
                transactions.add(each.award());
                Amount used = spent.get(each.lot().id());
                if (used != null) {
                    transactions.add(transaction(each.award(), TransactionKind.REDEEM, used));
                    transactions.add(transaction(each.award(), TransactionKind.SPEND, used));
                }
                Lot left = used == null ? each.lot() : each.lot().spent(used);
                if (left.remaining().isPositive()) {
                    lots.add(left);
                }
            }
            List<FollowUp> followUps = FollowUps.of(situation, transactions);
            Account account = accountAfter(transactions, lots);
            return new Posting(
                    FollowUps.noted(account, followUps),
                    transactions,
                    lots,
                    spends,
                    discount.payable(),
                    reported,
                    claims,
                    followUps);
        }

        private void book(Candidate candidate, Verdict.Granted granted) {
            CustomerEvent event = situation.event();
            Offer offer = candidate.offer();
            String lotId = event.key() + "#" + offer.code();
            Transaction award = new Transaction(
                    lotId,
                    TransactionKind.AWARD,
                    event.participant(),
                    granted.amount(),
                    event.key(),
                    offer.code(),
                    offer.type(),
                    offer.scheme(),
                    granted.rule(),
                    lotId,
                    candidate.subject(),
                    event.performedOn(),
                    situation.processedOn());
            AwardValidity validity = situation.catalogue().awardValidityOf(offer);
            Lot lot = new Lot(
                    lotId,
                    granted.amount(),
                    granted.amount(),
                    event.performedOn(),
                    validity.validFrom(event.performedOn(), situation.zone()),
                    validity.validTo(event.performedOn(), situation.zone()),
                    offer.spendConditions(),
                    provenance(candidate, granted));
            booked.add(new Booked(offer, award, lot));
            Cap total = offer.caps().total();
            if (!total.isNone()) {
                claims.add(new BudgetClaim(offer.code(), granted.amount(), total.awards(), total.amount()));
            }
        }

        private Provenance provenance(Candidate candidate, Verdict.Granted granted) {
            EventKey event = situation.event().key();
            boolean overTime = candidate instanceof AccumulatingCandidate;
            List<EventKey> sources = List.of(event);
            if (candidate instanceof AccumulatingCandidate accumulating) {
                sources = accumulating.accumulation().used();
            } else if (candidate instanceof CollectingCandidate collecting) {
                sources = collecting.used().stream().map(Collected::event).toList();
            }
            List<LineShare> shares = overTime ? List.of() : sharesOf(candidate, granted.amount());
            return new Provenance(event, granted.offer(), granted.rule(), pack, sources, shares);
        }

        /** The parts of an award by what its lines count, or by their pieces where they count nothing. */
        private static List<LineShare> sharesOf(Candidate candidate, Amount award) {
            List<SoldLine> lines = candidate.qualifying().lines();
            if (lines.isEmpty()) {
                return List.of();
            }
            boolean free = candidate.base().isZero();
            List<Long> weights = lines.stream()
                    .map(line -> free ? line.line().quantity() : line.base().units())
                    .toList();
            return shares(lines, Allocation.split(award, weights));
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
            List<Contribution> left = awarded ? accumulation.unused() : accumulation.all();
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

        private Account accountAfter(List<Transaction> transactions, List<Lot> lots) {
            Account account = situation.account();
            return new Account(
                    account.participant(),
                    account.version(),
                    Stream.concat(account.lots().stream(), lots.stream()).toList(),
                    progress,
                    collected,
                    account.open(),
                    account.inherited(),
                    Stream.concat(account.transactions().stream(), transactions.stream())
                            .toList());
        }

        private boolean isSpentInstantly(Booked each) {
            return !situation.inRun()
                    && !situation.account().participant().spendingBlocked()
                    && each.offer().spendMethod() == SpendMethod.SPEND_INSTANTLY;
        }

        private static Transaction transaction(Transaction award, TransactionKind kind, Amount amount) {
            return new Transaction(
                    award.id() + "/" + kind.name().toLowerCase(Locale.ROOT),
                    kind,
                    award.participant(),
                    amount,
                    award.event(),
                    award.offer(),
                    award.offerType(),
                    award.scheme(),
                    award.rule(),
                    award.lot(),
                    award.subject(),
                    award.on(),
                    award.recordedOn());
        }
    }

    /** The parts that are not nothing, each with its line. */
    static List<LineShare> shares(List<SoldLine> lines, List<Amount> parts) {
        List<LineShare> shares = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).isPositive()) {
                shares.add(new LineShare(lines.get(i).line().id(), parts.get(i)));
            }
        }
        return shares;
    }
}
