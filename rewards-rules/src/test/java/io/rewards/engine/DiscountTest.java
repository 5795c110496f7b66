package io.rewards.engine;

import static io.rewards.engine.Shop.award;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.line;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Shop.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardHandling;
import io.rewards.catalogue.AwardScope;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.Excess;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.ReturnPolicy;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.Terms;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.InstantSpend;
import io.rewards.decision.Outcome;
import io.rewards.decision.ReturnResult;
import io.rewards.decision.Verdict;
import io.rewards.event.BalanceAdjusted;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.TransactionKind;
import io.rewards.wallet.LineShare;
import io.rewards.wallet.Reclaim;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A discount is no money, and one of an offer about products is one on their lines. Domain 5.8. */
class DiscountTest {

    private static final Terms ANY = new Terms.TransactionRevenue(eur("0.00"), Optional.empty());

    @Test
    void whatDoesNotFitIsVoidAndTheVerdictShowsWhatWasWished() {
        Purse purse = Purse.with(discount("A", fixed("5.00")).build());
        Outcome outcome = purse.buy("2024-03-05", line("honey", 1, "1.00"));
        assertThat(outcome.granted())
                .extracting(Verdict.Granted::offer, Verdict.Granted::amount, Verdict.Granted::wished)
                .containsExactly(tuple("A", eur("1.00"), eur("5.00")));
        assertThat(outcome.payable()).contains(eur("0.00"));
        assertThat(outcome.lots()).isEmpty();
        assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("0.00 EUR");
        assertThat(purse.balance(AccountKind.AWARD_EXPENSE)).isEqualTo("-1.00 EUR");
        assertThat(purse.payOut("2024-03-06", Optional.empty()).status()).isEqualTo(Outcome.Status.REFUSED);
    }

    @Test
    void twoOffersOfSixtyPercentTakeOffTheWholePriceAndNoMore() {
        Purse purse = Purse.with(
                discount("A", percent("60")).build(),
                discount("B", percent("60")).build());
        Outcome outcome = purse.buy("2024-03-05", "100.00");
        assertThat(outcome.instantSpends())
                .extracting(InstantSpend::amount)
                .containsExactly(eur("60.00"), eur("40.00"));
        assertThat(award(outcome, "B")).isEqualTo("40.00 EUR");
        assertThat(outcome.payable()).contains(eur("0.00"));
        assertThat(outcome.balances()).isEmpty();
    }

    @Test
    void aThirdDiscountThatFitsNowhereIsDeclinedAndSaysSo() {
        Purse purse = Purse.with(
                discount("A", percent("60")).build(),
                discount("B", percent("60")).build(),
                discount("C", fixed("5.00")).build());
        Outcome outcome = purse.buy("2024-03-05", "100.00");
        assertThat(Shop.reasons(outcome, "C")).containsExactly(DeclineReason.NOTHING_LEFT_TO_PAY);
        assertThat(Shop.declines(outcome, "C").get(0).sentence())
                .isEqualTo(
                        "The discount would be 5.00 EUR; what it is for costs 0.00 EUR at that point, so it is void.");
    }

    @Test
    void goodsThatCostNothingGetNoDiscount() {
        Outcome outcome = Purse.with(discount("A", fixed("5.00")).build()).buy("2024-03-05", "0.00");
        assertThat(Shop.reasons(outcome, "A")).containsExactly(DeclineReason.NOTHING_LEFT_TO_PAY);
        assertThat(outcome.lots()).isEmpty();
    }

    @Test
    void whatIsKeptCanBeSpentAndNeitherPaidOutNorTurnedToOpenMoney() {
        Purse purse = Purse.with(keeping("A", fixed("5.00")).build());
        Outcome first = purse.buy("2024-03-05", line("honey", 1, "1.00"));
        assertThat(award(first, "A")).isEqualTo("5.00 EUR");
        assertThat(purse.left("A")).isEqualTo("4.00 EUR");
        assertThat(purse.payOut("2024-03-06", Optional.empty()).status()).isEqualTo(Outcome.Status.REFUSED);
        Outcome second = purse.buy("2024-03-07", line("honey", 1, "20.00"));
        purse.redeem("2024-03-08", second, Optional.empty());
        assertThat(purse.balance(AccountKind.OPEN)).isEqualTo("0.00 EUR");
        assertThat(purse.spend("2024-03-09", second, "4.00")
                        .spend()
                        .orElseThrow()
                        .actual())
                .isEqualTo(eur("4.00"));
        assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("0.00 EUR");
    }

