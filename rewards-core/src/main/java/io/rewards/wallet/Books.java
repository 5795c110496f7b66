package io.rewards.wallet;

import io.rewards.amount.Amount;
import io.rewards.catalogue.ClawbackPolicy;
import io.rewards.catalogue.SpendConditions;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.ledger.Journal;
import io.rewards.ledger.LedgerAccount;
import io.rewards.ledger.LotId;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionId;
import io.rewards.ledger.TransactionKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes what one event does to one wallet: every method moves money between accounts, keeps lots, holds, payouts and
 * debts in step, and notes the transactions. Not thread-safe; for one event. Source: domain 5.
 */
public final class Books {

    private static final String NOBODY = "";

    private final CustomerEvent event;
    private final Instant recordedOn;
    private final Comparator<Lot> order;
    private final Journal before;
    private final Map<String, Lot> lots = new LinkedHashMap<>();
    private final Map<String, Lot> emptied;
    private Map<EventKey, Sale> salesBefore;
    private final Map<EventKey, Sale> changedSales = new HashMap<>();
    private final Map<EventKey, Hold> holds;
    private final Map<EventKey, Payout> payouts;
    private final Map<String, Amount> debts;
    private final Set<EventKey> cancelled;
    private final Set<String> duplicates;
    private final Map<String, Lot> changed = new LinkedHashMap<>();
    private final List<Transaction> transactions = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    /**
     * Opens the books of a wallet.
     *
     * @param wallet as it is
     * @param journal of it
     * @param event that moves money
     * @param recordedOn when the engine was given the event
     * @param order which money goes first
     */
    public Books(Wallet wallet, Journal journal, CustomerEvent event, Instant recordedOn, Comparator<Lot> order) {
        this.event = event;
        this.recordedOn = recordedOn;
        this.order = order;
        before = journal;
        wallet.lots().forEach(lot -> lots.put(lot.id(), lot));
        emptied = wallet.emptied();
        salesBefore = wallet.sales();
        holds = new HashMap<>(wallet.holds());
        payouts = new HashMap<>(wallet.payouts());
        debts = new HashMap<>(wallet.debts());
        cancelled = new HashSet<>(wallet.cancelled());
        duplicates = new HashSet<>(wallet.duplicates());
        journal.transactions()
                .filter(transaction -> transaction.event().equals(event.key()))
                .forEach(transaction -> ids.add(transaction.id()));
    }

    /** The wallet as it is now. */
    public Wallet wallet() {
        List<Lot> filled = lots.values().stream()
                .filter(lot -> lot.remaining().isPositive())
                .toList();
        Map<String, Lot> empty = emptied;
        if (changed.values().stream().anyMatch(lot -> lot.remaining().isZero() || emptied.containsKey(lot.id()))) {
            empty = new HashMap<>(emptied);
            for (Lot lot : changed.values()) {
                if (lot.remaining().isZero()) {
                    empty.put(lot.id(), lot);
                } else {
                    empty.remove(lot.id());
                }
            }
        }
        return new Wallet(filled, empty, sales(), holds, payouts, debts, cancelled, duplicates);
    }

    /** A wallet has many sales, and most events change none of them. */
    private Map<EventKey, Sale> sales() {
        if (changedSales.isEmpty()) {
            return salesBefore;
        }
        Map<EventKey, Sale> all = new HashMap<>(salesBefore);
        all.putAll(changedSales);
        return all;
    }

    /** The transactions so far, in their order. */
    public List<Transaction> transactions() {
        return List.copyOf(transactions);
    }

    /** The lot of this id as it is now. */
    public Lot lot(String id) {
        Lot lot = lots.get(id);
        if (lot == null) {
            lot = emptied.get(id);
        }
        if (lot == null) {
            throw new IllegalStateException("The lot (" + id + ") is not in the wallet.");
        }
        return lot;
    }

    /** All lots as they are now, with and without money, in no particular order. */
    public List<Lot> allLots() {
        Map<String, Lot> all = new HashMap<>(emptied);
        all.putAll(lots);
        return List.copyOf(all.values());
    }

