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
import io.rewards.books.Awarding;
import io.rewards.books.Exchanging;
import io.rewards.books.GivingBack;
import io.rewards.books.HandingOver;
import io.rewards.books.Paying;
import io.rewards.books.PayingOut;
import io.rewards.books.Purse;
import io.rewards.books.Reclaiming;
import io.rewards.books.Reserving;
import io.rewards.catalogue.ClawbackPolicy;
import io.rewards.event.EventKey;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.AccountName;
import io.rewards.ledger.AwardSubject;
import io.rewards.ledger.Journal;
import io.rewards.ledger.JournalEntry;
import io.rewards.ledger.JournalHead;
import io.rewards.ledger.Party;
import io.rewards.ledger.Share;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.past.Inheritance;
import io.rewards.past.Needs;
import io.rewards.problem.Problem;
import io.rewards.wallet.Exchanged;
import io.rewards.wallet.Hold;
import io.rewards.wallet.LineShare;
import io.rewards.wallet.Lot;
import io.rewards.wallet.LotPart;
import io.rewards.wallet.Payment;
import io.rewards.wallet.Payout;
import io.rewards.wallet.Returned;
import io.rewards.wallet.Sale;
import io.rewards.wallet.SpendPlan;
import io.rewards.wallet.Wallet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private AccountRecords records;

    @BeforeEach
    void anAwardIsSpentInPart() {
        records = cashier.book(
                "ada",
                "e1",
                ON,
                purse -> new Awarding(purse)
                        .award(award("e1#A", eur("10.00"), eur("3.00"), ON, NEW_YEAR), AwardSubject.NOTHING));
        records = cashier.book("ada", "e2", ON, purse -> spend(purse, "p2", eur("6.40")));
        records = cashier.book("ada", "e3", ON, purse -> new Awarding(purse).topUp(eur("2.00")));
    }

    // Everything that a wallet does leaves it right.

    @Test
    void anAccountWithoutMoneyIsRight() {
        assertThat(AccountCheck.problems(cashier.records("eve"))).isEmpty();
    }

    @Test
    void awardsSpendingAndTopUpsAreRight() {
        assertRight();
    }

    @Test
    void expirationsAndAwardsTakenBackAfterwardsAreRight() {
        book("e4", purse -> new PayingOut(purse).expire(Instant.parse(NEW_YEAR)));
        assertRight();
        assertThat(lot("e1#A").expired()).isEqualTo(eur("3.60"));
        book("e5", purse -> new Reclaiming(purse).reclaim(lot("e1#A"), eur("10.00"), ClawbackPolicy.CLAWBACK_NEGATIVE));
        assertRight();
        assertThat(records.account().wallet().debts()).containsOnly(Map.entry("EUR", eur("4.40")));
    }

    @Test
    void awardsTakenBackInPartAreRightUnderEveryPolicy() {
        for (ClawbackPolicy policy : ClawbackPolicy.values()) {
            anAwardOf("bob" + policy);
            AccountRecords after = cashier.book(
                    "bob" + policy,
                    "back" + policy,
                    ON,
                    purse -> new Reclaiming(purse).reclaim(purse.lot("bob" + policy + "#A"), eur("9.99"), policy));
            assertThat(AccountCheck.problems(after)).as(policy.name()).isEmpty();
        }
    }

    @Test
    void debtsThatArePaidAreRight() {
        book("e4", purse -> new Reclaiming(purse).reclaim(lot("e1#A"), eur("10.00"), ClawbackPolicy.CLAWBACK_NEGATIVE));
        assertRight();
        book("e5", purse -> {
            new Awarding(purse).topUp(eur("1.50"));
            new Reclaiming(purse).settleDebts();
        });
        assertRight();
        assertThat(records.account().wallet().debts()).containsOnly(Map.entry("EUR", eur("2.90")));
    }

    @Test
    void moneyThatIsFreedSpentAndGivenBackIsRight() {
        book("e4", purse -> new Paying(purse).redeem(sale("p4", eur("3.00")), plan(eur("3.00"))));
        assertRight();
        assertThat(lot("e1#A/open").remaining()).isEqualTo(eur("3.00"));
        book("e5", purse -> spend(purse, "p5", eur("4.00")));
        assertRight();
        book(
                "e6",
                purse -> new GivingBack(purse, "", eur("0.00"))
                        .cancelPayments(purse.sale(EventKey.of("p4")).orElseThrow(), EventKey.of("e4")));
        assertRight();
        book(
                "e7",
                purse -> new GivingBack(purse, "", eur("0.00"))
                        .returnGoods(purse.sale(EventKey.of("p5")).orElseThrow(), Map.of("1", Returned.ofPieces(1))));
        assertRight();
    }

    @Test
    void moneyOfPointsIsRightAndIsWhatItsTransactionsSay() {
        Denomination points = new Denomination("PTS", 0);
        book("e4", purse -> new Awarding(purse).topUp(new Amount(points, 700)));
        book("e5", purse -> new Exchanging(purse).exchange(new Amount(points, 500), eur("5.00")));
        assertRight();
        Lot money = lot("e5#e4#money");
        assertThat(money.remaining()).isEqualTo(eur("5.00"));
        Exchanged more = new Exchanged(EventKey.of("e5"), "e4#money", new Amount(points, 501), eur("5.00"));
        List<Lot> forged = records.account().lots().stream()
                .map(each -> each.equals(money) ? money.with(money.provenance().exchanged(more)) : each)
                .toList();
        assertThat(AccountCheck.problems(tampered(records, records.journal(), with(forged))))
                .extracting(Problem::message)
                .containsExactly("The journal says that (500 PTS) of lot (e5#e4#money) was made of points, and the lot"
                        + " says (501 PTS).");
        book("e6", purse -> new Exchanging(purse).undo(EventKey.of("e5")));
        assertRight();
        assertThat(lot("e4#money").remaining()).isEqualTo(new Amount(points, 700));
    }

    @Test
    void freedMoneyThatIsTakenBackIsRight() {
        book("e4", purse -> new Paying(purse).redeem(sale("p4", eur("3.00")), plan(eur("3.00"))));
        book("e5", purse -> new Reclaiming(purse).reclaim(lot("e1#A"), eur("2.00"), ClawbackPolicy.NONE));
        assertRight();
        assertThat(lot("e1#A").recovered()).isEqualTo(eur("1.40"));
    }

    @Test
    void reservedMoneyIsRight() {
        book("e4", purse -> new Reserving(purse).place(plan(eur("5.00")), Instant.parse(NEW_YEAR)));
        assertRight();
        assertThat(records.account().wallet().holds()).hasSize(1);
        book("e5", purse -> new Reserving(purse).releaseLapsed(Instant.parse(NEW_YEAR)));
        assertRight();
    }

    @Test
    void payoutsAreRight() {
        book("e4", purse -> new PayingOut(purse).payOut(purse.inOrder(), eur("4.00"), "BANK"));
        assertRight();
        book(
                "e5",
                purse -> new PayingOut(purse)
                        .failed(purse.payout(EventKey.of("e4")).orElseThrow(), "unknown"));
        assertRight();
        book("e6", purse -> new PayingOut(purse).payOut(purse.inOrder(), eur("4.00"), "BANK"));
        book(
                "e7",
                purse -> new PayingOut(purse)
                        .arrived(purse.payout(EventKey.of("e6")).orElseThrow()));
        assertRight();
    }

    @Test
    void moneyThatGoesOverIsRightOnBothSides() {
        book("e4", purse -> new Paying(purse).redeem(sale("p4", eur("1.00")), plan(eur("1.00"))));
        List<List<Lot>> sent = new ArrayList<>();
        book("e5", purse -> sent.add(new HandingOver(purse).send(eur("4.00"), "gift")));
        assertRight();
        AccountRecords bob = cashier.book("bob", "r5", ON, purse -> new HandingOver(purse).receive(sent.get(0)));
        assertThat(AccountCheck.problems(bob)).isEmpty();
    }

    @Test
    void aDuplicateWithDebtsAndSpentMoneyIsRightOnBothSides() {
        book("e4", purse -> new Reclaiming(purse).reclaim(lot("e1#A"), eur("10.00"), ClawbackPolicy.CLAWBACK_NEGATIVE));
        List<Wallet> sent = new ArrayList<>();
        Inheritance over =
                cashier.store.load("ada", Needs.NOTHING).orElseThrow().past().inheritance();
        book("e5", purse -> sent.add(new HandingOver(purse).sendAll()));
        assertRight();
        cashier.book("bob", "r5", ON, purse -> new HandingOver(purse).receiveAll(sent.get(0), over));
        AccountRecords bob = cashier.book(
                "bob",
                "r6",
                ON,
                purse -> new GivingBack(purse, "", eur("0.00"))
                        .returnGoods(purse.sale(EventKey.of("p2")).orElseThrow(), Map.of("1", Returned.ofPieces(1))));
        assertThat(AccountCheck.problems(bob)).isEmpty();
        assertThat(bob.account().wallet().debts()).isNotEmpty();
    }

    // A journal that was tampered with.

    @Test
    void aChangedTransactionIsNamed() {
        List<JournalEntry> entries = new ArrayList<>(records.journal().entries());
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
        for (int i = 0; i < records.journal().entries().size(); i++) {
            List<JournalEntry> entries = new ArrayList<>(records.journal().entries());
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
        List<JournalEntry> entries = new ArrayList<>(records.journal().entries());
        entries.remove(entries.size() - 1);
        assertThat(paths(entries)).containsExactly("balances[EUR].OPEN", "lots[e3#money]");
    }

    @Test
    void anEntryThatIsAddedIsNamedWhereverItIs() {
        Transaction again =
                changed(records.journal().entries().get(0).transaction(), eur("5.00"), TransactionKind.AWARD);
        for (int i = 0; i <= records.journal().entries().size(); i++) {
            List<JournalEntry> entries = new ArrayList<>(records.journal().entries());
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
                changed(records.journal().entries().get(0).transaction(), eur("5.00"), TransactionKind.AWARD);
        assertThat(paths(records.journal().plus(List.of(again)).entries()))
                .contains("journal[6]", "balances[EUR].COMMERCE", "lots[e1#A]");
    }

    @Test
    void anAccountThatDoesNotEndWhereItsJournalEndsIsNamed() {
        JournalHead end = records.account().journal();
        for (JournalHead other :
                List.of(new JournalHead(end.number() - 1, end.hash()), new JournalHead(end.number(), "forged"))) {
            Account account = records.account();
            Account elsewhere = new Account(
                    account.participant(),
                    account.version(),
                    account.wallet(),
                    account.counters(),
                    account.open(),
                    other);
            assertThat(AccountCheck.problems(new AccountRecords(elsewhere, records.over(), records.journal())))
                    .extracting(Problem::toString)
                    .containsExactly("journal: The account says that its journal ends at (" + other.number() + ", "
                            + other.hash() + "), and it ends at (" + end.number() + ", " + end.hash() + ").");
        }
    }

    @Test
    void entriesThatAreSwappedAreNamedThoughAllSumsAreRight() {
        List<JournalEntry> entries = new ArrayList<>(records.journal().entries());
        JournalEntry first = entries.get(2);
        entries.set(2, entries.get(3));
        entries.set(3, first);
        assertThat(paths(entries)).contains("journal[3]", "journal[4]").allMatch(path -> path.startsWith("journal"));
    }

    @Test
    void aReasonThatIsChangedIsNamedThoughAllSumsAreRight() {
        List<JournalEntry> entries = new ArrayList<>(records.journal().entries());
        JournalEntry topUp = entries.get(entries.size() - 1);
        Transaction other = changed(topUp.transaction(), topUp.transaction().amount(), TransactionKind.ADJUSTMENT);
        entries.set(entries.size() - 1, new JournalEntry(topUp.number(), other, topUp.hash()));
        assertThat(paths(entries)).containsExactly("journal[" + entries.size() + "]");
    }

    @Test
    void anAmountWithOtherDecimalsIsAProblemAndNoReasonToStop() {
        List<JournalEntry> entries = new ArrayList<>(records.journal().entries());
        JournalEntry award = entries.get(0);
        entries.set(
                0,
                new JournalEntry(
                        1,
                        changed(award.transaction(), new Amount(new Denomination("EUR", 0), 10), TransactionKind.AWARD),
                        award.hash()));
        assertThat(messages(entries))
                .anyMatch(message -> message.equals(
                        "The journal sums to (10 EUR) in account (COMMERCE), and the wallet holds (0 EUR)."));
        assertThat(paths(entries)).contains("journal[1]", "lots[e1#A]");
    }

    // A wallet that was tampered with.

    @Test
    void aLotWithMoreMoneyIsNamed() {
        Wallet wallet =
                with(lots(lot -> lot.id().equals("e3#money") ? lot("e1#A").with(lot.provenance()) : lot));
        assertThat(AccountCheck.problems(tampered(records, records.journal(), wallet)))
                .extracting(Problem::path)
                .contains("balances[EUR].COMMERCE", "balances[EUR].OPEN", "lots[e1#A]", "lots[e3#money]");
    }

    @Test
    void aLotThatIsMissingIsNamed() {
        Wallet wallet = with(List.of(lot("e3#money")));
        assertThat(AccountCheck.problems(tampered(records, records.journal(), wallet)))
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
        AccountRecords both = cashier.book(
                "ada",
                "e4",
                ON,
                purse -> new Awarding(purse).award(award("e4#A", eur("5.00"), ON, NEW_YEAR), AwardSubject.NOTHING));
        Wallet wallet = new Wallet(
                both.account().lots().stream()
                        .map(lot -> switch (lot.id()) {
                            case "e4#A" -> lot.spent(eur("1.00"));
                            case "e1#A" ->
                                award("e1#A", eur("10.00"), eur("3.00"), ON, NEW_YEAR)
                                        .spent(eur("5.40"));
                            default -> lot;
                        })
                        .toList(),
                Map.of(),
                Map.of(),
                Map.of(),
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
                records.account().wallet().lots(),
                Map.of(key, new Hold(key, Instant.parse(NEW_YEAR), List.of(part))),
                Map.of(key, new Payout(key, "BANK", List.of(part))),
                Map.of("EUR", eur("1.00")),
                Set.of());
        assertThat(AccountCheck.problems(tampered(records, records.journal(), wallet)))
                .extracting(Problem::path)
                .containsExactly(
                        "balances[EUR].HELD", "balances[EUR].PAYOUT_CLEARING", "balances[EUR].CLAWBACK_RECEIVABLE");
    }

    @Test
    void anEmptiedLotWithMoneyIsNamed() {
        Account account = records.account().with(Wallet.of(List.of(lot("e3#money"))));
        assertThat(AccountCheck.problems(
                        new AccountRecords(account, over(List.of(lot("e1#A")), records.sales()), records.journal())))
                .extracting(Problem::message)
                .containsExactly("The lot (e1#A) is with the emptied ones and has (3.60 EUR).");
    }

    @Test
    void accountsOfParticipantsMustNotBeBelowZeroNorDebtsAboveIt() {
        Transaction award = records.journal().entries().get(0).transaction();
        for (AccountKind each : AccountKind.values()) {
            if (each.owner() == Party.Kind.PARTICIPANT) {
                boolean debt = each == AccountKind.CLAWBACK_RECEIVABLE;
                AccountKind from = debt ? AccountKind.ADJUSTMENTS : each;
                AccountKind to = debt ? each : AccountKind.ADJUSTMENTS;
                Journal journal = Journal.of("ada", List.of(between(award, from, to)));
                assertThat(AccountCheck.problems(tampered(records, journal, Wallet.EMPTY)))
                        .extracting(Problem::message)
                        .as(each.name())
                        .contains("The account (" + each + ") must not be " + (debt ? "above" : "below") + " 0 and is ("
                                + (debt ? "" : "-") + "10.00 EUR).");
            }
        }
    }

    @Test
    void aShareOfAnotherMerchantIsFound() {
        List<Share> others = List.of(new Share(Party.merchant("U2"), eur("3.00")));
        Wallet wallet = with(
                lots(lot -> lot.id().equals("e1#A") ? lot.with(lot.provenance().given(others)) : lot));
        assertThat(AccountCheck.problems(tampered(records, records.journal(), wallet)))
                .extracting(Problem::message)
                .containsExactly(
                        "The journal says that (3.00 EUR) of lot (e1#A) was given by U1, and the lot says (0.00 EUR).",
                        "The journal says that (0.00 EUR) of lot (e1#A) was given by U2, and the lot says (3.00 EUR).");
    }

    @Test
    void aPurchaseThatSaysItWasPaidWithMoreIsNamed() {
        Sale other = new Sale(
                EventKey.of("p2"),
                Instant.parse(ON),
                sale("p2", eur("9.00")).lines(),
                List.of(new Payment(
                        EventKey.of("e2"),
                        "e1#A",
                        "e2#e1#A/spend",
                        "e2#e1#A/redeem",
                        List.of(new LineShare("1", 1, eur("9.00"))),
                        Optional.empty())));
        assertThat(AccountCheck.problems(new AccountRecords(
                        records.account(), over(records.emptied(), List.of(other)), records.journal())))
                .extracting(Problem::toString)
                .containsExactly(
                        "sales[p2]: The transaction (e2#e1#A/spend) stands with (6.40 EUR), and the purchase was"
                                + " paid with (9.00 EUR).");
    }

    private static Inheritance over(List<Lot> emptied, List<Sale> sales) {
        return new Inheritance(emptied, sales, Set.of(), List.of());
    }

    private void anAwardOf(String participant) {
        cashier.book(participant, participant, ON, purse -> {
            new Awarding(purse)
                    .award(award(participant + "#A", eur("10.00"), eur("3.33"), ON, NEW_YEAR), AwardSubject.NOTHING);
            new Awarding(purse).topUp(eur("2.00"));
        });
        cashier.book(participant, participant + "2", ON, purse -> spend(purse, "p" + participant, eur("6.40")));
    }

    private void book(String event, Consumer<Purse> does) {
        records = cashier.book("ada", event, ON, does);
    }

    private void assertRight() {
        assertThat(AccountCheck.problems(records)).isEmpty();
        assertThat(records.journal().balances().sum(EUR)).isEqualTo(eur("0.00"));
    }

    private SpendPlan plan(Amount amount) {
        return SpendPlan.of(
                records.account().lots().stream()
                        .filter(lot -> lot.account() == AccountKind.COMMERCE)
                        .toList(),
                sale("p", amount).lines(),
                amount);
    }

    private Lot lot(String id) {
        return records.allLots().filter(lot -> lot.id().equals(id)).findFirst().orElseThrow();
    }

    private List<Lot> lots(UnaryOperator<Lot> change) {
        return records.account().lots().stream().map(change).toList();
    }

    private Wallet with(List<Lot> lots) {
        Wallet wallet = records.account().wallet();
        return new Wallet(lots, wallet.holds(), wallet.payouts(), wallet.debts(), Set.of());
    }

    private List<Problem> problems(List<JournalEntry> entries) {
        return AccountCheck.problems(tampered(
                records, Journal.kept("ada", entries), records.account().wallet()));
    }

    private List<String> paths(List<JournalEntry> entries) {
        return problems(entries).stream().map(Problem::path).toList();
    }

    private List<String> messages(List<JournalEntry> entries) {
        return problems(entries).stream().map(Problem::message).toList();
    }

    private static Transaction between(Transaction old, AccountKind from, AccountKind to) {
        return copy(
                old,
                old.amount(),
                old.kind(),
                old.cause().account(from),
                old.cause().account(to));
    }

    private static Transaction changed(Transaction old, Amount amount, TransactionKind kind) {
        return copy(old, amount, kind, old.from(), old.to());
    }

    private static Transaction copy(
            Transaction old, Amount amount, TransactionKind kind, AccountName from, AccountName to) {
        return new Transaction(
                old.id(), kind, amount, from, to, old.cause(), old.origin(), old.note(), old.on(), old.recordedOn());
    }
}
