package io.rewards.books;

import io.rewards.account.Account;
import io.rewards.amount.Amount;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.event.Purchase;
import io.rewards.key.Key;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.AccountName;
import io.rewards.ledger.Cause;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionId;
import io.rewards.ledger.TransactionKind;
import io.rewards.past.Past;
import io.rewards.past.PastChanges;
import io.rewards.wallet.Hold;
import io.rewards.wallet.Lot;
import io.rewards.wallet.LotPart;
import io.rewards.wallet.Payout;
import io.rewards.wallet.Sale;
import io.rewards.wallet.Wallet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The wallet of one participant while one event changes it: lots, holds, payouts, debts and sales as they are now, and the
 * transactions so far. What can be done with the money is in the classes beside this one. Not thread-safe; for one event.
 * Source: domain 5.
 */
public final class Purse {

    private final Account account;
    private final Past past;
    private final CustomerEvent event;
    private final Instant recordedOn;
    private final Comparator<Lot> order;
    private final Map<String, Lot> lots = new LinkedHashMap<>();
    private final Map<String, Lot> changed = new LinkedHashMap<>();
    private final Map<EventKey, Sale> sales = new LinkedHashMap<>();
    private final Map<EventKey, Hold> holds;
    private final Map<EventKey, Payout> payouts;
    private final Map<String, Amount> debts;
    private final Set<EventKey> cancelled = new HashSet<>();
    private final Set<String> duplicates;
    private final LateMoney late;
    private final List<Transaction> transactions = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<AccountKind, AccountName> accounts = new EnumMap<>(AccountKind.class);
    private Cause cause;

    /**
     * Opens a purse.
     *
     * @param account whose wallet it is
     * @param past of the account
     * @param event that moves money
     * @param recordedOn when the engine was given the event
     * @param order which money goes first
     */
    public Purse(Account account, Past past, CustomerEvent event, Instant recordedOn, Comparator<Lot> order) {
        this.account = account;
        this.past = past;
        this.event = event;
        this.recordedOn = recordedOn;
        this.order = order;
        late = new LateMoney(this, past);
        cause = Cause.of(event.key(), event.participant(), event.unit());
        Wallet wallet = account.wallet();
        wallet.lots().forEach(lot -> lots.put(lot.id(), lot));
        holds = new HashMap<>(wallet.holds());
        payouts = new HashMap<>(wallet.payouts());
        debts = new HashMap<>(wallet.debts());
        duplicates = new HashSet<>(wallet.duplicates());
    }

    /** The event that moves money. */
    CustomerEvent event() {
        return event;
    }

    /** When the engine was given it. */
    Instant recordedOn() {
        return recordedOn;
    }

    /** The wallet as it is now. */
    public Wallet wallet() {
        return new Wallet(lotsWithMoney(), holds, payouts, debts, duplicates);
    }

    /** What has changed so far. */
    public PastChanges changes() {
        return new PastChanges(
                transactions,
                List.copyOf(changed.values()),
                List.copyOf(sales.values()),
                cancelled,
                Map.of(),
                Map.of(),
                List.of());
    }

    /** The transactions so far, in their order. */
    public List<Transaction> transactions() {
        return List.copyOf(transactions);
    }

