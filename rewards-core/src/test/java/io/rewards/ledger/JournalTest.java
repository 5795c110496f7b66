package io.rewards.ledger;

import static io.rewards.catalogue.Programmes.EUR;
import static io.rewards.catalogue.Programmes.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rewards.amount.Amount;
import io.rewards.event.EventKey;
import io.rewards.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Journals, their chain of hashes, and transactions. */
class JournalTest {

    private static final Instant ON = Instant.parse("2024-03-05T12:00:00Z");
    private static final Instant RECORDED = ON.plusSeconds(60);

    private final Transaction award = transaction("A", "5.00", AccountKind.AWARD_EXPENSE, "");
    private final Transaction back = transaction("B", "2.00", AccountKind.BREAKAGE, "A");
    private final Transaction rest = transaction("C", "3.00", AccountKind.BREAKAGE, "A");
    private final Journal journal = Journal.of("ANNA", List.of(award, back));

    @Test
    void entriesAreNumberedFromOne() {
        assertThat(journal.plus(List.of(rest)).entries())
                .extracting(JournalEntry::number)
                .containsExactly(1L, 2L, 3L);
        assertThat(journal.transactions()).containsExactly(award, back);
    }

    @Test
    void anEmptyJournalIsItsParticipants() {
        assertThat(Journal.of("ANNA").entries()).isEmpty();
        assertThat(Journal.of("ANNA").head()).isEqualTo(HashChain.start(Party.participant("ANNA")));
        assertThat(Journal.of("ANNA").head()).isNotEqualTo(Journal.of("BOB").head());
        assertThat(Journal.of("ANNA").head()).hasSize(64);
    }

    @Test
    void theHeadIsTheHashOfTheLastEntry() {
        assertThat(journal.head())
                .isEqualTo(HashChain.after(HashChain.after(HashChain.start(Party.participant("ANNA")))
                                .next(award))
                        .next(back))
                .isEqualTo(journal.entries().get(1).hash());
    }

    @Test
    void nothingNewIsTheSameJournal() {
        assertThat(journal.plus(List.of())).isSameAs(journal);
    }

    @Test
    void stepsAndOneStepGiveTheSame() {
        Journal steps = Journal.of("ANNA").plus(List.of(award)).plus(List.of(back));
        assertThat(steps).isEqualTo(journal).hasSameHashCodeAs(journal);
        assertThat(steps.reversedOf(award)).isEqualTo(eur("2.00"));
    }

    @Test
    void journalsDifferByEntriesAndByParticipant() {
        assertThat(journal).isNotEqualTo(Journal.of("ANNA", List.of(award)));
        assertThat(Journal.of("ANNA")).isNotEqualTo(Journal.of("BOB"));
        assertThat(journal.hashCode()).isNotEqualTo(Journal.of("ANNA").hashCode());
        assertThat(journal).isNotEqualTo("journal");
        assertThat(journal.toString()).startsWith("Journal[ANNA, 2 entries, " + journal.head());
    }

    @Test
    void transactionsAreFoundById() {
        assertThat(journal.transaction("B")).contains(back);
        assertThat(journal.transaction("C")).isEmpty();
    }

    @Test
    void whatWasTakenBackNoLongerStands() {
        assertThat(journal.reversedOf(award)).isEqualTo(eur("2.00"));
        assertThat(journal.standing(award)).isEqualTo(eur("3.00"));
        assertThat(journal.stateOf(award)).isEqualTo(TransactionState.POSTED);
        assertThat(journal.reversedOf(back)).isEqualTo(eur("0.00"));
        assertThat(journal.standing(back)).isEqualTo(eur("2.00"));
    }

    @Test
    void whatWasTakenBackAsAWholeIsCancelled() {
        Journal all = journal.plus(List.of(rest));
        assertThat(all.standing(award)).isEqualTo(eur("0.00"));
        assertThat(all.stateOf(award)).isEqualTo(TransactionState.CANCELLED);
        assertThat(journal.stateOf(award)).isEqualTo(TransactionState.POSTED);
    }

    @Test
    void aKeptJournalKnowsWhatWasTakenBack() {
        Journal kept = Journal.kept("ANNA", journal.entries());
        assertThat(kept).isEqualTo(journal);
        assertThat(kept.reversedOf(award)).isEqualTo(eur("2.00"));
    }

    @Test
    void oneTransactionCanBeThoughtAway() {
        assertThat(journal.without("A").transactions()).containsExactly(back);
        assertThat(journal.without("A").reversedOf(award)).isEqualTo(eur("2.00"));
        assertThat(journal.without("X")).isEqualTo(journal);
    }

