package io.rewards.engine;

import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.line;
import static io.rewards.engine.Shop.offer;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Outcome;
import io.rewards.decision.ReturnResult;
import io.rewards.event.MoneyTransferred;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SpendWish;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.BudgetName;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Goods that come back after the money of their awards was freed, reserved, sent away or cancelled. */
class ReturnsOfMovedMoneyTest {

    private static final Terms ANY = new Terms.TransactionRevenue(eur("0.01"), Optional.empty());

    @Test
    void theNewGoodsOfAReceiptUseTheBudgetThatItsReturnedGoodsFree() {
        Offer once = offer("A", ANY, fixed("5.00"))
                .withCaps(Cap.ofAwards(Cap.Of.ALL, 1))
                .build();
        Purse purse = Purse.with(once);
        Outcome first = purse.buy("2024-03-01", line("case", 1, "10.00"));

        Outcome exchange = purse.buy(
                "2024-03-02",
                purchase -> purchase.returning(new ReturnedLine(first.event(), "case", 1)),
                line("laptop", 1, "10.00"));

        assertThat(Shop.award(exchange, "A")).isEqualTo("5.00 EUR");
        assertThat(purse.store.usage(BudgetName.ofOffer("A")).orElseThrow().awards())
                .isEqualTo(1);
    }

    @Test
    void moneyFreedByGoodsAndSpentOnThemGoesBackUnderItsConditions() {
        Purse purse = Purse.with(offer("A", ANY, fixed("5.00")).build());
        purse.buy("2024-03-01", line("case", 1, "50.00"));
        purse.buy("2024-03-02", line("case", 1, "50.00"));
        Outcome paid = purse.buy("2024-03-03", line("laptop", 1, "5.00"));
        purse.cancelAward("2024-03-04", "E3#A");
        purse.redeem("2024-03-05", paid, Optional.of(eur("5.00")));
        purse.spend("2024-03-06", paid, "5.00");

        purse.giveBack("2024-03-07", paid, "laptop", 1);

        assertThat(purse.balance(AccountKind.OPEN)).isEqualTo("0.00 EUR");
        assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("10.00 EUR");
    }

    @Test
    void moneyThatWasSentAwayAndCameBackIsNoSecondAward() {
        Offer budget = offer("A", ANY, fixed("5.00"))
                .withCaps(Cap.ofAwards(Cap.Of.ALL, 10))
                .build();
        Purse purse = Purse.with(budget);
        Outcome bought = purse.buy("2024-03-01", line("case", 1, "50.00"));
        purse.buy("2024-03-02", line("case", 1, "50.00"));
        purse.transfer("2024-03-03", "5.00");
        purse.engine.evaluate(
                new MoneyTransferred(Purse.header("back", "P2", Shop.at("2024-03-04")), "P1", eur("5.00"), ""));

        ReturnResult back =
                purse.giveBack("2024-03-05", bought, "case", 1).returned().orElseThrow();

        assertThat(back.reclaimed()).hasSize(1);
        assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("5.00 EUR");
        assertThat(purse.store.usage(BudgetName.ofOffer("A")).orElseThrow().awards())
                .isEqualTo(1);
    }

    @Test
    void piecesThatComeBackDoNotStayOnTheCardWhereTheirAwardWasCancelled() {
        Offer threeCoffees = offer("A", new Terms.QuantityLoyalty(3, Shop.days(60)), fixed("2.50"))
                .withConditions(AwardConditions.builder()
                        .withProducts(ProductSelection.ofProducts("coffee"))
                        .build())
                .build();
        Purse purse = Purse.with(threeCoffees);
        Outcome bought = purse.buy("2024-03-01", line("coffee", 5, "10.00"));
        purse.cancelAward("2024-03-02", "E1#A");
        assertThat(purse.account().progressOf("A").get(0).units()).isEqualTo(2);

        purse.giveBack("2024-03-03", bought, "coffee", 2);

        assertThat(purse.account().progressOf("A")).isEmpty();
    }

    @Test
    void whatAPurchaseLeavesOfReservedMoneyPaysTheDebt() {
        Purse purse = Purse.with(offer("A", ANY, fixed("5.00"))
                .withConditions(AwardConditions.builder()
                        .withProducts(ProductSelection.ofProducts("laptop"))
                        .build())
                .build());
        Outcome earning = purse.buy("2024-03-01", line("laptop", 1, "50.00"));
        Outcome hold = purse.hold("2024-03-02", "5.00", "2024-03-09", line("case", 1, "9.00"));
        purse.giveBack("2024-03-03", earning, "laptop", 1);
        assertThat(purse.account().wallet().debts().values()).containsExactly(eur("5.00"));

        purse.buy(
                "2024-03-04",
                purchase -> purchase.spending(SpendWish.of(eur("2.00")).from(hold.event())),
                line("case", 1, "9.00"));

        assertThat(purse.account().wallet().debts().values()).containsExactly(eur("2.00"));
        assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("0.00 EUR");
    }
}
