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
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardHandling;
import io.rewards.catalogue.AwardScope;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.ReturnPolicy;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Measure;
import io.rewards.decision.OfferProgress;
import io.rewards.decision.Outcome;
import io.rewards.decision.ReturnResult;
import io.rewards.event.GoodsReturn;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SpendWish;
import io.rewards.ledger.AccountKind;
import io.rewards.wallet.Reclaim;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A part of the price comes back and the goods stay. Domain 5.7. */
class RefundByAmountTest {

    private static final Terms ANY = new Terms.TransactionRevenue(eur("0.00"), Optional.empty());

    @Test
    void theLineCountsItsTotalLessTheAmount() {
        for (ReturnPolicy policy : ReturnPolicy.values()) {
            Purse purse = Purse.with(tenPercent(policy));
            Outcome purchase = purse.buy("2025-02-01", line("cheese", 1, "30.00"));
            assertThat(award(purchase, "A")).isEqualTo("3.00 EUR");
            ReturnResult refund = refund(purse, purchase, "10.00");
            assertThat(refund.refund()).isEqualTo(eur("10.00"));
            assertThat(refund.toWallet()).isEqualTo(eur("0.00"));
            assertThat(refund.reclaimed()).extracting(Reclaim::amount).containsExactly(eur("1.00"));
            assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("2.00 EUR");
        }
    }

    @Test
    void thePieceCanStillComeBackWithWhatIsLeftOfItsPrice() {
        Purse purse = Purse.with(tenPercent(ReturnPolicy.RE_EVALUATE));
        Outcome purchase = purse.buy("2025-02-01", line("cheese", 1, "30.00"));
        refund(purse, purchase, "10.00");
        ReturnResult back =
                purse.giveBack("2025-02-03", purchase, "cheese", 1).returned().orElseThrow();
        assertThat(back.refund()).isEqualTo(eur("20.00"));
        assertThat(back.reclaimed()).extracting(Reclaim::amount).containsExactly(eur("2.00"));
        assertThat(purse.balance(AccountKind.AWARD_EXPENSE)).isEqualTo("0.00 EUR");
    }

    @Test
    void whatWalletsHadPaidComesBackInProportion() {
        Purse purse = Purse.with(tenPercent(ReturnPolicy.RE_EVALUATE));
        purse.topUp("2025-01-31", "6.00");
        Outcome purchase =
                purse.buy("2025-02-01", how -> how.spending(SpendWish.of(eur("6.00"))), line("cheese", 1, "30.00"));
        ReturnResult first = refund(purse, purchase, "10.00");
        assertThat(first.refund()).isEqualTo(eur("8.00"));
        assertThat(first.toWallet()).isEqualTo(eur("2.00"));
        ReturnResult second = refund(purse, purchase, "10.00");
        assertThat(second.refund()).isEqualTo(eur("8.00"));
        assertThat(second.toWallet()).isEqualTo(eur("2.00"));
        ReturnResult rest =
                purse.giveBack("2025-02-04", purchase, "cheese", 1).returned().orElseThrow();
        assertThat(rest.refund()).isEqualTo(eur("8.00"));
        assertThat(rest.toWallet()).isEqualTo(eur("2.00"));
        assertThat(purse.balance(AccountKind.OPEN)).isEqualTo("6.00 EUR");
        assertThat(purse.balance(AccountKind.REIMBURSEMENT)).isEqualTo("0.00 EUR");
    }