    @Test
    void balancesSumTheTransactions() {
        assertThat(journal.balances().amounts())
                .isEqualTo(Map.of(
                        EUR,
                        Map.of(
                                AccountKind.AWARD_EXPENSE,
                                eur("-5.00"),
                                AccountKind.BREAKAGE,
                                eur("-2.00"),
                                AccountKind.COMMERCE,
                                eur("7.00"))));
    }

    @Test
    void balancesAsOfAnInstantCountWhatWasRecordedByThen() {
        assertThat(journal.balancesAsOf(RECORDED)).isEqualTo(journal.balances());
        assertThat(journal.balancesAsOf(RECORDED.minusNanos(1)).amounts()).isEmpty();
    }

    @Test
    void aSoundJournalHasNoProblems() {
        assertThat(journal.plus(List.of(rest)).problems()).isEmpty();
        assertThat(Journal.of("ANNA").problems()).isEmpty();
    }

    @Test
    void aWrongNumberIsFound() {
        JournalEntry first = journal.entries().get(0);
        assertThat(problems(new JournalEntry(2, award, first.hash())))
                .containsExactly(new Problem("journal[1]", "The entry has the number (2)."));
    }

    @Test
    void aWrongHashIsFoundOnceAndOnlyWhereItIs() {
        JournalEntry wrong = new JournalEntry(1, award, "wrong");
        JournalEntry next = new JournalEntry(2, back, HashChain.after("wrong").next(back));
        assertThat(problems(wrong, next))
                .containsExactly(new Problem(
                        "journal[1]",
                        "The hash of transaction (A) does not fit: it, or an entry before it, was changed, left out or"
                                + " added."));
    }

    @Test
    void anEntryThatWasLeftOutIsFound() {
        assertThat(problems(journal.entries().get(1)))
                .extracting(Problem::message)
                .anyMatch(message -> message.startsWith("The entry has the number (2)"))
                .anyMatch(message -> message.startsWith("The hash of transaction (B) does not fit"))
                .anyMatch(message ->
                        message.equals("The transaction (B) takes back (2.00 EUR) of (A), of which (nothing) stands."));
    }

    @Test
    void aTransactionOfSomebodyElseIsFound() {
        assertThat(Journal.of("BOB", List.of(award)).problems())
                .containsExactly(new Problem("journal[1]", "The transaction (A) is of participant (ANNA)."));
    }

    @Test
    void anIdThatIsUsedTwiceIsFound() {
        assertThat(Journal.of("ANNA", List.of(award, award)).problems())
                .containsExactly(new Problem("journal[2]", "The id (A) is used twice."));
    }

    @Test
    void takingBackMoreThanStandsIsFound() {
        Transaction more = transaction("D", "3.01", AccountKind.BREAKAGE, "A");
        assertThat(journal.plus(List.of(more)).problems())
                .containsExactly(new Problem(
                        "journal[3]", "The transaction (D) takes back (3.01 EUR) of (A), of which (3.00 EUR) stands."));
    }

    @Test
    void everyFieldChangesTheHash() {
        List<Transaction> all = new ArrayList<>(List.of(full(-1)));
        for (int field = 0; field < 24; field++) {
            all.add(full(field));
        }
        Set<String> hashes = new HashSet<>();
        all.forEach(each -> hashes.add(HashChain.after("before").next(each)));
        assertThat(hashes).hasSize(all.size());
        assertThat(HashChain.after("other").next(full(-1))).isNotIn(hashes);
    }

    @Test
    void aTextThatMovesFromOneFieldToTheNextChangesTheHash() {
        Transaction one = full(-1);
        assertThat(HashChain.after("").next(withTexts(one, "ab", "c")))
                .isNotEqualTo(HashChain.after("").next(withTexts(one, "a", "bc")));
    }

    @Test
    void hashesStayTheSameForEver() {
        assertThat(HashChain.start(Party.participant("ANNA")))
                .isEqualTo("aa1ee1c64c998ae2a5381bcbe0703301b6b336620cb2a284b63408dd1821a34c");
        assertThat(HashChain.after("").next(award))
                .isEqualTo("32d2ef0a52821aa74363f820f85523c6e84e53d32d9d42a28df6cc16ed2e82ba");
    }

