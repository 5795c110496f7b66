package io.rewards.account;

import static io.rewards.account.Cashier.award;
import static io.rewards.account.Cashier.sale;
import static io.rewards.account.Cashier.spend;
import static io.rewards.account.Cashier.tampered;
import static io.rewards.catalogue.Programmes.EUR;
import static io.rewards.catalogue.Programmes.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.catalogue.ClawbackPolicy;
import io.rewards.event.EventKey;
import io.rewards.ledger.Journal;
import io.rewards.ledger.JournalEntry;
import io.rewards.ledger.LedgerAccount;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.problem.Problem;
import io.rewards.wallet.Books;
import io.rewards.wallet.Hold;
import io.rewards.wallet.LineShare;
import io.rewards.wallet.Lot;
import io.rewards.wallet.LotPart;
import io.rewards.wallet.Payment;
import io.rewards.wallet.Payout;
import io.rewards.wallet.Sale;
import io.rewards.wallet.SpendPlan;
import io.rewards.wallet.Wallet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether a wallet and its journal say the same. */
class AccountCheckTest {

    private static final String ON = "2024-03-05T10:00:00Z";
    private static final String NEW_YEAR = "2025-01-01T00:00:00Z";

    private final Cashier cashier = new Cashier();
    private Account account;

    @BeforeEach
    void anAwardIsSpentInPart() {
        account = cashier.book(
                "ada", "e1", ON, books -> books.award(award("e1#A", eur("10.00"), eur("3.00"), ON, NEW_YEAR), ""));
        account = cashier.book("ada", "e2", ON, books -> spend(books, "p2", eur("6.40")));
        account = cashier.book("ada", "e3", ON, books -> books.topUp(eur("2.00")));
    }

    // Everything that a wallet does leaves it right.

    @Test
    void anAccountWithoutMoneyIsRight() {
        assertThat(AccountCheck.problems(cashier.account("eve"))).isEmpty();
    }

    @Test
    void awardsSpendingAndTopUpsAreRight() {
        assertRight();
    }

    @Test
    void expirationsAndAwardsTakenBackAfterwardsAreRight() {
        book("e4", books -> books.expire(Instant.parse(NEW_YEAR)));
        assertRight();
        assertThat(lot("e1#A").expired()).isEqualTo(eur("3.60"));
        book("e5", books -> books.reclaim(lot("e1#A"), eur("10.00"), ClawbackPolicy.CLAWBACK_NEGATIVE, "", ""));
        assertRight();
        assertThat(account.wallet().debts()).containsOnly(Map.entry("EUR", eur("4.40")));
    }

    @Test
    void awardsTakenBackInPartAreRightUnderEveryPolicy() {
        for (ClawbackPolicy policy : ClawbackPolicy.values()) {
            anAwardOf("bob" + policy);
            Account after = cashier.book(
                    "bob" + policy,
                    "back" + policy,
                    ON,
                    books -> books.reclaim(books.lot("bob" + policy + "#A"), eur("9.99"), policy, "", ""));
            assertThat(AccountCheck.problems(after)).as(policy.name()).isEmpty();
        }
    }

    @Test
    void debtsThatArePaidAreRight() {
        book("e4", books -> books.reclaim(lot("e1#A"), eur("10.00"), ClawbackPolicy.CLAWBACK_NEGATIVE, "", ""));
        assertRight();
        book("e5", books -> {
            books.topUp(eur("1.50"));
            books.settleDebts();
        });
        assertRight();
        assertThat(account.wallet().debts()).containsOnly(Map.entry("EUR", eur("2.90")));
    }

    @Test
    void moneyThatIsFreedSpentAndGivenBackIsRight() {
        book("e4", books -> books.redeem(sale("p4", eur("3.00")), plan(eur("3.00"))));
        assertRight();
        assertThat(lot("e1#A/open").remaining()).isEqualTo(eur("3.00"));
        book("e5", books -> spend(books, "p5", eur("4.00")));
        assertRight();
        book(
                "e6",
                books -> books.cancelPayments(
                        books.sale(EventKey.of("p4")).orElseThrow(), EventKey.of("e4"), "", eur("0.00")));
        assertRight();
        book(
                "e7",
                books -> books.returnPieces(
                        books.sale(EventKey.of("p5")).orElseThrow(), Map.of("1", 1L), "", eur("0.00")));
        assertRight();
    }

