package io.rewards.purse;

import io.rewards.account.Account;
import io.rewards.account.AccountRecords;
import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.Offer;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.Balances;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.JournalEntry;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.Usage;
import io.rewards.oracle.NaiveCaps;
import io.rewards.wallet.Lot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** What must hold for wallets and journals whatever happened. Looks only at what is new in journals. For one thread. */
final class Invariants {

    private static final NaiveCaps CAPS = new NaiveCaps(Market.ZONE);
    private static final List<AccountKind> IN_LOTS =
            List.of(AccountKind.COMMERCE, AccountKind.OPEN, AccountKind.PENDING, AccountKind.VOUCHERS);

    private static final class Seen {
        private boolean arrived;
        private int entries;
        private final Map<Denomination, Map<AccountKind, Amount>> sums = new TreeMap<>();
        private final Map<String, Amount> left = new HashMap<>();
        private Balances balances = Balances.NONE;
    }

    private final Map<String, Seen> seen = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    /** What was found since the last call. */
    List<String> problems() {
        List<String> found = List.copyOf(problems);
        problems.clear();
        return found;
    }

    /** The balances of a participant, as of the last look. */
    Balances balances(String participant) {
        return seen.computeIfAbsent(participant, unused -> new Seen()).balances;
    }

    /** Looks at an account that something happened to at {@code at}. */
    void account(AccountRecords records, Instant at) {
        Account account = records.account();
        Seen known = seen.computeIfAbsent(account.participant().id(), unused -> new Seen());
        known.arrived |= records.over().awards().stream().anyMatch(award -> !award.isOwn());
        List<JournalEntry> entries = records.journal().entries();
        for (JournalEntry entry : entries.subList(known.entries, entries.size())) {
            entry(account, known, entry);
        }
        known.entries = entries.size();
        known.balances = new Balances(known.sums, Map.of());
        for (Denomination denomination : List.of(Market.EUR, Market.PTS)) {
            money(account, known.balances, denomination, at);
        }
    }

    private void entry(Account account, Seen known, JournalEntry entry) {
        Transaction transaction = entry.transaction();
        known.entries++;
        known.arrived |= transaction.from().kind() == AccountKind.TRANSFER_CLEARING;
        unless(entry.number() == known.entries, account, () -> "entry number " + entry.number());
        unless(transaction.amount().isPositive(), account, () -> "amount of " + transaction);
        unless(
                known.left.putIfAbsent(transaction.id(), transaction.amount()) == null,
                account,
                () -> "id used twice: " + transaction.id());
        if (!transaction.reverses().isEmpty()) {
            Amount left = known.left.get(transaction.reverses());
            unless(
                    left != null && left.compareTo(transaction.amount()) >= 0,
                    account,
                    () -> transaction + " takes back more than stands: " + left);
            if (left != null) {
                known.left.put(transaction.reverses(), left.minus(transaction.amount()));
            }
        }
        Map<AccountKind, Amount> sums = known.sums.computeIfAbsent(
                transaction.amount().denomination(), unused -> new EnumMap<>(AccountKind.class));
        sums.merge(
                transaction.from().kind(), transaction.change(transaction.from().kind()), Amount::plus);
        sums.merge(transaction.to().kind(), transaction.change(transaction.to().kind()), Amount::plus);
    }

