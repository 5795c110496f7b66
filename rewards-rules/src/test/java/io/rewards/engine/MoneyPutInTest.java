package io.rewards.engine;

import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.line;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Shop.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Outcome;
import io.rewards.event.BalanceAdjusted;
import io.rewards.event.EventCancelled;
import io.rewards.event.MoneyTransferred;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.PayoutRequested;
import io.rewards.event.SpendWish;
import io.rewards.event.WalletToppedUp;
import io.rewards.ledger.AccountKind;
import io.rewards.participant.AutomaticSpending;
import io.rewards.participant.Consent;
import io.rewards.participant.Preferences;
import io.rewards.participant.Profile;
import io.rewards.participant.Replacement;
import io.rewards.participant.TerminationReason;
import io.rewards.report.StatementLine;
import io.rewards.wallet.Reclaim;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Money that was put in goes the way it came. Domain 5.7. */
class MoneyPutInTest {

    private static final Offer TEN = offer(
                    "A", new Terms.TransactionRevenue(eur("0.01"), Optional.empty()), percent("10"))
            .withConditions(AwardConditions.builder()
                    .withProducts(ProductSelection.ofProducts("laptop"))
                    .build())
            .build();
    private static final Profile PAID_BY_BANK = Profile.EMPTY.withPreferences(
            new Preferences("", "BANK", Consent.NOT_GIVEN, Consent.NOT_GIVEN, AutomaticSpending.OFF));

    private final Purse purse = Purse.with(PAID_BY_BANK, TEN);

    @AfterEach
    void theLedgerIsRight() {
        assertThat(purse.engine.ledger().verify().problems()).isEmpty();
    }

    private Outcome award() {
        return purse.buy("2025-02-01T10:00", line("laptop", 1, "200.00"));
    }

    private String debt() {
        return purse.balance(AccountKind.CLAWBACK_RECEIVABLE);
    }

    private BalanceAdjusted takes(String amount, Outcome of) {
        return new BalanceAdjusted(purse.header("2025-02-03T10:00"), eur(amount), "charged back", "anna")
                .takingOf(of.event());
    }

    @Test
    void aTopUpThatIsChargedBackTakesItsOwnMoneyAndLeavesTheAward() {
        award();
        Outcome topUp = purse.topUp("2025-02-02T10:00", "20.00");
        Outcome cancelled = purse.cancel("2025-02-03T10:00", topUp);
        assertThat(cancelled.returned().orElseThrow().reclaimed())
                .containsExactly(
                        new Reclaim("E2#money", "", eur("20.00"), eur("20.00"), eur("0.00"), eur("0.00"), eur("0.00")));
        assertThat(purse.left("A")).isEqualTo("20.00 EUR");
        assertThat(purse.balance(AccountKind.OPEN)).isEqualTo("0.00 EUR");
        assertThat(purse.balance(AccountKind.TOP_UPS)).isEqualTo("0.00 EUR");
        assertThat(debt()).isEqualTo("0.00 EUR");
        assertThat(purse.refusal(new PayoutRequested(purse.header("2025-02-04T10:00"), Optional.empty())))
                .containsExactly("amount: Nothing can be paid out.");
        assertThat(purse.refusal(new EventCancelled(purse.header("2025-02-04"), topUp.event(), "again")))
                .containsExactly("event: The event (E2) was cancelled already.");
    }

    @Test
    void whatWasSpentOfATopUpBecomesADebtThatTheNextMoneyPays() {
        Outcome topUp = purse.topUp("2025-02-02T10:00", "20.00");
        Outcome sale = purse.buy("2025-02-02T11:00", "15.00");
        purse.spend("2025-02-02T11:00", sale, SpendWish.ALL);
        Reclaim taken = purse.cancel("2025-02-03T10:00", topUp)
                .returned()
                .orElseThrow()
                .reclaimed()
                .get(0);
        assertThat(taken.ofItsOwn()).isEqualTo(eur("5.00"));
        assertThat(taken.debt()).isEqualTo(eur("15.00"));
        assertThat(debt()).isEqualTo("-15.00 EUR");
        award();
        assertThat(debt()).isEqualTo("0.00 EUR");
        assertThat(purse.left("A")).isEqualTo("5.00 EUR");
        assertThat(purse.engine
                        .ledger()
                        .statement("P1", LocalDate.parse("2025-02-01"), LocalDate.parse("2030-12-31"))
                        .movements())
                .extracting(StatementLine::why)
                .contains(
                        "Taken back: top-up E1 was cancelled: by mistake",
                        "Owed for money that was put in: top-up E1 was cancelled: by mistake",
                        "Pays what is owed");
    }