    @Test
    void freedMoneyThatIsTakenBackIsRight() {
        book("e4", books -> books.redeem(sale("p4", eur("3.00")), plan(eur("3.00"))));
        book("e5", books -> books.reclaim(lot("e1#A"), eur("2.00"), ClawbackPolicy.NONE, "", ""));
        assertRight();
        assertThat(lot("e1#A").recovered()).isEqualTo(eur("1.40"));
    }

    @Test
    void reservedMoneyIsRight() {
        book("e4", books -> books.place(plan(eur("5.00")), Instant.parse(NEW_YEAR)));
        assertRight();
        assertThat(account.wallet().holds()).hasSize(1);
        book("e5", books -> books.releaseLapsed(Instant.parse(NEW_YEAR)));
        assertRight();
    }

    @Test
    void payoutsAreRight() {
        book("e4", books -> books.payOut(books.inOrder(), eur("4.00"), "BANK"));
        assertRight();
        book("e5", books -> books.failed(books.payout(EventKey.of("e4")).orElseThrow(), "unknown"));
        assertRight();
        book("e6", books -> books.payOut(books.inOrder(), eur("4.00"), "BANK"));
        book("e7", books -> books.arrived(books.payout(EventKey.of("e6")).orElseThrow()));
        assertRight();
    }

    @Test
    void moneyThatGoesOverIsRightOnBothSides() {
        book("e4", books -> books.redeem(sale("p4", eur("1.00")), plan(eur("1.00"))));
        List<List<Lot>> sent = new ArrayList<>();
        book("e5", books -> sent.add(books.send(eur("4.00"), "gift")));
        assertRight();
        Account bob = cashier.book("bob", "r5", ON, books -> books.receive(sent.get(0)));
        assertThat(AccountCheck.problems(bob)).isEmpty();
    }

    @Test
    void aDuplicateWithDebtsAndSpentMoneyIsRightOnBothSides() {
        book("e4", books -> books.reclaim(lot("e1#A"), eur("10.00"), ClawbackPolicy.CLAWBACK_NEGATIVE, "", ""));
        List<Wallet> sent = new ArrayList<>();
        book("e5", books -> sent.add(books.sendAll()));
        assertRight();
        cashier.book("bob", "r5", ON, books -> books.receiveAll(sent.get(0)));
        Account bob = cashier.book(
                "bob",
                "r6",
                ON,
                books -> books.returnPieces(
                        books.sale(EventKey.of("p2")).orElseThrow(), Map.of("1", 1L), "", eur("0.00")));
        assertThat(AccountCheck.problems(bob)).isEmpty();
        assertThat(bob.wallet().debts()).isNotEmpty();
    }

    // A journal that was tampered with.

    @Test
    void aChangedTransactionIsNamed() {
        List<JournalEntry> entries = new ArrayList<>(account.journal().entries());
        JournalEntry award = entries.get(0);
        entries.set(
                0,
                new JournalEntry(1, changed(award.transaction(), eur("100.00"), TransactionKind.AWARD), award.hash()));
        assertThat(paths(entries)).containsExactly("journal[1]", "balances[EUR].COMMERCE", "lots[e1#A]", "lots[e1#A]");
        assertThat(messages(entries))
                .contains(
                        "The hash of transaction (e1#A) does not fit: it, or an entry before it, was changed, left out or"
                                + " added.",
                        "The journal sums to (93.60 EUR) in account (COMMERCE), and the wallet holds (3.60 EUR).",
                        "The journal says that (100.00 EUR) of lot (e1#A) was awarded, and the lot says (10.00 EUR).");
    }