    private void money(Account account, Balances balances, Denomination denomination, Instant at) {
        Map<AccountKind, Long> lots = new EnumMap<>(AccountKind.class);
        for (Lot lot : account.wallet().lots()) {
            if (lot.remaining().denomination().equals(denomination)) {
                unless(lot.remaining().isPositive(), account, () -> "empty or negative lot " + lot);
                lots.merge(lot.account(), lot.remaining().units(), Long::sum);
            }
        }
        for (AccountKind each : IN_LOTS) {
            equal(account, each, balances, denomination, lots.getOrDefault(each, 0L));
        }
        long held = account.wallet().holds().values().stream()
                .filter(hold -> hold.amount().denomination().equals(denomination))
                .mapToLong(hold -> hold.amount().units())
                .sum();
        equal(account, AccountKind.HELD, balances, denomination, held);
        long leaving = account.wallet().payouts().values().stream()
                .filter(payout -> payout.amount().denomination().equals(denomination))
                .mapToLong(payout -> payout.amount().units())
                .sum();
        equal(account, AccountKind.PAYOUT_CLEARING, balances, denomination, leaving);
        long debt = Optional.ofNullable(account.wallet().debts().get(denomination.code()))
                .map(Amount::units)
                .orElse(0L);
        equal(account, AccountKind.CLAWBACK_RECEIVABLE, balances, denomination, -debt);
        long usable = debt == 0 ? 0 : usable(account, denomination, at);
        unless(debt >= 0, account, () -> "debt " + debt);
        unless(debt == 0 || usable == 0, account, () -> "owes " + debt + " and could pay " + usable);
        unless(balances.sum(denomination).isZero(), account, () -> "sum of accounts " + balances.sum(denomination));
        for (AccountKind never : List.of(AccountKind.REIMBURSEMENT, AccountKind.BREAKAGE, AccountKind.PAID_OUT)) {
            unless(
                    !balances.of(never, denomination).isNegative()
                            || mayTakeBackElsewhere(
                                    seen.get(account.participant().id())),
                    account,
                    () -> never + " " + balances.of(never, denomination));
        }
    }

    private static long usable(Account account, Denomination denomination, Instant at) {
        return account.wallet().lots().stream()
                .filter(lot -> lot.account() == AccountKind.COMMERCE || lot.account() == AccountKind.OPEN)
                .filter(lot -> lot.remaining().denomination().equals(denomination) && !lot.isExpiredAt(at))
                .mapToLong(lot -> lot.remaining().units())
                .sum();
    }

    /** True for one who stays in the place of a duplicate, whose journal began elsewhere. */
    private static boolean mayTakeBackElsewhere(Seen known) {
        return known.arrived;
    }

    private void equal(
            Account account, AccountKind ledger, Balances balances, Denomination denomination, long expected) {
        long balance = balances.of(ledger, denomination).units();
        unless(balance == expected, account, () -> ledger + " " + balance + ", and the wallet says " + expected);
    }

    /** Looks at what holds over all participants. */
    void together() {
        for (Denomination denomination : List.of(Market.EUR, Market.PTS)) {
            long clearing = 0;
            long all = 0;
            for (Seen each : seen.values()) {
                clearing += each.balances
                        .of(AccountKind.TRANSFER_CLEARING, denomination)
                        .units();
                all += each.balances.sum(denomination).units();
            }
            if (clearing != 0 || all != 0) {
                problems.add("between participants: " + clearing + ", over all accounts: " + all);
            }
        }
    }

    /** Looks at the limits of an offer that has awarded {@code at} an instant. */
    void caps(Offer offer, Instant at, AccountRecords records, Function<BudgetName, Usage> used) {
        Account account = records.account();
        List<NaiveCaps.Made> standing = records.over().awards().stream()
                .filter(award -> award.offer().equals(offer.code()))
                .map(award -> new NaiveCaps.Made(award.on(), award.amount().decimal()))
                .toList();
        for (Cap cap : offer.caps()) {
            if (cap.of() == Cap.Of.PARTICIPANT) {
                unless(CAPS.holds(cap, at, standing), account, () -> "cap of " + offer.code() + ": " + cap);
            } else {
                Usage usage = used.apply(BudgetName.ofOffer(offer.code(), CAPS.name(cap.per(), at)));
                boolean holds =
                        cap.awards().filter(most -> usage.awards() > most).isEmpty()
                                && cap.amount()
                                        .filter(most ->
                                                usage.in(most.denomination()).compareTo(most) > 0)
                                        .isEmpty();
                unless(holds, account, () -> "budget of " + offer.code() + ": " + cap + ", used " + usage);
            }
        }
    }

    void unless(boolean holds, Account account, Supplier<String> problem) {
        if (!holds) {
            problems.add(account.participant().id() + ": " + problem.get());
        }
    }
}
