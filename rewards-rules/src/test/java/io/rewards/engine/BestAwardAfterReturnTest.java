package io.rewards.engine;

import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.line;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Shop.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.account.AccountCheck;
import io.rewards.amount.Percentage;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferState;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Outcome;
import io.rewards.event.GoodsReturn;
import io.rewards.event.ReturnedLine;
import io.rewards.ledger.AccountKind;
import io.rewards.wallet.Reclaim;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Of awards that competed, what the best of them would now give is kept. Domain 5.7. */
class BestAwardAfterReturnTest {

    private final Offer rock = offer("ROCK", from("0.00"), percent("10"))
            .withConditions(AwardConditions.builder()
                    .withProducts(ProductSelection.ofProducts("laptop"))
                    .build())
            .withOnlyIfBest(true)
            .build();
    private final Offer fifty =
            offer("BEST-50", from("50.00"), fixed("4.00")).withOnlyIfBest(true).build();

    @Test
    void whatTwoPurchasesEarnedTogetherLosesGoodsOnceWhereBothComeBackTogether() {
        Offer visits = offer("V", new Terms.CountLoyalty(2, Shop.days(30)), fixed("5.00"))
                .withOnlyIfBest(true)
                .build();
        Offer basket = offer("B", new Terms.TransactionRevenue(eur("0.00"), Optional.empty()), fixed("2.00"))
                .withOnlyIfBest(true)
                .build();
        Purse purse = Purse.with(visits, basket);
        Outcome first = purse.buy("2024-03-01", line("pen", 1, "10.00"));
        Outcome second = purse.buy("2024-03-02", line("case", 3, "30.00"));
        assertThat(Shop.award(second, "V")).isEqualTo("5.00 EUR");

        purse.engine.evaluate(GoodsReturn.of(
                purse.header("2024-03-03"),
                new ReturnedLine(first.event(), "pen", 1),
                new ReturnedLine(second.event(), "case", 1)));
        assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("2.00 EUR");

        purse.giveBack("2024-03-04", second, "case", 2);
        assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("0.00 EUR");
    }

    @Test
    void whatTheBeatenAwardWouldNowGiveIsKept() {
        Purse purse = Purse.with(rock, fifty);
        Outcome bought = buy(purse);
        assertThat(taken(purse, purse.giveBack("2024-03-02", bought, "laptop", 2)))
                .containsExactly("ROCK 0.80 EUR");
        assertThat(wallet(purse)).isEqualTo("4.00 EUR");
        assertThat(taken(purse, purse.giveBack("2024-03-03", bought, "case", 1)))
                .containsExactly("ROCK 2.40 EUR");
        assertThat(taken(purse, purse.giveBack("2024-03-04", bought, "laptop", 1)))
                .containsExactly("ROCK 1.60 EUR");
    }

    @Test
    void whatTheOwnOfferNoLongerGivesIsHeldUpByTheBeatenOne() {
        Purse purse = Purse.with(rock, fifty);
        Outcome bought = purse.buy("2024-03-01", line("laptop", 3, "48.00"), line("case", 2, "104.00"));
        assertThat(taken(purse, purse.giveBack("2024-03-02", bought, "laptop", 3)))
                .containsExactly("ROCK 0.80 EUR");
        assertThat(taken(purse, purse.giveBack("2024-03-03", bought, "case", 1)))
                .isEmpty();
        assertThat(taken(purse, purse.giveBack("2024-03-04", bought, "case", 1)))
                .containsExactly("ROCK 4.00 EUR");
    }

    @Test
    void whatIsHeldUpIsAskedAboutAgainWhateverComesBack() {
        Offer fifth =
                offer("C", from("0.00"), percent("4")).withOnlyIfBest(true).build();
        Purse purse = Purse.with(rock, fifth);
        Outcome bought = purse.buy("2024-03-01", line("laptop", 1, "40.00"), line("case", 4, "40.00"));
        assertThat(taken(purse, purse.giveBack("2024-03-02", bought, "laptop", 1)))
                .containsExactly("ROCK 2.40 EUR");
        assertThat(taken(purse, purse.giveBack("2024-03-03", bought, "case", 1)))
                .containsExactly("ROCK 0.40 EUR");
        assertThat(taken(purse, purse.giveBack("2024-03-04", bought, "case", 2)))
                .containsExactly("ROCK 0.80 EUR");
        assertThat(taken(purse, purse.giveBack("2024-03-05", bought, "case", 1)))
                .containsExactly("ROCK 0.40 EUR");
    }

    @Test
    void aBeatenAwardThatIsGivenUpAsWellHoldsNothingUp() {
        Purse purse = Purse.with(rock, fifty);
        Outcome bought = buy(purse);
        assertThat(taken(purse, purse.giveBack("2024-03-02", bought, "case", 1)))
                .isEmpty();
        assertThat(taken(purse, purse.giveBack("2024-03-03", bought, "laptop", 2)))
                .containsExactly("ROCK 3.20 EUR");
    }

