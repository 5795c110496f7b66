package io.rewards.account;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.DenominationMismatchException;
import io.rewards.event.EventKey;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.Balances;
import io.rewards.ledger.JournalCheck;
import io.rewards.ledger.JournalEntry;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Checks that the wallet of one account and its journal say the same, cent by cent. The journal is handed to it entry by
 * entry, and of each entry it remembers little, so journals may be long. It asks nobody else, so a store or a test can check
 * an account after every operation. Not thread-safe. Source: domain 5.6.
 */
public final class AccountCheck {

    private static final Set<AccountKind> OF_LOTS =
            Set.of(AccountKind.COMMERCE, AccountKind.OPEN, AccountKind.PENDING, AccountKind.VOUCHERS);

    /** What is compared later with lots and sales. */
    private static final Set<TransactionKind> COMPARED = Set.of(
            TransactionKind.AWARD,
            TransactionKind.CONTRIBUTION,
            TransactionKind.EXCHANGE_OUT,
            TransactionKind.EXCHANGE_IN,
            TransactionKind.SPEND);

    /** Parts of the check, each of which may fail by itself. */
    private enum Step {
        CHAIN,
        BALANCES,
        CONTENTS,
        MOVEMENTS,
        AWARDS,
        EXCHANGES,
        PAYMENTS
    }

    /** What is remembered of a transaction. */
    private record Posted(String id, TransactionKind kind, Amount amount, Party from, EventKey event, String lot) {}

    private final Holdings holdings;
    private final Wallet wallet;
    private final List<Lot> lots;
    private final JournalCheck chain;
    private JournalHead end;
    private final SortedMap<Denomination, Map<AccountKind, Amount>> said = new TreeMap<>();
    private final SortedMap<String, SortedMap<Denomination, Map<AccountKind, Amount>>> moved = new TreeMap<>();
    private final Map<String, Posted> posted = new LinkedHashMap<>();
    private final Map<String, Amount> reversed = new HashMap<>();
    private final Map<String, Amount> expired = new HashMap<>();
    private final Map<String, Amount> elsewhere = new HashMap<>();
    private final Map<Step, RuntimeException> failed = new EnumMap<>(Step.class);
    private final Problems problems = new Problems();

    private AccountCheck(Holdings holdings) {
        this.holdings = holdings;
        wallet = holdings.account().wallet();
        lots = holdings.allLots().toList();
        String participant = holdings.account().participant().id();
        chain = JournalCheck.of(participant);
        end = JournalHead.of(participant);
    }

    /** The check of what a participant holds, before any entry of the journal. */
    public static AccountCheck of(Holdings holdings) {
        return new AccountCheck(holdings);
    }

    /**
     * Everything that is wrong with the money of an account; empty for one that is right. A change of the
     * journal that leaves all sums as they were shows in its chain of hashes.
     */
    public static List<Problem> problems(AccountRecords records) {
        AccountCheck check = of(Holdings.of(records.account().participant().id(), records));
        records.journal().entries().forEach(check::next);
        return check.problems();
    }

    /** Looks at the next entry of the journal, as it was kept. */
    public void next(JournalEntry entry) {
        Transaction transaction = entry.transaction();
        end = new JournalHead(end.number() + 1, entry.hash());
        attempt(Step.CHAIN, () -> chain.next(entry));
        attempt(Step.BALANCES, () -> balance(transaction));
        attempt(Step.MOVEMENTS, () -> move(transaction));
        attempt(Step.AWARDS, () -> note(transaction));
    }

    /** Where the journal has ended so far. */
    public JournalHead end() {
        return end;
    }

    /** True where the journal ends where the account says. */
    public boolean isWhole() {
        return end.equals(holdings.account().journal());
    }

    /**
     * What the accounts hold after the journal, those of one kind together.
     *
     * @throws IllegalArgumentException or ArithmeticException when it cannot be summed
     */
    public Balances balances() {
        if (failed.containsKey(Step.BALANCES)) {
            throw failed.get(Step.BALANCES);
        }
        return new Balances(said, Map.of());
    }

