package io.rewards.report;

import static io.rewards.account.Cashier.award;
import static io.rewards.account.Cashier.sale;
import static io.rewards.account.Cashier.spend;
import static io.rewards.account.Cashier.tampered;
import static io.rewards.catalogue.Programmes.EUR;
import static io.rewards.catalogue.Programmes.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.rewards.account.AccountRecords;
import io.rewards.account.Cashier;
import io.rewards.account.FollowUp;
import io.rewards.amount.Amount;
import io.rewards.books.Awarding;
import io.rewards.books.Correcting;
import io.rewards.books.GivingBack;
import io.rewards.books.HandingOver;
import io.rewards.books.Paying;
import io.rewards.books.PayingOut;
import io.rewards.books.Reclaiming;
import io.rewards.catalogue.ClawbackPolicy;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.MoneyTransferred;
import io.rewards.event.TransferReceived;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.AwardSubject;
import io.rewards.ledger.Journal;
import io.rewards.ledger.JournalEntry;
import io.rewards.ledger.TransactionKind;
import io.rewards.problem.Problem;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Returned;
import io.rewards.wallet.SpendPlan;
import io.rewards.wallet.Wallet;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the journals and wallets of a store answer. Domain 5.5, 5.6. */
class LedgerReportsTest {

    private static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");
    private static final Amount NOTHING = eur("0.00");

    private final Cashier cashier = new Cashier();
    private final LedgerReports ledger = LedgerReports.of(cashier.store, DUBLIN);

    // Statements.

    @Test
    void aStatementSaysWhatMovedAndAddsUp() {
        theExampleOfTheDomain();
        Statement statement = ledger.statement("ada", LocalDate.parse("2016-12-01"), LocalDate.parse("2017-01-31"));
        assertThat(statement.opening()).containsExactly(eur("10.00"));
        assertThat(statement.closing()).containsExactly(NOTHING);
        assertThat(statement.movements())
                .extracting(StatementLine::number, StatementLine::why, StatementLine::change, StatementLine::balance)
                .containsExactly(
                        tuple(2L, "Freed by event receipt-2", NOTHING, eur("10.00")),
                        tuple(3L, "Spent on event receipt-2", eur("-6.40"), eur("3.60")),
                        tuple(4L, "Expired on 2016-12-31", eur("-3.60"), NOTHING));
        assertThat(statement.head()).isEqualTo(cashier.records("ada").journal().head());
    }

    @Test
    void theClosingBalanceOfOneStatementOpensTheNext() {
        theExampleOfTheDomain();
        Statement november = ledger.statement("ada", LocalDate.parse("2016-11-01"), LocalDate.parse("2016-11-30"));
        Statement december = ledger.statement("ada", LocalDate.parse("2016-12-01"), LocalDate.parse("2016-12-31"));
        Statement january = ledger.statement("ada", LocalDate.parse("2017-01-01"), LocalDate.parse("2017-01-31"));
        assertThat(november.opening()).containsExactly(NOTHING);
        assertThat(november.closing()).isEqualTo(december.opening()).containsExactly(eur("10.00"));
        assertThat(december.closing()).isEqualTo(january.opening()).containsExactly(eur("3.60"));
        assertThat(january.closing()).containsExactly(NOTHING);
        assertThat(november.head()).isNotEqualTo(december.head());
    }

    @Test
    void aLateEventIsInTheStatementOfTheDayOnWhichItWasRecorded() {
        cashier.book(
                Cashier.topUp("ada", "late", "2024-01-31T10:00:00Z", "2024-02-02T10:00:00Z"),
                purse -> new Awarding(purse).topUp(eur("1.00")));
        assertThat(ledger.statement("ada", LocalDate.parse("2024-01-01"), LocalDate.parse("2024-02-01"))
                        .movements())
                .isEmpty();
        assertThat(ledger.statement("ada", LocalDate.parse("2024-02-02"), LocalDate.parse("2024-02-02"))
                        .movements())
                .singleElement()
                .satisfies(movement -> {
                    assertThat(movement.transaction().on()).isEqualTo("2024-01-31T10:00:00Z");
                    assertThat(movement.transaction().recordedOn()).isEqualTo("2024-02-02T10:00:00Z");
                });
    }

