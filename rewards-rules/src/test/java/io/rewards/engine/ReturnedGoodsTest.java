package io.rewards.engine;

import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.line;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Shop.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardHandling;
import io.rewards.catalogue.AwardScope;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.AwardValidity.Expiry;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.ClawbackPolicy;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferState;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.ReturnPolicy;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.SpendSettings;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Outcome;
import io.rewards.decision.Outcome.Status;
import io.rewards.decision.ReturnResult;
import io.rewards.event.EventCancelled;
import io.rewards.event.GoodsReturn;
import io.rewards.event.Purchase;
import io.rewards.event.Referral;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SpendWish;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.TransactionState;
import io.rewards.wallet.Reclaim;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Buy, spend, return, keep the points: what others got wrong must not work here. Each test names the thread in which users
 * of another system told of it. Domain 5.6, 12.1 Q3, Q4, Q31.
 */
class ReturnedGoodsTest {

    private static final Terms ANY = new Terms.TransactionRevenue(eur("0.01"), Optional.empty());
    private static final AwardHandling KEEP = AwardHandling.DEFAULT.with(ReturnPolicy.KEEP_THE_DEAL);

    private static Offer.Builder tenPercent(String code) {
        return offer(code, ANY, percent("10"));
    }

    private static Offer overFifty(ReturnPolicy policy) {
        return offer("A", new Terms.TransactionRevenue(eur("50.00"), Optional.empty()), fixed("5.00"))
                .withHandling(AwardHandling.DEFAULT.with(policy))
                .build();
    }

    /** frappe/erpnext #32951. */
    @Test
    void aReturnTakesThePointsAlong() {
        Purse purse = Purse.with(tenPercent("A").build());
        Outcome purchase = purse.buy("2024-03-01", line("laptop", 1, "100.00"));
        Outcome back = purse.giveBack("2024-03-05", purchase, "laptop", 1);
        assertThat(back.status()).isEqualTo(Status.PROCESSED);
        assertThat(back.returned().orElseThrow())
                .isEqualTo(new ReturnResult(
                        eur("100.00"),
                        eur("0.00"),
                        List.of(new Reclaim(
                                "E1#A", "A", eur("10.00"), eur("10.00"), eur("0.00"), eur("0.00"), eur("0.00")))));
        assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("0.00 EUR");
        assertThat(purse.records().journal().stateOf(purchase.transactions().get(0)))
                .isEqualTo(TransactionState.CANCELLED);
    }

    /** odoo/odoo PR #257854, #238806. */
    @Test
    void buyingSpendingAndReturningAgainAndAgainGainsNothing() {
        Purse purse = Purse.with(tenPercent("A").build());
        for (int round = 0; round < 5; round++) {
            Outcome purchase = purse.buy("2024-03-01", line("laptop", 1, "100.00"));
            Outcome coffee = purse.buy("2024-03-02", line("coffee", 1, "4.00"));
            purse.spend("2024-03-02", coffee, SpendWish.ALL);
            purse.giveBack("2024-03-05", purchase, "laptop", 1);
            purse.giveBack("2024-03-06", coffee, "coffee", 1);
            assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("0.00 EUR");
            assertThat(purse.balance(AccountKind.CLAWBACK_RECEIVABLE)).isEqualTo("0.00 EUR");
            assertThat(purse.balance(AccountKind.AWARD_EXPENSE)).isEqualTo("0.00 EUR");
        }
    }

    @Test
    void aPurchaseThatWasCancelledAndIsSentAgainIsAnsweredThatItNoLongerStands() {
        Purse purse = Purse.with(tenPercent("A").build());
        Purchase purchase = Purchase.of(purse.header("2024-03-01"), line("laptop", 1, "100.00"));
        Outcome first = purse.engine.evaluate(purchase);
        assertThat(purse.engine.evaluate(purchase)).isEqualTo(first);
        purse.cancel("2024-03-02", first);
        Outcome again = purse.engine.evaluate(purchase);
        assertThat(again.status()).isEqualTo(Outcome.Status.CANCELLED);
        assertThat(again).isEqualTo(first.cancelled()).isEqualTo(purse.engine.preview(purchase));
        assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("0.00 EUR");
    }