    /** The lots that hold money, in the order in which they go. */
    public List<Lot> inOrder() {
        return lots.values().stream()
                .filter(lot -> lot.remaining().isPositive())
                .sorted(order)
                .toList();
    }

    /** A purchase as it stands. */
    public Optional<Sale> sale(EventKey purchase) {
        return Optional.ofNullable(changedSales.get(purchase)).or(() -> Optional.ofNullable(salesBefore.get(purchase)));
    }

    /** Keeps a purchase as it stands. */
    public void keep(Sale sale) {
        changedSales.put(sale.purchase(), sale);
    }

    /** Notes that an event never happened after all. */
    public void cancel(EventKey key) {
        cancelled.add(key);
    }

    /** What is reserved by this event, if something is. */
    public Optional<Hold> hold(EventKey reserving) {
        return Optional.ofNullable(holds.get(reserving));
    }

    /** What is on its way out by this event, if something is. */
    public Optional<Payout> payout(EventKey request) {
        return Optional.ofNullable(payouts.get(request));
    }

    // Money comes in.

    /** An award, with the merchant's part of it. */
    public void award(Lot lot, String subject) {
        Amount contribution = lot.provenance().contribution();
        add(lot);
        transactions.add(new Transaction(
                unique(TransactionId.of(event.key(), LotId.parsed(lot.id()), TransactionKind.AWARD)),
                TransactionKind.AWARD,
                event.participant(),
                event.unit(),
                lot.awarded(),
                LedgerAccount.AWARD_EXPENSE,
                lot.account(),
                event.key(),
                Optional.of(event.key()),
                lot.provenance().offer(),
                lot.provenance().offerType(),
                lot.provenance().scheme(),
                lot.provenance().rule(),
                lot.id(),
                subject,
                NOBODY,
                "",
                NOBODY,
                event.performedOn(),
                recordedOn));
        if (contribution.isPositive()) {
            post(TransactionKind.CONTRIBUTION, contribution)
                    .between(LedgerAccount.MERCHANT_CONTRIBUTION, LedgerAccount.AWARD_EXPENSE)
                    .of(lot)
                    .about(event.key())
                    .write();
        }
    }

    /** Open money that comes from outside of the programme. */
    public void topUp(Amount amount) {
        Lot lot = open(amount);
        add(lot);
        post(TransactionKind.TOP_UP, amount)
                .between(LedgerAccount.TOP_UPS, LedgerAccount.OPEN)
                .of(lot)
                .write();
    }

    /** Open money that somebody gives. */
    public void give(Amount amount, String reason, String user) {
        Lot lot = open(amount);
        add(lot);
        post(TransactionKind.ADJUSTMENT, amount)
                .between(LedgerAccount.ADJUSTMENTS, LedgerAccount.OPEN)
                .of(lot)
                .because(reason, user)
                .write();
    }

    /** Takes money away, as the order says; the caller has seen that there is enough. */
    public void take(Amount amount, String reason, String user) {
        for (LotPart part : choose(amount, usable(event.performedOn()))) {
            Lot lot = lot(part.lot());
            put(lot.spent(part.amount()));
            post(TransactionKind.ADJUSTMENT, part.amount())
                    .between(lot.account(), LedgerAccount.ADJUSTMENTS)
                    .of(lot)
                    .because(reason, user)
                    .write();
        }
    }

    /** Money of awards that stand now can be spent. */
    public void confirm(Lot pending, Instant from) {
        put(pending.confirmed(from));
        if (pending.remaining().isPositive()) {
            post(TransactionKind.CONFIRMATION, pending.remaining())
                    .between(LedgerAccount.PENDING, LedgerAccount.COMMERCE)
                    .of(pending)
                    .write();
        }
    }

    private Lot open(Amount amount) {
        return Lot.of(
                LotId.money(event.key()).text(),
                LedgerAccount.OPEN,
                amount,
                event.performedOn(),
                event.performedOn(),
                Optional.empty(),
                SpendConditions.NONE,
                Provenance.of(event.key(), amount));
    }

    // Money is spent.