    @Test
    void whatWasSpentOfATopUpAndComesBackPaysTheDebt() {
        Outcome topUp = purse.topUp("2025-02-02T10:00", "20.00");
        Outcome sale = purse.buy("2025-02-02T11:00", "15.00");
        Outcome spent = purse.spend("2025-02-02T11:00", sale, SpendWish.ALL);
        purse.cancel("2025-02-03T10:00", topUp);
        purse.cancel("2025-02-04T10:00", spent);
        assertThat(debt()).isEqualTo("0.00 EUR");
        assertThat(purse.balance(AccountKind.OPEN)).isEqualTo("0.00 EUR");
    }

    @Test
    void anotherTopUpIsNotTouchedUnlessSomethingIsOwed() {
        Outcome first = purse.topUp("2025-02-01T10:00", "20.00");
        Outcome second = purse.topUp("2025-02-02T10:00", "7.00");
        purse.cancel("2025-02-03T10:00", second);
        assertThat(purse.account().lots())
                .extracting(lot -> lot.provenance().event())
                .containsExactly(first.event());
        assertThat(purse.balance(AccountKind.OPEN)).isEqualTo("20.00 EUR");
    }

    @Test
    void moneyOfATopUpThatWasGivenAwayAndCameBackGoesFirst() {
        Outcome topUp = purse.topUp("2025-02-01T10:00", "20.00");
        purse.transfer("2025-02-02T10:00", "12.00");
        purse.engine.evaluate(new MoneyTransferred(
                Purse.header("BACK", "P2", Shop.at("2025-02-02T11:00")), "P1", eur("5.00"), "back"));
        award();
        Reclaim taken = purse.cancel("2025-02-03T10:00", topUp)
                .returned()
                .orElseThrow()
                .reclaimed()
                .get(0);
        assertThat(taken.ofItsOwn()).isEqualTo(eur("13.00"));
        assertThat(taken.debt()).isEqualTo(eur("7.00"));
        assertThat(purse.left("A")).isEqualTo("13.00 EUR");
        assertThat(debt()).isEqualTo("0.00 EUR");
    }

    @Test
    void reservedMoneyOfATopUpIsOwedUntilItIsFreeAgain() {
        Outcome topUp = purse.topUp("2025-02-01T10:00", "20.00");
        Outcome hold = purse.hold("2025-02-01T11:00", "8.00", "2025-03-01", Shop.thing("8.00"));
        purse.cancel("2025-02-03T10:00", topUp);
        assertThat(debt()).isEqualTo("-8.00 EUR");
        purse.release("2025-02-04T10:00", hold);
        assertThat(debt()).isEqualTo("0.00 EUR");
        assertThat(purse.balance(AccountKind.HELD)).isEqualTo("0.00 EUR");
    }

    @Test
    void whoeverStaysCancelsTheTopUpOfADuplicate() {
        Outcome topUp = purse.engine.evaluate(
                new WalletToppedUp(Purse.header("T", "P2", Shop.at("2025-02-01T10:00")), eur("20.00")));
        purse.engine.evaluate(new ParticipantTerminated(
                Purse.header("END", "P2", Shop.at("2025-02-02")),
                TerminationReason.DUPLICATION,
                Optional.of(new Replacement("P1", true, Set.of()))));
        assertThat(purse.balance(AccountKind.OPEN)).isEqualTo("20.00 EUR");
        purse.cancel("2025-02-03T10:00", topUp);
        assertThat(purse.balance(AccountKind.OPEN)).isEqualTo("0.00 EUR");
        assertThat(debt()).isEqualTo("0.00 EUR");
    }

    @Test
    void aCorrectionCanNameTheEventWhoseMoneyItTakes() {
        award();
        Outcome topUp = purse.topUp("2025-02-02T10:00", "20.00");
        assertThat(purse.refusal(takes("-20.01", topUp)))
                .containsExactly("amount: The amount (20.01 EUR) is more than there is for it (20.00 EUR).");
        purse.engine.evaluate(takes("-20.00", topUp));
        assertThat(purse.left("A")).isEqualTo("20.00 EUR");
        assertThat(purse.balance(AccountKind.OPEN)).isEqualTo("0.00 EUR");
        assertThat(purse.balance(AccountKind.TOP_UPS)).isEqualTo("-20.00 EUR");
    }

