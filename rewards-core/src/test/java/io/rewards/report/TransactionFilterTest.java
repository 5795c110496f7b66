package io.rewards.report;

import static io.rewards.catalogue.Programmes.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.account.AccountRecords;
import io.rewards.account.Cashier;
import io.rewards.amount.Amount;
import io.rewards.books.Awarding;
import io.rewards.event.EventKey;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.AccountName;
import io.rewards.ledger.AwardSubject;
import io.rewards.ledger.Cause;
import io.rewards.ledger.Journal;
import io.rewards.ledger.Note;
import io.rewards.ledger.Origin;
import io.rewards.ledger.Party;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionFilter;
import io.rewards.ledger.TransactionFilter.Field;
import io.rewards.ledger.TransactionKind;
import io.rewards.ledger.TransactionState;
import io.rewards.time.DayPeriod;
import io.rewards.wallet.Wallet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists of transactions by any of their fields. */
class TransactionFilterTest {

    private static final ZoneId NICOSIA = ZoneId.of("Europe/Nicosia");

    private final Cashier cashier = new Cashier();
    private final LedgerReports ledger = LedgerReports.of(cashier.store, NICOSIA);

    /**
     * One was recorded long after it counts, two is other in every field, and three takes one back as a whole.
     */
    @BeforeEach
    void threeTransactions() {
        Transaction one = new Transaction(
                "one",
                TransactionKind.AWARD,
                eur("5.00"),
                AccountName.of(Party.PROGRAMME, AccountKind.AWARD_EXPENSE),
                AccountName.of(Party.participant("ada"), AccountKind.COMMERCE),
                new Cause(EventKey.of("e1"), Optional.of(EventKey.of("p1")), "ada", "U1"),
                new Origin("SPRING", "BASKET", "CLUB", "TRX-010", "e1#SPRING", new AwardSubject.Page("page")),
                Note.NONE,
                Instant.parse("2024-03-05T22:30:00Z"),
                Instant.parse("2024-03-10T12:00:00Z"));
        Transaction two = new Transaction(
                "two",
                TransactionKind.ADJUSTMENT,
                Amount.parse("7 PTS"),
                AccountName.of(Party.PROGRAMME, AccountKind.ADJUSTMENTS),
                AccountName.of(Party.participant("bob"), AccountKind.OPEN),
                Cause.of(EventKey.of("e2"), "bob", "U2"),
                Origin.ofLot("e2#money"),
                new Note("", "Goodwill for the delay", "carol"),
                Instant.parse("2024-03-07T12:00:00Z"),
                Instant.parse("2024-03-07T12:00:00Z"));
        Transaction three = new Transaction(
                "three",
                TransactionKind.REVERSAL,
                eur("5.00"),
                AccountName.of(Party.participant("ada"), AccountKind.COMMERCE),
                AccountName.of(Party.PROGRAMME, AccountKind.AWARD_EXPENSE),
                new Cause(EventKey.of("e3"), Optional.of(EventKey.of("p1")), "ada", "U1"),
                new Origin("SPRING", "BASKET", "CLUB", "TRX-010", "e1#SPRING", AwardSubject.NOTHING),
                Note.reversing("one"),
                Instant.parse("2024-03-11T12:00:00Z"),
                Instant.parse("2024-03-11T12:00:00Z"));
        keep("ada", one, three);
        keep("bob", two);
    }

    @Test
    void withoutAFilterEverythingIsListedInOrderOfParticipantsAndOfRecording() {
        assertThat(ids(TransactionFilter.ALL)).containsExactly("one", "three", "two");
    }

    @ParameterizedTest
    @EnumSource(Field.class)
    void everyTextFieldIsFiltered(Field field) {
        TransactionFilter filter = TransactionFilter.ALL;
        switch (field) {
            case ID -> assertThat(ids(filter.with(field, "one"))).containsExactly("one");
            case PARTICIPANT -> assertThat(ids(filter.with(field, "bob"))).containsExactly("two");
            case UNIT -> assertThat(ids(filter.with(field, "U2"))).containsExactly("two");
            case OFFER -> assertThat(ids(filter.with(field, "SPRING"))).containsExactly("one", "three");
            case OFFER_TYPE -> assertThat(ids(filter.with(field, "BASKET"))).containsExactly("one", "three");
            case SCHEME -> assertThat(ids(filter.with(field, "CLUB"))).containsExactly("one", "three");
            case RULE -> assertThat(ids(filter.with(field, "TRX-010"))).containsExactly("one", "three");
            case LOT -> assertThat(ids(filter.with(field, "e2#money"))).containsExactly("two");
            case SUBJECT -> assertThat(ids(filter.with(field, "page"))).containsExactly("one");
            case REVERSES -> assertThat(ids(filter.with(field, "one"))).containsExactly("three");
            case USER -> assertThat(ids(filter.with(field, "carol"))).containsExactly("two");
        }
        assertThat(ids(filter.with(field, "on"))).as("letter by letter").isEmpty();
    }

    @Test
    void anEmptyTextIsForThoseThatHaveNone() {
        assertThat(ids(TransactionFilter.ALL.with(Field.OFFER, ""))).containsExactly("two");
    }

    @Test
    void participantsThatAreNotThereHaveNone() {
        assertThat(ids(TransactionFilter.ALL.ofParticipant("eve"))).isEmpty();
        assertThat(ids(TransactionFilter.ALL.ofParticipant("ada"))).containsExactly("one", "three");
    }

    @Test
    void kindsAreFiltered() {
        assertThat(ids(TransactionFilter.ALL.withKinds(TransactionKind.AWARD))).containsExactly("one");
        assertThat(ids(TransactionFilter.ALL.withKinds(TransactionKind.ADJUSTMENT, TransactionKind.REVERSAL)))
                .containsExactly("three", "two");
    }