    /** Pays for {@code sale} as planned, and keeps the sale. */
    public void pay(Sale sale, SpendPlan plan) {
        Sale paid = sale;
        for (SpendPlan.Part part : plan.parts()) {
            Lot lot = lot(part.lot().id());
            put(lot.spent(part.amount()));
            String redeem = lot.account() == LedgerAccount.COMMERCE ? free(lot, part.amount(), sale.purchase()) : "";
            LedgerAccount from = redeem.isEmpty() ? lot.account() : LedgerAccount.OPEN;
            String spend = spend(lot, part.amount(), from, sale.purchase());
            paid = paid.plus(new Payment(event.key(), lot.id(), spend, redeem, part.lines()));
        }
        keep(paid);
    }

    /** Pays for {@code sale} with reserved money as planned; what is not needed of it goes back. */
    public void payHeld(Sale sale, Hold hold, SpendPlan plan) {
        Map<String, Amount> used = new HashMap<>();
        Sale paid = sale;
        for (SpendPlan.Part part : plan.parts()) {
            Lot lot = lot(part.lot().id());
            String spend = spend(lot, part.amount(), LedgerAccount.HELD, sale.purchase());
            used.put(lot.id(), part.amount());
            paid = paid.plus(new Payment(event.key(), lot.id(), spend, "", part.lines()));
        }
        keep(paid);
        release(hold, used);
    }

    /** Pays with a voucher; what a voucher that is used once has left is lost. */
    public void payByVoucher(Sale sale, SpendPlan plan) {
        SpendPlan.Part part = plan.parts().get(0);
        Lot lot = lot(part.lot().id());
        put(lot.spent(part.amount()));
        String spend = spend(lot, part.amount(), LedgerAccount.VOUCHERS, sale.purchase());
        keep(sale.plus(new Payment(event.key(), lot.id(), spend, "", part.lines())));
        Lot left = lot(lot.id());
        if (!left.voucher().orElseThrow().partial() && left.remaining().isPositive()) {
            put(left.expired(left.remaining()));
            post(TransactionKind.FORFEIT, left.remaining())
                    .between(LedgerAccount.VOUCHERS, LedgerAccount.BREAKAGE)
                    .of(left)
                    .write();
        }
    }

    /** Frees money from its conditions as planned, and keeps the sale. */
    public void redeem(Sale sale, SpendPlan plan) {
        Sale redeemed = sale;
        for (SpendPlan.Part part : plan.parts()) {
            Lot lot = lot(part.lot().id());
            String redeem = redeem(lot, part.amount(), Optional.of(sale.purchase()));
            redeemed = redeemed.plus(new Payment(event.key(), lot.id(), "", redeem, part.lines()));
        }
        keep(redeemed);
    }

    private String redeem(Lot lot, Amount amount, Optional<EventKey> purchase) {
        put(lot.spent(amount));
        String id = lot.redeemedId();
        Lot freed = lots.getOrDefault(id, emptied.get(id));
        put(
                freed == null
                        ? Lot.of(
                                id,
                                LedgerAccount.OPEN,
                                amount,
                                lot.awardedOn(),
                                event.performedOn(),
                                Optional.empty(),
                                SpendConditions.NONE,
                                lot.provenance())
                        : freed.filled(amount));
        Draft draft = post(TransactionKind.REDEEM, amount)
                .between(LedgerAccount.COMMERCE, LedgerAccount.OPEN)
                .of(lot);
        purchase.ifPresent(draft::about);
        return draft.write();
    }

    private String free(Lot lot, Amount amount, EventKey purchase) {
        return post(TransactionKind.REDEEM, amount)
                .between(LedgerAccount.COMMERCE, LedgerAccount.OPEN)
                .of(lot)
                .about(purchase)
                .write();
    }

    private String spend(Lot lot, Amount amount, LedgerAccount from, EventKey purchase) {
        return post(TransactionKind.SPEND, amount)
                .between(from, LedgerAccount.MERCHANT_REIMBURSEMENT)
                .of(lot)
                .about(purchase)
                .write();
    }

    // Spent money comes back.

