package io.rewards.engine;

import static io.rewards.engine.Shop.award;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.line;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Shop.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rewards.attribute.Attributes;
import io.rewards.catalogue.AwardBase;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.Terms;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Outcome;
import io.rewards.decision.ReturnResult;
import io.rewards.event.LineKind;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.SpendWish;
import io.rewards.event.TillDiscount;
import io.rewards.ledger.AccountKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the till takes off by itself, and deposits and fees. Domain 5.7. */
class TillDiscountTest {

    private static final Terms ANY = new Terms.TransactionRevenue(eur("0.00"), Optional.empty());
    private static final Offer TEN = offer("A", ANY, percent("10")).build();

    @Test
    void aDiscountOnAllLinesLowersWhatTheyCount() {
        Purse purse = Purse.with(TEN);
        Outcome outcome = purse.buy(
                "2025-02-01", how -> how.discounted(TillDiscount.of(eur("5.00"))), line("cheese", 1, "30.00"));
        assertThat(award(outcome, "A")).isEqualTo("2.50 EUR");
        assertThat(outcome.total()).contains(eur("25.00"));
        assertThat(outcome.payable()).contains(eur("25.00"));
    }

    @Test
    void aDiscountOnSomeLinesLeavesTheOthersAlone() {
        Offer accessories = offer("P", ANY, percent("10"))
                .withConditions(AwardConditions.builder()
                        .withProducts(ProductSelection.ofProducts("case"))
                        .build())
                .build();
        Purse purse = Purse.with(accessories);
        PurchaseLine[] lines = {line("case", 1, "10.00"), line("tea", 1, "20.00")};
        assertThat(award(
                        purse.buy("2025-02-01", how -> how.discounted(TillDiscount.of(eur("5.00"), "case")), lines),
                        "P"))
                .isEqualTo("0.50 EUR");
        assertThat(award(
                        purse.buy("2025-02-02", how -> how.discounted(TillDiscount.of(eur("5.00"), "tea")), lines),
                        "P"))
                .isEqualTo("1.00 EUR");
        assertThat(award(purse.buy("2025-02-03", how -> how.discounted(TillDiscount.of(eur("5.00"))), lines), "P"))
                .isEqualTo("0.83 EUR");
    }

    @Test
    void aDiscountIsDividedToTheCentAndTheLargestRemaindersGetTheOddOnes() {
        Purchase purchase = Purchase.of(
                        Shop.header("X", Shop.LONG_AGO),
                        line("c", 1, "1.00"),
                        line("a", 1, "1.00"),
                        line("b", 1, "1.00"))
                .discounted(TillDiscount.of(eur("0.50")));
        assertThat(purchase.charged().lines())
                .extracting(PurchaseLine::id, PurchaseLine::total)
                .containsExactly(tuple("a", eur("0.83")), tuple("b", eur("0.83")), tuple("c", eur("0.84")));
        assertThat(purchase.charged().charged()).isEqualTo(purchase.charged());
    }

    @Test
    void discountsComeOneAfterTheOtherOffWhatIsLeft() {
        Purse purse = Purse.with(TEN);
        Outcome outcome = purse.buy(
                "2025-02-01",
                how -> how.discounted(TillDiscount.of(eur("10.00"), "tea"), TillDiscount.of(eur("2.00"))),
                line("cheese", 1, "10.00"),
                line("tea", 1, "20.00"));
        assertThat(award(outcome, "A")).isEqualTo("1.80 EUR");
        ReturnResult tea =
                purse.giveBack("2025-02-02", outcome, "tea", 1).returned().orElseThrow();
        assertThat(tea.refund()).isEqualTo(eur("9.00"));
        assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("0.90 EUR");
    }

    @Test
    void theTaxGoesDownWithThePrice() {
        Purse purse = Purse.with(Shop.settings().with(AwardBase.NET), TEN);
        PurchaseLine taxed = new PurchaseLine("1", "thing", "", "", 1, eur("119.00"), eur("19.00"), Attributes.NONE);
        Outcome outcome = purse.buy("2025-02-01", how -> how.discounted(TillDiscount.of(eur("59.50"))), taxed);
        assertThat(award(outcome, "A")).isEqualTo("5.00 EUR");
    }