    @Test
    void whoHasSpentTheMoneyOfAReturnedPurchaseOwesItAndTheNextAwardPays() {
        Purse purse = Purse.with(tenPercent("A").build());
        Outcome purchase = purse.buy("2024-03-01", line("laptop", 1, "100.00"));
        Outcome coffee = purse.buy("2024-03-02", line("coffee", 1, "7.00"));
        purse.spend("2024-03-02", coffee, SpendWish.ALL);
        Reclaim reclaim = purse.giveBack("2024-03-05", purchase, "laptop", 1)
                .returned()
                .orElseThrow()
                .reclaimed()
                .get(0);
        assertThat(reclaim.ofItsOwn()).isEqualTo(eur("3.00"));
        assertThat(reclaim.ofOthers()).isEqualTo(eur("0.70"));
        assertThat(reclaim.debt()).isEqualTo(eur("6.30"));
        assertThat(purse.balance(AccountKind.CLAWBACK_RECEIVABLE)).isEqualTo("-6.30 EUR");
        purse.buy("2024-03-06", "62.90");
        assertThat(purse.balance(AccountKind.CLAWBACK_RECEIVABLE)).isEqualTo("-0.01 EUR");
        purse.buy("2024-03-07", "10.00");
        assertThat(purse.balance(AccountKind.CLAWBACK_RECEIVABLE)).isEqualTo("0.00 EUR");
        assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("0.99 EUR");
    }

    @Test
    void theProgrammeMayTakeOnlyWhatIsThereOrNothing() {
        for (ClawbackPolicy policy : ClawbackPolicy.values()) {
            Purse purse = Purse.with(
                    SpendSettings.DEFAULT.with(policy), tenPercent("A").build());
            Outcome purchase = purse.buy("2024-03-01", line("laptop", 1, "100.00"));
            Outcome coffee = purse.buy("2024-03-02", line("coffee", 1, "7.00"));
            purse.spend("2024-03-02", coffee, SpendWish.ALL);
            Reclaim reclaim = purse.giveBack("2024-03-05", purchase, "laptop", 1)
                    .returned()
                    .orElseThrow()
                    .reclaimed()
                    .get(0);
            assertThat(reclaim.ofOthers()).isEqualTo(eur(policy == ClawbackPolicy.NONE ? "0.00" : "0.70"));
            assertThat(reclaim.debt()).isEqualTo(eur(policy == ClawbackPolicy.CLAWBACK_NEGATIVE ? "6.30" : "0.00"));
            assertThat(reclaim.lost())
                    .isEqualTo(eur(
                            switch (policy) {
                                case CLAWBACK_NEGATIVE -> "0.00";
                                case CLAWBACK_AVAILABLE -> "6.30";
                                case NONE -> "7.00";
                            }));
        }
    }

    /** odoo/odoo PR #212922, #221928. */
    @Test
    void aPurchasePaidWithPointsGivesThemBackOnce() {
        Purse purse = Purse.with(tenPercent("A").build());
        purse.topUp("2024-02-01", "5.00");
        Outcome purchase =
                purse.buy("2024-03-01", how -> how.spending(SpendWish.of(eur("5.00"))), line("laptop", 2, "100.00"));
        assertThat(purse.balance(AccountKind.OPEN)).isEqualTo("5.00 EUR");
        Outcome half = purse.giveBack("2024-03-05", purchase, "laptop", 1);
        assertThat(half.returned().orElseThrow().toWallet()).isEqualTo(eur("2.50"));
        assertThat(half.returned().orElseThrow().refund()).isEqualTo(eur("47.50"));
        assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("2.50 EUR");
        purse.giveBack("2024-03-06", purchase, "laptop", 1);
        assertThat(purse.balance(AccountKind.OPEN)).isEqualTo("5.00 EUR");
        assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("0.00 EUR");
    }

    /** odoo/odoo PR #177312. */
    @Test
    void goodsThatComeBackOnTheSameReceiptDoNotSpoilTheNewOnes() {
        Purse purse = Purse.with(overFifty(ReturnPolicy.RE_EVALUATE));
        Outcome first = purse.buy("2024-03-01", line("laptop", 1, "60.00"));
        Outcome mixed = purse.engine.evaluate(Purchase.of(purse.header("2024-03-05"), line("case", 1, "50.00"))
                .returning(new ReturnedLine(first.event(), "laptop", 1)));
        assertThat(Shop.award(mixed, "A")).isEqualTo("5.00 EUR");
        assertThat(mixed.returned().orElseThrow().refund()).isEqualTo(eur("60.00"));
        assertThat(mixed.returned().orElseThrow().reclaimed().get(0).amount()).isEqualTo(eur("5.00"));
        assertThat(mixed.total()).contains(eur("50.00"));
        assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("5.00 EUR");
    }