    /** Gives back what {@code event} paid for a purchase, to the same lots; the purchase has to be paid for again. */
    public Amount cancelPayments(Sale sale, EventKey paying, String reason, Amount zero) {
        Sale now = sale;
        List<Payment> kept = new ArrayList<>();
        Amount sum = zero;
        for (Payment payment : sale.payments()) {
            Amount amount = LineShare.sum(payment.lines(), zero);
            if (!payment.event().equals(paying)) {
                kept.add(payment);
            } else if (payment.isSpend()) {
                giveBack(payment, amount, sale.purchase(), reason);
                now = now.owing(payment.lines(), 1);
                sum = sum.plus(amount);
            } else {
                unredeem(payment, amount, sale.purchase(), reason);
            }
        }
        keep(now.with(kept));
        return sum;
    }

    /**
     * Takes pieces out of a sale: what wallets paid for them goes back to the same lots, and what the purchase has freed
     * goes back under its conditions, also where it was spent on these very goods.
     *
     * @param pieces by id of the line
     */
    public Amount returnPieces(Sale sale, Map<String, Long> pieces, String reason, Amount zero) {
        Amount sum = zero;
        for (Payment payment : sale.payments()) {
            Amount back = payment.isSpend() ? of(payment, pieces, zero) : zero;
            giveBack(payment, back, sale.purchase(), reason);
            sum = sum.plus(back);
        }
        List<Payment> kept = new ArrayList<>();
        for (Payment payment : sale.payments()) {
            if (!payment.isSpend()) {
                unredeem(payment, of(payment, pieces, zero), sale.purchase(), reason);
            }
            List<LineShare> left = payment.lines().stream()
                    .map(share -> share.without(pieces.getOrDefault(share.line(), 0L)))
                    .filter(share -> share.amount().isPositive())
                    .toList();
            if (!left.isEmpty()) {
                kept.add(payment.with(left));
            }
        }
        Sale rest = sale;
        for (Map.Entry<String, Long> back : pieces.entrySet()) {
            rest = rest.without(back.getKey(), back.getValue());
        }
        keep(rest.with(kept));
        return sum;
    }

    private static Amount of(Payment payment, Map<String, Long> pieces, Amount zero) {
        return payment.lines().stream()
                .map(share -> share.of(pieces.getOrDefault(share.line(), 0L)))
                .reduce(zero, Amount::plus);
    }

    private void giveBack(Payment payment, Amount amount, EventKey purchase, String reason) {
        if (!amount.isPositive()) {
            return;
        }
        Lot lot = lot(payment.lot());
        put(lot.givenBack(amount));
        LedgerAccount to = payment.redeem().isEmpty() ? lot.account() : LedgerAccount.OPEN;
        reverse(payment.spend(), amount, LedgerAccount.MERCHANT_REIMBURSEMENT, to, lot, purchase, reason);
        if (!payment.redeem().isEmpty()) {
            reverse(payment.redeem(), amount, LedgerAccount.OPEN, lot.account(), lot, purchase, reason);
        }
    }

    /** Freed money goes back under its conditions, as far as it was not spent. */
    private void unredeem(Payment payment, Amount amount, EventKey purchase, String reason) {
        Lot lot = lot(payment.lot());
        Lot freed = lot(lot.redeemedId());
        Amount back = amount.min(freed.remaining());
        if (back.isPositive()) {
            put(freed.emptied(back));
            put(lot.givenBack(back));
            reverse(payment.redeem(), back, LedgerAccount.OPEN, LedgerAccount.COMMERCE, lot, purchase, reason);
        }
    }

    private void reverse(
            String transaction,
            Amount amount,
            LedgerAccount from,
            LedgerAccount to,
            Lot lot,
            EventKey purchase,
            String reason) {
        post(TransactionKind.REVERSAL, amount)
                .between(from, to)
                .of(lot)
                .about(purchase)
                .undoing(transaction)
                .because(reason, NOBODY)
                .write();
    }

    // Awards are taken back.