    @Test
    void noMoreIsRefundedThanIsLeftOfThePrice() {
        Purse purse = Purse.with(tenPercent(ReturnPolicy.RE_EVALUATE));
        Outcome purchase = purse.buy("2025-02-01", line("cheese", 1, "30.00"));
        refund(purse, purchase, "10.00");
        assertThat(purse.refusal(returning(purse, amount(purchase, "20.01"))))
                .containsExactly("lines[0].amount: Of line (cheese) of purchase (" + purchase.event()
                        + "), 20.00 EUR is left to refund, not 20.01 EUR.");
        assertThat(purse.refusal(returning(purse, amount(purchase, "15.00"), amount(purchase, "5.01"))))
                .containsExactly("lines[1].amount: Of line (cheese) of purchase (" + purchase.event()
                        + "), 5.00 EUR is left to refund, not 5.01 EUR.");
        assertThat(purse.refusal(returning(purse, amount(purchase, "0.00"))))
                .containsExactly("lines[0].amount: The amount (0.00 EUR) must be above 0 and in EUR.");
        assertThat(refund(purse, purchase, "20.00").refund()).isEqualTo(eur("20.00"));
        assertThat(purse.refusal(returning(purse, amount(purchase, "0.01")))).hasSize(1);
        assertThat(purse.balance(AccountKind.AWARD_EXPENSE)).isEqualTo("0.00 EUR");
    }

    @Test
    void aRefundNamesNoPieces() {
        Purse purse = Purse.with(tenPercent(ReturnPolicy.RE_EVALUATE));
        Outcome purchase = purse.buy("2025-02-01", line("cheese", 1, "30.00"));
        assertThat(purse.refusal(
                        returning(purse, new ReturnedLine(purchase.event(), "cheese", 1, Optional.of(eur("10.00"))))))
                .containsExactly("lines[0].quantity: A refund by amount brings no pieces back, and (1) are named; what"
                        + " comes back is a line of its own.");
    }

    @Test
    void piecesComeBackAtTheirPriceBeforeARefundForTheOthers() {
        Purse purse = Purse.with(tenPercent(ReturnPolicy.RE_EVALUATE));
        Outcome purchase = purse.buy("2025-02-01", line("cheese", 2, "30.00"));
        ReturnedLine piece = new ReturnedLine(purchase.event(), "cheese", 1);
        assertThat(purse.refusal(returning(purse, amount(purchase, "15.01"), piece)))
                .containsExactly("lines[0].amount: Of line (cheese) of purchase (" + purchase.event()
                        + "), 15.00 EUR is left to refund, not 15.01 EUR.");
        ReturnResult back = purse.engine
                .evaluate(returning(purse, amount(purchase, "5.00"), piece))
                .returned()
                .orElseThrow();
        assertThat(back.refund()).isEqualTo(eur("20.00"));
        assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("1.00 EUR");
        assertThat(purse.giveBack("2025-02-03", purchase, "cheese", 1)
                        .returned()
                        .orElseThrow()
                        .refund())
                .isEqualTo(eur("10.00"));
    }

    @Test
    void aPurchaseIsCancelledWithWhatIsLeftOfIt() {
        Purse purse = Purse.with(tenPercent(ReturnPolicy.RE_EVALUATE));
        Outcome purchase = purse.buy("2025-02-01", line("cheese", 1, "30.00"));
        refund(purse, purchase, "10.00");
        ReturnResult back = purse.cancel("2025-02-05", purchase).returned().orElseThrow();
        assertThat(back.refund()).isEqualTo(eur("20.00"));
        assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("0.00 EUR");
    }

    @Test
    void aRefundComesOnTheReceiptOfAnotherPurchase() {
        Purse purse = Purse.with(tenPercent(ReturnPolicy.RE_EVALUATE));
        Outcome first = purse.buy("2025-02-01", line("cheese", 1, "30.00"));
        Outcome exchange =
                purse.buy("2025-02-02", how -> how.returning(amount(first, "10.00")), line("bread", 1, "10.00"));
        assertThat(exchange.returned().orElseThrow().refund()).isEqualTo(eur("10.00"));
        assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("3.00 EUR");
    }

