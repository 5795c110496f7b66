package io.rewards.engine;

import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.line;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Shop.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rewards.catalogue.AgreementTerms;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.AwardValidity.Expiry;
import io.rewards.catalogue.ConsumptionOrder;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.SpendConditions;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.SpendSettings;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Outcome;
import io.rewards.decision.Outcome.Status;
import io.rewards.decision.SpendResult;
import io.rewards.event.Purchase;
import io.rewards.event.SpendBlockingChanged;
import io.rewards.event.SpendRequested;
import io.rewards.event.SpendWish;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.organisation.Reduction;
import io.rewards.participant.AutomaticSpending;
import io.rewards.participant.Consent;
import io.rewards.participant.Preferences;
import io.rewards.participant.Profile;
import io.rewards.time.WeeklyTimes;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Money of the wallet pays for purchases. Domain 4.4, 4.5, 5.3, 5.4. */
class SpendingTest {

    private static final SpendConditions ACCESSORIES =
            new SpendConditions(ProductSelection.ofTypes("Accessory"), WeeklyTimes.ALWAYS, Set.of(), Set.of());
    private static final Terms ANY = new Terms.TransactionRevenue(eur("0.01"), Optional.empty());

    /** Awards {@code amount} for a purchase of laptops. */
    private static Offer.Builder laptopAward(String code, String amount) {
        return offer(code, ANY, fixed(amount))
                .withConditions(AwardConditions.builder()
                        .withProducts(ProductSelection.ofProducts("laptop"))
                        .build());
    }

    private static AwardValidity until(String date) {
        return new AwardValidity(Optional.empty(), new Expiry.On(LocalDate.parse(date)));
    }

    @Test
    void theWorkedExampleOfConsumption() {
        Purse purse = Purse.with(
                laptopAward("A", "5.00")
                        .withSpendConditions(ACCESSORIES)
                        .withAwardValidity(until("2024-03-10"))
                        .build(),
                laptopAward("B", "8.00").build());
        purse.buy("2024-03-01", line("laptop", 1, "100.00"));
        purse.topUp("2024-03-02", "2.00");
        Outcome purchase = purse.buy("2024-03-05", line("case", 1, "6.00"), line("phone", 1, "20.00"));

        Outcome outcome = purse.spend("2024-03-05", purchase, "12.00");

        SpendResult spent = outcome.spend().orElseThrow();
        assertThat(spent.actual()).isEqualTo(eur("12.00"));
        assertThat(spent.parts())
                .extracting(SpendResult.Part::offer, part -> part.amount().toString())
                .containsExactly(tuple("A", "5.00 EUR"), tuple("B", "7.00 EUR"));
        assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("1.00 EUR");
        assertThat(purse.balance(AccountKind.OPEN)).isEqualTo("2.00 EUR");
        assertThat(purse.left("A")).isEqualTo("0.00 EUR");
        assertThat(purse.left("B")).isEqualTo("1.00 EUR");
        assertThat(purse.records().sales().get(0).payable()).isEqualTo(eur("14.00"));
        assertThat(outcome.transactions())
                .extracting(Transaction::kind)
                .containsExactly(
                        TransactionKind.REDEEM, TransactionKind.SPEND, TransactionKind.REDEEM, TransactionKind.SPEND);
    }

    @Test
    void commerceGoesBeforeOpenMoneyAndThenOpenMoneyPays() {
        Purse purse = Purse.with(laptopAward("A", "5.00").build());
        purse.topUp("2024-02-01", "2.00");
        purse.buy("2024-03-01", line("laptop", 1, "100.00"));
        Outcome purchase = purse.buy("2024-03-05", "6.00");
        assertThat(purse.spend("2024-03-05", purchase, "6.00")
                        .spend()
                        .orElseThrow()
                        .actual())
                .isEqualTo(eur("6.00"));
        assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("0.00 EUR");
        assertThat(purse.balance(AccountKind.OPEN)).isEqualTo("1.00 EUR");
    }

    @Test
    void moneyForSomeProductsFindsItsLinesWhateverGoesFirst() {
        Purse purse = Purse.with(
                laptopAward("A", "20.00").withAwardValidity(until("2024-03-10")).build(),
                laptopAward("B", "5.00").withSpendConditions(ACCESSORIES).build());
        purse.buy("2024-03-01", line("laptop", 1, "100.00"));
        Outcome purchase = purse.buy("2024-03-05", line("case", 1, "6.00"), line("phone", 1, "20.00"));
        Outcome outcome = purse.spend("2024-03-05", purchase, SpendWish.ALL);
        assertThat(outcome.spend().orElseThrow().actual()).isEqualTo(eur("25.00"));
    }