    /** odoo/odoo PR #286433. */
    @Test
    void aPartialReturnTakesOnlyTheShareOfWhatCameBack() {
        Purse purse = Purse.with(tenPercent("A").build());
        Outcome purchase = purse.buy("2024-03-01", line("laptop", 1, "80.00"), line("case", 1, "20.00"));
        Outcome back = purse.giveBack("2024-03-05", purchase, "case", 1);
        assertThat(back.returned().orElseThrow().reclaimed().get(0).amount()).isEqualTo(eur("2.00"));
        assertThat(purse.left("A")).isEqualTo("8.00 EUR");
    }

    /** vendurehq/vendure #5127, #3098. */
    @Test
    void fewerPiecesLeaveTheSamePercentage() {
        Purse purse = Purse.with(offer("A", ANY, percent("40")).build());
        Outcome purchase = purse.buy("2024-03-01", line("case", 20, "200.00"));
        purse.giveBack("2024-03-05", purchase, "case", 18);
        assertThat(purse.left("A")).isEqualTo("8.00 EUR");
    }

    /** vendurehq/vendure #4811. */
    @Test
    void theShareOfAReturnedLineIsNotGivenToTheOthers() {
        Purse purse = Purse.with(offer("A", ANY, fixed("10.00"))
                .withHandling(KEEP)
                .withSpendMethod(SpendMethod.SPEND_INSTANTLY)
                .build());
        Outcome purchase = purse.buy("2024-03-01", line("laptop", 1, "60.00"), line("case", 1, "40.00"));
        assertThat(purchase.payable()).contains(eur("90.00"));
        ReturnResult back =
                purse.giveBack("2024-03-05", purchase, "laptop", 1).returned().orElseThrow();
        assertThat(back.refund()).isEqualTo(eur("54.00"));
        assertThat(back.toWallet()).isEqualTo(eur("6.00"));
        assertThat(back.reclaimed().get(0).amount()).isEqualTo(eur("6.00"));
        assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("0.00 EUR");
    }

    /** vendurehq/vendure #1795: the policy is the offer's, and both are told. */
    @Test
    void belowTheThresholdTheDealIsKeptOrNotAsTheOfferSays() {
        Purse again = Purse.with(overFifty(ReturnPolicy.RE_EVALUATE));
        Outcome one = again.buy("2024-03-01", line("laptop", 1, "45.00"), line("case", 1, "15.00"));
        assertThat(again.giveBack("2024-03-05", one, "case", 1)
                        .returned()
                        .orElseThrow()
                        .reclaimed()
                        .get(0)
                        .amount())
                .isEqualTo(eur("5.00"));
        Purse keep = Purse.with(overFifty(ReturnPolicy.KEEP_THE_DEAL));
        Outcome other = keep.buy("2024-03-01", line("laptop", 1, "45.00"), line("case", 1, "15.00"));
        assertThat(keep.giveBack("2024-03-05", other, "case", 1)
                        .returned()
                        .orElseThrow()
                        .reclaimed()
                        .get(0)
                        .amount())
                .isEqualTo(eur("1.25"));
    }

    @Test
    void atTheThresholdNothingIsTakenAndACentBelowAll() {
        Purse purse = Purse.with(overFifty(ReturnPolicy.RE_EVALUATE));
        Outcome purchase =
                purse.buy("2024-03-01", line("laptop", 1, "50.00"), line("case", 1, "9.99"), line("coffee", 1, "0.01"));
        assertThat(purse.giveBack("2024-03-05", purchase, "case", 1)
                        .returned()
                        .orElseThrow()
                        .reclaimed())
                .isEmpty();
        assertThat(purse.giveBack("2024-03-06", purchase, "coffee", 1)
                        .returned()
                        .orElseThrow()
                        .reclaimed())
                .isEmpty();
        Purse below = Purse.with(overFifty(ReturnPolicy.RE_EVALUATE));
        Outcome other = below.buy("2024-03-01", line("laptop", 1, "49.99"), line("coffee", 1, "0.01"));
        assertThat(below.giveBack("2024-03-06", other, "coffee", 1)
                        .returned()
                        .orElseThrow()
                        .reclaimed()
                        .get(0)
                        .amount())
                .isEqualTo(eur("5.00"));
    }