    @Test
    void onlyAwardsThatCompetedHoldUp() {
        Offer regardless = offer("BEST-50", from("50.00"), fixed("4.00")).build();
        Offer small = offer("S", new Terms.TransactionRevenue(eur("0.00"), Optional.of(eur("60.00"))), fixed("4.50"))
                .withOnlyIfBest(true)
                .build();
        Purse purse = Purse.with(rock, regardless, small);
        Outcome bought = buy(purse);
        assertThat(taken(purse, purse.giveBack("2024-03-02", bought, "laptop", 2)))
                .containsExactly("ROCK 3.20 EUR");
        assertThat(wallet(purse)).isEqualTo("5.60 EUR");
    }

    @Test
    void neverMoreIsKeptThanTheBeatenAwardWas() {
        Purse purse = Purse.with(rock, fifty);
        Outcome bought = buy(purse);
        purse.engine.reload(purse.engine
                .programme()
                .withOffers(List.of(
                        rock,
                        offer("BEST-50", from("10.00"), fixed("4.70"))
                                .withOnlyIfBest(true)
                                .build())));
        assertThat(taken(purse, purse.giveBack("2024-03-02", bought, "laptop", 2)))
                .containsExactly("ROCK 0.80 EUR");
    }

    @Test
    void aBeatenOfferThatIsOverHoldsUpAndOneThatIsGoneDoesNot() {
        Purse purse = Purse.with(rock, fifty);
        Outcome bought = buy(purse);
        Outcome more = buy(purse);
        purse.engine.reload(purse.engine.programme().withOffers(List.of(rock, fifty.with(OfferState.NOT_EFFECTIVE))));
        assertThat(taken(purse, purse.giveBack("2024-03-02", bought, "laptop", 2)))
                .containsExactly("ROCK 0.80 EUR");
        purse.engine.reload(purse.engine.programme().withOffers(List.of(rock)));
        assertThat(taken(purse, purse.giveBack("2024-03-02", more, "laptop", 2)))
                .containsExactly("ROCK 3.20 EUR");
    }

    @Test
    void anAwardThatCountedOverTimeIsHeldUpToo() {
        Offer visits = offer("V", new Terms.CountLoyalty(2, Shop.months(1)), fixed("9.00"))
                .withOnlyIfBest(true)
                .build();
        Purse purse = Purse.with(visits, fifty);
        Outcome first = purse.buy("2024-03-01", "20.00");
        Outcome second = purse.buy("2024-03-02", line("case", 2, "120.00"));
        assertThat(Shop.award(second, "V")).isEqualTo("9.00 EUR");
        assertThat(taken(purse, purse.cancel("2024-03-03", first))).containsExactly("V 5.00 EUR");
        assertThat(purse.account().progressOf("V")).hasSize(1);
        assertThat(taken(purse, purse.giveBack("2024-03-04", second, "case", 1)))
                .isEmpty();
        assertThat(taken(purse, purse.giveBack("2024-03-05", second, "case", 1)))
                .containsExactly("V 4.00 EUR");
        assertThat(purse.account().progressOf("V")).isEmpty();
    }

    @Test
    void aShareWhoseAwardsAreGoneIsHeldUp() {
        Award half = new Award.PercentageOfAwarded(Percentage.of("50"), Shop.months(1), Set.of(), Set.of(), Shop.EUR);
        Offer all = offer("A", new Terms.TransactionRevenue(eur("0.00"), Optional.of(eur("20.00"))), percent("100"))
                .build();
        Offer share = offer("S", from("50.00"), half).withOnlyIfBest(true).build();
        Purse purse = Purse.with(all, share, fifty);
        Outcome first = purse.buy("2024-03-01", "20.00");
        Outcome second = purse.buy("2024-03-02", line("case", 2, "120.00"));
        assertThat(Shop.award(second, "S")).isEqualTo("10.00 EUR");
        assertThat(taken(purse, purse.cancel("2024-03-03", first)))
                .containsExactlyInAnyOrder("A 20.00 EUR", "S 6.00 EUR");
        assertThat(taken(purse, purse.giveBack("2024-03-04", second, "case", 1)))
                .isEmpty();
        assertThat(taken(purse, purse.giveBack("2024-03-05", second, "case", 1)))
                .containsExactly("S 4.00 EUR");
    }

    private static Terms from(String least) {
        return new Terms.TransactionRevenue(eur(least), Optional.empty());
    }

    private static Outcome buy(Purse purse) {
        Outcome bought = purse.buy("2024-03-01", line("laptop", 3, "48.00"), line("case", 1, "40.00"));
        assertThat(Shop.award(bought, "ROCK")).isEqualTo("4.80 EUR");
        return bought;
    }

    private static List<String> taken(Purse purse, Outcome outcome) {
        assertThat(AccountCheck.problems(purse.records())).isEmpty();
        return outcome.returned().orElseThrow().reclaimed().stream()
                .map((Reclaim each) -> each.offer() + " " + each.amount())
                .toList();
    }

    private static String wallet(Purse purse) {
        return purse.balance(AccountKind.COMMERCE);
    }
}
