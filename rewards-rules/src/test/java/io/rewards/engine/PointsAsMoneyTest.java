package io.rewards.engine;

import static io.rewards.engine.Shop.EUR;
import static io.rewards.engine.Shop.PTS;
import static io.rewards.engine.Shop.days;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.line;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Shop.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rewards.account.AccountCheck;
import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.catalogue.AgreementTerms;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardHandling;
import io.rewards.catalogue.AwardRange;
import io.rewards.catalogue.AwardScope;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.ClawbackPolicy;
import io.rewards.catalogue.ExchangeRate;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ProductList;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.RateSteps;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.SpendConditions;
import io.rewards.catalogue.SpendSettings;
import io.rewards.catalogue.Terms;
import io.rewards.decision.ExchangeResult;
import io.rewards.decision.Outcome;
import io.rewards.decision.SpendResult;
import io.rewards.event.BalanceAdjusted;
import io.rewards.event.EventCancelled;
import io.rewards.event.EventKey;
import io.rewards.event.HoldReleased;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.PointsExchanged;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.SpendBlockingChanged;
import io.rewards.event.SpendRequested;
import io.rewards.event.SpendWish;
import io.rewards.ledger.AccountKind;
import io.rewards.participant.Replacement;
import io.rewards.participant.TerminationReason;
import io.rewards.report.StatementLine;
import io.rewards.testkit.chance.Threads;
import io.rewards.time.WeeklyTimes;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Reclaim;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Points that become money, lot by lot, and back. Domain 5.8. */
class PointsAsMoneyTest {

    private static final Terms ANY = new Terms.TransactionRevenue(eur("0.00"), Optional.empty());
    private static final ExchangeRate HUNDRED_FOR_ONE =
            new ExchangeRate(points(100), eur("1.00"), Optional.of(points(500)));
    private static final AwardValidity THIRTY_DAYS =
            new AwardValidity(Optional.empty(), new AwardValidity.Expiry.After(days(30)));

    private Purse purse = shop(HUNDRED_FOR_ONE, pointPerEuro().build());

    private static Amount points(long count) {
        return new Amount(PTS, count);
    }

    private static Offer.Builder pointPerEuro() {
        return offer("A", ANY, new Award.Rate(points(1), eur("1.00"), RateSteps.WHOLE, AwardRange.NONE));
    }

    private static Offer.Builder onCoffee() {
        return pointPerEuro()
                .withSpendConditions(new SpendConditions(
                        ProductSelection.ofTypes("Coffee"), WeeklyTimes.ALWAYS, Set.of(), Set.of()));
    }

    private static Purse shop(ExchangeRate rate, Offer... offers) {
        return shop(Shop.settings(), rate, offers);
    }

    private static Purse shop(Settings settings, ExchangeRate rate, Offer... offers) {
        return Purse.of(Shop.programme(settings, offers).toBuilder()
                .withRates(List.of(rate))
                .build());
    }

    private static Settings with(ClawbackPolicy policy) {
        return Shop.settings().with(SpendSettings.DEFAULT.with(policy));
    }

    /** Whatever a test does, the accounts are sound afterwards. */
    @AfterEach
    void everythingAddsUp() {
        assertThat(purse.engine.ledger().verify().problems()).isEmpty();
        assertThat(AccountCheck.problems(purse.records())).isEmpty();
    }

    private Outcome exchange(String localTime, long count) {
        return purse.engine.evaluate(PointsExchanged.of(purse.header(localTime), points(count), "EUR"));
    }

    private Outcome exchangeAll(String localTime) {
        return purse.engine.evaluate(PointsExchanged.all(purse.header(localTime), "PTS", "EUR"));
    }

    private Outcome pay(String localTime, long count, PurchaseLine... lines) {
        return purse.buy(localTime, purchase -> purchase.spending(SpendWish.points(points(count))), lines);
    }

    private Outcome give(String localTime, long count) {
        return purse.engine.evaluate(new BalanceAdjusted(purse.header(localTime), points(count), "goodwill", "ann"));
    }

    private String there(Denomination denomination) {
        return there("P1", denomination);
    }

    private String there(String participant, Denomination denomination) {
        return purse.records(participant)
                .journal()
                .balances()
                .liability(denomination)
                .toString();
    }

    private List<String> lots() {
        return purse.account().lots().stream()
                .map(lot -> lot.id() + " " + lot.remaining())
                .sorted()
                .toList();
    }