    /** solidusio/solidus #512. */
    @Test
    void aSinglePieceGivesBackItsPartOfAWholeOrderDiscount() {
        Purse purse = Purse.with(offer("A", ANY, fixed("10.00"))
                .withHandling(KEEP)
                .withSpendMethod(SpendMethod.SPEND_INSTANTLY)
                .build());
        Outcome purchase = purse.buy("2024-03-01", line("case", 4, "100.00"));
        ReturnResult one =
                purse.giveBack("2024-03-05", purchase, "case", 1).returned().orElseThrow();
        assertThat(one.refund()).isEqualTo(eur("22.50"));
        assertThat(one.toWallet()).isEqualTo(eur("2.50"));
        assertThat(one.reclaimed().get(0).amount()).isEqualTo(eur("2.50"));
    }

    /** spree/spree #5915, PR #4807; woocommerce #24483; awesomemotive/easy-digital-downloads #8076. */
    @Test
    void thePartsOfAnySequenceOfReturnsSumToTheWhole() {
        for (ReturnPolicy policy : ReturnPolicy.values()) {
            for (List<Integer> steps : List.of(List.of(1, 1, 1), List.of(2, 1), List.of(1, 2), List.of(3))) {
                Purse purse = Purse.with(
                        tenPercent("A")
                                .withHandling(AwardHandling.DEFAULT.with(policy))
                                .build(),
                        offer("B", ANY, fixed("1.00"))
                                .withHandling(AwardHandling.DEFAULT.with(policy))
                                .withSpendMethod(SpendMethod.SPEND_INSTANTLY)
                                .build());
                purse.topUp("2024-02-01", "0.50");
                Outcome purchase = purse.buy(
                        "2024-03-01", how -> how.spending(SpendWish.of(eur("0.77"))), line("case", 3, "10.01"));
                Amount sum = eur("0.00");
                for (int pieces : steps) {
                    ReturnResult back = purse.giveBack("2024-03-05", purchase, "case", pieces)
                            .returned()
                            .orElseThrow();
                    sum = sum.plus(back.refund()).plus(back.toWallet());
                    assertThat(back.refund().isNegative()).isFalse();
                }
                assertThat(sum).isEqualTo(eur("10.01"));
                assertThat(purse.balance(AccountKind.AWARD_EXPENSE)).isEqualTo("0.00 EUR");
                assertThat(purse.balance(AccountKind.OPEN)).isEqualTo("0.50 EUR");
                assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("0.00 EUR");
            }
        }
    }

    @Test
    void theShareOfAnAwardByThePieceIsThatOfThePieces() {
        Offer tenEach = offer(
                        "A",
                        new Terms.ProductRevenue(AwardScope.PER_TRANSACTION_ITEM),
                        new Award.FixedAmount(new Amount(Shop.PTS, 10)))
                .withConditions(AwardConditions.builder()
                        .withProducts(ProductSelection.ofProducts("laptop", "case"))
                        .build())
                .withHandling(KEEP)
                .build();
        for (String back : List.of("laptop", "case")) {
            Purse purse = Purse.with(tenEach);
            Outcome purchase = purse.buy("2024-03-01", line("laptop", 1, "900.00"), line("case", 1, "15.00"));
            assertThat(Shop.award(purchase, "A")).isEqualTo("20 PTS");
            assertThat(purse.giveBack("2024-03-05", purchase, back, 1)
                            .returned()
                            .orElseThrow()
                            .reclaimed())
                    .singleElement()
                    .matches(each -> each.amount().equals(new Amount(Shop.PTS, 10)));
        }
    }

    @Test
    void theShareOfOneAwardForThePurchaseIsThatOfTheMoney() {
        Offer once = offer("A", new Terms.ProductRevenue(AwardScope.PER_TRANSACTION), fixed("20.00"))
                .withConditions(AwardConditions.builder()
                        .withProducts(ProductSelection.ofProducts("laptop", "case"))
                        .build())
                .withHandling(KEEP)
                .build();
        Purse purse = Purse.with(once);
        Outcome purchase = purse.buy("2024-03-01", line("laptop", 1, "75.00"), line("case", 1, "25.00"));
        purse.giveBack("2024-03-05", purchase, "case", 1);
        assertThat(purse.left("A")).isEqualTo("15.00 EUR");
    }