    @Test
    void aTransactionMovesMoreThanNothingBetweenTwoAccounts() {
        assertThat(transaction("A", "0.01", AccountKind.OPEN, "").amount()).isEqualTo(eur("0.01"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transaction("A", "0.00", AccountKind.OPEN, ""))
                .withMessage("The amount (0.00 EUR) of transaction (A) must be above 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transaction("A", "1.00", AccountKind.COMMERCE, ""))
                .withMessage("The transaction (A) must go from (COMMERCE of ANNA) to another account.");
    }

    @Test
    void aTransactionTakesFromOneAccountAndGivesToTheOther() {
        assertThat(award.change(AccountKind.AWARD_EXPENSE)).isEqualTo(eur("-5.00"));
        assertThat(award.change(AccountKind.COMMERCE)).isEqualTo(eur("5.00"));
        assertThat(award.change(AccountKind.OPEN)).isEqualTo(Amount.zero(EUR));
    }

    @Test
    void theLiabilityChangesWhereMoneyComesInOrGoesOut() {
        assertThat(award.changeOfLiability()).isEqualTo(eur("5.00"));
        assertThat(transaction("A", "1.00", AccountKind.OPEN, "").changeOfLiability())
                .isEqualTo(eur("0.00"));
        assertThat(transaction("A", "1.00", AccountKind.HELD, "").changeOfLiability())
                .isEqualTo(eur("0.00"));
        assertThat(spent().changeOfLiability()).isEqualTo(eur("-1.00"));
    }

    @Test
    void aJournalStartsWithItsParticipant() {
        assertThat(journal.start()).isEqualTo(HashChain.start(Party.participant("ANNA")));
    }

    private Transaction spent() {
        return new Transaction(
                "S",
                TransactionKind.SPEND,
                eur("1.00"),
                AccountName.of(Party.participant("ANNA"), AccountKind.OPEN),
                AccountName.of(Party.merchant("U1"), AccountKind.REIMBURSEMENT),
                Cause.of(EventKey.of("E1"), "ANNA", "U1"),
                Origin.ofLot("lot"),
                Note.NONE,
                ON,
                RECORDED);
    }

    private static List<Problem> problems(JournalEntry... entries) {
        return Journal.kept("ANNA", List.of(entries)).problems();
    }

    /** A transaction to the commerce account. */
    private static Transaction transaction(String id, String amount, AccountKind from, String reverses) {
        Cause cause = Cause.of(EventKey.of("E1"), "ANNA", "U1");
        return new Transaction(
                id,
                TransactionKind.AWARD,
                eur(amount),
                cause.account(from),
                cause.account(AccountKind.COMMERCE),
                cause,
                Origin.ofLot("lot"),
                Note.reversing(reverses),
                ON,
                RECORDED);
    }

    /** A transaction in which one field is another one; none for -1. */
    private static Transaction full(int changed) {
        Cause cause = new Cause(
                new EventKey(text("system", 7, changed), text("event", 8, changed)),
                changed == 9 ? Optional.empty() : Optional.of(new EventKey("till", text("purchase", 10, changed))),
                text("participant", 2, changed),
                text("unit", 3, changed));
        return new Transaction(
                text("id", 0, changed),
                changed == 1 ? TransactionKind.SPEND : TransactionKind.AWARD,
                changed == 4 ? eur("1.01") : eur("1.00"),
                cause.account(changed == 5 ? AccountKind.HELD : AccountKind.OPEN),
                changed == 22
                        ? AccountName.of(Party.merchant("U2"), AccountKind.REIMBURSEMENT)
                        : cause.account(changed == 6 ? AccountKind.HELD : AccountKind.REIMBURSEMENT),
                cause,
                new Origin(
                        text("offer", 11, changed),
                        text("type", 12, changed),
                        text("scheme", 13, changed),
                        text("rule", 14, changed),
                        text("lot", 15, changed),
                        changed == 23
                                ? new AwardSubject.Referred("subject")
                                : new AwardSubject.Page(text("subject", 16, changed))),
                new Note(text("reverses", 17, changed), text("reason", 18, changed), text("user", 19, changed)),
                changed == 20 ? ON.plusNanos(1) : ON,
                changed == 21 ? RECORDED.plusNanos(1) : RECORDED);
    }

    private static String text(String text, int field, int changed) {
        return field == changed ? text + "!" : text;
    }

    private static Transaction withTexts(Transaction one, String reason, String user) {
        return new Transaction(
                one.id(),
                one.kind(),
                one.amount(),
                one.from(),
                one.to(),
                one.cause(),
                one.origin(),
                new Note(one.reverses(), reason, user),
                one.on(),
                one.recordedOn());
    }
}
