package io.rewards.account;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.DenominationMismatchException;
import io.rewards.ledger.Balances;
import io.rewards.ledger.Journal;
import io.rewards.ledger.LedgerAccount;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.problem.Problem;
import io.rewards.problem.Problems;
import io.rewards.wallet.Hold;
import io.rewards.wallet.LineShare;
import io.rewards.wallet.Lot;
import io.rewards.wallet.LotPart;
import io.rewards.wallet.Payment;
import io.rewards.wallet.Payout;
import io.rewards.wallet.Sale;
import io.rewards.wallet.Wallet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Checks that the wallet of one account and its journal say the same, cent by cent. It reads the journal a few times and
 * asks nobody else, so a store or a test can check an account after every operation. Source: domain 5.6.
 */
public final class AccountCheck {

    private static final Comparator<Denomination> ORDER =
            Comparator.comparing(Denomination::code).thenComparing(Denomination::scale);
    private static final Set<LedgerAccount> OF_LOTS =
            Set.of(LedgerAccount.COMMERCE, LedgerAccount.OPEN, LedgerAccount.PENDING, LedgerAccount.VOUCHERS);

    private final Account account;
    private final Wallet wallet;
    private final Journal journal;
    private final List<Lot> lots;
    private final Map<String, Transaction> transactions = new HashMap<>();
    private final Problems problems = new Problems();

    private AccountCheck(Account account) {
        this.account = account;
        wallet = account.wallet();
        journal = account.journal();
        lots = wallet.allLots().toList();
        journal.transactions().forEach(transaction -> transactions.putIfAbsent(transaction.id(), transaction));
    }

    /**
     * Everything that is wrong with the money of {@code account}; empty for an account that is right. A change of the
     * journal that leaves all sums as they were shows in its chain of hashes.
     */
    public static List<Problem> problems(Account account) {
        AccountCheck check = new AccountCheck(account);
        check.attempt(check::chain);
        check.attempt(check::balances);
        check.attempt(check::contents);
        check.attempt(check::movements);
        check.attempt(check::awards);
        check.attempt(check::payments);
        return check.problems.found();
    }

    /** Amounts that were tampered with may not even have a sum, which is a problem and no reason to stop. */
    private void attempt(Runnable step) {
        try {
            step.run();
        } catch (DenominationMismatchException | ArithmeticException e) {
            problems.add(
                    "",
                    "The amounts of participant (" + account.participant().id() + ") cannot be summed: "
                            + e.getMessage());
        }
    }

    private void chain() {
        journal.problems().forEach(problem -> problems.add(problem.path(), problem.message()));
    }

    // The wallet and the accounts of the ledger.

    private void balances() {
        Balances said = journal.balances();
        for (Map.Entry<Denomination, Map<LedgerAccount, Amount>> entry : held().entrySet()) {
            Denomination denomination = entry.getKey();
            for (LedgerAccount each : LedgerAccount.values()) {
                if (each.owner() == LedgerAccount.Owner.PARTICIPANT) {
                    Amount there = entry.getValue().getOrDefault(each, Amount.zero(denomination));
                    compare(denomination, each, said.of(each, denomination), there);
                }
            }
            Amount sum = said.sum(denomination);
            problems.unless(
                    sum.isZero(),
                    path(denomination),
                    "The balances of all accounts must sum to zero, and sum to (" + sum + ").");
        }
    }

    private void compare(Denomination denomination, LedgerAccount each, Amount said, Amount there) {
        String path = path(denomination) + "." + each;
        problems.unless(
                said.equals(there),
                () -> new Problem(
                        path,
                        "The journal sums to (" + said + ") in account (" + each + "), and the wallet holds (" + there
                                + ")."));
        boolean owes = each == LedgerAccount.CLAWBACK_RECEIVABLE;
        problems.unless(
                owes ? !said.isPositive() : !said.isNegative(),
                () -> new Problem(
                        path,
                        "The account (" + each + ") must not be " + (owes ? "above" : "below") + " 0 and is (" + said
                                + ")."));
    }

    private static String path(Denomination denomination) {
        return "balances[" + denomination + "]";
    }

