package io.rewards.engine;

import static io.rewards.engine.Shop.award;
import static io.rewards.engine.Shop.days;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.line;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Shop.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardHandling;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.AwardValidity.Expiry;
import io.rewards.catalogue.Excess;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.SpendConditions;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.Terms;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.InstantSpend;
import io.rewards.decision.Outcome;
import io.rewards.ledger.TransactionKind;
import io.rewards.time.DayHours;
import io.rewards.time.WeeklyTimes;
import io.rewards.wallet.Balance;
import io.rewards.wallet.LineShare;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Discounts on the purchase that earns them. Domain 5.2, 12.1 Q19 to Q21. */
class InstantSpendTest {

    private static final String TUESDAY = "2024-03-05T12:00";

    @Test
    void aDiscountIsAwardedRedeemedAndSpentInOneStep() {
        Outcome outcome = Shop.with(instant("A", fixed("4.00")).build()).buy(TUESDAY, "10.00");
        assertThat(outcome.transactions())
                .extracting(transaction -> transaction.kind())
                .containsExactly(TransactionKind.AWARD, TransactionKind.REDEEM, TransactionKind.SPEND);
        assertThat(outcome.transactions())
                .allSatisfy(transaction -> assertThat(transaction.amount()).isEqualTo(eur("4.00")));
        assertThat(outcome.payable()).contains(eur("6.00"));
        assertThat(outcome.balances()).isEmpty();
    }

    @Test
    void aDiscountLargerThanThePurchaseLeavesTheRestInTheWalletWhereTheOfferKeepsIt() {
        Outcome outcome = Shop.with(instant("A", fixed("10.00"))
                        .withHandling(AwardHandling.DEFAULT.with(Excess.KEEP))
                        .build())
                .buy(TUESDAY, "7.50");
        assertThat(award(outcome, "A")).isEqualTo("10.00 EUR");
        assertThat(outcome.payable()).contains(eur("0.00"));
        assertThat(outcome.lots()).singleElement().satisfies(lot -> {
            assertThat(lot.awarded()).isEqualTo(eur("10.00"));
            assertThat(lot.remaining()).isEqualTo(eur("2.50"));
        });
        assertThat(outcome.balances()).containsExactly(new Balance(eur("2.50"), eur("0.00")));
    }

    @Test
    void exactlyThePurchaseLeavesNothing() {
        Outcome outcome = Shop.with(instant("A", fixed("7.50")).build()).buy(TUESDAY, "7.50");
        assertThat(outcome.payable()).contains(eur("0.00"));
        assertThat(outcome.lots()).isEmpty();
    }

    @Test
    void severalDiscountsGoByDescendingAwardAndStopAtThePurchase() {
        Shop shop = Shop.with(
                instant("A", fixed("2.00")).build(),
                instant("B", fixed("6.00")).build(),
                instant("C", fixed("6.00")).build());
        Outcome outcome = shop.buy(TUESDAY, "10.00");
        assertThat(outcome.instantSpends())
                .extracting(spend -> spend.offer() + " " + spend.amount())
                .containsExactly("B 6.00 EUR", "C 4.00 EUR");
        assertThat(Shop.reasons(outcome, "A")).containsExactly(DeclineReason.NOTHING_LEFT_TO_PAY);
        assertThat(outcome.lots()).isEmpty();
    }

    @Test
    void percentagesAreOfTheUndiscountedPurchase() {
        Shop shop = Shop.with(
                instant("A", percent("10")).build(), instant("B", percent("50")).build());
        Outcome outcome = shop.buy(TUESDAY, "100.00");
        assertThat(outcome.payable()).contains(eur("40.00"));
    }

    @Test
    void aPurchaseOfNothingKeepsTheWholeAwardWhereTheOfferKeepsIt() {
        Outcome outcome = Shop.with(instant("A", fixed("4.00"))
                        .withHandling(AwardHandling.DEFAULT.with(Excess.KEEP))
                        .build())
                .buy(TUESDAY, "0.00");
        assertThat(outcome.instantSpends()).isEmpty();
        assertThat(outcome.lots().get(0).remaining()).isEqualTo(eur("4.00"));
    }

    @Test
    void moneyForSomeProductsPaysOnlyTheirLines() {
        Offer coffee = instant("A", fixed("10.00"))
                .withHandling(AwardHandling.DEFAULT.with(Excess.KEEP))
                .withSpendConditions(
                        new SpendConditions(ProductSelection.ofTypes("Coffee"), WeeklyTimes.ALWAYS, Set.of(), Set.of()))
                .build();
        Outcome outcome = Shop.with(coffee).buy(TUESDAY, line("coffee", 2, "4.00"), line("case", 1, "15.00"));
        assertThat(outcome.instantSpends())
                .containsExactly(new InstantSpend("A", eur("4.00"), List.of(new LineShare("coffee", 2, eur("4.00")))));
        assertThat(outcome.payable()).contains(eur("15.00"));
        assertThat(outcome.lots().get(0).remaining()).isEqualTo(eur("6.00"));
        assertThat(outcome.lots().get(0).conditions()).isEqualTo(coffee.spendConditions());
    }

    @Test
    void aDiscountIsSpreadOverTheLinesToTheCent() {
        Outcome outcome = Shop.with(instant("A", fixed("1.00")).build())
                .buy(TUESDAY, line("a", 1, "5.00"), line("b", 1, "5.00"), line("c", 1, "5.00"));
        assertThat(outcome.instantSpends().get(0).lines())
                .containsExactly(
                        new LineShare("a", 1, eur("0.34")),
                        new LineShare("b", 1, eur("0.33")),
                        new LineShare("c", 1, eur("0.33")));
    }

    @Test
    void moneyThatIsValidLaterOrElsewhereOrAtOtherTimesIsNotSpentNow() {
        Offer later = instant("A", fixed("1.00"))
                .withAwardValidity(new AwardValidity(Optional.of(days(1)), new Expiry.Never()))
                .build();
        Offer elsewhere = instant("B", fixed("1.00"))
                .withSpendConditions(
                        new SpendConditions(ProductSelection.ALL, WeeklyTimes.ALWAYS, Set.of("U2"), Set.of()))
                .build();
        Offer mondays = instant("C", fixed("1.00"))
                .withSpendConditions(new SpendConditions(
                        ProductSelection.ALL, new WeeklyTimes(Set.of(DayOfWeek.MONDAY), List.of()), Set.of(), Set.of()))
                .build();
        Offer mornings = instant("D", fixed("1.00"))
                .withSpendConditions(new SpendConditions(
                        ProductSelection.ALL,
                        new WeeklyTimes(Set.of(), List.of(new DayHours(LocalTime.of(8, 0), LocalTime.of(12, 0)))),
                        Set.of(),
                        Set.of()))
                .build();
        Outcome outcome = Shop.with(later, elsewhere, mondays, mornings).buy(TUESDAY, "10.00");
        assertThat(outcome.granted()).hasSize(4);
        assertThat(outcome.instantSpends()).isEmpty();
        assertThat(outcome.payable()).contains(eur("10.00"));
        assertThat(outcome.balances()).containsExactly(new Balance(eur("3.00"), eur("1.00")));
        Outcome before = Shop.with(mornings).buy("2024-03-05T11:59:59", "10.00");
        assertThat(before.payable()).contains(eur("9.00"));
    }

    private static Offer.Builder instant(String code, Award award) {
        return offer(code, new Terms.TransactionRevenue(eur("0.00"), Optional.empty()), award)
                .withSpendMethod(SpendMethod.SPEND_INSTANTLY);
    }
}