    @Test
    void whatACorrectionTookOfATopUpIsNotTakenAgainWhenItIsCancelled() {
        award();
        Outcome topUp = purse.topUp("2025-02-02T10:00", "20.00");
        purse.engine.evaluate(takes("-5.00", topUp));
        Reclaim taken = purse.cancel("2025-02-04T10:00", topUp)
                .returned()
                .orElseThrow()
                .reclaimed()
                .get(0);
        assertThat(taken.amount()).isEqualTo(eur("15.00"));
        assertThat(taken.debt()).isEqualTo(eur("0.00"));
        assertThat(purse.left("A")).isEqualTo("20.00 EUR");
    }

    @Test
    void aCorrectionTakesWhatCameBackOfATopUpThatWasCancelled() {
        Outcome topUp = purse.topUp("2025-02-02T10:00", "20.00");
        Outcome spent = purse.spend("2025-02-02T11:00", purse.buy("2025-02-02T11:00", "15.00"), SpendWish.ALL);
        purse.cancel("2025-02-03T10:00", topUp);
        award();
        purse.cancel("2025-02-04T10:00", spent);
        String open = purse.balance(AccountKind.OPEN);

        purse.engine.evaluate(takes("-2.00", topUp));

        assertThat(open).isEqualTo("15.00 EUR");
        assertThat(purse.balance(AccountKind.OPEN)).isEqualTo("13.00 EUR");
        assertThat(debt()).isEqualTo("0.00 EUR");
    }

    @Test
    void aCorrectionLeavesADebtOnlyWhereItSaysSo() {
        Outcome topUp = purse.topUp("2025-02-02T10:00", "20.00");
        purse.spend("2025-02-02T11:00", purse.buy("2025-02-02T11:00", "15.00"), SpendWish.ALL);
        assertThat(purse.refusal(takes("-5.01", topUp)))
                .containsExactly("amount: The amount (5.01 EUR) is more than there is for it (5.00 EUR).");
        assertThat(purse.refusal(takes("-20.01", topUp).owing()))
                .containsExactly("amount: The amount (20.01 EUR) is more than there is for it (20.00 EUR).");
        purse.engine.evaluate(takes("-20.00", topUp).owing());
        assertThat(debt()).isEqualTo("-15.00 EUR");
        assertThat(purse.refusal(takes("-0.01", topUp).owing()))
                .containsExactly("amount: The amount (0.01 EUR) is more than there is for it (0.00 EUR).");
        assertThat(purse.cancel("2025-02-05", topUp).returned().orElseThrow().reclaimed())
                .isEmpty();
        assertThat(debt()).isEqualTo("-15.00 EUR");
    }

    @Test
    void aCorrectionOfNoEventTakesWhatIsThereAndOwesTheRestWhereItSaysSo() {
        purse.topUp("2025-02-02T10:00", "3.00");
        purse.engine.evaluate(
                new BalanceAdjusted(purse.header("2025-02-03T10:00"), eur("-10.00"), "wrong", "anna").owing());
        assertThat(purse.balance(AccountKind.OPEN)).isEqualTo("0.00 EUR");
        assertThat(debt()).isEqualTo("-7.00 EUR");
        assertThat(purse.balance(AccountKind.ADJUSTMENTS)).isEqualTo("10.00 EUR");
    }

    @Test
    void aCorrectionTakesAPartOfTheAwardOfAPurchase() {
        Outcome first = award();
        award();
        purse.engine.evaluate(takes("-4.00", first));
        assertThat(purse.account().wallet().lot("E1#A").orElseThrow().remaining())
                .isEqualTo(eur("16.00"));
        assertThat(purse.account().wallet().lot("E2#A").orElseThrow().remaining())
                .isEqualTo(eur("20.00"));
    }

    @Test
    void onlyWhatTakesMoneyNamesAnEventOrLeavesADebtAndTheEventIsAnOwnOneOfBefore() {
        Outcome topUp = purse.topUp("2025-02-02T10:00", "20.00");
        assertThat(purse.refusal(takes("5.00", topUp)))
                .containsExactly("amount: Only an amount below 0 takes money of an event or leaves a debt.");
        assertThat(purse.refusal(new BalanceAdjusted(purse.header("2025-02-03"), eur("5.00"), "x", "anna").owing()))
                .containsExactly("amount: Only an amount below 0 takes money of an event or leaves a debt.");
        assertThat(purse.refusal(new BalanceAdjusted(purse.header("2025-02-03"), eur("-5.00"), "x", "anna")
                        .takingOf(Purse.key("reg-P2"))))
                .containsExactly("event: The participant (P1) has no event (reg-P2).");
        assertThat(purse.refusal(new BalanceAdjusted(purse.header("2025-02-02T09:00"), eur("-5.00"), "x", "anna")
                        .takingOf(topUp.event())))
                .contains("event: The event (E1) of (2025-02-02T08:00:00Z) comes after (2025-02-02T07:00:00Z).");
    }
}
