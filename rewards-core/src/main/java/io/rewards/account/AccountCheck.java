package io.rewards.account;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.DenominationMismatchException;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.Balances;
import io.rewards.ledger.Journal;
import io.rewards.ledger.JournalHead;
import io.rewards.ledger.LotId;
import io.rewards.ledger.Party;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionId;
import io.rewards.ledger.TransactionKind;
import io.rewards.problem.Problem;
import io.rewards.problem.Problems;
import io.rewards.wallet.Exchanged;
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
import java.util.TreeSet;

/**
 * Checks that the wallet of one account and its journal say the same, cent by cent. It reads the journal a few times and
 * asks nobody else, so a store or a test can check an account after every operation. Source: domain 5.6.
 */
public final class AccountCheck {

    private static final Set<AccountKind> OF_LOTS =
            Set.of(AccountKind.COMMERCE, AccountKind.OPEN, AccountKind.PENDING, AccountKind.VOUCHERS);

    private final AccountRecords records;
    private final Wallet wallet;
    private final Journal journal;
    private final List<Lot> lots;
    private final Map<String, Transaction> transactions = new HashMap<>();
    private final Problems problems = new Problems();

    private AccountCheck(AccountRecords records) {
        this.records = records;
        wallet = records.account().wallet();
        journal = records.journal();
        lots = records.allLots().toList();
        journal.transactions().forEach(transaction -> transactions.putIfAbsent(transaction.id(), transaction));
    }