    @Test
    void noMoreIsTakenOffThanTheLinesStillCost() {
        Purse purse = Purse.with(TEN);
        assertThat(purse.buy(
                                "2025-02-01",
                                how -> how.discounted(TillDiscount.of(eur("30.00"))),
                                line("cheese", 1, "30.00"))
                        .payable())
                .contains(eur("0.00"));
        assertThat(problems(purse, TillDiscount.of(eur("30.01"))))
                .containsExactly(
                        "discounts[0].amount: The amount (30.01 EUR) must not be more than its lines still cost"
                                + " (30.00 EUR).");
        assertThat(problems(purse, TillDiscount.of(eur("20.00")), TillDiscount.of(eur("10.01"), "cheese")))
                .containsExactly(
                        "discounts[1].amount: The amount (10.01 EUR) must not be more than its lines still cost"
                                + " (10.00 EUR).");
        assertThat(problems(purse, TillDiscount.of(eur("0.00")), TillDiscount.of(eur("1.00"), "bread")))
                .containsExactly(
                        "discounts[0].amount: The amount (0.00 EUR) must be above 0 and in EUR.",
                        "discounts[1].lines: The purchase has no line (bread).");
    }

    @Test
    void aNegativeLineIsRefusedAndTheMessageSaysWhatToDo() {
        Purse purse = Purse.with(TEN);
        Purchase purchase =
                Purchase.of(purse.header("2025-02-01"), line("cheese", 1, "30.00"), line("coupon", 1, "-5.00"));
        assertThat(purse.refusal(purchase))
                .containsExactly(
                        "lines[coupon].total: The total (-5.00 EUR) must not be negative. What the till takes off"
                                + " is one of the discounts of the purchase; what it adds, such as a deposit, is a line of kind"
                                + " FEE.");
    }

    @Test
    void aDepositIsPaidAndCountsForNoOffer() {
        Offer discount = offer("D", ANY, fixed("40.00"))
                .withSpendMethod(SpendMethod.SPEND_INSTANTLY)
                .build();
        Purse purse = Purse.with(TEN, discount);
        purse.topUp("2025-01-31", "1.00");
        Outcome outcome = purse.buy(
                "2025-02-01",
                how -> how.spending(SpendWish.ALL),
                line("cheese", 1, "30.00"),
                line("deposit", 2, "0.50").as(LineKind.FEE));
        assertThat(award(outcome, "A")).isEqualTo("3.00 EUR");
        assertThat(award(outcome, "D")).isEqualTo("30.00 EUR");
        assertThat(outcome.total()).contains(eur("30.50"));
        assertThat(outcome.payable()).contains(eur("0.00"));
        assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("2.50 EUR");
        ReturnResult back =
                purse.giveBack("2025-02-02", outcome, "deposit", 1).returned().orElseThrow();
        assertThat(back.reclaimed()).isEmpty();
        assertThat(back.toWallet()).isEqualTo(eur("0.25"));
    }

    @Test
    void anOfferThatNamesTheDepositCountsIt() {
        Offer named = offer("N", ANY, percent("10"))
                .withConditions(AwardConditions.builder()
                        .withProducts(ProductSelection.ofProducts("case"))
                        .build())
                .build();
        Purse purse = Purse.with(TEN, named);
        Outcome outcome = purse.buy("2025-02-01", line("case", 1, "5.00").as(LineKind.FEE));
        assertThat(award(outcome, "N")).isEqualTo("0.50 EUR");
        assertThat(Shop.reasons(outcome, "A")).containsExactly(DeclineReason.PRODUCTS_NOT_BOUGHT);
        assertThat(Shop.declines(outcome, "A").get(0).sentence())
                .isEqualTo("No line of the purchase is of goods, deposits and fees aside; it has [case (Accessory)].");
    }

    @Test
    void feesAreNoVisit() {
        Offer visits = offer("V", new Terms.CountLoyalty(1, Shop.days(30)), fixed("1.00"))
                .withConditions(AwardConditions.builder()
                        .withMinimumPurchase(eur("0.00"))
                        .build())
                .build();
        Purse purse = Purse.with(visits);
        Outcome fee = purse.buy("2025-02-01", line("deposit", 5, "0.50").as(LineKind.FEE));
        assertThat(fee.granted()).isEmpty();
        Outcome goods = purse.buy("2025-02-02", line("deposit", 5, "0.50").as(LineKind.FEE), line("tea", 1, "2.00"));
        assertThat(goods.granted()).extracting(granted -> granted.offer()).containsExactly("V");
    }

    private static List<String> problems(Purse purse, TillDiscount... discounts) {
        return purse.refusal(Purchase.of(purse.header("2025-02-01"), line("cheese", 1, "30.00"))
                .discounted(discounts));
    }
}