    /** Everything that is wrong, once the journal has ended. */
    public List<Problem> problems() {
        finish(Step.CHAIN, this::chain);
        finish(Step.BALANCES, this::compareBalances);
        finish(Step.CONTENTS, this::contents);
        finish(Step.MOVEMENTS, this::movements);
        finish(Step.AWARDS, this::awards);
        finish(Step.EXCHANGES, this::exchanges);
        finish(Step.PAYMENTS, this::payments);
        return problems.found();
    }

    /** Amounts that were tampered with may not even have a sum, which is a problem and no reason to stop. */
    private void attempt(Step step, Runnable part) {
        if (!failed.containsKey(step)) {
            try {
                part.run();
            } catch (DenominationMismatchException | ArithmeticException e) {
                failed.put(step, e);
            }
        }
    }

    private void finish(Step step, Runnable rest) {
        attempt(step, rest);
        if (failed.containsKey(step)) {
            problems.add(
                    "",
                    "The amounts of participant ("
                            + holdings.account().participant().id() + ") cannot be summed: "
                            + failed.get(step).getMessage());
        }
    }

    private void chain() {
        chain.problems().forEach(problem -> problems.add(problem.path(), problem.message()));
        JournalHead head = holdings.account().journal();
        problems.unless(
                isWhole(),
                () -> new Problem(
                        "journal",
                        "The account says that its journal ends at (" + head.number() + ", " + head.hash()
                                + "), and it ends at (" + end.number() + ", " + end.hash() + ")."));
    }

    // The wallet and the accounts of the ledger.

    private void balance(Transaction transaction) {
        Amount in = transaction.amount();
        add(said, transaction.from().kind(), Amount.zero(in.denomination()).minus(in));
        add(said, transaction.to().kind(), in);
    }

