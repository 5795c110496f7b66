package io.rewards.settlement;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.Percentage;
import io.rewards.amount.Rounding;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.AccountName;
import io.rewards.ledger.JournalEntry;
import io.rewards.ledger.JournalHead;
import io.rewards.ledger.OwnedEntry;
import io.rewards.ledger.Party;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Works out what a settlement comes to. It takes entries over as they are, charges points at their rate and the fee, award by
 * award and spend by spend, and closes by adding what is left to the position; so the accounts of the merchant are empty
 * after each settlement, and everything sums to zero. Immutable. Source: domain 7.4, 7.5.
 *
 * @param merchant code of the unit
 * @param latest settlement of the merchant before this one
 * @param fee in percent of what is credited
 * @param points what is charged for points
 */
public record Settling(String merchant, Optional<Settlement> latest, Optional<Percentage> fee, PointsValue points) {

    /** The lots of which it must be known what was settled before. */
    public Set<String> lotsToKnow(List<OwnedEntry> open) {
        Set<String> lots = new HashSet<>();
        for (OwnedEntry each : open) {
            Transaction transaction = each.entry().transaction();
            boolean back = Charges.settled(party()).stream()
                    .anyMatch(account -> Charges.natural(account, transaction.change(account))
                            .isNegative());
            boolean money = points.isMoney(transaction.amount().denomination());
            if (back && (!money || transaction.from().kind() == AccountKind.REIMBURSEMENT)) {
                lots.add(transaction.lot());
            }
        }
        return lots;
    }

    /**
     * The settlement of {@code open}, which no settlement has taken yet.
     *
     * @param id of the settlement
     * @param on instant that it is about
     * @param open entries of journals of participants, in their order
     * @param earlier what was settled before of {@link #lotsToKnow}
     */
    public SettlementDocument settle(String id, Instant on, List<OwnedEntry> open, List<MerchantEntry> earlier) {
        List<Transaction> taken =
                open.stream().map(each -> each.entry().transaction()).toList();
        SettlementBook book = new SettlementBook(merchant, id, on, taken);
        value(book, earlier);
        charge(book, earlier);
        List<SettlementSum> sums = close(book);
        JournalHead head = latest.map(Settlement::end).orElseGet(() -> JournalHead.of(party()));
        List<JournalEntry> chained = head.entries(book.transactions());
        List<MerchantEntry> entries = new ArrayList<>(chained.size());
        for (int i = 0; i < chained.size(); i++) {
            entries.add(new MerchantEntry(
                    chained.get(i), i < open.size() ? Optional.of(open.get(i).place()) : Optional.empty()));
        }
        Settlement settlement = new Settlement(
                merchant,
                id,
                latest.map(Settlement::number).orElse(0L) + 1,
                on,
                taken.stream()
                        .map(Transaction::recordedOn)
                        .min(Comparator.naturalOrder())
                        .orElse(on),
                taken.stream()
                        .map(Transaction::recordedOn)
                        .max(Comparator.naturalOrder())
                        .orElse(on),
                head.number() + 1,
                head.after(chained),
                sums);
        return new SettlementDocument(settlement, false, entries);
    }

    private Party party() {
        return Party.merchant(merchant);
    }

    /** Points become what they are worth. */
    private void value(SettlementBook book, List<MerchantEntry> earlier) {
        Charges charges = new Charges(party());
        AccountName exchange = AccountName.of(Party.PROGRAMME, AccountKind.EXCHANGE);
        for (MerchantEntry each : earlier) {
            Transaction transaction = each.transaction();
            boolean money = points.isMoney(transaction.amount().denomination());
            for (AccountName account : Charges.settled(party())) {
                if (each.taken().isPresent() && !money) {
                    charges.settled(transaction, account);
                } else if (transaction.kind() == TransactionKind.CONVERSION && money) {
                    charges.charged(
                            transaction,
                            account,
                            Charges.natural(account, transaction.change(account))
                                    .units());
                }
            }
        }
        List<Charges.Step> steps = charges.steps(
                book.transactions(),
                amount -> !points.isMoney(amount.denomination()),
                like -> units ->
                        points.of(new Amount(like.denomination(), units)).units());
        for (Charges.Step step : steps) {
            AccountName account = step.item().account();
            Amount worth = new Amount(points.currency(), step.charged());
            Amount none = Amount.zero(step.units().denomination());
            book.change(
                    TransactionKind.CONVERSION,
                    account,
                    Charges.natural(account, none.minus(step.units())),
                    exchange,
                    step.item());
            book.change(TransactionKind.CONVERSION, account, Charges.natural(account, worth), exchange, step.item());
        }
    }

    /** The owner's fee on what is credited. */
    private void charge(SettlementBook book, List<MerchantEntry> earlier) {
        AccountName reimbursement = AccountName.of(party(), AccountKind.REIMBURSEMENT);
        AccountName fees = AccountName.of(Party.PROGRAMME, AccountKind.SETTLEMENT_FEES);
        Charges charges = new Charges(party());
        for (MerchantEntry each : earlier) {
            Transaction transaction = each.transaction();
            if (transaction.kind() == TransactionKind.SETTLEMENT_FEE) {
                charges.charged(
                        transaction, reimbursement, transaction.change(fees).units());
            } else if (points.isMoney(transaction.amount().denomination())) {
                charges.settled(transaction, reimbursement);
            }
        }
        List<Transaction> credited = book.transactions().stream()
                .filter(each -> !each.change(reimbursement).isZero())
                .toList();
        List<Charges.Step> steps = charges.steps(
                credited,
                amount -> points.isMoney(amount.denomination()),
                like -> units -> fee(new Amount(like.denomination(), units)).units());
        for (Charges.Step step : steps) {
            Amount charged = new Amount(step.units().denomination(), step.charged());
            book.change(TransactionKind.SETTLEMENT_FEE, fees, charged, book.position(), step.item());
        }
    }

    private Amount fee(Amount credited) {
        return fee.map(share -> Rounding.HALF_UP.toAmount(share.exactlyOf(credited), credited.denomination()))
                .orElseGet(() -> Amount.zero(credited.denomination()));
    }

    /** Adds what is on the accounts of the merchant to its position. */
    private List<SettlementSum> close(SettlementBook book) {
        TreeMap<Denomination, SettlementSum> sums = new TreeMap<>();
        latest.ifPresent(before -> before.sums().stream()
                .filter(sum -> !sum.after().isZero())
                .forEach(sum -> sums.put(sum.denomination(), carried(sum.after()))));
        List<Transaction> all = List.copyOf(book.transactions());
        all.stream()
                .map(each -> each.amount().denomination())
                .filter(points::isMoney)
                .distinct()
                .sorted()
                .forEach(denomination -> sums.merge(
                        denomination,
                        book.closed(all, denomination),
                        (before, now) -> sum(now.contributions(), now.reimbursements(), now.fee(), before.after())));
        return List.copyOf(sums.values());
    }

    private static SettlementSum carried(Amount position) {
        Amount zero = Amount.zero(position.denomination());
        return sum(zero, zero, zero, position);
    }

    private static SettlementSum sum(Amount contributions, Amount reimbursements, Amount fee, Amount before) {
        return new SettlementSum(
                contributions,
                reimbursements,
                fee,
                before,
                before.plus(contributions).plus(reimbursements).minus(fee));
    }
}