    @Test
    void anyEntryThatIsLeftOutShows() {
        for (int i = 0; i < account.journal().entries().size(); i++) {
            List<JournalEntry> entries = new ArrayList<>(account.journal().entries());
            JournalEntry missing = entries.remove(i);
            List<Problem> problems = problems(entries);
            boolean last = i == entries.size();
            assertThat(problems).as(missing.toString()).isNotEmpty();
            if (!last) {
                assertThat(problems.get(0).path()).isEqualTo("journal[" + (i + 1) + "]");
            }
        }
    }

    @Test
    void theLastEntryThatIsLeftOutShowsInTheBalances() {
        List<JournalEntry> entries = new ArrayList<>(account.journal().entries());
        entries.remove(entries.size() - 1);
        assertThat(paths(entries)).containsExactly("balances[EUR].OPEN", "lots[e3#money]");
    }

    @Test
    void anEntryThatIsAddedIsNamedWhereverItIs() {
        Transaction again =
                changed(account.journal().entries().get(0).transaction(), eur("5.00"), TransactionKind.AWARD);
        for (int i = 0; i <= account.journal().entries().size(); i++) {
            List<JournalEntry> entries = new ArrayList<>(account.journal().entries());
            entries.add(i, new JournalEntry(i + 1L, again, "forged"));
            assertThat(paths(entries))
                    .as("place " + i)
                    .contains("journal[" + (i + 1) + "]", "balances[EUR].COMMERCE", "lots[e1#A]");
            assertThat(messages(entries)).contains("The id (e1#A) is used twice.");
        }
    }

    @Test
    void anEntryThatIsAddedWithItsHashShowsInTheLots() {
        Transaction again =
                changed(account.journal().entries().get(0).transaction(), eur("5.00"), TransactionKind.AWARD);
        assertThat(paths(account.journal().plus(List.of(again)).entries()))
                .contains("journal[6]", "balances[EUR].COMMERCE", "lots[e1#A]");
    }

    @Test
    void entriesThatAreSwappedAreNamedThoughAllSumsAreRight() {
        List<JournalEntry> entries = new ArrayList<>(account.journal().entries());
        JournalEntry first = entries.get(2);
        entries.set(2, entries.get(3));
        entries.set(3, first);
        assertThat(paths(entries)).contains("journal[3]", "journal[4]").allMatch(path -> path.startsWith("journal"));
    }

    @Test
    void aReasonThatIsChangedIsNamedThoughAllSumsAreRight() {
        List<JournalEntry> entries = new ArrayList<>(account.journal().entries());
        JournalEntry topUp = entries.get(entries.size() - 1);
        Transaction other = changed(topUp.transaction(), topUp.transaction().amount(), TransactionKind.ADJUSTMENT);
        entries.set(entries.size() - 1, new JournalEntry(topUp.number(), other, topUp.hash()));
        assertThat(paths(entries)).containsExactly("journal[" + entries.size() + "]");
    }

    @Test
    void anAmountThatHasNoSumIsAProblemAndNoReasonToStop() {
        List<JournalEntry> entries = new ArrayList<>(account.journal().entries());
        JournalEntry award = entries.get(0);
        entries.set(
                0,
                new JournalEntry(
                        1,
                        changed(award.transaction(), new Amount(new Denomination("EUR", 0), 10), TransactionKind.AWARD),
                        award.hash()));
        assertThat(messages(entries))
                .anyMatch(message -> message.startsWith("The amounts of participant (ada) cannot"));
        assertThat(paths(entries)).contains("journal[1]", "lots[e1#A]");
    }

    // A wallet that was tampered with.

    @Test
    void aLotWithMoreMoneyIsNamed() {
        Wallet wallet =
                with(lots(lot -> lot.id().equals("e3#money") ? lot("e1#A").with(lot.provenance()) : lot));
        assertThat(AccountCheck.problems(tampered(account, account.journal(), wallet)))
                .extracting(Problem::path)
                .contains("balances[EUR].COMMERCE", "balances[EUR].OPEN", "lots[e1#A]", "lots[e3#money]");
    }