    @Test
    void aLotIsSpentUpToItsLastDayAndNotAfter() {
        for (String late : List.of("2024-03-10T00:00", "2024-03-10T12:00")) {
            Purse purse = expiring();
            Outcome purchase = purse.buy(late, "6.00");
            SpendResult none = purse.spend(late, purchase, "5.00").spend().orElseThrow();
            assertThat(none.actual()).isEqualTo(eur("0.00"));
            assertThat(none.unused().get(0).why()).isEqualTo("It expired on 2024-03-09.");
        }
        Purse purse = expiring();
        Outcome purchase = purse.buy("2024-03-09T23:59:59", "6.00");
        assertThat(purse.spend("2024-03-09T23:59:59", purchase, "5.00")
                        .spend()
                        .orElseThrow()
                        .actual())
                .isEqualTo(eur("5.00"));
    }

    private static Purse expiring() {
        Purse purse = Purse.with(
                laptopAward("A", "5.00").withAwardValidity(until("2024-03-10")).build());
        purse.buy("2024-03-01", line("laptop", 1, "100.00"));
        return purse;
    }

    @Test
    void weekdaysHoursAndUnitsMustFit() {
        SpendConditions mondays = new SpendConditions(
                ProductSelection.ALL, new WeeklyTimes(Set.of(DayOfWeek.MONDAY), List.of()), Set.of("U2"), Set.of());
        Purse purse =
                Purse.with(laptopAward("A", "5.00").withSpendConditions(mondays).build());
        purse.buy("2024-03-01", line("laptop", 1, "100.00"));
        Outcome tuesday = purse.buy("2024-03-05", "6.00");
        SpendResult none = purse.spend("2024-03-05", tuesday, "5.00").spend().orElseThrow();
        assertThat(none.unused().get(0).why()).isEqualTo("It can be spent on [MONDAY], not on TUESDAY.");
        assertThat(none.why()).isEqualTo("No more than 0.00 EUR may be spent on it here and now.");
        SpendRequested monday =
                new SpendRequested(purse.header("2024-03-11"), tuesday.event(), SpendWish.of(eur("5.00")));
        SpendResult wrongUnit = purse.engine.preview(monday).spend().orElseThrow();
        assertThat(wrongUnit.unused().get(0).why()).isEqualTo("It can be spent at units [U2], not at U1.");
        Outcome there = purse.engine.evaluate(Shop.at(monday, "U2"));
        assertThat(there.spend().orElseThrow().actual()).isEqualTo(eur("5.00"));
    }

    @Test
    void whatIsSpentIsAtMostWhatIsAskedForThereAndLeftToPay() {
        Purse purse = Purse.with(laptopAward("A", "50.00").build());
        purse.buy("2024-03-01", line("laptop", 1, "100.00"));
        Outcome purchase = purse.buy("2024-03-05", "20.00");
        assertThat(purse.spend("2024-03-05", purchase, "12.00")
                        .spend()
                        .orElseThrow()
                        .actual())
                .isEqualTo(eur("12.00"));
        SpendResult rest = purse.spend("2024-03-05", purchase, "30.00").spend().orElseThrow();
        assertThat(rest.actual()).isEqualTo(eur("8.00"));
        assertThat(rest.why()).isEqualTo("No more than 8.00 EUR is left to pay.");
        assertThat(purse.refusal(
                        new SpendRequested(purse.header("2024-03-05"), purchase.event(), SpendWish.of(eur("1.00")))))
                .containsExactly("purchase: Nothing is left to pay of purchase (E2).");
    }

    @Test
    void aPurchaseAndItsSpendAreOneCallAndItsPreviewSaysTheSame() {
        Purse purse = Purse.with(laptopAward("A", "5.00").build());
        purse.buy("2024-03-01", line("laptop", 1, "100.00"));
        Purchase purchase =
                Purchase.of(purse.header("2024-03-05"), Shop.thing("20.00")).spending(SpendWish.ALL);
        Outcome preview = purse.engine.preview(purchase);
        assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("5.00 EUR");
        Outcome outcome = purse.engine.evaluate(purchase);
        assertThat(outcome).isEqualTo(preview);
        assertThat(outcome.spend().orElseThrow().actual()).isEqualTo(eur("5.00"));
        assertThat(outcome.payable()).contains(eur("15.00"));
        assertThat(purse.engine.evaluate(purchase)).isEqualTo(outcome);
        assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("0.00 EUR");
    }

