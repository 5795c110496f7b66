package io.rewards.wallet;

import static io.rewards.catalogue.Programmes.eur;
import static io.rewards.wallet.Lots.commerce;
import static io.rewards.wallet.Lots.line;
import static io.rewards.wallet.Lots.on;
import static io.rewards.wallet.Lots.open;
import static io.rewards.wallet.Lots.share;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.catalogue.ProductList;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.SpendConditions;
import io.rewards.catalogue.SpendMethod;
import io.rewards.ledger.AccountKind;
import io.rewards.time.WeeklyTimes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpendPlanTest {

    private static final String NOT_NEEDED = "It is not needed: other money goes first.";
    private static final String PAID = "Other money has paid for the lines that it could pay for.";

    private final SaleLine milk = line("milk", 1, "4.00");
    private final SaleLine book = line("book", 1, "6.00");

    @Test
    void moneyGoesInItsOrderUntilEnoughIsPaid() {
        SpendPlan plan = plan("7.00", List.of(commerce("a", "5.00"), commerce("b", "5.00"), commerce("c", "5.00")));
        assertThat(plan.parts())
                .extracting(part -> part.lot().id(), SpendPlan.Part::amount)
                .containsExactly(tuple("a", eur("5.00")), tuple("b", eur("2.00")));
        assertThat(plan.amount()).isEqualTo(eur("7.00"));
        assertThat(plan.requested()).isEqualTo(eur("7.00"));
        assertThat(plan.unused()).containsExactly(new SpendPlan.Unused(commerce("c", "5.00"), NOT_NEEDED));
    }

    @Test
    void neverMoreIsSpentThanIsLeftToPay() {
        assertThat(plan("99.00", List.of(commerce("a", "99.00"))).amount()).isEqualTo(eur("10.00"));
        assertThat(plan("10.00", List.of(commerce("a", "10.00"))).amount()).isEqualTo(eur("10.00"));
        assertThat(plan("9.99", List.of(commerce("a", "10.00"))).amount()).isEqualTo(eur("9.99"));
        assertThat(plan("10.00", List.of(commerce("a", "9.99"))).amount()).isEqualTo(eur("9.99"));
    }

    @Test
    void whoComesAfterAllLinesArePaidIsNotUsed() {
        SpendPlan plan = plan("99.00", List.of(commerce("a", "10.00"), commerce("b", "1.00")));
        assertThat(plan.parts()).hasSize(1);
        assertThat(plan.unused()).containsExactly(new SpendPlan.Unused(commerce("b", "1.00"), PAID));
    }

    @Test
    void aLotPaysItsLinesInProportionToWhatIsLeftOfThem() {
        SpendPlan plan = plan("5.00", List.of(commerce("a", "5.00")));
        assertThat(plan.parts().get(0).lines()).containsExactly(share("book", 1, "3.00"), share("milk", 1, "2.00"));
    }

    @Test
    void theNextLotPaysInProportionToWhatTheFirstLeft() {
        SpendPlan plan = plan("10.00", List.of(commerce("a", "5.00"), commerce("b", "5.00")));
        assertThat(plan.parts().get(1).lines()).containsExactly(share("book", 1, "3.00"), share("milk", 1, "2.00"));
    }

    @Test
    void sharesNameThePiecesOfTheirLine() {
        SpendPlan plan = SpendPlan.of(List.of(commerce("a", "1.00")), List.of(line("milk", 3, "4.00")), eur("1.00"));
        assertThat(plan.parts().get(0).lines()).containsExactly(share("milk", 3, "1.00"));
    }

    @Test
    void aShareOfNothingIsLeftOut() {
        SpendPlan plan = SpendPlan.of(List.of(commerce("a", "0.01")), List.of(milk, book), eur("0.01"));
        assertThat(plan.parts().get(0).lines()).containsExactly(share("book", 1, "0.01"));
    }

    @Test
    void noLineIsPaidTwiceForTheSameCent() {
        SpendPlan plan = SpendPlan.of(
                List.of(commerce("a", "0.01"), commerce("b", "0.02")),
                List.of(line("1", 1, "0.01"), line("2", 1, "0.01"), line("3", 1, "0.01")),
                eur("0.03"));
        assertThat(plan.parts().get(0).lines()).containsExactly(share("1", 1, "0.01"));
        assertThat(plan.parts().get(1).lines()).containsExactly(share("2", 1, "0.01"), share("3", 1, "0.01"));
    }

    @Test
    void linesThatFewKindsOfMoneyMayPayForGoFirst() {
        SpendPlan plan = plan("4.00", List.of(commerce("a", "4.00"), on("m", "1.00", "milk")));
        assertThat(plan.parts().get(0).lines()).containsExactly(share("book", 1, "4.00"));
    }

    @Test
    void linesThatArePaidAreLeftAlone() {
        SaleLine paid = milk.owing(eur("-4.00"));
        SpendPlan plan = SpendPlan.of(List.of(commerce("a", "9.00")), List.of(paid, book), eur("9.00"));
        assertThat(plan.amount()).isEqualTo(eur("6.00"));
        assertThat(plan.parts().get(0).lines()).containsExactly(share("book", 1, "6.00"));
    }

    @Test
    void moneyForAProductPaysNothingElse() {
        SpendPlan plan = plan("10.00", List.of(on("m", "9.00", "milk")));
        assertThat(plan.amount()).isEqualTo(eur("4.00"));
        assertThat(plan.parts().get(0).lines()).containsExactly(share("milk", 1, "4.00"));
    }

    @Test
    void moneyForOtherProductsIsNotUsed() {
        SpendPlan plan = plan("10.00", List.of(on("w", "9.00", "wine")));
        assertThat(plan.parts()).isEmpty();
        assertThat(plan.amount()).isEqualTo(eur("0.00"));
        assertThat(plan.unused())
                .containsExactly(new SpendPlan.Unused(
                        on("w", "9.00", "wine"), "It can be spent on products [wine], and no line is of them."));
    }

    @Test
    void moneyForEverythingButAProductPaysTheRest() {
        Lot lot = on("m", "9.00", "milk");
        SpendConditions but = new SpendConditions(
                ProductSelection.ALL.butNot(new ProductList(Set.of("milk"), Set.of(), Set.of())),
                WeeklyTimes.ALWAYS,
                Set.of(),
                Set.of());
        Lot noMilk = lot.with(but, SpendMethod.SPEND_ON_REQUEST, Optional.empty());
        SpendPlan plan = plan("10.00", List.of(noMilk));
        assertThat(plan.amount()).isEqualTo(eur("6.00"));
        assertThat(plan.parts().get(0).lines()).containsExactly(share("book", 1, "6.00"));
        assertThat(SpendPlan.of(List.of(noMilk), List.of(milk), eur("4.00")).unused())
                .containsExactly(new SpendPlan.Unused(
                        noMilk, "It can be spent on all products, but not products [milk], and no line is of them."));
    }

    @Test
    void conditionsOfProductsDoNotBindOpenMoney() {
        Lot freed = Lot.of("o", AccountKind.OPEN, eur("9.00"), LotDates.from(Lots.START), Lots.awarded(eur("9.00")))
                .with(on("m", "1.00", "milk").conditions(), SpendMethod.SPEND_ON_REQUEST, Optional.empty());
        assertThat(plan("9.00", List.of(freed)).amount()).isEqualTo(eur("9.00"));
    }

    @Test
    void moneyOfAnotherDenominationIsNotUsed() {
        Amount points = new Amount(new Denomination("PTS", 0), 500);
        Lot lot = Lot.of("p", AccountKind.OPEN, points, LotDates.from(Lots.START), Lots.awarded(points));
        SpendPlan plan = plan("3.00", List.of(lot, commerce("a", "3.00")));
        assertThat(plan.amount()).isEqualTo(eur("3.00"));
        assertThat(plan.unused()).containsExactly(new SpendPlan.Unused(lot, "It is in PTS."));
    }

    @Test
    void freeMoneyLeavesTheLinesThatLaterMoneyNeeds() {
        SpendPlan plan = plan("10.00", List.of(commerce("a", "6.00"), on("m", "4.00", "milk")));
        assertThat(plan.amount()).isEqualTo(eur("10.00"));
        assertThat(plan.parts().get(0).lines()).containsExactly(share("book", 1, "6.00"));
        assertThat(plan.parts().get(1).lines()).containsExactly(share("milk", 1, "4.00"));
    }

    @Test
    void moneyThatWasSentElsewhereMakesRoomInTwoSteps() {
        SaleLine wine = line("wine", 1, "2.00");
        List<Lot> lots = List.of(
                on("a", "2.00", "milk", "book"),
                on("b", "2.00", "book", "wine"),
                on("c", "2.00", "milk"),
                on("d", "2.00", "book"));
        SpendPlan plan =
                SpendPlan.of(lots, List.of(line("milk", 1, "2.00"), line("book", 1, "2.00"), wine), eur("8.00"));
        assertThat(plan.amount()).isEqualTo(eur("6.00"));
        assertThat(plan.parts())
                .extracting(part -> part.lot().id(), SpendPlan.Part::amount)
                .containsExactly(tuple("a", eur("2.00")), tuple("b", eur("2.00")), tuple("c", eur("2.00")));
        assertThat(plan.parts())
                .extracting(SpendPlan.Part::lines)
                .containsExactly(
                        List.of(share("book", 1, "2.00")),
                        List.of(share("wine", 1, "2.00")),
                        List.of(share("milk", 1, "2.00")));
        assertThat(plan.unused()).containsExactly(new SpendPlan.Unused(on("d", "2.00", "book"), PAID));
    }

    @Test
    void earlierMoneyNeverPaysLessForLaterMoney() {
        SpendPlan plan = plan("5.00", List.of(on("m", "4.00", "milk"), commerce("a", "4.00"), on("b", "6.00", "book")));
        assertThat(plan.parts())
                .extracting(part -> part.lot().id(), SpendPlan.Part::amount)
                .containsExactly(tuple("m", eur("4.00")), tuple("a", eur("1.00")));
    }

    @Test
    void onlyAPartOfWhatWasSentMakesRoom() {
        SpendPlan plan = plan("9.00", List.of(commerce("a", "5.00"), on("m", "3.00", "milk"), open("o", "1.00")));
        assertThat(plan.parts())
                .extracting(part -> part.lot().id(), SpendPlan.Part::amount)
                .containsExactly(tuple("a", eur("5.00")), tuple("m", eur("3.00")), tuple("o", eur("1.00")));
        assertThat(LineShare.sum(
                        plan.parts().stream()
                                .flatMap(part -> part.lines().stream())
                                .filter(share -> share.line().equals("milk"))
                                .toList(),
                        eur("0.00")))
                .isLessThanOrEqualTo(eur("4.00"));
    }

    @Test
    void aLotNeverPaysMoreThanItHasWhereItPaysInSeveralSteps() {
        SpendPlan plan = plan("10.00", List.of(commerce("a", "7.00"), on("m", "1.00", "milk")));
        assertThat(plan.parts())
                .extracting(part -> part.lot().id(), SpendPlan.Part::amount)
                .containsExactly(tuple("a", eur("7.00")), tuple("m", eur("1.00")));
        assertThat(plan.parts().get(0).lines()).containsExactly(share("book", 1, "6.00"), share("milk", 1, "1.00"));
    }

    @Test
    void roomIsMadeOnlyByMoneyThatWasSentThere() {
        SpendPlan plan = SpendPlan.of(
                List.of(commerce("a", "6.00"), commerce("b", "4.00"), on("c", "1.00", "milk"), on("d", "3.00", "wine")),
                List.of(milk, book, line("wine", 1, "4.00")),
                eur("14.00"));
        assertThat(plan.amount()).isEqualTo(eur("14.00"));
        assertThat(plan.parts().get(1).lines()).containsExactly(share("milk", 1, "3.00"), share("wine", 1, "1.00"));
    }

    @Test
    void noMoreRoomIsMadeThanWasSent() {
        SpendPlan plan = SpendPlan.of(
                List.of(
                        on("a", "1.00", "milk", "wine"),
                        on("b", "1.00", "milk"),
                        on("c", "1.00", "wine"),
                        on("d", "3.00", "wine")),
                List.of(milk, line("wine", 1, "2.00")),
                eur("6.00"));
        assertThat(plan.parts())
                .extracting(part -> part.lot().id(), SpendPlan.Part::amount, SpendPlan.Part::lines)
                .containsExactly(
                        tuple("a", eur("1.00"), List.of(share("milk", 1, "1.00"))),
                        tuple("b", eur("1.00"), List.of(share("milk", 1, "1.00"))),
                        tuple("c", eur("1.00"), List.of(share("wine", 1, "1.00"))),
                        tuple("d", eur("1.00"), List.of(share("wine", 1, "1.00"))));
    }

    @Test
    void nothingIsAskedForAndNothingIsPaid() {
        SpendPlan plan = plan("0.00", List.of(commerce("a", "5.00")));
        assertThat(plan.parts()).isEmpty();
        assertThat(plan.unused()).containsExactly(new SpendPlan.Unused(commerce("a", "5.00"), NOT_NEEDED));
    }

    @Test
    void whatIsLeftAloneForOtherReasonsComesFirst() {
        SpendPlan.Unused more = new SpendPlan.Unused(open("x", "1.00"), "Not here.");
        SpendPlan plan = plan("0.00", List.of(commerce("a", "5.00"))).leaving(List.of(more));
        assertThat(plan.unused()).containsExactly(more, new SpendPlan.Unused(commerce("a", "5.00"), NOT_NEEDED));
        assertThat(plan.requested()).isEqualTo(eur("0.00"));
    }

    private SpendPlan plan(String requested, List<Lot> lots) {
        return SpendPlan.of(lots, List.of(milk, book), eur(requested));
    }
}
