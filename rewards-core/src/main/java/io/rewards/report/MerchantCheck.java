package io.rewards.report;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.AccountName;
import io.rewards.ledger.Balances;
import io.rewards.ledger.ChainCheck;
import io.rewards.ledger.JournalPlace;
import io.rewards.ledger.OwnedEntry;
import io.rewards.ledger.Party;
import io.rewards.problem.Problem;
import io.rewards.settlement.MerchantEntry;
import io.rewards.settlement.Settlement;
import io.rewards.settlement.SettlementSum;
import io.rewards.store.MerchantBooks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Goes through the journal and the settlements of one merchant, and finds what is wrong: with its chain, with entries that are
 * settled twice or not at all, and with sums. Used once, by one thread. Source: domain 7.4, 7.5.
 */
final class MerchantCheck {

    private static final int PAGE = 500;
    private static final List<AccountKind> SETTLED = List.of(AccountKind.CONTRIBUTION, AccountKind.REIMBURSEMENT);

    private final MerchantBooks books;
    private final Party merchant;
    private final ChainCheck chain;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<JournalPlace> places = new HashSet<>();
    private Balances taken = Balances.NONE;
    private long number;
    private String head = "";

    MerchantCheck(MerchantBooks books, String merchant) {
        this.books = books;
        this.merchant = Party.merchant(merchant);
        chain = ChainCheck.of(this.merchant);
    }

    /**
     * Looks at everything.
     *
     * @param said what the journals of participants say of the accounts of merchants
     * @param touching how many of their entries touch an account of this one
     */
    List<Problem> problems(Balances said, long touching) {
        Optional<Settlement> before = Optional.empty();
        for (List<Settlement> page = books.settlements(merchant.id(), 0, PAGE);
                !page.isEmpty();
                page = books.settlements(
                        merchant.id(), page.get(page.size() - 1).number(), PAGE)) {
            for (Settlement settlement : page) {
                check(settlement, before);
                before = Optional.of(settlement);
            }
        }
        if (!books.journal(merchant.id(), number, 1).isEmpty()) {
            problem("The journal goes on behind the latest settlement, at number (" + (number + 1) + ").");
        }
        Balances all = taken;
        long open = 0;
        for (List<OwnedEntry> page = books.open(merchant.id(), JournalPlace.BEFORE_ALL, PAGE);
                !page.isEmpty();
                page = books.open(merchant.id(), page.get(page.size() - 1).place(), PAGE)) {
            open += page.size();
            page.forEach(each -> once(each.place()));
            all = all.plus(Balances.of(page.stream().map(each -> each.entry().transaction())));
        }
        compare(said, all, touching, open);
        return problems;
    }

    /** Hash of the last entry of the journal; empty where there is none. */
    String head() {
        return head;
    }

    private void once(JournalPlace place) {
        if (!places.add(place)) {
            problem("The entry (" + place.number() + ") of participant (" + place.participant()
                    + ") is settled more than once, or settled and still to be settled.");
        }
    }

    private void check(Settlement settlement, Optional<Settlement> before) {
        if (settlement.first() != number + 1
                || settlement.number() != before.map(Settlement::number).orElse(0L) + 1) {
            problem("The settlement (" + settlement.id() + ") must be number ("
                    + (before.map(Settlement::number).orElse(0L) + 1) + ") and begin at entry (" + (number + 1)
                    + "), and is number (" + settlement.number() + ") and begins at (" + settlement.first() + ").");
        }
        Balances moved = Balances.NONE;
        while (number < settlement.end().number()) {
            long most = Math.min(PAGE, settlement.end().number() - number);
            List<MerchantEntry> page = books.journal(merchant.id(), number, (int) most);
            if (page.isEmpty()) {
                problem("The journal ends at number (" + number + "), before the settlement (" + settlement.id()
                        + ").");
                break;
            }
            page.forEach(this::next);
            moved = moved.plus(Balances.of(page.stream().map(MerchantEntry::transaction)));
        }
        if (!head.equals(settlement.end().hash()) && settlement.entries() > 0) {
            problem("The settlement (" + settlement.id() + ") ends with another hash than its last entry has.");
        }
        sums(settlement, before, moved);
    }

    private void next(MerchantEntry entry) {
        chain.next(entry.entry()).forEach(found -> problem(found.message()));
        entry.taken().ifPresent(place -> {
            once(place);
            taken = taken.plus(Balances.of(Stream.of(entry.transaction())));
        });
        number = entry.number();
        head = entry.entry().hash();
    }

    /** The settlement says what its entries come to, and nothing of them is left on an account. */
    private void sums(Settlement settlement, Optional<Settlement> before, Balances moved) {
        Set<Denomination> denominations = new TreeSet<>(moved.denominations());
        settlement.sums().forEach(sum -> denominations.add(sum.denomination()));
        before.ifPresent(known -> known.sums().forEach(sum -> denominations.add(sum.denomination())));
        for (Denomination denomination : denominations) {
            SettlementSum sum = settlement.sum(denomination);
            Amount zero = Amount.zero(denomination);
            boolean emptied = SETTLED.stream()
                    .allMatch(kind -> moved.of(AccountName.of(merchant, kind), denomination)
                            .isZero());
            if (!emptied
                    || !sum.net().equals(moved.of(AccountName.of(merchant, AccountKind.POSITION), denomination))
                    || !sum.fee().equals(moved.of(AccountKind.SETTLEMENT_FEES, denomination))
                    || !sum.before()
                            .equals(before.map(known -> known.position(denomination))
                                    .orElse(zero))) {
                problem("The settlement (" + settlement.id() + ") does not say in (" + denomination
                        + ") what its entries come to.");
            }
        }
    }

    private void compare(Balances said, Balances all, long touching, long open) {
        if (places.size() != touching) {
            problem("Of the entries of participants (" + touching + ") touch an account of the merchant, and ("
                    + (places.size() - open) + ") are settled and (" + open + ") still to be settled.");
        }
        Set<Denomination> denominations = new TreeSet<>(said.denominations());
        denominations.addAll(all.denominations());
        for (Denomination denomination : denominations) {
            for (AccountKind kind : SETTLED) {
                AccountName account = AccountName.of(merchant, kind);
                Amount there = all.of(account, denomination);
                if (!there.equals(said.of(account, denomination))) {
                    problem("The journals of participants come to (" + said.of(account, denomination) + ") on ("
                            + account + "), and what is settled and still to be settled to (" + there + ").");
                }
            }
        }
    }

    private void problem(String message) {
        problems.add(new Problem("merchants[" + merchant.id() + "]", message));
    }
}