    /**
     * Everything that is wrong with the money of an account; empty for one that is right. A change of the
     * journal that leaves all sums as they were shows in its chain of hashes.
     */
    public static List<Problem> problems(AccountRecords records) {
        AccountCheck check = new AccountCheck(records);
        check.attempt(check::chain);
        check.attempt(check::balances);
        check.attempt(check::contents);
        check.attempt(check::movements);
        check.attempt(check::awards);
        check.attempt(check::exchanges);
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
                    "The amounts of participant ("
                            + records.account().participant().id() + ") cannot be summed: " + e.getMessage());
        }
    }

    private void chain() {
        journal.problems().forEach(problem -> problems.add(problem.path(), problem.message()));
        JournalHead head = records.account().journal();
        problems.unless(
                head.number() == journal.entries().size() && head.hash().equals(journal.head()),
                () -> new Problem(
                        "journal",
                        "The account says that its journal ends at (" + head.number() + ", " + head.hash()
                                + "), and it ends at (" + journal.entries().size() + ", " + journal.head() + ")."));
    }

    // The wallet and the accounts of the ledger.

    private void balances() {
        Balances said = journal.balances();
        for (Map.Entry<Denomination, Map<AccountKind, Amount>> entry : held().entrySet()) {
            Denomination denomination = entry.getKey();
            for (AccountKind each : AccountKind.values()) {
                if (each.owner() == Party.Kind.PARTICIPANT) {
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

    private void compare(Denomination denomination, AccountKind each, Amount said, Amount there) {
        String path = path(denomination) + "." + each;
        problems.unless(
                said.equals(there),
                () -> new Problem(
                        path,
                        "The journal sums to (" + said + ") in account (" + each + "), and the wallet holds (" + there
                                + ")."));
        boolean owes = each == AccountKind.CLAWBACK_RECEIVABLE;
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
    private SortedMap<Denomination, Map<AccountKind, Amount>> held() {
        SortedMap<Denomination, Map<AccountKind, Amount>> held = new TreeMap<>();
        journal.transactions()
                .forEach(transaction -> held.computeIfAbsent(
                        transaction.amount().denomination(), unused -> new EnumMap<>(AccountKind.class)));
        lots.forEach(lot -> add(held, lot.account(), lot.remaining()));
        for (Hold hold : wallet.holds().values()) {
            addAll(held, AccountKind.HELD, hold.parts());
        }
        for (Payout payout : wallet.payouts().values()) {
            addAll(held, AccountKind.PAYOUT_CLEARING, payout.parts());
        }
        for (Amount debt : wallet.debts().values()) {
            Amount owed = Amount.zero(debt.denomination()).minus(debt);
            add(held, AccountKind.CLAWBACK_RECEIVABLE, owed);
            problems.unless(
                    debt.isPositive(),
                    "debts[" + debt.denomination() + "]",
                    "The debt (" + debt + ") must be above 0.");
        }
        return held;
    }

    private static void addAll(
            Map<Denomination, Map<AccountKind, Amount>> held, AccountKind each, Collection<LotPart> parts) {
        parts.forEach(part -> add(held, each, part.amount()));
    }

    private static void add(Map<Denomination, Map<AccountKind, Amount>> held, AccountKind each, Amount amount) {
        held.computeIfAbsent(amount.denomination(), unused -> new EnumMap<>(AccountKind.class))
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
        for (Lot lot : wallet.lots()) {
            problems.unless(
                    lot.remaining().isPositive(),
                    () -> new Problem(path(lot.id()), "The lot (" + lot.id() + ") is open and holds no money."));
        }
        for (Lot lot : records.emptied()) {
            String id = lot.id();
            problems.unless(
                    lot.remaining().isZero(),
                    () -> new Problem(
                            path(id),
                            "The lot (" + id + ") is with the emptied ones and has (" + lot.remaining() + ")."));
        }
    }

    /**
     * What is left of a lot is what was moved into it less what was moved out of it. Money that was freed of a lot is a lot
     * of its own, but moves by transactions that name the first one, so the two are looked at together, and their accounts
     * tell them apart.
     */
    private void movements() {
        SortedMap<String, SortedMap<Denomination, Map<AccountKind, Amount>>> moved = new TreeMap<>();
        journal.transactions()
                .filter(transaction -> !transaction.lot().isEmpty())
                .forEach(transaction -> {
                    SortedMap<Denomination, Map<AccountKind, Amount>> of =
                            moved.computeIfAbsent(Lot.originOf(transaction.lot()), unused -> new TreeMap<>());
                    for (AccountKind each :
                            List.of(transaction.from().kind(), transaction.to().kind())) {
                        if (OF_LOTS.contains(each)) {
                            add(of, each, transaction.change(each));
                        }
                    }
                });
        SortedMap<String, SortedMap<Denomination, Map<AccountKind, Amount>>> there = new TreeMap<>();
        for (Lot lot : lots) {
            add(there.computeIfAbsent(lot.origin(), unused -> new TreeMap<>()), lot.account(), lot.remaining());
        }
        Set<String> ids = new HashSet<>(moved.keySet());
        ids.addAll(there.keySet());
        ids.stream()
                .sorted()
                .forEach(id ->
                        compare(id, moved.getOrDefault(id, new TreeMap<>()), there.getOrDefault(id, new TreeMap<>())));
    }

    private void compare(
            String lot,
            SortedMap<Denomination, Map<AccountKind, Amount>> moved,
            SortedMap<Denomination, Map<AccountKind, Amount>> there) {
        SortedMap<Denomination, Map<AccountKind, Amount>> both = new TreeMap<>(moved);
        both.putAll(there);
        for (Denomination denomination : both.keySet()) {
            for (AccountKind each : OF_LOTS.stream().sorted().toList()) {
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
        Map<String, SortedMap<Party, Amount>> given = new HashMap<>();
        journal.transactions().forEach(transaction -> {
            if (transaction.from().kind() == AccountKind.BREAKAGE
                    || transaction.to().kind() == AccountKind.BREAKAGE) {
                merge(expired, transaction.lot(), transaction.change(AccountKind.BREAKAGE));
            }
            if (transaction.kind() == TransactionKind.CONTRIBUTION) {
                given.computeIfAbsent(transaction.lot(), unused -> new TreeMap<>())
                        .merge(transaction.from().party(), journal.standing(transaction), Amount::plus);
            }
            award(transaction.reverses())
                    .filter(award -> transaction.kind() == TransactionKind.CLAWBACK
                            || !award.lot().equals(transaction.lot()))
                    .ifPresent(award -> merge(elsewhere, award.lot(), transaction.amount()));
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
                    if (isChangedOver(award.amount(), lot.awarded())) {
                        return;
                    }
                    Amount zero = Amount.zero(award.amount().denomination());
                    compare(lot, "awarded", award.amount(), lot.awarded());
                    compare(lot, "expired", expired.getOrDefault(lot.id(), zero), lot.expired());
                    compare(lot, "taken back", journal.reversedOf(award), lot.reversed());
                    shares(lot, given.getOrDefault(lot.id(), new TreeMap<>()));
                    compare(lot, "taken back elsewhere", elsewhere.getOrDefault(lot.id(), zero), lot.recovered());
                });
    }

    /** What became of points is what stands of the transactions that turned them, as far as they are in this journal. */
    private void exchanges() {
        Map<String, Lot> byId = new HashMap<>();
        lots.forEach(lot -> byId.put(lot.id(), lot));
        journal.transactions()
                .filter(transaction -> transaction.kind() == TransactionKind.EXCHANGE_OUT)
                .forEach(out -> exchange(out, byId));
    }

    private void exchange(Transaction out, Map<String, Lot> byId) {
        String id = LotId.parsed(out.lot()).givenBy(out.event()).text();
        Lot lot = byId.get(id);
        Exchanged exchanged = lot == null ? null : lot.provenance().exchange().orElse(null);
        if (lot == null || exchanged == null) {
            problems.add(path(id), "The lot (" + id + ") of exchange (" + out.id() + ") is not in the wallet.");
            return;
        }
        if (isChangedOver(out.amount(), exchanged.points())) {
            return;
        }
        compare(lot, "made of points", journal.standing(out), exchanged.points());
        Amount in = Optional.ofNullable(
                        transactions.get(TransactionId.of(out.event(), LotId.parsed(id), TransactionKind.EXCHANGE_IN)
                                .text()))
                .map(journal::standing)
                .orElse(Amount.zero(lot.awarded().denomination()));
        if (!isChangedOver(in, exchanged.money())) {
            compare(lot, "made as money", in, exchanged.money());
        }
    }

    /** What comes after a changeover starts anew: the lot is not compared then. */
    private static void merge(Map<String, Amount> sums, String lot, Amount amount) {
        sums.merge(lot, amount, (sum, more) -> isChangedOver(sum, more) ? more : sum.plus(more));
    }

    /** The figures of a lot that was changed over are those of the rate; its money is compared like all other. */
    private static boolean isChangedOver(Amount said, Amount there) {
        return !said.denomination().equals(there.denomination());
    }

    /** Whoever gave to an award gives to what stands of it what its own transaction says. */
    private void shares(Lot lot, SortedMap<Party, Amount> said) {
        Amount zero = Amount.zero(lot.awarded().denomination());
        SortedMap<Party, Amount> there = new TreeMap<>();
        lot.provenance().givers().forEach(share -> there.put(share.party(), share.amount()));
        Set<Party> parties = new TreeSet<>(said.keySet());
        parties.addAll(there.keySet());
        parties.forEach(party -> compare(
                lot, "given by " + party.id(), said.getOrDefault(party, zero), there.getOrDefault(party, zero)));
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
        records.sales().stream()
                .sorted(Comparator.comparing(Sale::purchase))
                .forEach(sale -> sale.payments().stream()
                        .filter(Payment::isSpend)
                        .forEach(payment -> {
                            Transaction spend = transactions.get(payment.spend());
                            if (spend != null
                                    && payment.lines().stream()
                                            .noneMatch(share -> isChangedOver(spend.amount(), share.amount()))) {
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