    /** What the wallet holds, for every denomination that it or the journal has. */
    private SortedMap<Denomination, Map<LedgerAccount, Amount>> held() {
        SortedMap<Denomination, Map<LedgerAccount, Amount>> held = new TreeMap<>(ORDER);
        journal.transactions()
                .forEach(transaction -> held.computeIfAbsent(
                        transaction.amount().denomination(), unused -> new EnumMap<>(LedgerAccount.class)));
        lots.forEach(lot -> add(held, lot.account(), lot.remaining()));
        for (Hold hold : wallet.holds().values()) {
            addAll(held, LedgerAccount.HELD, hold.parts());
        }
        for (Payout payout : wallet.payouts().values()) {
            addAll(held, LedgerAccount.PAYOUT_CLEARING, payout.parts());
        }
        for (Amount debt : wallet.debts().values()) {
            Amount owed = Amount.zero(debt.denomination()).minus(debt);
            add(held, LedgerAccount.CLAWBACK_RECEIVABLE, owed);
            problems.unless(
                    debt.isPositive(),
                    "debts[" + debt.denomination() + "]",
                    "The debt (" + debt + ") must be above 0.");
        }
        return held;
    }

    private static void addAll(
            Map<Denomination, Map<LedgerAccount, Amount>> held, LedgerAccount each, Collection<LotPart> parts) {
        parts.forEach(part -> add(held, each, part.amount()));
    }

    private static void add(Map<Denomination, Map<LedgerAccount, Amount>> held, LedgerAccount each, Amount amount) {
        held.computeIfAbsent(amount.denomination(), unused -> new EnumMap<>(LedgerAccount.class))
                .merge(each, amount, Amount::plus);
    }

    // The lots and what moved their money.

    private void contents() {
        Set<String> ids = new HashSet<>();
        for (Lot lot : lots) {
            problems.unless(
                    ids.add(lot.id()),
                    () -> new Problem(path(lot.id()), "The lot (" + lot.id() + ") is in the wallet twice."));
            problems.unless(
                    OF_LOTS.contains(lot.account()),
                    () -> new Problem(
                            path(lot.id()),
                            "The account (" + lot.account() + ") of lot (" + lot.id() + ") must be one of lots."));
        }
        wallet.emptied().forEach((id, lot) -> {
            problems.unless(
                    lot.remaining().isZero(),
                    () -> new Problem(
                            path(id),
                            "The lot (" + id + ") is with the emptied ones and has (" + lot.remaining() + ")."));
            problems.unless(
                    lot.id().equals(id),
                    () -> new Problem(path(id), "The lot (" + lot.id() + ") is kept as (" + id + ")."));
        });
    }

    /**
     * What is left of a lot is what was moved into it less what was moved out of it. Money that was freed of a lot is a lot
     * of its own, but moves by transactions that name the first one, so the two are looked at together, and their accounts
     * tell them apart.
     */
    private void movements() {
        SortedMap<String, SortedMap<Denomination, Map<LedgerAccount, Amount>>> moved = new TreeMap<>();
        journal.transactions()
                .filter(transaction -> !transaction.lot().isEmpty())
                .forEach(transaction -> {
                    SortedMap<Denomination, Map<LedgerAccount, Amount>> of =
                            moved.computeIfAbsent(Lot.originOf(transaction.lot()), unused -> new TreeMap<>(ORDER));
                    for (LedgerAccount each : List.of(transaction.from(), transaction.to())) {
                        if (OF_LOTS.contains(each)) {
                            add(of, each, transaction.change(each));
                        }
                    }
                });
        SortedMap<String, SortedMap<Denomination, Map<LedgerAccount, Amount>>> there = new TreeMap<>();
        for (Lot lot : lots) {
            add(there.computeIfAbsent(lot.origin(), unused -> new TreeMap<>(ORDER)), lot.account(), lot.remaining());
        }
        Set<String> ids = new HashSet<>(moved.keySet());
        ids.addAll(there.keySet());
        ids.stream()
                .sorted()
                .forEach(id -> compare(
                        id,
                        moved.getOrDefault(id, new TreeMap<>(ORDER)),
                        there.getOrDefault(id, new TreeMap<>(ORDER))));
    }