    @Test
    void aLotThatIsMissingIsNamed() {
        Wallet wallet = with(List.of(lot("e3#money")));
        assertThat(AccountCheck.problems(tampered(account, account.journal(), wallet)))
                .extracting(Problem::toString)
                .containsExactly(
                        "balances[EUR].COMMERCE: The journal sums to (3.60 EUR) in account (COMMERCE), and the wallet"
                                + " holds (0.00 EUR).",
                        "lots[e1#A]: The journal leaves (3.60 EUR) of lot (e1#A) in account (COMMERCE), and the wallet"
                                + " has (0.00 EUR).",
                        "lots[e1#A]: The lot (e1#A) of award (e1#A) is not in the wallet.");
    }

    @Test
    void moneyBetweenTwoLotsOfOneAccountShowsThoughTheBalancesAreRight() {
        Account both =
                cashier.book("ada", "e4", ON, books -> books.award(award("e4#A", eur("5.00"), ON, NEW_YEAR), ""));
        Wallet wallet = new Wallet(
                both.lots().stream()
                        .map(lot -> switch (lot.id()) {
                            case "e4#A" -> lot.spent(eur("1.00"));
                            case "e1#A" ->
                                award("e1#A", eur("10.00"), eur("3.00"), ON, NEW_YEAR)
                                        .spent(eur("5.40"));
                            default -> lot;
                        })
                        .toList(),
                Map.of(),
                both.wallet().sales(),
                Map.of(),
                Map.of(),
                Map.of(),
                both.wallet().cancelled(),
                Set.of());
        assertThat(AccountCheck.problems(tampered(both, both.journal(), wallet)))
                .extracting(Problem::path)
                .containsExactly("lots[e1#A]", "lots[e4#A]");
    }

    @Test
    void holdsPayoutsAndDebtsThatTheJournalDoesNotHaveAreNamed() {
        LotPart part = new LotPart("e1#A", eur("1.00"), "x", "");
        EventKey key = EventKey.of("x");
        Wallet wallet = new Wallet(
                account.wallet().lots(),
                account.wallet().emptied(),
                account.wallet().sales(),
                Map.of(key, new Hold(key, Instant.parse(NEW_YEAR), List.of(part))),
                Map.of(key, new Payout(key, "BANK", List.of(part))),
                Map.of("EUR", eur("1.00")),
                account.wallet().cancelled(),
                Set.of());
        assertThat(AccountCheck.problems(tampered(account, account.journal(), wallet)))
                .extracting(Problem::path)
                .containsExactly(
                        "balances[EUR].HELD", "balances[EUR].PAYOUT_CLEARING", "balances[EUR].CLAWBACK_RECEIVABLE");
    }

    @Test
    void anEmptiedLotWithMoneyIsNamed() {
        Wallet wallet = new Wallet(
                List.of(lot("e3#money")),
                Map.of("e1#A", lot("e1#A")),
                account.wallet().sales(),
                Map.of(),
                Map.of(),
                Map.of(),
                account.wallet().cancelled(),
                Set.of());
        assertThat(AccountCheck.problems(tampered(account, account.journal(), wallet)))
                .extracting(Problem::message)
                .containsExactly("The lot (e1#A) is with the emptied ones and has (3.60 EUR).");
    }

    @Test
    void accountsOfParticipantsMustNotBeBelowZeroNorDebtsAboveIt() {
        Transaction award = account.journal().entries().get(0).transaction();
        for (LedgerAccount each : LedgerAccount.values()) {
            if (each.owner() == LedgerAccount.Owner.PARTICIPANT) {
                boolean debt = each == LedgerAccount.CLAWBACK_RECEIVABLE;
                LedgerAccount from = debt ? LedgerAccount.ADJUSTMENTS : each;
                LedgerAccount to = debt ? each : LedgerAccount.ADJUSTMENTS;
                Journal journal = Journal.of("ada", List.of(between(award, from, to)));
                assertThat(AccountCheck.problems(tampered(account, journal, Wallet.EMPTY)))
                        .extracting(Problem::message)
                        .as(each.name())
                        .contains("The account (" + each + ") must not be " + (debt ? "above" : "below") + " 0 and is ("
                                + (debt ? "" : "-") + "10.00 EUR).");
            }
        }
    }