    private void compareBalances() {
        Balances balances = balances();
        for (Map.Entry<Denomination, Map<AccountKind, Amount>> entry : held().entrySet()) {
            Denomination denomination = entry.getKey();
            for (AccountKind each : AccountKind.values()) {
                if (each.owner() == Party.Kind.PARTICIPANT) {
                    Amount there = entry.getValue().getOrDefault(each, Amount.zero(denomination));
                    compare(denomination, each, balances.of(each, denomination), there);
                }
            }
            Amount sum = balances.sum(denomination);
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
        said.keySet().forEach(denomination -> held.put(denomination, new EnumMap<>(AccountKind.class)));
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
        for (Lot lot : holdings.emptied()) {
            String id = lot.id();
            problems.unless(
                    lot.remaining().isZero(),
                    () -> new Problem(
                            path(id),
                            "The lot (" + id + ") is with the emptied ones and has (" + lot.remaining() + ")."));
        }
    }

    /** What comes back of a contribution to what expired is the merchant's, and was in the lot no more. */
    private void expired(Transaction transaction) {
        if (transaction.from().kind() != AccountKind.CONTRIBUTION
                && transaction.to().kind() != AccountKind.CONTRIBUTION) {
            merge(expired, transaction.lot(), transaction.change(AccountKind.BREAKAGE));
        }
    }

    private void move(Transaction transaction) {
        if (!transaction.lot().isEmpty()) {
            SortedMap<Denomination, Map<AccountKind, Amount>> of =
                    moved.computeIfAbsent(Lot.originOf(transaction.lot()), unused -> new TreeMap<>());
            for (AccountKind each :
                    List.of(transaction.from().kind(), transaction.to().kind())) {
                if (OF_LOTS.contains(each)) {
                    add(of, each, transaction.change(each));
                }
            }
        }
    }

    /**
     * What is left of a lot is what was moved into it less what was moved out of it. Money that was freed of a lot is a lot
     * of its own, but moves by transactions that name the first one, so the two are looked at together, and their accounts
     * tell them apart.
     */
    private void movements() {
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

    /** Remembers what lots and sales are compared with. */
    private void note(Transaction transaction) {
        if (transaction.from().kind() == AccountKind.BREAKAGE
                || transaction.to().kind() == AccountKind.BREAKAGE) {
            expired(transaction);
        }
        if (COMPARED.contains(transaction.kind())) {
            posted.putIfAbsent(
                    transaction.id(),
                    new Posted(
                            transaction.id(),
                            transaction.kind(),
                            transaction.amount(),
                            transaction.from().party(),
                            transaction.event(),
                            transaction.lot()));
        }
        if (!transaction.reverses().isEmpty()) {
            reversed.merge(transaction.reverses(), transaction.amount(), Amount::plus);
            Posted award = posted.get(transaction.reverses());
            if (award != null
                    && award.kind == TransactionKind.AWARD
                    && (transaction.kind() == TransactionKind.CLAWBACK || !award.lot.equals(transaction.lot()))) {
                merge(elsewhere, award.lot, transaction.amount());
            }
        }
    }

    private Stream<Posted> posted(TransactionKind kind) {
        return posted.values().stream().filter(each -> each.kind == kind);
    }

    private Amount reversedOf(Posted transaction) {
        return reversed.getOrDefault(transaction.id, Amount.zero(transaction.amount.denomination()));
    }

    private Amount standing(Posted transaction) {
        return transaction.amount.minus(reversedOf(transaction));
    }

    /** What the journal says of awards that were made here: those of a duplicate are in the journal of that one. */
    private void awards() {
        Map<String, SortedMap<Party, Amount>> given = new HashMap<>();
        posted(TransactionKind.CONTRIBUTION)
                .forEach(gift -> given.computeIfAbsent(gift.lot, unused -> new TreeMap<>())
                        .merge(gift.from, standing(gift), Amount::plus));
        Map<String, Lot> byId = new HashMap<>();
        lots.forEach(lot -> byId.put(lot.id(), lot));
        posted(TransactionKind.AWARD).forEach(award -> {
            Lot lot = byId.get(award.lot);
            if (lot == null) {
                problems.add(
                        path(award.lot),
                        "The lot (" + award.lot + ") of award (" + award.id + ") is not in the wallet.");
                return;
            }
            if (isChangedOver(award.amount, lot.awarded())) {
                return;
            }
            Amount zero = Amount.zero(award.amount.denomination());
            compare(lot, "awarded", award.amount, lot.awarded());
            compare(lot, "expired", expired.getOrDefault(lot.id(), zero), lot.expired());
            compare(lot, "taken back", reversedOf(award), lot.reversed());
            shares(lot, given.getOrDefault(lot.id(), new TreeMap<>()));
            compare(lot, "taken back elsewhere", elsewhere.getOrDefault(lot.id(), zero), lot.recovered());
        });
    }

    /** What became of points is what stands of the transactions that turned them, as far as they are in this journal. */
    private void exchanges() {
        Map<String, Lot> byId = new HashMap<>();
        lots.forEach(lot -> byId.put(lot.id(), lot));
        posted(TransactionKind.EXCHANGE_OUT).forEach(out -> exchange(out, byId));
    }

    private void exchange(Posted out, Map<String, Lot> byId) {
        String id = LotId.parsed(out.lot).givenBy(out.event).text();
        Lot lot = byId.get(id);
        Exchanged exchanged = lot == null ? null : lot.provenance().exchange().orElse(null);
        if (lot == null || exchanged == null) {
            problems.add(path(id), "The lot (" + id + ") of exchange (" + out.id + ") is not in the wallet.");
            return;
        }
        if (isChangedOver(out.amount, exchanged.points())) {
            return;
        }
        compare(lot, "made of points", standing(out), exchanged.points());
        Amount in = Optional.ofNullable(
                        posted.get(TransactionId.of(out.event, LotId.parsed(id), TransactionKind.EXCHANGE_IN)
                                .text()))
                .map(this::standing)
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
        holdings.sales().stream()
                .sorted(Comparator.comparing(Sale::purchase))
                .forEach(sale -> sale.payments().stream()
                        .filter(Payment::isSpend)
                        .forEach(payment -> {
                            Posted spend = posted.get(payment.spend());
                            if (spend != null
                                    && payment.lines().stream()
                                            .noneMatch(share -> isChangedOver(spend.amount, share.amount()))) {
                                Amount standing = standing(spend);
                                Amount paid = payment.lines().stream()
                                        .map(LineShare::amount)
                                        .reduce(Amount.zero(spend.amount.denomination()), Amount::plus);
                                problems.unless(
                                        standing.equals(paid),
                                        () -> new Problem(
                                                "sales[" + sale.purchase() + "]",
                                                "The transaction (" + spend.id + ") stands with (" + standing
                                                        + "), and the purchase was paid with (" + paid + ")."));
                            }
                        }));
    }

    private static String path(String lot) {
        return "lots[" + lot + "]";
    }
}