    @Test
    void aVoidDiscountUsesUpNoMoreOfCapsThanItGave() {
        Purse purse = Purse.with(discount("A", fixed("5.00"))
                .withCaps(Cap.ofAmount(Cap.Of.PARTICIPANT, eur("6.00")))
                .build());
        purse.buy("2024-03-05", line("honey", 1, "1.00"));
        assertThat(award(purse.buy("2024-03-06", "20.00"), "A")).isEqualTo("5.00 EUR");
    }

    @Test
    void theBestAwardIsTheOneThatGivesMostAndNotTheOneThatSaysMost() {
        Offer large = discount("A", fixed("5.00")).withOnlyIfBest(true).build();
        Offer small = offer("B", ANY, fixed("2.00")).withOnlyIfBest(true).build();
        Outcome outcome = Purse.with(large, small).buy("2024-03-05", line("honey", 1, "1.00"));
        assertThat(award(outcome, "B")).isEqualTo("2.00 EUR");
        assertThat(Shop.reasons(outcome, "A")).containsExactly(DeclineReason.BEATEN_BY_BETTER_AWARD);
    }

    @Test
    void aDebtIsNotPaidByADiscount() {
        Offer money = offer("M", ANY, fixed("3.00")).build();
        Purse purse = Purse.with(money, discount("A", percent("10")).build());
        Outcome first = purse.buy("2024-03-01", "10.00");
        purse.spend("2024-03-02", purse.buy("2024-03-02", "10.00"), "6.00");
        purse.cancel("2024-03-03", first);
        assertThat(purse.balance(AccountKind.CLAWBACK_RECEIVABLE)).isEqualTo("-3.00 EUR");
        Outcome next = purse.buy("2024-03-04", "20.00");
        assertThat(next.payable()).contains(eur("18.00"));
        assertThat(purse.balance(AccountKind.CLAWBACK_RECEIVABLE)).isEqualTo("0.00 EUR");
    }

    @Test
    void aPhoneThatComesBackTakesNothingOfTheDiscountOnAccessories() {
        Purse purse = Purse.with(accessories().build());
        Outcome purchase = purse.buy("2024-03-01", line("case", 2, "30.00"), line("phone", 1, "400.00"));
        assertThat(purchase.payable()).contains(eur("427.00"));
        assertThat(purchase.instantSpends().get(0).lines()).containsExactly(new LineShare("case", 2, eur("3.00")));
        ReturnResult phone =
                purse.giveBack("2024-03-05", purchase, "phone", 1).returned().orElseThrow();
        assertThat(phone).isEqualTo(new ReturnResult(eur("400.00"), eur("0.00"), List.of()));
        ReturnResult box =
                purse.giveBack("2024-03-05", purchase, "case", 1).returned().orElseThrow();
        assertThat(box.refund()).isEqualTo(eur("13.50"));
        assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("0.00 EUR");
        assertThat(purse.balance(AccountKind.CLAWBACK_RECEIVABLE)).isEqualTo("0.00 EUR");
        assertThat(purse.balance(AccountKind.AWARD_EXPENSE)).isEqualTo("-1.50 EUR");
    }

    @Test
    void aDiscountOnLinesIsNeverMoreThanTheyStillCost() {
        Purse purse = Purse.with(
                accessories().withAward(percent("80")).build(),
                discount("B", fixed("20.00")).build());
        Outcome outcome =
                purse.buy("2024-03-01", line("case", 1, "10.00"), line("cake", 1, "10.00"), line("tea", 1, "20.00"));
        assertThat(outcome.instantSpends())
                .extracting(InstantSpend::lines)
                .containsExactly(
                        List.of(
                                new LineShare("cake", 1, eur("5.00")),
                                new LineShare("case", 1, eur("5.00")),
                                new LineShare("tea", 1, eur("10.00"))),
                        List.of(new LineShare("case", 1, eur("5.00"))));
        assertThat(award(outcome, "CASES")).isEqualTo("5.00 EUR");
    }

    @Test
    void whatALineCannotBearTheOthersBear() {
        Purse purse = Purse.with(
                accessories().withAward(fixed("9.00")).build(),
                discount("B", fixed("8.00")).build());
        Outcome outcome =
                purse.buy("2024-03-01", line("case", 1, "10.00"), line("cake", 1, "10.00"), line("tea", 1, "20.00"));
        assertThat(outcome.instantSpends().get(1).lines())
                .containsExactly(
                        new LineShare("cake", 1, eur("2.33")),
                        new LineShare("case", 1, eur("1.00")),
                        new LineShare("tea", 1, eur("4.67")));
    }