    private void compare(
            String lot,
            SortedMap<Denomination, Map<LedgerAccount, Amount>> moved,
            SortedMap<Denomination, Map<LedgerAccount, Amount>> there) {
        SortedMap<Denomination, Map<LedgerAccount, Amount>> both = new TreeMap<>(moved);
        both.putAll(there);
        for (Denomination denomination : both.keySet()) {
            for (LedgerAccount each : OF_LOTS.stream().sorted().toList()) {
                Amount zero = Amount.zero(denomination);
                Amount in = moved.getOrDefault(denomination, Map.of()).getOrDefault(each, zero);
                Amount left = there.getOrDefault(denomination, Map.of()).getOrDefault(each, zero);
                problems.unless(
                        in.equals(left),
                        () -> new Problem(
                                path(lot),
                                "The journal leaves (" + in + ") of lot (" + lot + ") in account (" + each
                                        + "), and the wallet has (" + left + ")."));
            }
        }
    }

    /** What the journal says of awards that were made here: those of a duplicate are in the journal of that one. */
    private void awards() {
        Map<String, Amount> expired = new HashMap<>();
        Map<String, Amount> elsewhere = new HashMap<>();
        Map<String, Amount> contributed = new HashMap<>();
        journal.transactions().forEach(transaction -> {
            if (transaction.from() == LedgerAccount.BREAKAGE || transaction.to() == LedgerAccount.BREAKAGE) {
                expired.merge(transaction.lot(), transaction.change(LedgerAccount.BREAKAGE), Amount::plus);
            }
            if (transaction.kind() == TransactionKind.CONTRIBUTION) {
                contributed.merge(transaction.lot(), journal.standing(transaction), Amount::plus);
            }
            award(transaction.reverses())
                    .filter(award -> transaction.kind() == TransactionKind.CLAWBACK
                            || !award.lot().equals(transaction.lot()))
                    .ifPresent(award -> elsewhere.merge(award.lot(), transaction.amount(), Amount::plus));
        });
        Map<String, Lot> byId = new HashMap<>();
        lots.forEach(lot -> byId.put(lot.id(), lot));
        journal.transactions()
                .filter(transaction -> transaction.kind() == TransactionKind.AWARD)
                .forEach(award -> {
                    Lot lot = byId.get(award.lot());
                    if (lot == null) {
                        problems.add(
                                path(award.lot()),
                                "The lot (" + award.lot() + ") of award (" + award.id() + ") is not in the wallet.");
                        return;
                    }
                    Amount zero = Amount.zero(award.amount().denomination());
                    compare(lot, "awarded", award.amount(), lot.awarded());
                    compare(lot, "expired", expired.getOrDefault(lot.id(), zero), lot.expired());
                    compare(lot, "taken back", journal.reversedOf(award), lot.reversed());
                    compare(
                            lot,
                            "contributed",
                            contributed.getOrDefault(lot.id(), zero),
                            lot.provenance().contribution());
                    compare(lot, "taken back elsewhere", elsewhere.getOrDefault(lot.id(), zero), lot.recovered());
                });
    }

    private Optional<Transaction> award(String id) {
        return Optional.ofNullable(transactions.get(id))
                .filter(transaction -> transaction.kind() == TransactionKind.AWARD);
    }

    private void compare(Lot lot, String what, Amount said, Amount there) {
        problems.unless(
                said.equals(there),
                () -> new Problem(
                        path(lot.id()),
                        "The journal says that (" + said + ") of lot (" + lot.id() + ") was " + what
                                + ", and the lot says (" + there + ")."));
    }

    /** What purchases were paid with is what stands of the transactions that paid, as far as they are in this journal. */
    private void payments() {
        wallet.sales().values().stream()
                .sorted(Comparator.comparing(Sale::purchase))
                .forEach(sale -> sale.payments().stream()
                        .filter(Payment::isSpend)
                        .forEach(payment -> {
                            Transaction spend = transactions.get(payment.spend());
                            if (spend != null) {
                                Amount standing = journal.standing(spend);
                                Amount paid = payment.lines().stream()
                                        .map(LineShare::amount)
                                        .reduce(Amount.zero(spend.amount().denomination()), Amount::plus);
                                problems.unless(
                                        standing.equals(paid),
                                        () -> new Problem(
                                                "sales[" + sale.purchase() + "]",
                                                "The transaction (" + spend.id() + ") stands with (" + standing
                                                        + "), and the purchase was paid with (" + paid + ")."));
                            }
                        }));
    }

    private static String path(String lot) {
        return "lots[" + lot + "]";
    }
}