    /**
     * Takes {@code amount} of an award back: what is left of its money, then what has expired of it, then as the policy says.
     *
     * @param award the lot
     * @param amount at most what still stands
     */
    public Reclaim reclaim(Lot award, Amount amount, ClawbackPolicy policy, String reason, String user) {
        Amount zero = Amount.zero(amount.denomination());
        String posted = awardOf(award);
        Amount left = amount;

        Amount own = left.min(award.remaining());
        if (own.isPositive()) {
            put(award.reversedHere(own));
            back(TransactionKind.REVERSAL, own, award.account(), award, award, posted, reason, user);
            left = left.minus(own);
        }
        Lot freed = lots.get(award.redeemedId());
        if (freed != null && left.isPositive() && freed.remaining().isPositive()) {
            Amount part = left.min(freed.remaining());
            put(freed.spent(part));
            put(lot(award.id()).reversedElsewhere(part));
            back(TransactionKind.REVERSAL, part, LedgerAccount.OPEN, freed, award, posted, reason, user);
            own = own.plus(part);
            left = left.minus(part);
        }
        Amount expired = left.min(lot(award.id()).expired());
        if (expired.isPositive()) {
            put(lot(award.id()).reversedOfExpired(expired));
            back(TransactionKind.REVERSAL, expired, LedgerAccount.BREAKAGE, award, award, posted, reason, user);
            left = left.minus(expired);
        }
        Amount others = zero;
        if (policy != ClawbackPolicy.NONE) {
            for (LotPart part : choose(left, usable(event.performedOn()))) {
                Lot other = lot(part.lot());
                put(other.spent(part.amount()));
                back(TransactionKind.CLAWBACK, part.amount(), other.account(), other, award, posted, reason, user);
                others = others.plus(part.amount());
            }
            left = left.minus(others);
        }
        Amount debt = policy == ClawbackPolicy.CLAWBACK_NEGATIVE ? left : zero;
        if (debt.isPositive()) {
            debts.merge(debt.denomination().code(), debt, Amount::plus);
            back(TransactionKind.CLAWBACK, debt, LedgerAccount.CLAWBACK_RECEIVABLE, award, award, posted, reason, user);
        }
        Amount lost = left.minus(debt);
        if (lost.isPositive()) {
            back(TransactionKind.CLAWBACK, lost, LedgerAccount.CLAWBACK_LOSS, award, award, posted, reason, user);
        }
        Amount elsewhere = others.plus(left);
        if (elsewhere.isPositive()) {
            put(lot(award.id()).reversedElsewhere(elsewhere));
        }
        returnContribution(award, amount, reason);
        return new Reclaim(award.id(), award.provenance().offer(), amount, own.plus(expired), others, debt, lost);
    }

    private void back(
            TransactionKind kind,
            Amount amount,
            LedgerAccount from,
            Lot lot,
            Lot award,
            String posted,
            String reason,
            String user) {
        post(kind, amount)
                .between(from, LedgerAccount.AWARD_EXPENSE)
                .of(lot)
                .about(award.provenance().event())
                .undoing(posted)
                .because(reason, user)
                .write();
    }

    /** The merchant gets back its part of what is taken back; of the last of it, all that is left. */
    private void returnContribution(Lot award, Amount amount, String reason) {
        Amount given = award.provenance().contribution();
        Amount part = LineShare.part(given, amount.units(), award.standing().units());
        if (part.isPositive()) {
            describe(award.id(), lot(award.id()).provenance().contributing(given.minus(part)));
            post(TransactionKind.REVERSAL, part)
                    .between(LedgerAccount.AWARD_EXPENSE, LedgerAccount.MERCHANT_CONTRIBUTION)
                    .of(award)
                    .about(award.provenance().event())
                    .undoing(contributionOf(award))
                    .because(reason, NOBODY)
                    .write();
        }
    }

    /** Id of the transaction that gave the merchant's part of it. */
    private static String contributionOf(Lot award) {
        EventKey awarding = award.provenance().event();
        return TransactionId.of(awarding, LotId.parsed(award.id()), TransactionKind.CONTRIBUTION)
                .text();
    }

    /** Id of the transaction that awarded it; empty where that is in the journal of a duplicate. */
    private String awardOf(Lot award) {
        return all().filter(transaction -> transaction.kind() == TransactionKind.AWARD
                        && transaction.lot().equals(award.id()))
                .map(Transaction::id)
                .findFirst()
                .orElse("");
    }

    private boolean isKnown(String transaction) {
        return all().anyMatch(each -> each.id().equals(transaction));
    }

    private Stream<Transaction> all() {
        return Stream.concat(before.transactions(), transactions.stream());
    }