    @Test
    void accountsAreFilteredOnEitherSide() {
        assertThat(ids(TransactionFilter.ALL.withAccounts(AccountKind.COMMERCE)))
                .containsExactly("one", "three");
        assertThat(ids(TransactionFilter.ALL.withAccounts(AccountKind.OPEN, AccountKind.HELD)))
                .containsExactly("two");
        assertThat(ids(TransactionFilter.ALL.withAccounts(AccountKind.HELD))).isEmpty();
    }

    @Test
    void eventsAndPurchasesAreFiltered() {
        assertThat(ids(TransactionFilter.ALL.withEvent(EventKey.of("e3")))).containsExactly("three");
        assertThat(ids(TransactionFilter.ALL.withEvent(new EventKey("till", "e3"))))
                .isEmpty();
        assertThat(ids(TransactionFilter.ALL.withPurchase(EventKey.of("p1")))).containsExactly("one", "three");
        assertThat(ids(TransactionFilter.ALL.withPurchase(EventKey.of("p2")))).isEmpty();
    }

    @Test
    void reasonsAreFilteredByWhatTheyContain() {
        assertThat(ids(TransactionFilter.ALL.withReason("goodWILL"))).containsExactly("two");
        assertThat(ids(TransactionFilter.ALL.withReason("illness"))).isEmpty();
        assertThat(ids(TransactionFilter.ALL.withReason(""))).hasSize(3);
    }

    @Test
    void statesAreFilteredAndTold() {
        assertThat(ids(TransactionFilter.ALL.withState(TransactionState.CANCELLED)))
                .containsExactly("one");
        assertThat(ids(TransactionFilter.ALL.withState(TransactionState.POSTED)))
                .containsExactly("three", "two");
        assertThat(ledger.transactions(TransactionFilter.ALL.with(Field.ID, "one")))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.state()).isEqualTo(TransactionState.CANCELLED);
                    assertThat(found.standing()).isEqualTo(eur("0.00"));
                });
    }

    @Test
    void daysAreThoseOfTheProgrammeAndBothEndsAreInside() {
        assertThat(ids(TransactionFilter.ALL.withOn(days("2024-03-06", "2024-03-07"))))
                .as("half past ten in the evening in UTC is past midnight in Nicosia")
                .containsExactly("one", "two");
        assertThat(ids(TransactionFilter.ALL.withOn(days("2024-03-07", "2024-03-10"))))
                .containsExactly("two");
        assertThat(ids(TransactionFilter.ALL.withOn(days("2024-03-01", "2024-03-05"))))
                .isEmpty();
        assertThat(ids(TransactionFilter.ALL.withRecordedOn(days("2024-03-10", "2024-03-10"))))
                .containsExactly("one");
        assertThat(ids(TransactionFilter.ALL.withRecordedOn(days("2024-03-11", "2024-03-12"))))
                .containsExactly("three");
        assertThat(ids(TransactionFilter.ALL.withRecordedOn(days("2024-03-08", "2024-03-09"))))
                .isEmpty();
    }

    @Test
    void amountsAreFilteredInTheirDenomination() {
        assertThat(ids(TransactionFilter.ALL.withAtLeast(eur("5.00")))).containsExactly("one", "three");
        assertThat(ids(TransactionFilter.ALL.withAtLeast(eur("5.01")))).isEmpty();
        assertThat(ids(TransactionFilter.ALL.withAtMost(eur("5.00")))).containsExactly("one", "three");
        assertThat(ids(TransactionFilter.ALL.withAtMost(eur("4.99")))).isEmpty();
        assertThat(ids(TransactionFilter.ALL.withAtLeast(Amount.parse("1 PTS")).withAtMost(Amount.parse("7 PTS"))))
                .containsExactly("two");
        assertThat(ids(TransactionFilter.ALL.withDenomination("PTS"))).containsExactly("two");
        assertThat(ids(TransactionFilter.ALL.withDenomination("EUR"))).containsExactly("one", "three");
        assertThat(ids(TransactionFilter.ALL.withDenomination("USD"))).isEmpty();
    }

    @Test
    void everythingThatIsNamedMustHold() {
        TransactionFilter both = TransactionFilter.ALL
                .ofParticipant("ada")
                .with(Field.UNIT, "U1")
                .withKinds(TransactionKind.REVERSAL);
        assertThat(ids(both)).containsExactly("three");
        assertThat(ids(both.with(Field.UNIT, "U2"))).as("the last unit counts").isEmpty();
    }

    @Test
    void everyPageOfParticipantsIsRead() {
        for (int i = 0; i < 1_003; i++) {
            String id = "P" + (10_000 + i);
            cashier.book(id, "T" + id, "2024-03-05T10:00:00Z", purse -> new Awarding(purse).topUp(eur("1.00")));
        }
        assertThat(ids(TransactionFilter.ALL.withKinds(TransactionKind.TOP_UP))).hasSize(1_003);
        assertThat(ledger.transactions(TransactionFilter.ALL).limit(2)).hasSize(2);
    }

    private List<String> ids(TransactionFilter filter) {
        return ledger.transactions(filter)
                .map(found -> found.transaction().id())
                .toList();
    }

    private static DayPeriod days(String from, String through) {
        return new DayPeriod(LocalDate.parse(from), LocalDate.parse(through));
    }

    private void keep(String participant, Transaction... transactions) {
        AccountRecords records = cashier.records(participant);
        cashier.save(
                "keep-" + participant,
                Cashier.tampered(
                        records, Journal.of(participant, Stream.of(transactions).toList()), Wallet.EMPTY));
    }
}