    /** FreeOpenSourcePOS/FloCafe #720. */
    @Test
    void aVoidedPurchaseEarnsNothingAndCannotBeVoidedTwice() {
        Purse purse = Purse.with(tenPercent("A").build());
        Outcome purchase = purse.buy("2024-03-01", "100.00");
        Outcome cancelled = purse.cancel("2024-03-01", purchase);
        assertThat(cancelled.returned().orElseThrow().refund()).isEqualTo(eur("100.00"));
        assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("0.00 EUR");
        assertThat(purse.refusal(new EventCancelled(purse.header("2024-03-02"), purchase.event(), "")))
                .containsExactly("event: The event (E1) was cancelled already.");
        assertThat(purse.refusal(new EventCancelled(purse.header("2024-03-02"), cancelled.event(), "")))
                .singleElement()
                .asString()
                .startsWith("event: The event (E2) cannot be cancelled");
        assertThat(purse.refusal(
                        GoodsReturn.of(purse.header("2024-03-02"), new ReturnedLine(purchase.event(), "thing", 1))))
                .containsExactly("lines[0].purchase: The purchase (E1) was cancelled.");
    }

    /** nopCommerce #576. */
    @Test
    void moneyThatWaitsForTheEndOfTheTimeToReturnIsNotSpentBefore() {
        Purse purse = Purse.with(tenPercent("A")
                .withHandling(AwardHandling.DEFAULT.withConfirmation(true))
                .build());
        Outcome purchase = purse.buy("2024-03-01", line("laptop", 1, "100.00"));
        Outcome coffee = purse.buy("2024-03-02", line("coffee", 1, "4.00"));
        assertThat(purse.spend("2024-03-02", coffee, SpendWish.ALL)
                        .spend()
                        .orElseThrow()
                        .actual())
                .isEqualTo(eur("0.00"));
        assertThat(purse.balance(AccountKind.PENDING)).isEqualTo("10.40 EUR");
        purse.confirm("2024-03-15", purchase);
        assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("10.00 EUR");
        Outcome late = purse.buy("2024-03-16", line("coffee", 1, "4.00"));
        assertThat(purse.spend("2024-03-16", late, SpendWish.ALL)
                        .spend()
                        .orElseThrow()
                        .actual())
                .isEqualTo(eur("4.00"));
        purse.giveBack("2024-03-17", coffee, "coffee", 1);
        assertThat(purse.balance(AccountKind.PENDING)).isEqualTo("0.40 EUR");
    }

    @Test
    void moreThanIsLeftCannotComeBack() {
        Purse purse = Purse.with(tenPercent("A").build());
        Outcome purchase = purse.buy("2024-03-01", line("case", 3, "30.00"));
        purse.giveBack("2024-03-05", purchase, "case", 2);
        assertThat(purse.refusal(
                        GoodsReturn.of(purse.header("2024-03-06"), new ReturnedLine(purchase.event(), "case", 2))))
                .containsExactly(
                        "lines[0].quantity: Of line (case) of purchase (E1), 1 pieces are left to come back, not 2.");
        assertThat(purse.refusal(GoodsReturn.of(
                        purse.header("2024-03-06"),
                        new ReturnedLine(purchase.event(), "hat", 1),
                        new ReturnedLine(Purse.key("never"), "case", 1),
                        new ReturnedLine(purchase.event(), "case", 0))))
                .hasSize(3);
    }

    @Test
    void spentMoneyComesBackWithItsOldExpiry() {
        Purse purse = Purse.with(tenPercent("A")
                .withConditions(AwardConditions.builder()
                        .withProducts(ProductSelection.ofProducts("laptop"))
                        .build())
                .withAwardValidity(new AwardValidity(Optional.empty(), new Expiry.On(LocalDate.parse("2024-03-10"))))
                .build());
        purse.buy("2024-03-01", line("laptop", 1, "100.00"));
        Outcome coffee = purse.buy("2024-03-02", line("coffee", 1, "4.00"));
        purse.spend("2024-03-02", coffee, SpendWish.ALL);
        purse.giveBack("2024-03-20", coffee, "coffee", 1);
        assertThat(purse.left("A")).isEqualTo("10.00 EUR");
        Outcome later = purse.buy("2024-03-20", line("coffee", 1, "4.00"));
        assertThat(purse.spend("2024-03-20", later, SpendWish.ALL)
                        .spend()
                        .orElseThrow()
                        .actual())
                .isEqualTo(eur("0.00"));
        purse.expire("2024-03-21");
        assertThat(purse.balance(AccountKind.BREAKAGE)).isEqualTo("10.00 EUR");
    }