    /** Pays debts with money that can be spent, as far as there is any. */
    public void settleDebts() {
        for (Amount debt : new TreeMap<>(debts).values()) {
            Amount left = debt;
            for (LotPart part : choose(debt, usable(event.performedOn()))) {
                Lot lot = lot(part.lot());
                put(lot.spent(part.amount()));
                post(TransactionKind.DEBT_SETTLEMENT, part.amount())
                        .between(lot.account(), LedgerAccount.CLAWBACK_RECEIVABLE)
                        .of(lot)
                        .write();
                left = left.minus(part.amount());
            }
            if (left.isPositive()) {
                debts.put(debt.denomination().code(), left);
            } else {
                debts.remove(debt.denomination().code());
            }
        }
    }

    // Money is reserved.

    /** Reserves money as planned. */
    public void place(SpendPlan plan, Instant until) {
        List<LotPart> parts = new ArrayList<>();
        for (SpendPlan.Part part : plan.parts()) {
            Lot lot = lot(part.lot().id());
            put(lot.spent(part.amount()));
            String id = post(TransactionKind.HOLD, part.amount())
                    .between(lot.account(), LedgerAccount.HELD)
                    .of(lot)
                    .write();
            parts.add(new LotPart(lot.id(), part.amount(), id, ""));
        }
        if (!parts.isEmpty()) {
            holds.put(event.key(), new Hold(event.key(), until, parts));
        }
    }

    /** Gives reserved money back to its lots. */
    public void release(Hold hold) {
        release(hold, Map.of());
    }

    /** Gives back what was reserved until {@code instant} or earlier. */
    public void releaseLapsed(Instant instant) {
        holds.values().stream()
                .filter(hold -> !hold.until().isAfter(instant))
                .sorted(Comparator.comparing(Hold::event))
                .toList()
                .forEach(this::release);
    }

    private void release(Hold hold, Map<String, Amount> used) {
        holds.remove(hold.event());
        for (LotPart part : hold.parts()) {
            Amount left = part.amount()
                    .minus(used.getOrDefault(
                            part.lot(), Amount.zero(part.amount().denomination())));
            if (left.isPositive()) {
                Lot lot = lot(part.lot());
                put(lot.givenBack(left));
                post(TransactionKind.RELEASE, left)
                        .between(LedgerAccount.HELD, lot.account())
                        .of(lot)
                        .undoing(part.transaction())
                        .write();
            }
        }
    }

    // Money leaves.

    /** Starts to pay out {@code amount} of these lots, which the caller has chosen. */
    public void payOut(List<Lot> from, Amount amount, String method) {
        List<LotPart> parts = new ArrayList<>();
        for (LotPart part : choose(amount, from)) {
            Lot lot = lot(part.lot());
            put(lot.spent(part.amount()));
            String redeem = lot.account() == LedgerAccount.COMMERCE
                    ? post(TransactionKind.REDEEM, part.amount())
                            .between(LedgerAccount.COMMERCE, LedgerAccount.OPEN)
                            .of(lot)
                            .write()
                    : "";
            String id = post(TransactionKind.PAYOUT, part.amount())
                    .between(LedgerAccount.OPEN, LedgerAccount.PAYOUT_CLEARING)
                    .of(lot)
                    .write();
            parts.add(new LotPart(lot.id(), part.amount(), id, redeem));
        }
        payouts.put(event.key(), new Payout(event.key(), method, parts));
    }

    /** Money that was paid out has arrived. */
    public void arrived(Payout payout) {
        payouts.remove(payout.event());
        for (LotPart part : payout.parts()) {
            post(TransactionKind.PAYOUT_CONFIRMATION, part.amount())
                    .between(LedgerAccount.PAYOUT_CLEARING, LedgerAccount.PAID_OUT)
                    .of(lot(part.lot()))
                    .write();
        }
    }

    /** Money that was paid out comes back, to the same lots and under the same conditions. */
    public void failed(Payout payout, String reason) {
        payouts.remove(payout.event());
        for (LotPart part : payout.parts()) {
            Lot lot = lot(part.lot());
            put(lot.givenBack(part.amount()));
            undo(part.transaction(), part.amount(), LedgerAccount.PAYOUT_CLEARING, LedgerAccount.OPEN, lot, reason);
            if (!part.redeem().isEmpty()) {
                undo(part.redeem(), part.amount(), LedgerAccount.OPEN, lot.account(), lot, reason);
            }
        }
    }