    @Test
    void aDiscountOnTheLineComesOffTheRefund() {
        Offer off = offer("A", ANY, percent("10"))
                .withSpendMethod(SpendMethod.SPEND_INSTANTLY)
                .build();
        Purse purse = Purse.with(off);
        Outcome purchase = purse.buy("2025-02-01", line("cheese", 1, "30.00"));
        assertThat(refund(purse, purchase, "10.00").refund()).isEqualTo(eur("9.00"));
        assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("0.00 EUR");
        assertThat(purse.balance(AccountKind.CLAWBACK_RECEIVABLE)).isEqualTo("0.00 EUR");
        assertThat(purse.balance(AccountKind.AWARD_EXPENSE)).isEqualTo("-2.00 EUR");
    }

    @Test
    void thresholdsCountsAndCapsGoByWhatIsLeft() {
        Offer fifty = offer("T", new Terms.TransactionRevenue(eur("25.00"), Optional.empty()), fixed("5.00"))
                .withCaps(Cap.ofAmount(Cap.Of.PARTICIPANT, eur("5.00")))
                .build();
        Offer money = offer("M", new Terms.SpendLoyalty(eur("50.00"), Shop.days(30)), fixed("7.00"))
                .build();
        Offer visit = offer("V", new Terms.CountLoyalty(2, Shop.days(30)), fixed("1.00"))
                .withConditions(AwardConditions.builder()
                        .withMinimumPurchase(eur("25.00"))
                        .build())
                .build();
        Purse purse = Purse.with(fifty, money, visit);
        Outcome purchase = purse.buy("2025-02-01", line("cheese", 1, "30.00"));
        assertThat(refund(purse, purchase, "5.00").reclaimed()).isEmpty();
        assertThat(refund(purse, purchase, "0.01").reclaimed())
                .extracting(Reclaim::offer)
                .containsExactly("T");
        Outcome next = purse.buy("2025-02-04", line("cheese", 1, "25.00"));
        assertThat(award(next, "T")).isEqualTo("5.00 EUR");
        assertThat(next.progress())
                .extracting(OfferProgress::offer, OfferProgress::current)
                .containsExactlyInAnyOrder(
                        tuple("M", new Measure.Money(eur("49.99"))), tuple("V", new Measure.Count(1)));
    }

    @Test
    void anAwardByThePieceStaysWithThePieces() {
        for (ReturnPolicy policy : ReturnPolicy.values()) {
            Offer each = offer("E", new Terms.ProductRevenue(AwardScope.PER_TRANSACTION_ITEM), fixed("1.00"))
                    .withConditions(AwardConditions.builder()
                            .withProducts(ProductSelection.ofProducts("case"))
                            .build())
                    .withHandling(AwardHandling.DEFAULT.with(policy))
                    .build();
            Purse purse = Purse.with(each);
            Outcome purchase = purse.buy("2025-02-01", line("case", 2, "30.00"));
            ReturnedLine part = ReturnedLine.refund(purchase.event(), "case", eur("10.00"));
            assertThat(purse.engine
                            .evaluate(returning(purse, part))
                            .returned()
                            .orElseThrow()
                            .reclaimed())
                    .isEmpty();
            assertThat(purse.giveBack("2025-02-03", purchase, "case", 1)
                            .returned()
                            .orElseThrow()
                            .reclaimed())
                    .extracting(Reclaim::amount)
                    .containsExactly(eur("1.00"));
        }
    }

    private static Offer tenPercent(ReturnPolicy policy) {
        return offer("A", ANY, percent("10"))
                .withHandling(AwardHandling.DEFAULT.with(policy))
                .build();
    }

    private static ReturnedLine amount(Outcome purchase, String amount) {
        Amount refunded = eur(amount);
        return ReturnedLine.refund(purchase.event(), "cheese", refunded);
    }

    private static GoodsReturn returning(Purse purse, ReturnedLine... lines) {
        return GoodsReturn.of(purse.header("2025-02-02"), lines);
    }

    private static ReturnResult refund(Purse purse, Outcome purchase, String amount) {
        return purse.engine
                .evaluate(returning(purse, amount(purchase, amount)))
                .returned()
                .orElseThrow();
    }
}