    @Test
    void whatHadExpiredIsTakenFromBreakageAndNotFromTheParticipant() {
        Purse purse = Purse.with(tenPercent("A")
                .withAwardValidity(new AwardValidity(Optional.empty(), new Expiry.On(LocalDate.parse("2024-03-10"))))
                .build());
        Outcome purchase = purse.buy("2024-03-01", line("laptop", 1, "100.00"));
        purse.expire("2024-03-10T00:00");
        purse.topUp("2024-03-11", "20.00");
        Reclaim reclaim = purse.giveBack("2024-03-12", purchase, "laptop", 1)
                .returned()
                .orElseThrow()
                .reclaimed()
                .get(0);
        assertThat(reclaim.ofItsOwn()).isEqualTo(eur("10.00"));
        assertThat(purse.balance(AccountKind.OPEN)).isEqualTo("20.00 EUR");
        assertThat(purse.balance(AccountKind.BREAKAGE)).isEqualTo("0.00 EUR");
    }

    @Test
    void countedPurchasesStopCounting() {
        Offer third = offer("A", new Terms.CountLoyalty(3, Shop.months(1)), fixed("3.00"))
                .build();
        Purse purse = Purse.with(third);
        Outcome first = purse.buy("2024-03-01", "10.00");
        purse.buy("2024-03-02", "10.00");
        purse.cancel("2024-03-03", first);
        assertThat(Shop.award(purse.buy("2024-03-04", "10.00"), "A")).isEqualTo("none");
        Outcome fourth = purse.buy("2024-03-05", "10.00");
        assertThat(Shop.award(fourth, "A")).isEqualTo("3.00 EUR");
        Outcome cancelled = purse.cancel("2024-03-06", fourth);
        assertThat(cancelled.returned().orElseThrow().reclaimed().get(0).amount())
                .isEqualTo(eur("3.00"));
        assertThat(Shop.award(purse.buy("2024-03-07", "10.00"), "A")).isEqualTo("3.00 EUR");
    }

    @Test
    void theAmountOverTimeIsCountedAgain() {
        Offer hundred = offer("A", new Terms.SpendLoyalty(eur("100.00"), Shop.days(30)), percent("10"))
                .build();
        Purse purse = Purse.with(hundred);
        Outcome first = purse.buy("2024-03-01", line("case", 4, "60.00"));
        Outcome second = purse.buy("2024-03-02", line("case", 1, "55.00"));
        assertThat(Shop.award(second, "A")).isEqualTo("11.50 EUR");
        assertThat(purse.giveBack("2024-03-03", first, "case", 1)
                        .returned()
                        .orElseThrow()
                        .reclaimed()
                        .get(0)
                        .amount())
                .isEqualTo(eur("1.50"));
        assertThat(purse.giveBack("2024-03-04", first, "case", 1)
                        .returned()
                        .orElseThrow()
                        .reclaimed()
                        .get(0)
                        .amount())
                .isEqualTo(eur("10.00"));
        assertThat(purse.account().progressOf("A")).hasSize(2);
        assertThat(Shop.award(purse.buy("2024-03-05", "15.00"), "A")).isEqualTo("10.00 EUR");
    }