    @Test
    void aPurchaseThatSaysItWasPaidWithMoreIsNamed() {
        Account other = cashier.account("ada");
        Wallet wallet = new Wallet(
                other.wallet().lots(),
                other.wallet().emptied(),
                Map.of(
                        EventKey.of("p2"),
                        new Sale(
                                EventKey.of("p2"),
                                Instant.parse(ON),
                                sale("p2", eur("9.00")).lines(),
                                List.of(new Payment(
                                        EventKey.of("e2"),
                                        "e1#A",
                                        "e2#e1#A/spend",
                                        "e2#e1#A/redeem",
                                        List.of(new LineShare("1", 1, eur("9.00"))))))),
                Map.of(),
                Map.of(),
                Map.of(),
                other.wallet().cancelled(),
                Set.of());
        assertThat(AccountCheck.problems(tampered(other, other.journal(), wallet)))
                .extracting(Problem::toString)
                .containsExactly(
                        "sales[p2]: The transaction (e2#e1#A/spend) stands with (6.40 EUR), and the purchase was"
                                + " paid with (9.00 EUR).");
    }

    private void anAwardOf(String participant) {
        cashier.book(participant, participant, ON, books -> {
            books.award(award(participant + "#A", eur("10.00"), eur("3.33"), ON, NEW_YEAR), "");
            books.topUp(eur("2.00"));
        });
        cashier.book(participant, participant + "2", ON, books -> spend(books, "p" + participant, eur("6.40")));
    }

    private void book(String event, Consumer<Books> does) {
        account = cashier.book("ada", event, ON, does);
    }

    private void assertRight() {
        assertThat(AccountCheck.problems(account)).isEmpty();
        assertThat(account.journal().balances().sum(EUR)).isEqualTo(eur("0.00"));
    }

    private SpendPlan plan(Amount amount) {
        return SpendPlan.of(
                account.lots().stream()
                        .filter(lot -> lot.account() == LedgerAccount.COMMERCE)
                        .toList(),
                sale("p", amount).lines(),
                amount);
    }

    private Lot lot(String id) {
        return account.wallet().lot(id).orElseThrow();
    }

    private List<Lot> lots(UnaryOperator<Lot> change) {
        return account.lots().stream().map(change).toList();
    }

    private Wallet with(List<Lot> lots) {
        Wallet wallet = account.wallet();
        return new Wallet(
                lots,
                wallet.emptied(),
                wallet.sales(),
                wallet.holds(),
                wallet.payouts(),
                wallet.debts(),
                wallet.cancelled(),
                Set.of());
    }

    private List<Problem> problems(List<JournalEntry> entries) {
        return AccountCheck.problems(tampered(account, Journal.kept("ada", entries), account.wallet()));
    }

    private List<String> paths(List<JournalEntry> entries) {
        return problems(entries).stream().map(Problem::path).toList();
    }

    private List<String> messages(List<JournalEntry> entries) {
        return problems(entries).stream().map(Problem::message).toList();
    }

    private static Transaction between(Transaction old, LedgerAccount from, LedgerAccount to) {
        return copy(old, old.amount(), old.kind(), from, to);
    }

    private static Transaction changed(Transaction old, Amount amount, TransactionKind kind) {
        return copy(old, amount, kind, old.from(), old.to());
    }

    private static Transaction copy(
            Transaction old, Amount amount, TransactionKind kind, LedgerAccount from, LedgerAccount to) {
        return new Transaction(
                old.id(),
                kind,
                old.participant(),
                old.unit(),
                amount,
                from,
                to,
                old.event(),
                old.purchase(),
                old.offer(),
                old.offerType(),
                old.scheme(),
                old.rule(),
                old.lot(),
                old.subject(),
                old.reverses(),
                old.reason(),
                old.user(),
                old.on(),
                old.recordedOn());
    }
}