    private void undo(String transaction, Amount amount, LedgerAccount from, LedgerAccount to, Lot lot, String reason) {
        post(TransactionKind.REVERSAL, amount)
                .between(from, to)
                .of(lot)
                .undoing(transaction)
                .because(reason, NOBODY)
                .write();
    }

    /** Takes {@code amount} out for another participant, as the order says; the lots that go over. */
    public List<Lot> send(Amount amount, String reason) {
        List<Lot> sent = new ArrayList<>();
        for (LotPart part : choose(amount, spendable(event.performedOn()))) {
            Lot lot = lot(part.lot());
            put(lot.spent(part.amount()));
            post(TransactionKind.TRANSFER_OUT, part.amount())
                    .between(lot.account(), LedgerAccount.TRANSFER_CLEARING)
                    .of(lot)
                    .because(reason, NOBODY)
                    .write();
            sent.add(lot.piece(LotId.parsed(lot.id()).givenBy(event.key()).text(), part.amount()));
        }
        return sent;
    }

    /** Gives a lot another provenance. */
    public void describe(String lot, Provenance provenance) {
        put(lot(lot).with(provenance));
    }

    /** Puts lots in that come from another participant. */
    public void receive(List<Lot> coming) {
        for (Lot lot : coming) {
            add(lot);
            if (lot.remaining().isPositive()) {
                post(TransactionKind.TRANSFER_IN, lot.remaining())
                        .between(LedgerAccount.TRANSFER_CLEARING, lot.account())
                        .of(lot)
                        .write();
            }
        }
    }

    /** Takes everything out for the participant who stays: lots with and without money, sales and debts. */
    public Wallet sendAll() {
        holds.values().stream()
                .sorted(Comparator.comparing(Hold::event))
                .toList()
                .forEach(this::release);
        duplicates.add(event.participant());
        Wallet leaving = wallet();
        for (Lot lot : leaving.lots()) {
            put(lot.spent(lot.remaining()));
            post(TransactionKind.TRANSFER_OUT, lot.remaining())
                    .between(lot.account(), LedgerAccount.TRANSFER_CLEARING)
                    .of(lot)
                    .write();
        }
        debts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(debt -> post(TransactionKind.TRANSFER_OUT, debt.getValue())
                        .between(LedgerAccount.TRANSFER_CLEARING, LedgerAccount.CLAWBACK_RECEIVABLE)
                        .named(debt.getKey())
                        .write());
        debts.clear();
        salesBefore = Map.of();
        changedSales.clear();
        return leaving;
    }

    /** Takes over everything that a duplicate had. */
    public void receiveAll(Wallet coming) {
        duplicates.addAll(coming.duplicates());
        receive(coming.lots());
        coming.emptied().values().stream()
                .filter(lot -> !emptied.containsKey(lot.id()) && !lots.containsKey(lot.id()))
                .forEach(this::put);
        coming.sales().values().forEach(this::keep);
        cancelled.addAll(coming.cancelled());
        coming.debts().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(debt -> {
            debts.merge(debt.getKey(), debt.getValue(), Amount::plus);
            post(TransactionKind.TRANSFER_IN, debt.getValue())
                    .between(LedgerAccount.CLAWBACK_RECEIVABLE, LedgerAccount.TRANSFER_CLEARING)
                    .named(debt.getKey())
                    .write();
        });
    }

    /** Takes out what was not spent in time; the lots as they were before. */
    public List<Lot> expire(Instant instant) {
        List<Lot> late = lots.values().stream()
                .filter(lot -> lot.remaining().isPositive() && lot.isExpiredAt(instant))
                .sorted(order)
                .toList();
        for (Lot lot : late) {
            put(lot.expired(lot.remaining()));
            post(TransactionKind.AWARD_EXPIRATION, lot.remaining())
                    .between(lot.account(), LedgerAccount.BREAKAGE)
                    .of(lot)
                    .write();
        }
        return late;
    }

    // What there is.