    @Test
    void stampsOfReturnedPiecesAreTakenOffTheCard() {
        Offer tenCoffees = offer("A", new Terms.QuantityLoyalty(10, Shop.days(60)), fixed("2.50"))
                .withConditions(AwardConditions.builder()
                        .withProducts(ProductSelection.ofProducts("coffee"))
                        .build())
                .build();
        Purse purse = Purse.with(tenCoffees);
        purse.buy("2024-03-01", line("coffee", 4, "8.00"));
        purse.buy("2024-03-02", line("coffee", 5, "10.00"));
        Outcome third = purse.buy("2024-03-03", line("coffee", 3, "6.00"));
        assertThat(Shop.award(third, "A")).isEqualTo("2.50 EUR");
        assertThat(purse.giveBack("2024-03-04", third, "coffee", 2)
                        .returned()
                        .orElseThrow()
                        .reclaimed())
                .isEmpty();
        assertThat(purse.giveBack("2024-03-05", third, "coffee", 1)
                        .returned()
                        .orElseThrow()
                        .reclaimed()
                        .get(0)
                        .amount())
                .isEqualTo(eur("2.50"));
        assertThat(Shop.award(purse.buy("2024-03-06", line("coffee", 1, "2.00")), "A"))
                .isEqualTo("2.50 EUR");
    }

    @Test
    void capsAndBudgetsAreFreeAgain() {
        Offer once = offer("A", ANY, fixed("5.00"))
                .withCaps(
                        Cap.ofAwards(Cap.Of.PARTICIPANT, 1),
                        Cap.ofAwards(Cap.Of.ALL, 1),
                        Cap.ofAmount(Cap.Of.ALL, eur("5.00")))
                .build();
        Purse purse = Purse.with(once);
        Outcome purchase = purse.buy("2024-03-01", "10.00");
        assertThat(Shop.award(purse.buy("2024-03-02", "10.00"), "A")).isEqualTo("none");
        purse.cancel("2024-03-03", purchase);
        assertThat(purse.store.usage(BudgetName.ofOffer("A")).orElseThrow().awards())
                .isZero();
        assertThat(Shop.award(purse.buy("2024-03-04", "10.00"), "A")).isEqualTo("5.00 EUR");
    }

    @Test
    void theReferrerGivesTheAwardBackAndIsToldAgainOfTheNext() {
        Offer referrals = offer("R", new Terms.Referrals(), fixed("5.00")).build();
        Purse purse = Purse.with(tenPercent("A").build(), referrals);
        purse.engine.evaluate(new Referral(purse.header("2024-03-01"), "P2"));
        Outcome purchase = purse.buy("2024-03-02", "10.00");
        assertThat(purse.balance("P2", AccountKind.COMMERCE)).isEqualTo("5.00 EUR");
        purse.cancel("2024-03-03", purchase);
        assertThat(purse.balance("P2", AccountKind.COMMERCE)).isEqualTo("0.00 EUR");
        Outcome one = purse.buy("2024-03-04", "10.00");
        Outcome two = purse.buy("2024-03-05", "10.00");
        assertThat(purse.balance("P2", AccountKind.COMMERCE)).isEqualTo("5.00 EUR");
        purse.cancel("2024-03-06", one);
        assertThat(purse.balance("P2", AccountKind.COMMERCE)).isEqualTo("5.00 EUR");
        purse.cancel("2024-03-07", two);
        assertThat(purse.balance("P2", AccountKind.COMMERCE)).isEqualTo("0.00 EUR");
        assertThat(purse.store.followUps(0, 10)).isEmpty();
    }

    @Test
    void aChangedOfferTakesOnlyTheShareOfWhatCameBack() {
        Purse purse = Purse.with(overFifty(ReturnPolicy.RE_EVALUATE));
        Outcome purchase = purse.buy("2024-03-01", line("laptop", 1, "45.00"), line("case", 1, "15.00"));
        Offer changed = offer("A", new Terms.TransactionRevenue(eur("90.00"), Optional.empty()), fixed("7.00"))
                .build();
        purse.engine.reload(purse.engine.programme().withOffers(List.of(changed)));
        assertThat(purse.giveBack("2024-03-05", purchase, "case", 1)
                        .returned()
                        .orElseThrow()
                        .reclaimed()
                        .get(0)
                        .amount())
                .isEqualTo(eur("1.25"));
    }

    @Test
    void anOfferThatEndedMeanwhileDoesNotTakeMore() {
        Purse purse = Purse.with(tenPercent("A").build());
        Outcome purchase = purse.buy("2024-03-01", line("laptop", 1, "80.00"), line("case", 1, "20.00"));
        purse.engine.reload(purse.engine
                .programme()
                .withOffers(List.of(tenPercent("A").build().with(OfferState.NOT_EFFECTIVE))));
        purse.giveBack("2024-03-05", purchase, "case", 1);
        assertThat(purse.left("A")).isEqualTo("8.00 EUR");
    }
}
