package io.rewards.engine;

import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.line;
import static io.rewards.engine.Shop.offer;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Amount;
import io.rewards.catalogue.AgreementTerms;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.ContributionBudget;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Decline;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Outcome;
import io.rewards.event.EventHeader;
import io.rewards.event.Purchase;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.Usage;
import io.rewards.participant.Profile;
import io.rewards.store.InMemoryStore;
import io.rewards.testkit.chance.Threads;
import io.rewards.time.CalendarPeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** At most so much from a merchant. Domain 7.5. */
class MerchantBudgetTest {

    private static final Terms ANY = new Terms.TransactionRevenue(eur("0.00"), Optional.empty());
    private static final BudgetName MARCH = BudgetName.ofMerchant("U1", "MONTH 2024-03-01");

    private static Programme programme(String contribution, String budget, Offer... offers) {
        AgreementTerms terms = AgreementTerms.builder()
                .withContribution(contribution)
                .with(new ContributionBudget(eur(budget), Optional.of(CalendarPeriod.MONTH)))
                .build();
        return Shop.programme(Shop.settings(), terms, offers);
    }

    private static Purse purse(String contribution, String budget, Offer... offers) {
        return Purse.of(programme(contribution, budget, offers));
    }

    private static Offer ten() {
        return offer("A", ANY, fixed("10.00")).build();
    }

    @Test
    void anAwardIsCutToWhatTheMerchantStillGivesThenDeclinedAndTheNextMonthBeginsAgain() {
        Purse purse = purse("60", "8.00", ten());
        assertThat(Shop.award(purse.buy("2024-03-05", "20.00"), "A")).isEqualTo("10.00 EUR");
        Outcome cut = purse.buy("2024-03-31T23:59:59", "20.00");
        assertThat(Shop.award(cut, "A")).isEqualTo("3.33 EUR");
        assertThat(cut.granted()
                        .findFirst()
                        .orElseThrow()
                        .contribution()
                        .orElseThrow()
                        .amount())
                .isEqualTo(eur("2.00"));
        Outcome none = purse.buy("2024-03-31T23:59:59", "20.00");
        Decline decline = Shop.declines(none, "A").get(0);
        assertThat(decline.reason()).isEqualTo(DeclineReason.MERCHANT_BUDGET_USED_UP);
        assertThat(decline.sentence()).isEqualTo("The merchant has already given 8.00 EUR; its budget is 8.00 EUR.");
        assertThat(Shop.award(purse.buy("2024-04-01", "20.00"), "A")).isEqualTo("10.00 EUR");
    }

    @Test
    void theBudgetIsReachedToTheCentAndNotPassed() {
        for (String budget : List.of("5.99", "6.00", "6.01")) {
            Purse purse = purse("60", budget, ten());
            assertThat(Shop.award(purse.buy("2024-03-05", "20.00"), "A"))
                    .isEqualTo(budget.equals("5.99") ? "9.98 EUR" : "10.00 EUR");
            Outcome next = purse.buy("2024-03-06", "20.00");
            assertThat(next.granted().map(granted -> granted.amount().toString()))
                    .isEqualTo(budget.equals("6.01") ? List.of("0.01 EUR") : List.of());
        }
    }

    @Test
    void severalAwardsOfOnePurchaseUseItTogether() {
        Purse purse =
                purse("100", "15.00", ten(), offer("B", ANY, fixed("10.00")).build());
        Outcome bought = purse.buy("2024-03-05", "20.00");
        assertThat(bought.granted().map(granted -> granted.amount().toString()))
                .containsExactly("10.00 EUR", "5.00 EUR");
        assertThat(purse.store.usage(MARCH)).contains(new Usage(2, eur("15.00")));
    }

    @Test
    void whatComesBackFreesTheBudget() {
        Offer tenPercent = offer("A", ANY, Shop.percent("10")).build();
        Purse purse = purse("60", "6.00", tenPercent);
        Outcome bought = purse.buy("2024-03-05", line("case", 3, "100.00"));
        assertThat(purse.store.usage(MARCH)).contains(new Usage(1, eur("6.00")));
        purse.giveBack("2024-03-06", bought, "case", 1);
        assertThat(purse.store.usage(MARCH)).contains(new Usage(1, eur("4.00")));
        purse.giveBack("2024-03-06", bought, "case", 2);
        assertThat(purse.store.usage(MARCH)).contains(new Usage(0, eur("0.00")));
        assertThat(Shop.award(purse.buy("2024-03-07", "100.00"), "A")).isEqualTo("10.00 EUR");
    }

    @Test
    void anAwardToWhichTheMerchantGivesNothingNeedsNoBudget() {
        Purse purse = purse("0", "0.01", ten());
        purse.buy("2024-03-05", "20.00");
        assertThat(Shop.award(purse.buy("2024-03-05", "20.00"), "A")).isEqualTo("10.00 EUR");
        assertThat(purse.store.usage(MARCH)).isEmpty();
    }

    @Test
    void aBudgetOfMoneyLimitsNoPoints() {
        Offer points = offer("A", ANY, new Award.FixedAmount(new Amount(Shop.PTS, 500)))
                .build();
        Purse purse = purse("100", "0.01", points);
        assertThat(Shop.award(purse.buy("2024-03-05", "20.00"), "A")).isEqualTo("500 PTS");
        assertThat(Shop.award(purse.buy("2024-03-05", "20.00"), "A")).isEqualTo("500 PTS");
    }

    @Test
    void eightThreadsNeverGetMoreOfTheMerchantThanItsBudget() throws Exception {
        InMemoryStore store = new InMemoryStore();
        Town town = Town.of(programme("60", "100.00", ten()), store);
        List<Callable<Amount>> buyers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String participant = "P" + i;
            town.join(participant, "2000-01-01T12:00", Profile.EMPTY);
            buyers.add(() -> {
                Amount given = eur("0.00");
                for (int k = 0; k < 10; k++) {
                    Outcome outcome = town.engine.evaluate(Purchase.of(
                            EventHeader.of(participant + "-" + k, participant, "U1", Shop.at("2024-03-05"))
                                    .receivedOn(Shop.at("2024-03-05")),
                            Shop.thing("20.00")));
                    given = outcome.granted()
                            .map(granted -> granted.contribution().orElseThrow().amount())
                            .reduce(given, Amount::plus);
                }
                return given;
            });
        }
        Amount all = Threads.together(buyers).stream().reduce(eur("0.00"), Amount::plus);
        assertThat(all).isEqualTo(eur("100.00"));
        assertThat(store.usage(MARCH).orElseThrow().in(Shop.EUR)).isEqualTo(eur("100.00"));
        assertThat(town.engine.ledger().verify().problems()).isEmpty();
    }
}