    @Test
    void whoIsBlockedSpendsNothingButStillBuys() {
        Purse purse = Purse.with(laptopAward("A", "5.00").build());
        purse.buy("2024-03-01", line("laptop", 1, "100.00"));
        purse.engine.evaluate(new SpendBlockingChanged(purse.header("2024-03-02"), true));
        Outcome purchase = purse.buy("2024-03-05", how -> how.spending(SpendWish.ALL), Shop.thing("20.00"));
        assertThat(purchase.status()).isEqualTo(Status.PROCESSED);
        assertThat(purchase.spend().orElseThrow().why()).isEqualTo("The participant is blocked from spending.");
        assertThat(purse.refusal(new SpendRequested(purse.header("2024-03-05"), purchase.event(), SpendWish.ALL)))
                .containsExactly("participant: The participant (P1) is blocked from spending.");
    }

    @Test
    void aProgrammeMaySetALeastAmountAndForbidAmounts() {
        SpendSettings atLeast = SpendSettings.DEFAULT.withMinimumRequest(eur("2.00"));
        Purse purse = Purse.with(atLeast, laptopAward("A", "5.00").build());
        purse.buy("2024-03-01", line("laptop", 1, "100.00"));
        Outcome purchase = purse.buy("2024-03-05", "20.00");
        assertThat(purse.refusal(
                        new SpendRequested(purse.header("2024-03-05"), purchase.event(), SpendWish.of(eur("1.99")))))
                .containsExactly(
                        "wish.amount: The amount (1.99 EUR) is below the least that can be asked for (2.00 EUR).");
        assertThat(purse.spend("2024-03-05", purchase, "2.00")
                        .spend()
                        .orElseThrow()
                        .actual())
                .isEqualTo(eur("2.00"));
        Purse all = Purse.with(
                SpendSettings.DEFAULT.withSpecificAmount(false),
                laptopAward("A", "5.00").build());
        all.buy("2024-03-01", line("laptop", 1, "100.00"));
        Outcome other = all.buy("2024-03-05", "20.00");
        assertThat(all.refusal(new SpendRequested(all.header("2024-03-05"), other.event(), SpendWish.of(eur("2.00")))))
                .containsExactly(
                        "wish.amount: The programme spends as much as possible; an amount cannot be asked for.");
        assertThat(all.spend("2024-03-05", other, SpendWish.ALL)
                        .spend()
                        .orElseThrow()
                        .actual())
                .isEqualTo(eur("5.00"));
    }

    @Test
    void theProgrammeSaysWhetherOldOrNewMoneyGoesFirst() {
        for (ConsumptionOrder order : ConsumptionOrder.values()) {
            Purse purse = Purse.with(
                    SpendSettings.DEFAULT.with(order),
                    laptopAward("A", "5.00").build(),
                    offer("B", ANY, fixed("5.00"))
                            .withConditions(AwardConditions.builder()
                                    .withProducts(ProductSelection.ofProducts("coffee"))
                                    .build())
                            .withAwardValidity(until("2024-12-31"))
                            .build());
            purse.buy("2024-03-01", line("laptop", 1, "100.00"));
            purse.buy("2024-03-02", line("coffee", 1, "100.00"));
            Outcome purchase = purse.buy("2024-03-05", "20.00");
            SpendResult spent =
                    purse.spend("2024-03-05", purchase, "5.00").spend().orElseThrow();
            assertThat(spent.parts())
                    .extracting(SpendResult.Part::offer)
                    .containsExactly(order == ConsumptionOrder.FIFO ? "A" : "B");
        }
    }

    @Test
    void aHostMayBringAnOrderOfItsOwnButOpenMoneyStaysLast() {
        Purse purse = Purse.ordered(
                Comparator.comparing(lot -> lot.remaining().units()),
                laptopAward("A", "5.00").build(),
                laptopAward("B", "3.00").build());
        purse.topUp("2024-02-01", "1.00");
        purse.buy("2024-03-01", line("laptop", 1, "100.00"));
        Outcome purchase = purse.buy("2024-03-05", "20.00");
        SpendResult spent =
                purse.spend("2024-03-05", purchase, SpendWish.ALL).spend().orElseThrow();
        assertThat(spent.parts()).extracting(SpendResult.Part::offer).containsExactly("B", "A", "");
    }