    @Test
    void whatIsExceptedGetsNoDiscount() {
        Offer all = discount("A", percent("10"))
                .withConditions(AwardConditions.builder()
                        .withProducts(ProductSelection.ALL.butNot(
                                ProductSelection.ofProducts("laptop").named()))
                        .build())
                .build();
        Outcome outcome = Purse.with(all).buy("2024-03-01", line("case", 1, "10.00"), line("laptop", 1, "400.00"));
        assertThat(outcome.instantSpends().get(0).lines()).containsExactly(new LineShare("case", 1, eur("1.00")));
    }

    @Test
    void theDiscountOnGoodsThatComeBackIsNoMoney() {
        for (ReturnPolicy policy : ReturnPolicy.values()) {
            Purse purse = Purse.with(discount("A", fixed("10.00"))
                    .withHandling(AwardHandling.DEFAULT.with(policy))
                    .build());
            Outcome purchase = purse.buy("2024-03-01", line("case", 4, "100.00"));
            Amount refunds = eur("0.00");
            for (int piece = 0; piece < 4; piece++) {
                ReturnResult back = purse.giveBack("2024-03-05", purchase, "case", 1)
                        .returned()
                        .orElseThrow();
                assertThat(back.refund()).isEqualTo(eur("22.50"));
                assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("0.00 EUR");
                assertThat(purse.balance(AccountKind.CLAWBACK_RECEIVABLE)).isEqualTo("0.00 EUR");
                refunds = refunds.plus(back.refund());
            }
            assertThat(refunds).isEqualTo(purchase.payable().orElseThrow());
            assertThat(purse.balance(AccountKind.AWARD_EXPENSE)).isEqualTo("0.00 EUR");
        }
    }

    @Test
    void whatIsKeptOfADiscountOnGoodsThatComeBackCanBeSpent() {
        Purse purse = Purse.with(keeping("A", fixed("10.00")).build());
        Outcome purchase = purse.buy("2024-03-01", line("case", 4, "100.00"));
        assertThat(purse.giveBack("2024-03-05", purchase, "case", 1)
                        .returned()
                        .orElseThrow()
                        .refund())
                .isEqualTo(eur("22.50"));
        assertThat(purse.left("A")).isEqualTo("2.50 EUR");
        assertThat(purse.payOut("2024-03-06", Optional.empty()).status()).isEqualTo(Outcome.Status.REFUSED);
    }

    @Test
    void anotherAwardThatGoesIsNotPaidWithADiscountThatGoes() {
        Offer money = offer("M", ANY, fixed("10.00"))
                .withHandling(AwardHandling.DEFAULT.with(ReturnPolicy.KEEP_THE_DEAL))
                .build();
        Purse purse = Purse.with(money, discount("Z", fixed("10.00")).build());
        Outcome purchase = purse.buy("2024-03-01", line("case", 4, "100.00"));
        purse.transfer("2024-03-02", "10.00");
        purse.giveBack("2024-03-05", purchase, "case", 1);
        assertThat(purse.balance(AccountKind.CLAWBACK_RECEIVABLE)).isEqualTo("-2.50 EUR");
        assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("0.00 EUR");
    }

    @Test
    void ofADiscountThatWasPaidForInPartAnotherAwardThatGoesIsPaidWithThatPartAlone() {
        ReturnPolicy keeps = ReturnPolicy.KEEP_THE_DEAL;
        Offer money = offer("M", new Terms.TransactionRevenue(eur("40.00"), Optional.of(eur("50.00"))), fixed("8.00"))
                .withHandling(AwardHandling.DEFAULT.with(keeps))
                .build();
        Terms hundred = new Terms.SpendLoyalty(eur("100.00"), Shop.days(30));
        Offer discount = offer("V", hundred, fixed("10.00"))
                .withSpendMethod(SpendMethod.SPEND_INSTANTLY)
                .withHandling(AwardHandling.DEFAULT.with(keeps))
                .build();
        Purse purse = Purse.with(money, discount);
        Outcome first = purse.buy("2024-03-01", line("cake", 2, "60.00"));
        Outcome second = purse.buy("2024-03-02", line("case", 2, "40.00"));
        assertThat(second.payable()).contains(eur("30.00"));
        purse.transfer("2024-03-03", "8.00");
        purse.topUp("2024-03-04", "3.00");
        purse.giveBack(
                "2024-03-05", first, "cake", 1); // 3.00 of the discount go, and the money that was put in pays them
        assertThat(purse.balance(AccountKind.OPEN)).isEqualTo("0.00 EUR");

        ReturnResult back =
                purse.giveBack("2024-03-06", second, "case", 1).returned().orElseThrow();
        // 5.00 of the discount come back: 3.00 were paid for, 2.00 are nothing
        assertThat(back.reclaimed())
                .filteredOn(reclaim -> reclaim.offer().equals("M"))
                .extracting(Reclaim::amount, Reclaim::ofOthers, Reclaim::debt)
                .containsExactly(tuple(eur("4.00"), eur("3.00"), eur("1.00")));
        assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("0.00 EUR");
        assertThat(purse.balance(AccountKind.CLAWBACK_RECEIVABLE)).isEqualTo("-1.00 EUR");
    }