    @Test
    void movementsThatWereNotRecordedInOrderAreListedInOrder() {
        cashier.book("ada", "b", "2024-02-02T10:00:00Z", purse -> new Awarding(purse).topUp(eur("1.00")));
        cashier.book("ada", "a", "2024-02-01T10:00:00Z", purse -> new Awarding(purse).topUp(eur("2.00")));
        Statement statement = ledger.statement("ada", LocalDate.parse("2024-02-01"), LocalDate.parse("2024-02-02"));
        assertThat(statement.movements())
                .extracting(StatementLine::number, StatementLine::balance)
                .containsExactly(tuple(2L, eur("2.00")), tuple(1L, eur("3.00")));
    }

    @Test
    void theDaysOfAStatementAreThoseOfTheProgramme() {
        cashier.book("ada", "e", "2024-07-31T23:30:00Z", purse -> new Awarding(purse).topUp(eur("1.00")));
        assertThat(ledger.statement("ada", LocalDate.parse("2024-08-01"), LocalDate.parse("2024-08-01"))
                        .movements())
                .hasSize(1);
        assertThat(ledger.statement("ada", LocalDate.parse("2024-07-31"), LocalDate.parse("2024-07-31"))
                        .movements())
                .isEmpty();
    }

    @Test
    void everyDenominationHasItsOwnBalance() {
        cashier.book("ada", "e1", "2024-03-01T10:00:00Z", purse -> new Awarding(purse).topUp(eur("1.00")));
        cashier.book("ada", "e2", "2024-03-02T10:00:00Z", purse -> new Awarding(purse).topUp(Amount.parse("5 PTS")));
        Statement statement = ledger.statement("ada", LocalDate.parse("2024-03-02"), LocalDate.parse("2024-03-02"));
        assertThat(statement.opening()).containsExactly(eur("1.00"), Amount.parse("0 PTS"));
        assertThat(statement.closing()).containsExactly(eur("1.00"), Amount.parse("5 PTS"));
        assertThat(statement.movements()).extracting(StatementLine::balance).containsExactly(Amount.parse("5 PTS"));
    }

    @Test
    void whatTouchesNoAccountOfTheParticipantIsNotInTheStatement() {
        String on = "2024-03-01T10:00:00Z";
        cashier.book(
                "ada",
                "e1",
                on,
                purse -> new Awarding(purse)
                        .award(award("e1#A", eur("3.00"), eur("1.00"), on, ""), AwardSubject.NOTHING));
        cashier.book("ada", "e2", on, purse -> spend(purse, "p2", eur("3.00")));
        cashier.book(
                "ada",
                "e3",
                on,
                purse -> new Reclaiming(purse).reclaim(purse.lot("e1#A"), eur("3.00"), ClawbackPolicy.NONE));
        assertThat(ledger.statement("ada", LocalDate.parse("2024-03-01"), LocalDate.parse("2024-03-01"))
                        .movements())
                .extracting(movement -> movement.transaction().kind())
                .containsExactly(TransactionKind.AWARD, TransactionKind.REDEEM, TransactionKind.SPEND);
    }

    @Test
    void anAccountWithoutMoneyHasAnEmptyStatement() {
        cashier.save("e", cashier.records("eve"));
        Statement statement = ledger.statement("eve", LocalDate.parse("2024-03-01"), LocalDate.parse("2024-03-01"));
        assertThat(statement.opening()).isEmpty();
        assertThat(statement.movements()).isEmpty();
        assertThat(statement.closing()).isEmpty();
        assertThat(statement.head()).isEqualTo(Journal.of("eve").head());
    }

