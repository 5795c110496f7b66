package io.rewards.engine;

import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.line;
import static io.rewards.engine.Shop.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ProductList;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.SpendConditions;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Outcome;
import io.rewards.decision.SpendResult;
import io.rewards.event.SpendWish;
import io.rewards.ledger.AccountKind;
import io.rewards.problem.InvalidInputException;
import io.rewards.time.WeeklyTimes;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the programme says that wallets never pay for. Domain 3.5. */
class NeverPaidTest {

    private static final ProductList LAPTOPS = new ProductList(Set.of("laptop"), Set.of(), Set.of());
    private static final String DAY = "2024-03-05";

    private static Purse with(Offer... offers) {
        return Purse.with(Shop.settings().withNeverPaid(LAPTOPS), offers);
    }

    private static Offer.Builder forCoffee() {
        return offer("A", new Terms.TransactionRevenue(eur("0.00"), Optional.empty()), fixed("10.00"))
                .withConditions(AwardConditions.builder()
                        .withProducts(ProductSelection.ofProducts("coffee"))
                        .build());
    }

    private static SpendResult spendOf(Outcome outcome) {
        return outcome.spend().orElseThrow();
    }

    @Test
    void onRequestOnlyTheRestIsPaid() {
        Purse purse = with();
        purse.topUp("2024-03-01", "20.00");
        Outcome bought = purse.buy(DAY, line("case", 1, "4.00"), line("laptop", 1, "9.00"));
        SpendResult spent = spendOf(purse.spend(DAY, bought, SpendWish.ALL));
        assertThat(spent.actual()).isEqualTo(eur("4.00"));
        assertThat(spent.parts().get(0).lines())
                .singleElement()
                .satisfies(share -> assertThat(share.line()).isEqualTo("case"));
        assertThat(purse.balance(AccountKind.OPEN)).isEqualTo("16.00 EUR");
    }

    @Test
    void whereNothingElseIsBoughtTheMoneySaysWhatItPaysFor() {
        Purse purse = with();
        purse.topUp("2024-03-01", "20.00");
        Outcome bought = purse.buy(DAY, spending -> spending.spending(SpendWish.ALL), line("laptop", 1, "9.00"));
        assertThat(spendOf(bought).actual()).isEqualTo(eur("0.00"));
        assertThat(spendOf(bought).unused().get(0).why())
                .isEqualTo("It can be spent on all products, but not products [laptop], and no line is of them.");
    }

    @Test
    void conditionsOfMoneyDoNotHelp() {
        Purse purse = with(forCoffee()
                .withSpendConditions(new SpendConditions(
                        ProductSelection.ofTypes("Hardware"), WeeklyTimes.ALWAYS, Set.of(), Set.of()))
                .build());
        purse.buy("2024-03-01", line("coffee", 1, "4.00"));
        Outcome bought = purse.buy(DAY, line("laptop", 1, "9.00"));
        assertThat(spendOf(purse.spend(DAY, bought, SpendWish.ALL)).actual()).isEqualTo(eur("0.00"));
        assertThat(spendOf(purse.redeem(DAY, bought, Optional.empty())).actual())
                .isEqualTo(eur("0.00"));
    }

    @Test
    void nothingIsReservedForThem() {
        Purse purse = with();
        purse.topUp("2024-03-01", "20.00");
        Outcome hold = purse.hold(DAY, "20.00", "2024-03-06", line("case", 1, "4.00"), line("laptop", 1, "9.00"));
        assertThat(spendOf(hold).actual()).isEqualTo(eur("4.00"));
    }

    @Test
    void reservedMoneyDoesNotPayForThem() {
        Purse purse = with();
        purse.topUp("2024-03-01", "20.00");
        Outcome hold = purse.hold(DAY, "9.00", "2024-03-06", line("case", 1, "9.00"));
        Outcome bought = purse.buy(DAY, line("case", 1, "4.00"), line("laptop", 1, "9.00"));
        assertThat(spendOf(purse.spend(DAY, bought, SpendWish.ALL.from(hold.event())))
                        .actual())
                .isEqualTo(eur("4.00"));
    }

    @Test
    void aVoucherDoesNotPayForThem() {
        Purse purse = with(forCoffee()
                .withSpendMethod(SpendMethod.SPEND_INSTANTLY_THROUGH_VOUCHER)
                .build());
        Outcome award = purse.buy("2024-03-01", line("coffee", 1, "4.00"));
        String code =
                purse.engine.participants().voucherCode(award.lots().get(0).id());
        Outcome bought = purse.buy(DAY, line("case", 1, "4.00"), line("laptop", 1, "9.00"));
        assertThat(spendOf(purse.useVoucher(DAY, code, bought)).actual()).isEqualTo(eur("4.00"));
    }

    @Test
    void anInstantDiscountLeavesThemAlone() {
        Purse purse =
                with(forCoffee().withSpendMethod(SpendMethod.SPEND_INSTANTLY).build());
        Outcome bought = purse.buy(DAY, line("coffee", 1, "4.00"), line("laptop", 1, "9.00"));
        assertThat(bought.instantSpends().get(0).amount()).isEqualTo(eur("4.00"));
        assertThat(bought.payable()).contains(eur("9.00"));
    }

    @Test
    void nothingIsSpentOnThemWithoutBeingAsked() {
        Purse purse = Purse.automatic(Shop.settings().withNeverPaid(LAPTOPS));
        purse.topUp("2024-03-01", "20.00");
        Outcome bought = purse.buy(DAY, line("case", 1, "4.00"), line("laptop", 1, "9.00"));
        assertThat(spendOf(bought).actual()).isEqualTo(eur("4.00"));
        assertThat(purse.buy(DAY, line("laptop", 1, "9.00")).spend()).isEmpty();
    }

    @Test
    void theyAreStillRewarded() {
        Purse purse = with(offer("B", new Terms.TransactionRevenue(eur("0.00"), Optional.empty()), fixed("1.00"))
                .build());
        assertThat(Shop.award(purse.buy(DAY, line("laptop", 1, "9.00")), "B")).isEqualTo("1.00 EUR");
    }

    @Test
    void whatIsNeverPaidMustBeThere() {
        ProductList unknown = new ProductList(Set.of("tobacco"), Set.of(), Set.of());
        assertThatThrownBy(() -> Shop.with(Shop.settings().withNeverPaid(unknown)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("settings.neverPaid.products: The product (tobacco)");
    }
}
