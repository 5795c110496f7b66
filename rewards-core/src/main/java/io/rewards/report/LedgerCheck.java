package io.rewards.report;

import io.rewards.account.AccountCheck;
import io.rewards.account.Holdings;
import io.rewards.ledger.Balances;
import io.rewards.ledger.JournalEntry;
import io.rewards.ledger.JournalPlace;
import io.rewards.ledger.OwnedEntry;
import io.rewards.ledger.Transaction;
import io.rewards.problem.Problem;
import io.rewards.store.MerchantBooks;
import io.rewards.store.RewardsStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Goes through all journals and wallets beside each other, a page at a time, so that no journal is ever in memory as a
 * whole. Who is written to meanwhile is looked at again. Used once, by one thread.
 */
final class LedgerCheck {

    private static final int PAGE = 500;
    private static final int PARTICIPANTS = 100;
    private static final int MOST_TRIES = 100;

    private final RewardsStore store;
    private final List<Problem> problems = new ArrayList<>();
    private final MessageDigest seal = sha256();
    private final Deque<OwnedEntry> page = new ArrayDeque<>();
    private JournalPlace last = JournalPlace.BEFORE_ALL;
    private boolean isOver;
    private Balances sums = Balances.NONE;
    /** How many entries touch an account of each merchant. */
    private final Map<String, Long> touching = new TreeMap<>();

    private Balances ofMerchants = Balances.NONE;

    private long participants;
    private long transactions;
    private long chains;

    LedgerCheck(RewardsStore store) {
        this.store = store;
    }

    /** Looks at everybody. */
    void run() {
        for (List<String> ids = store.participants("", PARTICIPANTS);
                !ids.isEmpty();
                ids = store.participants(ids.get(ids.size() - 1), PARTICIPANTS)) {
            store.holdings(ids).forEach(this::check);
        }
        while (hasNext()) {
            stray(page.element().owner());
        }
        merchants();
    }

    private void merchants() {
        TreeSet<String> merchants = new TreeSet<>(touching.keySet());
        all(store.merchants()::settled).forEach(merchants::add);
        all(store.merchants()::withOpenEntries).forEach(merchants::add);
        for (String merchant : merchants) {
            MerchantCheck check = new MerchantCheck(store.merchants(), merchant);
            problems.addAll(check.problems(ofMerchants, touching.getOrDefault(merchant, 0L)));
            if (!check.head().isEmpty()) {
                chain("merchant\n" + merchant, check.head());
            }
        }
    }

    private static Stream<String> all(BiFunction<String, Integer, List<String>> pages) {
        return Stream.iterate(
                        pages.apply("", PAGE),
                        page -> !page.isEmpty(),
                        page -> pages.apply(page.get(page.size() - 1), PAGE))
                .flatMap(List::stream);
    }

    private void chain(String owner, String head) {
        chains++;
        seal.update((owner + "\n" + head + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private void check(Holdings holdings) {
        String id = holdings.participant();
        while (hasNext() && page.element().owner().compareTo(id) < 0) {
            stray(page.element().owner());
        }
        AccountCheck check = AccountCheck.of(holdings);
        while (hasNext() && page.element().owner().equals(id)) {
            JournalEntry entry = page.remove().entry();
            check.next(entry);
            touch(entry.transaction());
        }
        participants++;
        conclude(holdings, check.isWhole() ? check : again(id, check));
    }

    private void touch(Transaction transaction) {
        Set<String> merchants = MerchantBooks.merchants(transaction);
        merchants.forEach(merchant -> touching.merge(merchant, 1L, Long::sum));
        if (!merchants.isEmpty()) {
            ofMerchants = ofMerchants.plus(Balances.of(Stream.of(transaction)));
        }
    }

    /** Entries of nobody: whoever registers while journals are read is listed now. */
    private void stray(String owner) {
        if (store.listed(owner).isEmpty()) {
            problems.add(new Problem(
                    path(owner), "The journal of participant (" + owner + ") is there, and the account is not."));
        }
        while (hasNext() && page.element().owner().equals(owner)) {
            page.remove();
        }
    }

    /** Looks at one participant for himself, until nothing was written in between. */
    private AccountCheck again(String id, AccountCheck first) {
        AccountCheck check = first;
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            List<Holdings> holdings = store.holdings(List.of(id));
            if (holdings.isEmpty()) {
                return check;
            }
            check = AccountCheck.of(holdings.get(0));
            long number = 0;
            for (List<JournalEntry> entries = store.journal(id, number, PAGE);
                    !entries.isEmpty();
                    entries = store.journal(id, number, PAGE)) {
                entries.forEach(check::next);
                number = entries.get(entries.size() - 1).number();
            }
            long version = holdings.get(0).account().version();
            if (check.isWhole()
                    || store.account(id).filter(now -> now.version() == version).isPresent()) {
                return check;
            }
        }
        return check;
    }

    private void conclude(Holdings holdings, AccountCheck check) {
        String id = holdings.participant();
        String owner = holdings.account().participant().id();
        if (!owner.equals(id)) {
            problems.add(new Problem(path(id), "The account is that of participant (" + owner + ")."));
        }
        for (Problem problem : check.problems()) {
            String path = problem.path().isEmpty() ? path(id) : path(id) + "." + problem.path();
            problems.add(new Problem(path, problem.message()));
        }
        transactions += check.end().number();
        if (check.end().number() > 0) {
            chain(id, check.end().hash());
        }
        try {
            sums = sums.plus(check.balances());
        } catch (IllegalArgumentException | ArithmeticException e) {
            problems.add(new Problem(path(id), "The balances cannot be summed: " + e.getMessage()));
        }
    }

    private boolean hasNext() {
        if (page.isEmpty() && !isOver) {
            List<OwnedEntry> next = store.journals(last, PAGE);
            page.addAll(next);
            isOver = next.isEmpty();
            last = isOver ? last : next.get(next.size() - 1).place();
        }
        return !page.isEmpty();
    }

    /** What all journals sum to. */
    Balances sums() {
        return sums;
    }

    /** What was found, with what else is wrong. */
    Verification verification(List<Problem> others) {
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(others);
        return new Verification(
                participants, transactions, chains, HexFormat.of().formatHex(seal.digest()), all);
    }

    private static String path(String participant) {
        return "participants[" + participant + "]";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