    @Test
    void automaticSpendingFollowsTheWorkedExample() {
        assertThat(automatically("18.00", "40.00")).isEqualTo("12.00 EUR");
        assertThat(automatically("18.00", "5.00")).isEqualTo("5.00 EUR");
        assertThat(automatically("18.00", "4.99")).isEqualTo("none");
        assertThat(automatically("10.00", "40.00")).isEqualTo("10.00 EUR");
        assertThat(automatically("9.99", "40.00")).isEqualTo("none");
    }

    private static String automatically(String balance, String price) {
        AutomaticSpending rule = new AutomaticSpending(
                true,
                Optional.of(eur("10.00")),
                Optional.of(eur("5.00")),
                Optional.of(eur("12.00")),
                Set.of(),
                Optional.empty());
        Purse purse = Purse.at(Shop.givingNothing().withAutomaticSpending(true).build(), allowing(rule));
        purse.topUp("2024-03-01", balance);
        return purse.buy("2024-03-05", price)
                .spend()
                .map(spend -> spend.actual().toString())
                .orElse("none");
    }

    private static Profile allowing(AutomaticSpending rule) {
        return Profile.EMPTY.withPreferences(new Preferences("", "BANK", Consent.NOT_GIVEN, Consent.NOT_GIVEN, rule));
    }

    @Test
    void automaticSpendingNeedsTheUnitAndElseOnlyMoneyThatIsSpentAutomatically() {
        Offer automatic = laptopAward("A", "5.00")
                .withSpendMethod(SpendMethod.SPEND_AUTOMATICALLY)
                .build();
        Offer onRequest = laptopAward("B", "7.00").build();
        Purse here =
                Purse.at(Shop.givingNothing().withAutomaticSpending(true).build(), Profile.EMPTY, automatic, onRequest);
        assertThat(here.buy("2024-03-01", line("laptop", 1, "100.00"))
                        .spend()
                        .orElseThrow()
                        .actual())
                .isEqualTo(eur("5.00"));
        assertThat(here.buy("2024-03-05", "20.00").spend()).isEmpty();
        assertThat(here.left("B")).isEqualTo("7.00 EUR");
        Purse elsewhere = Purse.at(AgreementTerms.UNSAID, Profile.EMPTY, automatic, onRequest);
        elsewhere.buy("2024-03-01", line("laptop", 1, "100.00"));
        assertThat(elsewhere.buy("2024-03-05", "20.00").spend()).isEmpty();
    }

    @Test
    void discountsThatAreRefundedAfterwardsDoNotLowerWhatIsPaidAtTheTill() {
        Offer instant = offer("A", ANY, percent("10"))
                .withSpendMethod(SpendMethod.SPEND_INSTANTLY)
                .build();
        Purse purse = Purse.at(Shop.givingNothing().with(Reduction.BACK_END).build(), Profile.EMPTY, instant);
        Outcome outcome = purse.buy("2024-03-05", "20.00");
        assertThat(outcome.payable()).contains(eur("20.00"));
        assertThat(outcome.backEnd()).contains(eur("2.00"));
        assertThat(Purse.at(AgreementTerms.UNSAID, Profile.EMPTY, instant)
                        .buy("2024-03-05", "20.00")
                        .payable())
                .contains(eur("18.00"));
    }

    @Test
    void theMerchantGivesItsPartOfAnAward() {
        AgreementTerms third =
                AgreementTerms.builder().withContribution("33.33").build();
        Purse purse =
                Purse.at(third, Profile.EMPTY, offer("A", ANY, fixed("10.00")).build());
        Outcome purchase = purse.buy("2024-03-05", "20.00");
        assertThat(purse.balance(AccountKind.CONTRIBUTION)).isEqualTo("-3.33 EUR");
        assertThat(purse.balance(AccountKind.AWARD_EXPENSE)).isEqualTo("-6.67 EUR");
        purse.cancel("2024-03-06", purchase);
        assertThat(purse.balance(AccountKind.CONTRIBUTION)).isEqualTo("0.00 EUR");
        assertThat(purse.balance(AccountKind.AWARD_EXPENSE)).isEqualTo("0.00 EUR");
    }
}