    private Lot lot(String id) {
        return purse.records()
                .allLots()
                .filter(lot -> lot.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<String> moved(Outcome outcome) {
        return outcome.transactions().stream()
                .map(each -> each.kind() + " " + each.amount() + " "
                        + each.from().kind() + ">" + each.to().kind())
                .toList();
    }

    @Test
    void allPointsBecomeMoneyInWholeStepsAndTheRestStays() {
        purse.buy("2024-03-05", "1234.00");
        Outcome outcome = exchangeAll("2024-03-06");
        assertThat(outcome.exchanged()).contains(new ExchangeResult(points(1_234), points(1_200), eur("12.00")));
        assertThat(outcome.exchanged().orElseThrow().left()).isEqualTo(points(34));
        assertThat(there(EUR)).isEqualTo("12.00 EUR");
        assertThat(there(PTS)).isEqualTo("34 PTS");
        assertThat(moved(outcome))
                .containsExactly("EXCHANGE_OUT 1200 PTS COMMERCE>EXCHANGE", "EXCHANGE_IN 12.00 EUR EXCHANGE>COMMERCE");
        assertThat(outcome.lots()).extracting(Lot::id).containsExactly("E2#E1#A");
    }

    @ParameterizedTest
    @CsvSource({"499, 1", "1, 499"})
    void fewerThanTheLeastAreRefusedWithTheDistance(long count, long missing) {
        purse.buy("2024-03-05", count + ".00");
        assertThat(purse.refusal(PointsExchanged.all(purse.header("2024-03-06"), "PTS", "EUR")))
                .containsExactly("amount: The amount (" + count
                        + " PTS) is below the least that is exchanged (500 PTS): (" + missing
                        + " PTS) more would be needed.");
        assertThat(there(PTS)).isEqualTo(count + " PTS");
    }

    @ParameterizedTest
    @CsvSource({"500, 5.00, 0", "501, 5.00, 1", "599, 5.00, 99", "600, 6.00, 0"})
    void theLeastAndMoreAreExchanged(long count, String money, long left) {
        purse.buy("2024-03-05", count + ".00");
        exchangeAll("2024-03-06");
        assertThat(there(EUR)).isEqualTo(money + " EUR");
        assertThat(there(PTS)).isEqualTo(left + " PTS");
    }

    @ParameterizedTest
    @CsvSource({"500, 5.00, 734", "550, 5.00, 734", "1200, 12.00, 34", "1234, 12.00, 34"})
    void theWholeStepsInWhatIsAskedForAreExchanged(long asked, String money, long left) {
        purse.buy("2024-03-05", "1234.00");
        Outcome outcome = exchange("2024-03-06", asked);
        assertThat(outcome.exchanged().orElseThrow().asked()).isEqualTo(points(asked));
        assertThat(there(EUR)).isEqualTo(money + " EUR");
        assertThat(there(PTS)).isEqualTo(left + " PTS");
    }

    @Test
    void askingForLessThanTheLeastOrMoreThanThereIsIsRefused() {
        purse.buy("2024-03-05", "1234.00");
        assertThat(purse.refusal(PointsExchanged.of(purse.header("2024-03-06"), points(499), "EUR")))
                .containsExactly("amount: The amount (499 PTS) is below the least that is exchanged (500 PTS): (1 PTS)"
                        + " more would be needed.");
        assertThat(purse.refusal(PointsExchanged.of(purse.header("2024-03-06"), points(1_235), "EUR")))
                .containsExactly("amount: The amount (1235 PTS) is more than there is for it (1234 PTS).");
    }

    @Test
    void withoutAMinimumOneStepIsTheLeast() {
        purse = shop(ExchangeRate.of(points(100), eur("1.00")), pointPerEuro().build());
        purse.buy("2024-03-05", "100.00");
        assertThat(purse.refusal(PointsExchanged.of(purse.header("2024-03-06"), points(99), "EUR")))
                .containsExactly("amount: The amount (99 PTS) is below the least that is exchanged (100 PTS): (1 PTS)"
                        + " more would be needed.");
        exchange("2024-03-06", 100);
        assertThat(there(EUR)).isEqualTo("1.00 EUR");
    }

    @Test
    void whatTheProgrammeHasNoRateForIsRefused() {
        purse.buy("2024-03-05", "1234.00");
        assertThat(purse.refusal(PointsExchanged.all(purse.header("2024-03-06"), "EUR", "PTS")))
                .containsExactly("to: The programme has no rate from (EUR) to (PTS); it has [PTS/EUR].");
        assertThat(purse.refusal(
                        new PointsExchanged(purse.header("2024-03-06"), "PTS", "EUR", Optional.of(eur("5.00")))))
                .containsExactly("amount: The amount (5.00 EUR) must be in PTS.");
        assertThat(purse.refusal(PointsExchanged.of(purse.header("2024-03-06"), points(0), "EUR")))
                .first()
                .asString()
                .startsWith("amount: The amount (0 PTS) must be above 0");
    }

    @Test
    void theSameExchangeTwiceIsOne() {
        purse.buy("2024-03-05", "1000.00");
        PointsExchanged event = PointsExchanged.of(purse.header("2024-03-06"), points(500), "EUR");
        Outcome first = purse.engine.evaluate(event);
        assertThat(purse.engine.evaluate(event)).isEqualTo(first);
        assertThat(there(EUR)).isEqualTo("5.00 EUR");
        assertThat(there(PTS)).isEqualTo("500 PTS");
    }

    @Test
    void aPreviewSaysTheSameAndChangesNothing() {
        purse.buy("2024-03-05", "1234.00");
        PointsExchanged event = PointsExchanged.all(purse.header("2024-03-06"), "PTS", "EUR");
        Outcome preview = purse.engine.preview(event);
        assertThat(there(EUR)).isEqualTo("0.00 EUR");
        assertThat(purse.engine.evaluate(event)).isEqualTo(preview);
    }

    @Test
    void whoIsBlockedFromSpendingDoesNotExchange() {
        purse.buy("2024-03-05", "1234.00");
        purse.engine.evaluate(new SpendBlockingChanged(purse.header("2024-03-06"), true));
        assertThat(purse.refusal(PointsExchanged.all(purse.header("2024-03-07"), "PTS", "EUR")))
                .containsExactly("participant: The participant (P1) is blocked from spending.");
        Outcome bought = pay("2024-03-08", 500, thing("20.00"));
        assertThat(bought.exchanged()).isEmpty();
        assertThat(bought.spend().orElseThrow().why()).isEqualTo("The participant is blocked from spending.");
    }

    @Test
    void pointsGoInTheSpendingOrderAndTheMoneyKeepsTheirValidity() {
        purse = shop(
                HUNDRED_FOR_ONE, pointPerEuro().withAwardValidity(THIRTY_DAYS).build());
        give("2024-03-01", 300);
        purse.buy("2024-03-10", "400.00");
        purse.buy("2024-03-05", "200.00");
        Outcome outcome = exchange("2024-03-11", 500);
        assertThat(outcome.lots())
                .extracting(lot ->
                        lot.id() + " " + lot.remaining() + " " + lot.validTo().orElseThrow())
                .containsExactly(
                        "E4#E3#A 2.00 EUR " + Shop.at("2024-04-04T00:00"),
                        "E4#E2#A 3.00 EUR " + Shop.at("2024-04-09T00:00"));
        assertThat(lots()).containsExactly("E1#money 300 PTS", "E2#A 100 PTS", "E4#E2#A 3.00 EUR", "E4#E3#A 2.00 EUR");
        purse.expire("2024-04-03T23:59");
        assertThat(there(EUR)).isEqualTo("5.00 EUR");
        purse.expire("2024-04-04T00:00");
        assertThat(there(EUR)).isEqualTo("3.00 EUR");
        assertThat(purse.balance(AccountKind.BREAKAGE)).isEqualTo("2.00 EUR");
    }

    @Test
    void theMoneyKeepsConditionsAndProvenance() {
        purse = shop(HUNDRED_FOR_ONE, onCoffee().build());
        purse.buy("2024-03-05", "500.00");
        exchangeAll("2024-03-06");
        Lot points = lot("E1#A");
        Lot money = lot("E2#E1#A");
        assertThat(money.account()).isEqualTo(AccountKind.COMMERCE);
        assertThat(money.conditions()).isEqualTo(points.conditions());
        assertThat(money.awardedOn()).isEqualTo(points.awardedOn());
        assertThat(money.validFrom()).isEqualTo(points.validFrom());
        assertThat(money.provenance().offer()).isEqualTo("A");
        assertThat(money.provenance().event()).isEqualTo(EventKey.of("E1"));
        assertThat(money.isAward()).isFalse();
        Outcome tea = purse.buy("2024-03-07", p -> p.spending(SpendWish.ALL), thing("3.00"));
        assertThat(tea.payable()).contains(eur("3.00"));
        Outcome coffee = purse.buy("2024-03-07", p -> p.spending(SpendWish.ALL), line("coffee", 1, "3.00"));
        assertThat(coffee.payable()).contains(eur("0.00"));
    }

    @Test
    void moneyOfAStepThatStraddlesLotsIsSplitExactly() {
        purse = shop(ExchangeRate.of(points(300), eur("1.00")), pointPerEuro().build());
        for (int i = 0; i < 3; i++) {
            purse.buy("2024-03-0" + (i + 1), "100.00");
        }
        exchangeAll("2024-03-06");
        assertThat(lots()).containsExactly("E4#E1#A 0.34 EUR", "E4#E2#A 0.33 EUR", "E4#E3#A 0.33 EUR");
    }

    @Test
    void partsThatAreWorthNothingByThemselvesAreNotLost() {
        purse = shop(ExchangeRate.of(points(1_000), eur("0.01")), pointPerEuro().build());
        purse.buy("2024-03-01", "300.00");
        purse.buy("2024-03-02", "700.00");
        Outcome exchanged = exchangeAll("2024-03-06");
        assertThat(there(EUR)).isEqualTo("0.01 EUR");
        purse.cancel("2024-03-07", exchanged);
        assertThat(there(EUR)).isEqualTo("0.00 EUR");
        assertThat(lots()).containsExactly("E1#A 300 PTS", "E2#A 700 PTS");
    }

    @Test
    void pendingExpiredReservedAndLaterPointsStay() {
        AwardHandling waiting = AwardHandling.DEFAULT.withConfirmation(true);
        purse = shop(
                HUNDRED_FOR_ONE,
                pointPerEuro().withHandling(waiting).build(),
                offer("B", ANY, new Award.FixedAmount(points(600)))
                        .withAwardValidity(
                                new AwardValidity(Optional.of(days(2)), new AwardValidity.Expiry.After(days(10))))
                        .build());
        purse.buy("2024-03-05", "900.00");
        for (String early : List.of("2024-03-06T23:59", "2024-03-15T00:00")) {
            assertThat(purse.refusal(PointsExchanged.all(purse.header(early), "PTS", "EUR")))
                    .containsExactly("amount: The amount (0 PTS) is below the least that is exchanged (500 PTS): (500"
                            + " PTS) more would be needed.");
        }
        exchangeAll("2024-03-14T23:59");
        assertThat(there(EUR)).isEqualTo("6.00 EUR");
    }

    @Test
    void whatIsOwedInPointsIsPaidFirst() {
        Outcome first = purse.buy("2024-03-01", "700.00");
        exchangeAll("2024-03-02");
        purse.buy("2024-03-03", p -> p.spending(SpendWish.ALL), thing("7.00"));
        purse.cancelAward("2024-03-04", first.transactions().get(0).id());
        assertThat(purse.account().wallet().debts()).containsEntry("PTS", points(693));
        purse.buy("2024-03-05", "1193.00");
        assertThat(there(PTS)).isEqualTo("500 PTS");
        exchangeAll("2024-03-06");
        assertThat(there(EUR)).isEqualTo("5.00 EUR");
    }

    @Test
    void moneyPaysWhatIsOwedInMoney() {
        purse = shop(
                HUNDRED_FOR_ONE,
                pointPerEuro().build(),
                offer("B", new Terms.ProductRevenue(AwardScope.PER_TRANSACTION), Shop.fixed("3.00"))
                        .withConditions(AwardConditions.builder()
                                .withProducts(ProductSelection.ofTypes("Coffee"))
                                .build())
                        .build());
        Outcome coffee = purse.buy("2024-03-01", line("coffee", 1, "1.00"));
        purse.buy("2024-03-02", p -> p.spending(SpendWish.ALL), thing("600.00"));
        purse.giveBack("2024-03-03", coffee, "coffee", 1);
        assertThat(there(EUR)).isEqualTo("-3.00 EUR");
        exchangeAll("2024-03-04");
        assertThat(there(EUR)).isEqualTo("3.00 EUR");
        assertThat(purse.account().wallet().debts()).isEmpty();
    }

    // A purchase that asks for it.

    @Test
    void aPurchaseExchangesAndSpendsInOneCommit() {
        purse.buy("2024-03-05", "1234.00");
        Outcome outcome = pay("2024-03-06", 500, thing("20.00"));
        assertThat(outcome.payable()).contains(eur("15.00"));
        assertThat(outcome.exchanged()).contains(new ExchangeResult(points(500), points(500), eur("5.00")));
        assertThat(outcome.spend().orElseThrow().actual()).isEqualTo(eur("5.00"));
        assertThat(outcome.spend().orElseThrow().why()).isEmpty();
        assertThat(moved(outcome))
                .containsExactly(
                        "AWARD 20 PTS AWARD_EXPENSE>COMMERCE",
                        "EXCHANGE_OUT 500 PTS COMMERCE>EXCHANGE",
                        "EXCHANGE_IN 5.00 EUR EXCHANGE>COMMERCE",
                        "REDEEM 5.00 EUR COMMERCE>OPEN",
                        "SPEND 5.00 EUR OPEN>REIMBURSEMENT");
        assertThat(there(PTS)).isEqualTo("754 PTS");
        assertThat(there(EUR)).isEqualTo("0.00 EUR");
    }

    @ParameterizedTest
    @CsvSource({
        "3.49, 300, 0.49",
        "3.99, 300, 0.99",
        "4.00, 400, 0.00",
        "4.01, 400, 0.01",
        "4.99, 400, 0.99",
        "5.00, 500, 0.00",
        "5.01, 500, 0.01"
    })
    void whatThePurchaseDoesNotNeedIsNotExchanged(String total, long exchanged, String payable) {
        purse.buy("2024-03-05", "1000.00");
        Outcome outcome = pay("2024-03-06", 500, thing(total));
        assertThat(outcome.exchanged().orElseThrow().points()).isEqualTo(points(exchanged));
        assertThat(outcome.payable()).contains(eur(payable));
        assertThat(there(EUR)).isEqualTo("0.00 EUR");
    }

    @Test
    void aPurchaseBelowOneStepExchangesNothing() {
        purse.buy("2024-03-05", "1000.00");
        Outcome outcome = pay("2024-03-06", 500, thing("0.99"));
        assertThat(outcome.exchanged()).isEmpty();
        assertThat(outcome.spend().orElseThrow().why())
                .isEqualTo("What is left to pay takes no more than 0.00 EUR in whole steps of 1.00 EUR.");
        assertThat(outcome.payable()).contains(eur("0.99"));
    }

    @ParameterizedTest
    @CsvSource({"498, 499, 1", "489, 490, 10"})
    void tooFewPointsAreNotExchangedAndTheDistanceIsSaid(long had, long there, long missing) {
        purse.buy("2024-03-05", had + ".00");
        Outcome outcome = pay("2024-03-06", 500, thing("1.00"));
        assertThat(outcome.exchanged()).isEmpty();
        SpendResult spend = outcome.spend().orElseThrow();
        assertThat(spend.requested()).isEqualTo(eur("5.00"));
        assertThat(spend.actual()).isEqualTo(eur("0.00"));
        assertThat(spend.why())
                .isEqualTo("Points become money from 500 PTS on, and " + there
                        + " PTS may be used for it here and now: " + missing + " PTS more would be needed.");
    }

    @Test
    void pointsThatThePurchaseItselfEarnsCount() {
        purse.buy("2024-03-05", "499.00");
        Outcome outcome = pay("2024-03-06", 500, thing("1.00"));
        assertThat(outcome.exchanged().orElseThrow().points()).isEqualTo(points(100));
        assertThat(outcome.payable()).contains(eur("0.00"));
    }

    @Test
    void fewerPointsThanAskedForAreUsedAsFarAsTheyGo() {
        purse.buy("2024-03-05", "620.00");
        Outcome outcome = pay("2024-03-06", 1_000, thing("30.00"));
        assertThat(outcome.exchanged()).contains(new ExchangeResult(points(1_000), points(600), eur("6.00")));
        assertThat(outcome.spend().orElseThrow().why())
                .isEqualTo("No more than 650 PTS may be used for it here and now.");
    }

    @Test
    void noOtherMoneyPaysAlong() {
        purse.topUp("2024-03-04", "10.00");
        purse.buy("2024-03-05", "620.00");
        Outcome outcome = pay("2024-03-06", 500, thing("30.00"));
        assertThat(outcome.payable()).contains(eur("25.00"));
        assertThat(there(EUR)).isEqualTo("10.00 EUR");
    }

    @Test
    void pointsForOtherGoodsStayPoints() {
        purse = shop(
                HUNDRED_FOR_ONE,
                onCoffee().build(),
                offer("B", ANY, new Award.FixedAmount(points(50))).build());
        purse.buy("2024-03-05", "800.00");
        give("2024-03-05", 350);
        Outcome outcome = pay("2024-03-06", 1_200, thing("3.50"), line("coffee", 1, "2.70"));
        assertThat(outcome.exchanged()).contains(new ExchangeResult(points(1_200), points(600), eur("6.00")));
        assertThat(outcome.payable()).contains(eur("0.20"));
        assertThat(there(EUR)).isEqualTo("0.00 EUR");
        assertThat(lot("E1#A").remaining()).isEqualTo(points(530));
    }

    @Test
    void pointsAreNotExchangedForWhatNoWalletPaysFor() {
        purse = shop(
                Shop.settings().withNeverPaid(new ProductList(Set.of("case"), Set.of(), Set.of())),
                HUNDRED_FOR_ONE,
                pointPerEuro().build());
        purse.buy("2024-03-05", "1000.00");
        Outcome outcome = pay("2024-03-06", 500, line("case", 1, "9.00"), line("coffee", 1, "2.50"));
        assertThat(outcome.exchanged().orElseThrow().points()).isEqualTo(points(200));
        assertThat(outcome.payable()).contains(eur("9.50"));
    }

    @Test
    void smallStepsOverManyLinesAreNotRoundedAway() {
        purse = shop(ExchangeRate.of(points(1), eur("0.05")), pointPerEuro().build());
        purse.buy("2024-03-05", "100.00");
        Outcome outcome = pay("2024-03-06", 100, line("case", 1, "0.99"), line("coffee", 1, "0.99"));
        assertThat(outcome.exchanged().orElseThrow().points()).isEqualTo(points(39));
        assertThat(outcome.payable()).contains(eur("0.03"));
    }

    @Test
    void aWishForPointsMustMakeSense() {
        purse.buy("2024-03-05", "1000.00");
        Purchase purchase = Purchase.of(purse.header("2024-03-06"), thing("20.00"));
        assertThat(purse.refusal(purchase.spending(SpendWish.points(eur("5.00")))))
                .containsExactly("spend.points: The programme has no rate from (EUR) to (EUR); it has [PTS/EUR].");
        assertThat(purse.refusal(purchase.spending(
                        new SpendWish(Optional.of(eur("5.00")), Optional.empty(), Optional.of(points(500))))))
                .containsExactly(
                        "spend.points: Points (500 PTS) pay alone: a wish for points must have neither an amount"
                                + " nor a hold.");
        assertThat(purse.refusal(new SpendRequested(
                        purse.header("2024-03-07"), EventKey.of("E1"), SpendWish.points(points(500)))))
                .containsExactly(
                        "wish.points: A request spends money; points are exchanged with their purchase or by an"
                                + " event of their own.");
    }

    @Test
    void goodsThatComeBackGiveMoneyBackToTheLotsOfThePoints() {
        purse = shop(
                HUNDRED_FOR_ONE, pointPerEuro().withAwardValidity(THIRTY_DAYS).build());
        purse.buy("2024-03-05", "1000.00");
        Outcome bought = pay("2024-03-06", 800, line("case", 2, "10.00"));
        assertThat(there(EUR)).isEqualTo("0.00 EUR");
        purse.giveBack("2024-03-07", bought, "case", 1);
        assertThat(lots()).contains("E2#E1#A 4.00 EUR");
        assertThat(lot("E2#E1#A").validTo()).contains(Shop.at("2024-04-04T00:00"));
        assertThat(there(PTS)).isEqualTo("205 PTS");
    }

    // Undone.

    @Test
    void aCancelledExchangeGivesThePointsBack() {
        purse.buy("2024-03-05", "1234.00");
        Outcome exchanged = exchangeAll("2024-03-06");
        Outcome cancelled = purse.cancel("2024-03-07", exchanged);
        assertThat(moved(cancelled))
                .containsExactly("REVERSAL 12.00 EUR COMMERCE>EXCHANGE", "REVERSAL 1200 PTS EXCHANGE>COMMERCE");
        assertThat(lots()).containsExactly("E1#A 1234 PTS");
        assertThat(purse.refusal(new EventCancelled(purse.header("2024-03-08"), exchanged.event(), "")))
                .containsExactly("event: The event (E2) was cancelled already.");
    }

    @Test
    void ofACancelledExchangeWhatIsSpentStaysExchanged() {
        purse.buy("2024-03-05", "1234.00");
        Outcome exchanged = exchangeAll("2024-03-06");
        purse.buy("2024-03-07", p -> p.spending(SpendWish.of(eur("4.55"))), thing("20.00"));
        purse.cancel("2024-03-08", exchanged);
        assertThat(there(EUR)).isEqualTo("0.00 EUR");
        assertThat(there(PTS)).isEqualTo((34 + 20 + 745) + " PTS");
    }

    @Test
    void anExchangeWhoseMoneyIsSpentCannotBeCancelled() {
        purse.buy("2024-03-05", "1234.00");
        Outcome exchanged = exchangeAll("2024-03-06");
        purse.buy("2024-03-07", p -> p.spending(SpendWish.ALL), thing("12.00"));
        assertThat(purse.refusal(new EventCancelled(purse.header("2024-03-08"), exchanged.event(), "")))
                .containsExactly("event: The money of exchange (E2) is spent: no points could come back.");
    }

    @Test
    void aCancelledPurchaseGivesItsPointsBack() {
        purse.buy("2024-03-05", "1000.00");
        Outcome bought = pay("2024-03-06", 500, thing("20.00"));
        purse.cancel("2024-03-07", bought);
        assertThat(lots()).containsExactly("E1#A 1000 PTS");
        assertThat(there(EUR)).isEqualTo("0.00 EUR");
    }

    @Test
    void anAwardThatIsCancelledTakesTheMoneyOfItsPointsFirst() {
        give("2024-03-01", 2_000);
        Outcome bought = purse.buy("2024-03-05", "1000.00");
        exchange("2024-03-06", 700);
        assertThat(lots()).containsExactly("E1#money 2000 PTS", "E2#A 300 PTS", "E3#E2#A 7.00 EUR");
        Outcome cancelled =
                purse.cancelAward("2024-03-07", bought.transactions().get(0).id());
        assertThat(lots()).containsExactly("E1#money 2000 PTS");
        assertThat(cancelled.returned().orElseThrow().reclaimed())
                .extracting(Reclaim::ofItsOwn)
                .containsExactly(points(1_000));
    }

    @ParameterizedTest
    @CsvSource({"CLAWBACK_NEGATIVE, 600, 190, 210, 0", "CLAWBACK_AVAILABLE, 600, 190, 0, 210", "NONE, 600, 0, 0, 400"})
    void moneyThatIsThereGoesUnderEveryPolicy(
            ClawbackPolicy policy, long ofItsOwn, long ofOthers, long debt, long lost) {
        purse = shop(with(policy), HUNDRED_FOR_ONE, pointPerEuro().build());
        Outcome bought = purse.buy("2024-03-05", "1000.00");
        give("2024-03-05", 150);
        exchange("2024-03-06", 1_000);
        purse.buy("2024-03-07", p -> p.spending(SpendWish.of(eur("4.00"))), thing("40.00"));
        Outcome cancelled =
                purse.cancelAward("2024-03-08", bought.transactions().get(0).id());
        assertThat(cancelled.returned().orElseThrow().reclaimed())
                .extracting(Reclaim::ofItsOwn, Reclaim::ofOthers, Reclaim::debt, Reclaim::lost)
                .containsExactly(tuple(points(ofItsOwn), points(ofOthers), points(debt), points(lost)));
    }

    @Test
    void goodsThatComeBackTakeTheirPartOfTheMoney() {
        Outcome bought = purse.buy("2024-03-05", line("case", 10, "1000.00"));
        exchangeAll("2024-03-06");
        purse.giveBack("2024-03-07", bought, "case", 1);
        assertThat(there(EUR)).isEqualTo("9.00 EUR");
        assertThat(lot("E2#E1#A").provenance().exchange().orElseThrow().points())
                .isEqualTo(points(900));
        for (int i = 0; i < 9; i++) {
            purse.giveBack("2024-03-08", bought, "case", 1);
        }
        assertThat(there(EUR)).isEqualTo("0.00 EUR");
        assertThat(there(PTS)).isEqualTo("0 PTS");
    }

    @Test
    void theCentsOfManyStepsSumToTheWhole() {
        purse = shop(ExchangeRate.of(points(300), eur("1.00")), pointPerEuro().build());
        Outcome bought = purse.buy("2024-03-05", line("case", 300, "300.00"));
        exchangeAll("2024-03-06");
        for (int i = 1; i <= 300; i++) {
            purse.giveBack("2024-03-07", bought, "case", 1);
            assertThat(there(PTS)).isEqualTo("0 PTS");
        }
        assertThat(there(EUR)).isEqualTo("0.00 EUR");
    }

    @Test
    void moneyThatExpiredIsTakenBeforeAnythingElse() {
        purse = shop(
                HUNDRED_FOR_ONE, pointPerEuro().withAwardValidity(THIRTY_DAYS).build());
        Outcome bought = purse.buy("2024-03-05", "1000.00");
        exchangeAll("2024-03-06");
        purse.expire("2024-05-01");
        give("2024-05-02", 50);
        Outcome cancelled =
                purse.cancelAward("2024-05-03", bought.transactions().get(0).id());
        assertThat(cancelled.returned().orElseThrow().reclaimed().get(0).ofItsOwn())
                .isEqualTo(points(1_000));
        assertThat(there(PTS)).isEqualTo("50 PTS");
        assertThat(purse.balance(AccountKind.BREAKAGE)).isEqualTo("0.00 EUR");
        assertThat(purse.balance(AccountKind.EXCHANGE)).isEqualTo("0.00 EUR");
    }

    @Test
    void moneyThatIsReservedIsNotThere() {
        Outcome bought = purse.buy("2024-03-05", "1000.00");
        exchangeAll("2024-03-06");
        Outcome hold = purse.hold("2024-03-07", "3.00", "2024-04-01", thing("20.00"));
        Outcome cancelled =
                purse.cancelAward("2024-03-08", bought.transactions().get(0).id());
        Reclaim reclaim = cancelled.returned().orElseThrow().reclaimed().get(0);
        assertThat(reclaim.ofItsOwn()).isEqualTo(points(700));
        assertThat(reclaim.debt()).isEqualTo(points(300));
        purse.engine.evaluate(new HoldReleased(purse.header("2024-03-09"), hold.event()));
        assertThat(there(EUR)).isEqualTo("3.00 EUR");
    }

    @Test
    void moneyThatWasFreedOfItsConditionsIsStillThere() {
        Outcome bought = purse.buy("2024-03-05", "1000.00");
        Outcome exchanged = exchangeAll("2024-03-06");
        purse.redeem("2024-03-07", bought, Optional.of(eur("4.00")));
        assertThat(purse.balance(AccountKind.OPEN)).isEqualTo("4.00 EUR");
        purse.cancel("2024-03-08", exchanged);
        assertThat(there(EUR)).isEqualTo("0.00 EUR");
        assertThat(lots()).containsExactly("E1#A 1000 PTS");
    }

    @Test
    void aPointThatIsWorthMoreThanItsMoneyThatIsLeftIsNotTaken() {
        purse = shop(ExchangeRate.of(points(1), eur("1.00")), pointPerEuro().build());
        Outcome bought = purse.buy("2024-03-05", "3.00");
        exchangeAll("2024-03-06");
        purse.buy("2024-03-07", p -> p.spending(SpendWish.of(eur("1.30"))), thing("1.30"));
        Outcome cancelled =
                purse.cancelAward("2024-03-08", bought.transactions().get(0).id());
        Reclaim reclaim = cancelled.returned().orElseThrow().reclaimed().get(0);
        assertThat(reclaim.ofItsOwn()).isEqualTo(points(1));
        assertThat(there(EUR)).isEqualTo("0.70 EUR");
    }

    @Test
    void moneyOfPointsThatAreExchangedOnGoesBackThroughAllRates() {
        Denomination miles = new Denomination("MILES", 0);
        Settings settings = Shop.settings().withPoints(List.of(PTS, miles));
        Programme programme = Shop.programme(settings, pointPerEuro().build()).toBuilder()
                .withRates(List.of(
                        ExchangeRate.of(points(10), new Amount(miles, 1)),
                        ExchangeRate.of(new Amount(miles, 10), eur("1.00"))))
                .build();
        purse = Purse.of(programme);
        Outcome bought = purse.buy("2024-03-05", "1000.00");
        purse.engine.evaluate(PointsExchanged.all(purse.header("2024-03-06"), "PTS", "MILES"));
        purse.engine.evaluate(PointsExchanged.all(purse.header("2024-03-07"), "MILES", "EUR"));
        assertThat(lots()).containsExactly("E3#E2#E1#A 10.00 EUR");
        Outcome cancelled =
                purse.cancelAward("2024-03-08", bought.transactions().get(0).id());
        assertThat(cancelled.returned().orElseThrow().reclaimed().get(0).ofItsOwn())
                .isEqualTo(points(1_000));
        assertThat(lots()).isEmpty();
    }

    // Around it.

    @Test
    void theMerchantGivesToTheAwardAndNotToTheExchange() {
        Programme programme = Shop.programme(
                        Shop.settings(),
                        AgreementTerms.builder().withContribution("50").build(),
                        pointPerEuro().build())
                .toBuilder()
                .withRates(List.of(HUNDRED_FOR_ONE))
                .build();
        purse = Purse.of(programme);
        Outcome bought = purse.buy("2024-03-05", "1000.00");
        exchangeAll("2024-03-06");
        assertThat(lot("E2#E1#A").provenance().givers())
                .isEqualTo(lot("E1#A").provenance().givers());
        purse.cancel("2024-03-07", bought);
        assertThat(purse.records().journal().balances().merchants()).isEmpty();
        assertThat(purse.records().journal().balances().amounts()).isEmpty();
    }

    @Test
    void liabilityAndStatementTellOfIt() {
        purse.buy("2024-03-05", "1234.00");
        Outcome exchanged = exchangeAll("2024-03-06");
        var liability = purse.engine.ledger().liability(YearMonth.of(2024, 3), YearMonth.of(2024, 3));
        assertThat(liability.months())
                .extracting(month ->
                        month.figures().exchanged() + " of " + month.figures().closing())
                .containsExactly("12.00 EUR of 12.00 EUR", "-1200 PTS of 34 PTS");
        purse.cancel("2024-03-07", exchanged);
        assertThat(statement())
                .containsExactly(
                        "Award of A for purchase E1",
                        "Turned into money by exchange E2",
                        "Points turned into money by exchange E2",
                        "Turned back into points: exchange E2 was cancelled: by mistake",
                        "Points again: exchange E2 was cancelled: by mistake");
    }

    private List<String> statement() {
        return purse
                .engine
                .ledger()
                .statement("P1", LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31))
                .movements()
                .stream()
                .map(StatementLine::why)
                .toList();
    }

    @Test
    void aMergedDuplicateTakesItsExchangesAlong() {
        Outcome bought = purse.buy("2024-03-05", "1000.00");
        exchangeAll("2024-03-06");
        purse.engine.evaluate(new ParticipantTerminated(
                purse.header("2024-03-07"),
                TerminationReason.DUPLICATION,
                Optional.of(new Replacement("P2", true, Set.of()))));
        assertThat(there("P2", EUR)).isEqualTo("10.00 EUR");
        purse.engine.evaluate(
                new EventCancelled(Purse.header("X", "P2", Shop.at("2024-03-08")), EventKey.of("E2"), ""));
        assertThat(there("P2", EUR)).isEqualTo("0.00 EUR");
        assertThat(there("P2", PTS)).isEqualTo("1000 PTS");
        purse.engine.evaluate(new EventCancelled(Purse.header("Y", "P2", Shop.at("2024-03-09")), bought.event(), ""));
        assertThat(there("P2", PTS)).isEqualTo("0 PTS");
    }

    @Test
    void giftsOfTheMoneyStayGifts() {
        purse.buy("2024-03-05", "1000.00");
        Outcome exchanged = exchangeAll("2024-03-06");
        purse.transfer("2024-03-07", "4.00");
        purse.cancel("2024-03-08", exchanged);
        assertThat(there(PTS)).isEqualTo("600 PTS");
        assertThat(there("P2", EUR)).isEqualTo("4.00 EUR");
    }

    @Test
    void anotherRateLaterLeavesWhatWasExchangedAlone() {
        Outcome bought = purse.buy("2024-03-05", "1000.00");
        exchangeAll("2024-03-06");
        purse.engine.reload(Shop.programme(Shop.settings(), pointPerEuro().build()).toBuilder()
                .withRates(List.of(ExchangeRate.of(points(10), eur("1.00"))))
                .build());
        purse.cancelAward("2024-03-07", bought.transactions().get(0).id());
        assertThat(lots()).isEmpty();
        assertThat(purse.account().wallet().debts()).isEmpty();
    }

    @Test
    void idsWithSlashesAndHashesKeepTheirMoneyApart() {
        String[] ids = {"a", "a/b", "a#A", "a#b/exchange_in", "a/open"};
        for (String id : ids) {
            purse.engine.evaluate(Purchase.of(Purse.header("p" + id, "P1", Shop.at("2024-03-05")), thing("500.00")));
        }
        for (String id : ids) {
            Outcome outcome = purse.engine.evaluate(
                    PointsExchanged.of(Purse.header(id, "P1", Shop.at("2024-03-06")), points(500), "EUR"));
            assertThat(outcome.status()).isEqualTo(Outcome.Status.PROCESSED);
        }
        assertThat(there(EUR)).isEqualTo("25.00 EUR");
        for (String id : ids) {
            purse.engine.evaluate(
                    new EventCancelled(Purse.header("c" + id, "P1", Shop.at("2024-03-07")), EventKey.of(id), ""));
        }
        assertThat(there(EUR)).isEqualTo("0.00 EUR");
        assertThat(there(PTS)).isEqualTo("2500 PTS");
    }

    @Test
    void eightThreadsExchangeEachPointOnce() {
        purse.buy("2024-03-05", "3100.00");
        List<PointsExchanged> events = IntStream.range(0, 8)
                .mapToObj(i -> PointsExchanged.of(purse.header("2024-03-06"), points(500), "EUR"))
                .toList();
        List<Outcome> outcomes = Threads.race(8, thread -> purse.engine.evaluate(events.get(thread)));
        assertThat(outcomes)
                .extracting(Outcome::status)
                .filteredOn(Outcome.Status.PROCESSED::equals)
                .hasSize(6);
        assertThat(there(EUR)).isEqualTo("30.00 EUR");
        assertThat(there(PTS)).isEqualTo("100 PTS");
    }

    @Test
    void anAmountThatCannotBeHeldIsARefusal() {
        purse = shop(
                ExchangeRate.of(points(1), eur("90000000000000000.00")),
                pointPerEuro().build());
        purse.buy("2024-03-05", "1000.00");
        Outcome outcome = exchangeAll("2024-03-06");
        assertThat(outcome.status()).isEqualTo(Outcome.Status.REFUSED);
        assertThat(pay("2024-03-07", 500, thing("20.00")).status()).isEqualTo(Outcome.Status.REFUSED);
        assertThat(there(PTS)).isEqualTo("1000 PTS");
    }
}