    @Test
    void whatAnotherParticipantGetsOfADiscountThatWasPaidForIsMoney() {
        Purse purse = Purse.with(discount("A", fixed("4.00")).build());
        Outcome purchase = purse.buy("2024-03-01", line("case", 1, "10.00"));
        purse.cancelAward("2024-03-02", "E1#A");
        purse.topUp("2024-03-03", "4.00");
        purse.giveBack("2024-03-04", purchase, "case", 1);
        purse.transfer("2024-03-05", "4.00");
        Outcome taken = purse.engine.evaluate(new BalanceAdjusted(
                Purse.header("less", "P2", Shop.at("2024-03-06")), eur("-4.00"), "goodwill", "ann"));
        assertThat(taken.status()).isEqualTo(Outcome.Status.PROCESSED);
        assertThat(taken.balances()).isEmpty();
    }

    @Test
    void aDiscountForSeveralVisitsGoesWithTheGoodsThatItWasTakenOff() {
        Offer third = offer("V", new Terms.CountLoyalty(2, Shop.days(30)), fixed("4.00"))
                .withSpendMethod(SpendMethod.SPEND_INSTANTLY)
                .build();
        Purse purse = Purse.with(third);
        purse.buy("2024-03-01", "10.00");
        Outcome second = purse.buy("2024-03-02", line("case", 2, "20.00"));
        assertThat(second.payable()).contains(eur("16.00"));
        ReturnResult back =
                purse.giveBack("2024-03-03", second, "case", 1).returned().orElseThrow();
        assertThat(back.refund()).isEqualTo(eur("8.00"));
        assertThat(back.reclaimed())
                .extracting(reclaim -> reclaim.amount() + " " + reclaim.ofItsOwn())
                .containsExactly("2.00 EUR 2.00 EUR");
        assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("0.00 EUR");
    }

    @Test
    void whoHasPaidForADiscountAfterwardsGetsThatBackWithTheGoods() {
        Purse purse = Purse.with(discount("A", fixed("4.00")).build());
        purse.topUp("2024-03-01", "4.00");
        Outcome purchase = purse.buy("2024-03-01", line("case", 1, "20.00"));
        purse.cancelAward(
                "2024-03-02",
                purchase.transactions().stream()
                        .filter(transaction -> transaction.kind() == TransactionKind.AWARD)
                        .findFirst()
                        .orElseThrow()
                        .id());
        assertThat(purse.balance(AccountKind.OPEN)).isEqualTo("0.00 EUR");
        ReturnResult back =
                purse.giveBack("2024-03-03", purchase, "case", 1).returned().orElseThrow();
        assertThat(back.refund()).isEqualTo(eur("16.00"));
        assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("4.00 EUR");
    }

    private static Offer.Builder discount(String code, Award award) {
        return offer(code, ANY, award).withSpendMethod(SpendMethod.SPEND_INSTANTLY);
    }

    private static Offer.Builder keeping(String code, Award award) {
        return discount(code, award).withHandling(AwardHandling.DEFAULT.with(Excess.KEEP));
    }

    private static Offer.Builder accessories() {
        return offer("CASES", new Terms.ProductRevenue(AwardScope.PER_TRANSACTION), percent("10"))
                .withSpendMethod(SpendMethod.SPEND_INSTANTLY)
                .withConditions(AwardConditions.builder()
                        .withProducts(ProductSelection.ofProducts("case"))
                        .build());
    }
}