    @Test
    void strangersAndDaysThatEndBeforeTheyStartAreRefused() {
        LocalDate day = LocalDate.parse("2024-03-02");
        assertThatThrownBy(() -> ledger.statement("eve", day, day))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The participant (eve) is not registered.");
        cashier.save("e", cashier.records("eve"));
        assertThat(ledger.statement("eve", day, day).from()).isEqualTo(day);
        assertThatThrownBy(() -> ledger.statement("eve", day, day.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The period (2024-03-02 through 2024-03-01) must not end before it starts.");
        assertThatThrownBy(() -> ledger.balancesAsOf("joe", Instant.EPOCH))
                .hasMessage("The participant (joe) is not registered.");
        assertThatThrownBy(() -> ledger.expiries("joe", Instant.EPOCH))
                .hasMessage("The participant (joe) is not registered.");
    }

    @Test
    void aStatementThatDoesNotAddUpCannotBeMade() {
        LocalDate day = LocalDate.parse("2024-03-02");
        assertThatThrownBy(
                        () -> new Statement("ada", day, day, List.of(eur("1.00")), List.of(), List.of(eur("1.01")), ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The closing balance (1.01 EUR) of participant (ada) must be the opening one with all changes"
                                + " (1.00 EUR).");
    }

    // Balances as of an instant.

    @Test
    void balancesAreThoseThatWereKnownAtTheEndOfTheInstant() {
        theExampleOfTheDomain();
        assertThat(ledger.balancesAsOf("ada", Instant.parse("2016-12-05T10:00:00Z"))
                        .liability(EUR))
                .isEqualTo(eur("3.60"));
        assertThat(ledger.balancesAsOf("ada", Instant.parse("2016-12-05T09:59:59.999999999Z"))
                        .liability(EUR))
                .isEqualTo(eur("10.00"));
        cashier.book("bob", "b", "2016-12-05T10:00:00Z", purse -> new Awarding(purse).topUp(eur("1.00")));
        assertThat(ledger.balancesAsOf(Instant.parse("2016-12-05T10:00:00Z")).liability(EUR))
                .isEqualTo(eur("4.60"));
        assertThat(ledger.balancesAsOf(Instant.parse("2016-12-05T10:00:00Z")).of(AccountKind.REIMBURSEMENT, EUR))
                .isEqualTo(eur("6.40"));
        assertThat(ledger.balancesAsOf(Instant.EPOCH).denominations()).isEmpty();
    }

    // Liability and breakage.

    @Test
    void theLiabilityOfTheMonthsAddsUp() {
        theExampleOfTheDomain();
        Liability liability = ledger.liability(YearMonth.of(2016, 10), YearMonth.of(2017, 2));
        assertThat(liability.months())
                .extracting(
                        each -> each.month().toString(),
                        each -> each.figures().opening(),
                        each -> each.figures().awarded(),
                        each -> each.figures().spent(),
                        each -> each.figures().expired(),
                        each -> each.figures().closing())
                .containsExactly(
                        tuple("2016-10", NOTHING, NOTHING, NOTHING, NOTHING, NOTHING),
                        tuple("2016-11", NOTHING, eur("10.00"), NOTHING, NOTHING, eur("10.00")),
                        tuple("2016-12", eur("10.00"), NOTHING, eur("6.40"), NOTHING, eur("3.60")),
                        tuple("2017-01", eur("3.60"), NOTHING, NOTHING, eur("3.60"), NOTHING),
                        tuple("2017-02", NOTHING, NOTHING, NOTHING, NOTHING, NOTHING));
        LiabilityFigures total = liability.totals().get(0);
        assertThat(total.awarded()).isEqualTo(eur("10.00"));
        assertThat(total.breakagePercentage()).contains(new BigDecimal("36.00"));
        assertThat(liability.months().get(0).figures().breakagePercentage()).isEmpty();
        assertThat(liability.months().get(1).figures().breakagePercentage()).contains(new BigDecimal("0.00"));
    }

    @Test
    void everyKindOfChangeIsInItsFigure() {
        String on = "2024-03-01T10:00:00Z";
        String end = "2024-03-31T10:00:00Z";
        cashier.book(
                "ada",
                "e1",
                on,
                purse -> new Awarding(purse)
                        .award(award("e1#A", eur("10.00"), eur("3.00"), on, end), AwardSubject.NOTHING));
        cashier.book("ada", "e2", on, purse -> new Awarding(purse).topUp(eur("20.00")));
        cashier.book("ada", "e3", on, purse -> new Awarding(purse).give(eur("1.00"), "", ""));
        cashier.book("ada", "e4", on, purse -> new Correcting(purse, "", "").take(eur("3.00"), Optional.empty()));
        cashier.book("ada", "e5", on, purse -> spend(purse, "p5", eur("4.00")));
        cashier.book("ada", "e6", on, purse -> new PayingOut(purse).payOut(purse.inOrder(), eur("5.00"), "BANK"));
        cashier.book(
                "ada",
                "e7",
                on,
                purse -> new PayingOut(purse)
                        .arrived(purse.payout(EventKey.of("e6")).orElseThrow()));
        cashier.book(
                "ada",
                "e8",
                on,
                purse -> new Awarding(purse).award(award("e8#A", eur("6.00"), on, end), AwardSubject.NOTHING));
        cashier.book("ada", "e9", end, purse -> new PayingOut(purse).expire(Instant.parse(end)));
        cashier.book(
                "ada",
                "e10",
                end,
                purse -> new Reclaiming(purse).reclaim(purse.lot("e1#A"), eur("10.00"), ClawbackPolicy.NONE));
        LiabilityFigures figures = ledger.liability(YearMonth.of(2024, 3), YearMonth.of(2024, 3))
                .totals()
                .get(0);
        assertThat(figures)
                .isEqualTo(new LiabilityFigures(
                        NOTHING,
                        eur("16.00"),
                        eur("20.00"),
                        eur("-2.00"),
                        NOTHING,
                        NOTHING,
                        eur("4.00"),
                        eur("5.00"),
                        eur("6.00"),
                        eur("10.00"),
                        eur("10.00"),
                        eur("19.00")));
        assertThat(figures.breakagePercentage()).contains(new BigDecimal("37.50"));
        assertThat(ledger.verify().problems()).isEmpty();
    }

    @Test
    void moneyThatComesBackIsSubtractedWhereItWas() {
        String march = "2024-03-01T12:00:00Z";
        String april = "2024-04-01T12:00:00Z";
        cashier.book(
                "ada",
                "e1",
                march,
                purse -> new Awarding(purse).award(award("e1#A", eur("9.00"), march, april), AwardSubject.NOTHING));
        cashier.book("ada", "e2", march, purse -> spend(purse, "p2", eur("4.00")));
        cashier.book("ada", "e3", march, purse -> new PayingOut(purse).expire(Instant.parse(april)));
        cashier.book(
                "ada",
                "e4",
                april,
                purse -> new GivingBack(purse, "", NOTHING)
                        .returnGoods(purse.sale(EventKey.of("p2")).orElseThrow(), Map.of("1", Returned.ofPieces(1))));
        cashier.book(
                "ada",
                "e5",
                april,
                purse -> new Reclaiming(purse).reclaim(purse.lot("e1#A"), eur("9.00"), ClawbackPolicy.NONE));
        List<LiabilityMonth> months =
                ledger.liability(YearMonth.of(2024, 3), YearMonth.of(2024, 4)).months();
        assertThat(months)
                .extracting(
                        each -> each.figures().spent(),
                        each -> each.figures().expired(),
                        each -> each.figures().takenBack(),
                        each -> each.figures().closing())
                .containsExactly(
                        tuple(eur("4.00"), eur("5.00"), NOTHING, NOTHING),
                        tuple(eur("-4.00"), eur("-5.00"), eur("9.00"), NOTHING));
    }

    @Test
    void aDebtIsALiabilityBelowZero() {
        String on = "2024-03-01T12:00:00Z";
        cashier.book(
                "ada",
                "e1",
                on,
                purse -> new Awarding(purse).award(award("e1#A", eur("9.00"), on, ""), AwardSubject.NOTHING));
        cashier.book("ada", "e2", on, purse -> spend(purse, "p2", eur("9.00")));
        cashier.book(
                "ada",
                "e3",
                on,
                purse -> new Reclaiming(purse)
                        .reclaim(purse.lot("e1#A"), eur("9.00"), ClawbackPolicy.CLAWBACK_NEGATIVE));
        LiabilityFigures figures = ledger.liability(YearMonth.of(2024, 3), YearMonth.of(2024, 3))
                .totals()
                .get(0);
        assertThat(figures.closing()).isEqualTo(eur("-9.00"));
        assertThat(figures.lost()).isEqualTo(NOTHING);
    }

    @Test
    void monthsAreThoseOfTheProgrammeAlsoInSummer() {
        cashier.book("ada", "e1", "2024-03-31T22:59:59Z", purse -> new Awarding(purse).topUp(eur("1.00")));
        cashier.book("ada", "e2", "2024-03-31T23:00:00Z", purse -> new Awarding(purse).topUp(eur("2.00")));
        cashier.book("ada", "e3", "2024-10-31T23:59:59Z", purse -> new Awarding(purse).topUp(eur("4.00")));
        cashier.book("ada", "e4", "2024-11-01T00:00:00Z", purse -> new Awarding(purse).topUp(eur("8.00")));
        assertThat(ledger.liability(YearMonth.of(2024, 3), YearMonth.of(2024, 11))
                        .months())
                .as("Dublin is an hour ahead of UTC from the last Sunday of March to that of October")
                .filteredOn(each -> !each.figures().toppedUp().isZero())
                .extracting(
                        each -> each.month().toString(), each -> each.figures().toppedUp())
                .containsExactly(
                        tuple("2024-03", eur("1.00")),
                        tuple("2024-04", eur("2.00")),
                        tuple("2024-10", eur("4.00")),
                        tuple("2024-11", eur("8.00")));
    }

    @Test
    void aMonthThatIsOverDoesNotChangeWhenAnEventComesLate() {
        cashier.book("ada", "e1", "2024-03-31T12:00:00Z", purse -> new Awarding(purse).topUp(eur("1.00")));
        List<LiabilityMonth> march =
                ledger.liability(YearMonth.of(2024, 3), YearMonth.of(2024, 3)).months();
        cashier.book(
                Cashier.topUp("ada", "late", "2024-03-15T10:00:00Z", "2024-04-02T10:00:00Z"),
                purse -> new Awarding(purse).topUp(eur("2.00")));
        assertThat(ledger.liability(YearMonth.of(2024, 3), YearMonth.of(2024, 3))
                        .months())
                .isEqualTo(march);
        assertThat(ledger.liability(YearMonth.of(2024, 4), YearMonth.of(2024, 4))
                        .totals()
                        .get(0)
                        .toppedUp())
                .isEqualTo(eur("2.00"));
    }

    @Test
    void everyMonthOfEveryDenominationIsThereAlsoOneThatCameLater() {
        cashier.book("ada", "e1", "2024-03-31T12:00:00Z", purse -> new Awarding(purse).topUp(eur("1.00")));
        cashier.book("bob", "e2", "2024-05-31T12:00:00Z", purse -> new Awarding(purse).topUp(Amount.parse("5 PTS")));
        assertThat(ledger.liability(YearMonth.of(2024, 4), YearMonth.of(2024, 5))
                        .months())
                .extracting(each -> each.month() + " " + each.figures().closing())
                .containsExactly("2024-04 1.00 EUR", "2024-04 0 PTS", "2024-05 1.00 EUR", "2024-05 5 PTS");
        assertThat(ledger.liability(YearMonth.of(2024, 4), YearMonth.of(2024, 4))
                        .months())
                .extracting(each -> each.month() + " " + each.figures().closing())
                .containsExactly("2024-04 1.00 EUR");
        assertThat(LedgerReports.of(new Cashier().store, DUBLIN)
                        .liability(YearMonth.of(2024, 4), YearMonth.of(2024, 4))
                        .months())
                .isEmpty();
    }

    @Test
    void monthsThatEndBeforeTheyStartOrAreTooManyAreRefused() {
        YearMonth march = YearMonth.of(2024, 3);
        assertThatThrownBy(() -> ledger.liability(march, march.minusMonths(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The months (2024-03 through 2024-02) must not end before they start.");
        assertThat(ledger.liability(march, march.plusMonths(1_199)).months()).isEmpty();
        assertThatThrownBy(() -> ledger.breakage(march, march.plusMonths(1_200)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The months (2024-03 through 2124-03) must be at most 1200.");
    }

    @Test
    void figuresThatDoNotAddUpCannotBeMade() {
        assertThatThrownBy(() -> new LiabilityFigures(
                        NOTHING,
                        eur("1.00"),
                        NOTHING,
                        NOTHING,
                        NOTHING,
                        NOTHING,
                        NOTHING,
                        NOTHING,
                        NOTHING,
                        NOTHING,
                        NOTHING,
                        NOTHING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The closing liability (0.00 EUR) must be the opening one with all changes (1.00 EUR).");
    }

    @Test
    void breakageIsToldForEachScheme() {
        theExampleOfTheDomain();
        cashier.book("ada", "e9", "2017-01-01T10:00:00Z", purse -> new Awarding(purse).topUp(eur("1.00")));
        assertThat(ledger.breakage(YearMonth.of(2016, 11), YearMonth.of(2017, 1)))
                .extracting(each -> each.month() + " " + each.scheme(), Breakage::awarded, Breakage::expired)
                .containsExactly(
                        tuple("2016-11 CLUB", eur("10.00"), NOTHING),
                        tuple("2016-12 CLUB", NOTHING, NOTHING),
                        tuple("2017-01 CLUB", NOTHING, eur("3.60")));
    }

    @Test
    void theBreakageRateIsRoundedHalfUpToTwoDecimals() {
        assertThat(Breakage.percentage(eur("0.01"), eur("800.00"))).contains(new BigDecimal("0.00"));
        assertThat(Breakage.percentage(eur("0.01"), eur("200.00"))).contains(new BigDecimal("0.01"));
        assertThat(Breakage.percentage(eur("1.00"), eur("3.00"))).contains(new BigDecimal("33.33"));
        assertThat(Breakage.percentage(eur("2.00"), eur("3.00"))).contains(new BigDecimal("66.67"));
        assertThat(Breakage.percentage(eur("3.00"), eur("3.00"))).contains(new BigDecimal("100.00"));
        assertThat(Breakage.percentage(eur("3.00"), NOTHING)).isEmpty();
    }

    // What expires.

    @Test
    void expiriesAreSummedForEachLastDayAndDenomination() {
        String on = "2024-03-01T10:00:00Z";
        List<Lot> lots = List.of(
                award("e#d", eur("9.00"), on, ""),
                award("e#c", eur("3.00"), on, "2025-01-01T00:00:00Z"),
                award("e#b", Amount.parse("7 PTS"), on, "2024-06-30T23:00:00Z"),
                award("e#a", eur("2.00"), on, "2024-12-31T12:00:00Z"),
                award("e#x", eur("8.00"), on, "2024-06-30T22:59:59Z"));
        cashier.book(
                "ada", "e", on, purse -> lots.forEach(lot -> new Awarding(purse).award(lot, AwardSubject.NOTHING)));
        assertThat(ledger.expiries("ada", Instant.parse("2024-06-30T22:59:59Z")))
                .extracting(
                        expiry -> expiry.lastDay().toString(),
                        Expiry::amount,
                        expiry -> expiry.lots().stream().map(Lot::id).toList())
                .containsExactly(
                        tuple("2024-06-30", Amount.parse("7 PTS"), List.of("e#b")),
                        tuple("2024-12-31", eur("5.00"), List.of("e#a", "e#c")));
        assertThat(ledger.expiries("ada", Instant.parse("2024-06-30T22:59:58Z")))
                .extracting(Expiry::amount)
                .containsExactly(eur("8.00"), Amount.parse("7 PTS"), eur("5.00"));
        assertThat(ledger.expiries("ada", Instant.parse("2025-01-01T00:00:00Z")))
                .isEmpty();
    }

    // Verification.

    @Test
    void anEmptyStoreIsRight() {
        Verification verification = ledger.verify();
        assertThat(verification.isWell()).isTrue();
        assertThat(verification.participants()).isZero();
        assertThat(verification.chains()).isZero();
    }

    @Test
    void everythingIsCounted() {
        theExampleOfTheDomain();
        cashier.save("e", cashier.records("eve"));
        Verification verification = ledger.verify();
        assertThat(verification.problems()).isEmpty();
        assertThat(verification.participants()).isEqualTo(2);
        assertThat(verification.transactions()).isEqualTo(4);
        assertThat(verification.chains()).isEqualTo(1);
    }

    @Test
    void theSealChangesWithEveryTransactionAndIsTheSameAgain() {
        theExampleOfTheDomain();
        String seal = ledger.verify().seal();
        assertThat(ledger.verify().seal()).isEqualTo(seal).hasSize(64);
        cashier.book("bob", "b", "2024-03-01T10:00:00Z", purse -> new Awarding(purse).topUp(eur("1.00")));
        assertThat(ledger.verify().seal()).isNotEqualTo(seal);
    }

    @Test
    void aJournalThatWasTamperedWithIsNamedWithItsParticipant() {
        theExampleOfTheDomain();
        AccountRecords ada = cashier.records("ada");
        List<JournalEntry> entries = new ArrayList<>(ada.journal().entries());
        entries.remove(2);
        cashier.save(
                "x", tampered(ada, Journal.kept("ada", entries), ada.account().wallet()));
        assertThat(ledger.verify().problems())
                .extracting(Problem::path)
                .contains("participants[ada].journal[3]", "participants[ada].balances[EUR].OPEN");
    }

    @Test
    void anAmountThatHasNoSumIsAProblem() {
        AccountRecords ada =
                cashier.book("ada", "e", "2024-03-01T10:00:00Z", purse -> new Awarding(purse).topUp(eur("1.00")));
        AccountRecords bob = cashier.records("bob");
        Journal other = Journal.of(
                "bob",
                ada.journal()
                        .plus(cashier.book(
                                        "eve",
                                        "f",
                                        "2024-03-01T10:00:00Z",
                                        purse -> new Awarding(purse).topUp(eur("92233720368547758.00")))
                                .journal()
                                .transactions()
                                .toList())
                        .transactions()
                        .toList());
        cashier.save("x", tampered(bob, other, Wallet.EMPTY));
        assertThat(ledger.verify().problems())
                .extracting(Problem::message)
                .anyMatch(message -> message.startsWith("The balances cannot be summed: "))
                .anyMatch(message -> message.startsWith("The amounts of participant (bob) cannot be summed: "));
    }

    @Test
    void moneyOnItsWayIsCarriedByFollowUps() {
        cashier.book("bob", "e0", "2024-03-01T09:00:00Z", purse -> new Awarding(purse).topUp(eur("1.00")));
        cashier.book("ada", "e1", "2024-03-01T10:00:00Z", purse -> new Awarding(purse).topUp(eur("5.00")));
        MoneyTransferred given = new MoneyTransferred(
                EventHeader.of("e2", "ada", "U1", Instant.parse("2024-03-02T10:00:00Z")), "bob", eur("2.00"), "");
        List<Lot> sent = new ArrayList<>();
        TransferReceived received =
                new TransferReceived(EventHeader.of("f", "bob", "U1", Instant.parse("2024-03-02T10:00:00Z")), "ada");
        cashier.book(
                given,
                purse -> sent.addAll(new HandingOver(purse).send(eur("2.00"), "")),
                () -> List.of(FollowUp.of(received, Wallet.of(sent))));
        assertThat(ledger.verify().problems()).isEmpty();
        assertThat(ledger.balancesAsOf(Instant.MAX).of(AccountKind.TRANSFER_CLEARING, EUR))
                .isEqualTo(eur("2.00"));
        cashier.book(received, purse -> new HandingOver(purse).receive(sent));
        assertThat(ledger.verify().problems()).isEmpty();
        assertThat(ledger.balancesAsOf(Instant.MAX).of(AccountKind.TRANSFER_CLEARING, EUR))
                .isEqualTo(NOTHING);
    }

    @Test
    void moneyThatLeftAndIsCarriedByNobodyIsNamed() {
        cashier.book("ada", "e1", "2024-03-01T10:00:00Z", purse -> new Awarding(purse).topUp(eur("5.00")));
        cashier.book("ada", "e2", "2024-03-02T10:00:00Z", purse -> new HandingOver(purse).send(eur("2.00"), ""));
        assertThat(ledger.verify().problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "balances[EUR].TRANSFER_CLEARING: The journals say that (2.00 EUR) is on its way between"
                                + " participants, and the follow-ups that are kept carry (0.00 EUR).");
    }

    /** 10.00 awarded in November, 6.40 of it spent in December, the rest expired with the year. Domain 5.5. */
    private void theExampleOfTheDomain() {
        String november = "2016-11-10T10:00:00Z";
        cashier.book(
                "ada",
                "receipt-1",
                november,
                purse -> new Awarding(purse)
                        .award(
                                award("receipt-1#A", eur("10.00"), november, "2017-01-01T00:00:00Z"),
                                AwardSubject.NOTHING));
        cashier.book(
                "ada",
                "e2",
                "2016-12-05T10:00:00Z",
                purse -> new Paying(purse)
                        .pay(
                                sale("receipt-2", eur("6.40")),
                                SpendPlan.of(
                                        purse.inOrder(),
                                        sale("receipt-2", eur("6.40")).lines(),
                                        eur("6.40"))));
        cashier.book(
                "ada",
                "run",
                "2017-01-01T00:05:00Z",
                purse -> new PayingOut(purse).expire(Instant.parse("2017-01-01T00:05:00Z")));
    }
}