    /**
     * The lot of this id as it is now, with or without money.
     *
     * @throws IllegalStateException when there never was one
     */
    public Lot lot(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException("The lot (" + id + ") is not in the wallet."));
    }

    /** The lot of this id as it is now, with or without money, if there ever was one. */
    public Optional<Lot> find(String id) {
        Lot lot = lots.get(id);
        return lot == null ? past.lot(id) : Optional.of(lot);
    }

    /** What was freed of {@code lot} from its conditions, if anything was. */
    Optional<Lot> freedOf(Lot lot) {
        return lot.account() == AccountKind.OPEN ? Optional.empty() : find(lot.redeemedId());
    }

    /** The lots that {@code key} earned, counted for, or made of points, as they are now, in order of their ids. */
    public List<Lot> lotsOf(EventKey key) {
        List<Lot> found = new ArrayList<>();
        for (Lot lot : lots.values()) {
            if (lot.provenance().isOf(key)) {
                found.add(lot);
            }
        }
        for (Lot lot : past.lotsOf(key)) {
            if (!lots.containsKey(lot.id())) {
                found.add(lot);
            }
        }
        found.sort(Comparator.comparing(Lot::id));
        return found;
    }

    /**
     * The lots that hold money at the date of the event, in the order in which they go. What expired after it is there, also
     * where a run has taken it out.
     */
    public List<Lot> inOrder() {
        List<Lot> filled = late.with(lotsWithMoney());
        filled.sort(order);
        return filled;
    }

    private List<Lot> lotsWithMoney() {
        List<Lot> filled = new ArrayList<>(lots.size());
        for (Lot lot : lots.values()) {
            if (lot.remaining().isPositive()) {
                filled.add(lot);
            }
        }
        return filled;
    }

    /** The lot of the voucher with a code of this hash, as it is at the date of the event, with or without money, if there is one. */
    public Optional<Lot> voucher(String codeHash) {
        return account.wallet()
                .voucher(codeHash)
                .or(() -> past.voucher(codeHash))
                .map(lot -> late.seen(lot(lot.id())));
    }

    /** Money that can be spent at {@code instant}, conditions of product, place and hour aside, in order. */
    public List<Lot> spendable(Instant instant) {
        return usable(instant).stream().filter(lot -> lot.isValidAt(instant)).toList();
    }

    /** Money that can be spent at {@code instant} or later, in order. */
    public List<Lot> usable(Instant instant) {
        return inOrder().stream()
                .filter(lot -> lot.account() == AccountKind.COMMERCE || lot.account() == AccountKind.OPEN)
                .filter(lot -> !lot.isExpiredAt(instant))
                .map(this::withoutVoid)
                .filter(lot -> lot.remaining().isPositive())
                .toList();
    }

    /** The lot without what this event has brought back of a discount, which is no money and is taken back with its goods. */
    private Lot withoutVoid(Lot lot) {
        boolean discount = lot.provenance().discount() && lot.isAward();
        if (!discount || !sales.containsKey(lot.provenance().event())) {
            return lot;
        }
        Amount cameBack = lot.standing().minus(standing(lot, lot.standing()));
        return lot.spent(cameBack.min(lot.remaining()));
    }

    /** The sum of what is left in {@code from} of a denomination. */
    public static Amount sum(List<Lot> from, Amount zero) {
        return from.stream()
                .map(Lot::remaining)
                .filter(amount -> amount.denomination().equals(zero.denomination()))
                .reduce(zero, Amount::plus);
    }

    /** Parts of {@code from} that come to {@code amount}, as far as there is so much. */
    static List<LotPart> choose(Amount amount, List<Lot> from) {
        List<LotPart> parts = new ArrayList<>();
        Amount left = amount;
        for (Lot lot : from) {
            if (!left.isPositive()) {
                break;
            }
            if (lot.remaining().denomination().equals(amount.denomination())) {
                Amount part = left.min(lot.remaining());
                parts.add(new LotPart(lot.id(), part, "", ""));
                left = left.minus(part);
            }
        }
        return parts;
    }

    /** A purchase as it stands, where money was spent on it or goods came back. */
    public Optional<Sale> sale(EventKey purchase) {
        Sale sale = sales.get(purchase);
        return sale == null ? past.sale(purchase) : Optional.of(sale);
    }

    /**
     * What can stand of the award of {@code lot} where its rules let {@code most} stand: a discount stands no further than it
     * is still taken off its purchase, so what comes back of it with goods is nothing. Source: domain 5.8.
     */
    public Amount standing(Lot lot, Amount most) {
        EventKey purchase = lot.provenance().event();
        Amount nothing = Amount.zero(most.denomination());
        return lot.provenance().discount()
                ? most.min(sale(purchase)
                        .map(sale -> sale.takenOff(lot.id(), nothing))
                        .orElse(nothing))
                : most;
    }

    /** Keeps a purchase as it stands. */
    public void keep(Sale sale) {
        sales.put(sale.purchase(), sale);
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

    Map<EventKey, Hold> holds() {
        return holds;
    }

    Map<EventKey, Payout> payouts() {
        return payouts;
    }

    Map<String, Amount> debts() {
        return debts;
    }

    /** Notes that the participant owes {@code debt} more. */
    void owe(Amount debt) {
        debts.merge(debt.denomination().code(), debt, Amount::plus);
    }

    Set<String> duplicates() {
        return duplicates;
    }

    /** Keeps a lot as it is now. */
    void put(Lot lot) {
        lots.put(lot.id(), lot);
        changed.put(lot.id(), lot);
    }

    /**
     * Takes money out of a lot, as much as {@link #inOrder} has shown.
     *
     * @return the lot as it was right before
     */
    Lot take(String id, Amount amount) {
        Lot lot = late.broughtBack(lot(id), amount);
        put(lot.spent(amount));
        return lot;
    }

    /**
     * Keeps a lot that is new.
     *
     * @throws IllegalStateException when there is one of its id already
     */
    void putNew(Lot lot) {
        if (find(lot.id()).isPresent()) {
            throw new IllegalStateException("The lot (" + lot.id() + ") of event (" + event.key()
                    + ") is in the wallet already and must not be overwritten.");
        }
        put(lot);
    }

    /** Id of the transaction that awarded a lot; empty where that is in the journal of a duplicate. */
    String awardOf(Lot lot) {
        for (Transaction transaction : transactions) {
            if (transaction.kind() == TransactionKind.AWARD && transaction.lot().equals(lot.id())) {
                return transaction.id();
            }
        }
        return past.award(lot.id()).map(award -> award.transaction()).orElse("");
    }

    /** The transaction of this id, if it is in this journal. */
    Optional<Transaction> transaction(String id) {
        if (ids.contains(id)) {
            return transactions.stream()
                    .filter(transaction -> transaction.id().equals(id))
                    .findFirst();
        }
        return past.transaction(id);
    }

    /** A new transaction, to be described and written. */
    Entry entry(TransactionKind kind, Amount amount) {
        return new Entry(this, kind, amount);
    }

    void write(Transaction transaction) {
        transactions.add(transaction);
    }

    /** An id that no transaction has. */
    String unique(Key lot, TransactionKind kind) {
        boolean again = hasMovedBefore();
        int number = 1;
        String id = TransactionId.text(event.key(), lot, kind, number);
        while ((again && past.transaction(id).isPresent()) || !ids.add(id)) {
            number++;
            id = TransactionId.text(event.key(), lot, kind, number);
        }
        return id;
    }

    /** Only an event that waited for a run, and a purchase that took goods back first, has moved money before. */
    private boolean hasMovedBefore() {
        boolean took =
                event instanceof Purchase purchase && !purchase.returned().isEmpty();
        return took || account.open(event.key()).isPresent();
    }

    /** The account of this kind of the participant, the programme, or the merchant at whose unit the event happens. */
    AccountName account(AccountKind kind) {
        return accounts.computeIfAbsent(kind, cause::account);
    }

    /** Why money moves that is about {@code purchase}, or about none. */
    Cause cause(Optional<EventKey> purchase) {
        if (!cause.purchase().equals(purchase)) {
            cause = new Cause(event.key(), purchase, event.participant(), event.unit());
        }
        return cause;
    }
}