    /** Money that can be spent at {@code instant}, conditions of product, place and hour aside, in order. */
    public List<Lot> spendable(Instant instant) {
        return usable(instant).stream().filter(lot -> lot.isValidAt(instant)).toList();
    }

    /** Money that can be spent at {@code instant} or later, in order. */
    public List<Lot> usable(Instant instant) {
        return inOrder().stream()
                .filter(lot -> lot.account() == LedgerAccount.COMMERCE || lot.account() == LedgerAccount.OPEN)
                .filter(lot -> !lot.isExpiredAt(instant))
                .toList();
    }

    /** The sum of what is left in {@code from} of a denomination. */
    public static Amount sum(List<Lot> from, Amount zero) {
        return from.stream()
                .map(Lot::remaining)
                .filter(amount -> amount.denomination().equals(zero.denomination()))
                .reduce(zero, Amount::plus);
    }

    private static List<LotPart> choose(Amount amount, List<Lot> from) {
        List<LotPart> parts = new ArrayList<>();
        Amount left = amount;
        for (Lot lot : from) {
            if (left.isPositive() && lot.remaining().denomination().equals(amount.denomination())) {
                Amount part = left.min(lot.remaining());
                parts.add(new LotPart(lot.id(), part, "", ""));
                left = left.minus(part);
            }
        }
        return parts;
    }

    /** Puts a lot in that was not there before. */
    private void add(Lot lot) {
        if (lots.containsKey(lot.id()) || emptied.containsKey(lot.id())) {
            throw new IllegalStateException("The lot (" + lot.id() + ") of event (" + event.key()
                    + ") is in the wallet already and must not be overwritten.");
        }
        put(lot);
    }

    private void put(Lot lot) {
        lots.put(lot.id(), lot);
        changed.put(lot.id(), lot);
    }

    private String unique(TransactionId wanted) {
        TransactionId id = wanted;
        while (!ids.add(id.text())) {
            id = id.next();
        }
        return id.text();
    }

    private Draft post(TransactionKind kind, Amount amount) {
        return new Draft(kind, amount);
    }

    /** Collects what a transaction says. */
    private final class Draft {

        private final TransactionKind kind;
        private final Amount amount;
        private LedgerAccount from = LedgerAccount.OPEN;
        private LedgerAccount to = LedgerAccount.OPEN;
        private Optional<Lot> lot = Optional.empty();
        private Optional<EventKey> purchase = Optional.empty();
        private String name = "";
        private String reverses = "";
        private String reason = "";
        private String user = NOBODY;

        private Draft(TransactionKind kind, Amount amount) {
            this.kind = kind;
            this.amount = amount;
        }

        Draft between(LedgerAccount source, LedgerAccount destination) {
            from = source;
            to = destination;
            return this;
        }

        Draft of(Lot moved) {
            lot = Optional.of(moved);
            return this;
        }

        Draft about(EventKey key) {
            purchase = Optional.of(key);
            return this;
        }

        Draft named(String code) {
            name = code;
            return this;
        }

        /** Names what is undone, unless that is in the journal of a duplicate. */
        Draft undoing(String transaction) {
            reverses = isKnown(transaction) ? transaction : "";
            return this;
        }

        Draft because(String why, String who) {
            reason = why;
            user = who;
            return this;
        }

        String write() {
            String lotId = lot.map(Lot::id).orElse("");
            String id = unique(
                    lot.isPresent()
                            ? TransactionId.of(event.key(), LotId.parsed(lotId), kind)
                            : TransactionId.named(event.key(), name, kind));
            Optional<Provenance> provenance = lot.map(Lot::provenance);
            transactions.add(new Transaction(
                    id,
                    kind,
                    event.participant(),
                    event.unit(),
                    amount,
                    from,
                    to,
                    event.key(),
                    purchase,
                    provenance.map(Provenance::offer).orElse(""),
                    provenance.map(Provenance::offerType).orElse(""),
                    provenance.map(Provenance::scheme).orElse(""),
                    provenance.map(Provenance::rule).orElse(""),
                    lotId,
                    "",
                    reverses,
                    reason,
                    user,
                    event.performedOn(),
                    recordedOn));
            return id;
        }
    }
}
