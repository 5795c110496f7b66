package io.rewards.engine;

import static io.rewards.engine.Shop.award;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.line;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Shop.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Amount;
import io.rewards.amount.Percentage;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardBase;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardHandling;
import io.rewards.catalogue.AwardRange;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ProductList;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.ProductSet;
import io.rewards.catalogue.PurchaseBase;
import io.rewards.catalogue.RateSteps;
import io.rewards.catalogue.ReturnPolicy;
import io.rewards.catalogue.SetPart;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.Terms;
import io.rewards.catalogue.ValuedBy;
import io.rewards.decision.Decline;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Measure;
import io.rewards.decision.Outcome;
import io.rewards.decision.ReturnResult;
import io.rewards.event.GoodsReturn;
import io.rewards.event.LineKind;
import io.rewards.event.PurchaseLine;
import io.rewards.event.ReturnedLine;
import io.rewards.event.TillDiscount;
import io.rewards.ledger.AccountKind;
import io.rewards.wallet.LineShare;
import io.rewards.wallet.Reclaim;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is bought together is awarded by the set. Domain 2.4 C3. Cakes are of type Accessory here, which the shop has. */
class ProductSetsTest {

    private static final SetPart COFFEE = new SetPart(ProductSelection.ofTypes("Coffee"), 1);
    private static final SetPart CAKE = new SetPart(ProductSelection.ofTypes("Accessory"), 1);
    private static final ProductSet MEAL = ProductSet.of(COFFEE, CAKE);

    @Test
    void threeCoffeesAndTwoCakesAreTwoSets() {
        assertThat(award(meals(coffee(3, "7.50"), cake(2, "8.00")), "A")).isEqualTo("2.00 EUR");
    }

    @Test
    void theScarcestPartDecides() {
        assertThat(award(meals(coffee(1, "2.50"), cake(1, "4.00")), "A")).isEqualTo("1.00 EUR");
        assertThat(award(meals(coffee(2, "5.00"), cake(1, "4.00")), "A")).isEqualTo("1.00 EUR");
        assertThat(award(meals(coffee(2, "5.00"), cake(2, "8.00")), "A")).isEqualTo("2.00 EUR");
        assertThat(award(meals(coffee(1, "2.50"), cake(9, "36.00")), "A")).isEqualTo("1.00 EUR");
        assertThat(award(meals(coffee(1, "2.50")), "A")).isEqualTo("none");
    }

    @Test
    void onlyFullQuantitiesOfEachPartMakeASet() {
        ProductSet set = ProductSet.of(new SetPart(COFFEE.products(), 2), new SetPart(CAKE.products(), 3));
        assertThat(award(buy(set, fixed("1.00"), coffee(2, "5.00"), cake(3, "12.00")), "A"))
                .isEqualTo("1.00 EUR");
        assertThat(award(buy(set, fixed("1.00"), coffee(1, "2.50"), cake(3, "12.00")), "A"))
                .isEqualTo("none");
        assertThat(award(buy(set, fixed("1.00"), coffee(2, "5.00"), cake(2, "8.00")), "A"))
                .isEqualTo("none");
        assertThat(award(buy(set, fixed("1.00"), coffee(4, "10.00"), cake(5, "20.00")), "A"))
                .isEqualTo("1.00 EUR");
        assertThat(award(buy(set, fixed("1.00"), coffee(4, "10.00"), cake(6, "24.00")), "A"))
                .isEqualTo("2.00 EUR");
    }

    @Test
    void aSetOfOnePartIsSoManyPiecesOfIt() {
        ProductSet three = ProductSet.of(new SetPart(COFFEE.products(), 3));
        assertThat(award(buy(three, fixed("1.00"), coffee(2, "5.00")), "A")).isEqualTo("none");
        assertThat(award(buy(three, fixed("1.00"), coffee(3, "7.50")), "A")).isEqualTo("1.00 EUR");
        assertThat(award(buy(three, fixed("1.00"), coffee(5, "12.50")), "A")).isEqualTo("1.00 EUR");
        assertThat(award(buy(three, fixed("1.00"), coffee(6, "15.00")), "A")).isEqualTo("2.00 EUR");
    }

    @Test
    void thePiecesOfAPartMayStandOnSeveralLines() {
        assertThat(award(
                        meals(
                                coffee("a/1#2", 1, "2.50"),
                                coffee("b", 1, "2.50"),
                                coffee("c", 1, "2.50"),
                                cake(2, "8.00")),
                        "A"))
                .isEqualTo("2.00 EUR");
    }

    @Test
    void withoutACompleteSetItSaysWhatIsMissing() {
        ProductSet set = ProductSet.of(new SetPart(COFFEE.products(), 2), CAKE);
        Decline one =
                Shop.declines(buy(set, fixed("1.00"), coffee(5, "12.50")), "A").get(0);
        assertThat(one.reason()).isEqualTo(DeclineReason.SET_INCOMPLETE);
        assertThat(one.actual()).contains(new Measure.Count(2));
        assertThat(one.required()).contains(new Measure.Count(3));
        assertThat(one.distance()).contains(new Measure.Count(1));
        assertThat(one.sentence())
                .isEqualTo("The purchase has 2 of the 3 pieces of a set: 1 to go. Missing is 1 of types [Accessory].");
        Decline two =
                Shop.declines(buy(set, fixed("1.00"), coffee(1, "2.50")), "A").get(0);
        assertThat(two.distance()).contains(new Measure.Count(2));
        assertThat(two.sentence()).endsWith("Missing is 1 of types [Coffee] and 1 of types [Accessory].");
    }

    @Test
    void aPurchaseOfNoneOfThePartsDoesNotComeInQuestionAndExplainsItself() {
        Shop shop = Shop.with(
                offer("A", new Terms.ProductRevenue(MEAL), fixed("1.00")).build());
        var purchase = shop.purchase("2024-03-05", line("laptop", 1, "900.00"));
        assertThat(shop.engine.evaluate(purchase).verdictOn("A")).isEmpty();
        assertThat(shop.engine.explain(purchase, "A").verdict().orElseThrow().toString())
                .contains("PRODUCTS_NOT_BOUGHT")
                .contains("is of types [Coffee] or types [Accessory]; it has [laptop (Hardware)]");
    }

    @Test
    void eachPieceThatComesBackTakesTheSetsThatItBreaks() {
        Purse purse = Purse.with(
                offer("A", new Terms.ProductRevenue(MEAL), fixed("1.00")).build());
        Outcome purchase = purse.buy("2024-03-01", coffee(3, "7.50"), cake(2, "8.00"));
        assertThat(takenBack(purse, purchase, "coffee")).isEqualTo("none");
        assertThat(takenBack(purse, purchase, "cake")).isEqualTo("1.00 EUR");
        assertThat(takenBack(purse, purchase, "coffee")).isEqualTo("none");
        assertThat(takenBack(purse, purchase, "coffee")).isEqualTo("1.00 EUR");
        assertThat(takenBack(purse, purchase, "cake")).isEqualTo("none");
        assertThat(purse.balance(AccountKind.AWARD_EXPENSE)).isEqualTo("0.00 EUR");
        assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("0.00 EUR");
    }

    @Test
    void aPieceInNoSetTakesThePlaceOfOneThatComesBack() {
        Purse purse = Purse.with(
                offer("A", new Terms.ProductRevenue(MEAL), fixed("1.00")).build());
        Outcome purchase =
                purse.buy("2024-03-01", coffee("first", 1, "2.00"), coffee("second", 1, "3.00"), cake(1, "4.00"));
        assertThat(takenBack(purse, purchase, "first")).isEqualTo("none");
        assertThat(purse.left("A")).isEqualTo("1.00 EUR");
        assertThat(takenBack(purse, purchase, "second")).isEqualTo("1.00 EUR");
    }

    @Test
    void aPercentageIsOfTheCheapestPiecesUnlessItIsOfTheDearest() {
        PurchaseLine[] lines = {
            coffee("a", 1, "5.00"),
            coffee("b", 1, "2.00"),
            coffee("c", 1, "3.00"),
            cake(2, "8.00"),
            line("x", 1, "90.00")
        };
        assertThat(award(buy(MEAL, percent("10"), lines), "A")).isEqualTo("1.30 EUR");
        assertThat(award(buy(dearest(MEAL), percent("10"), lines), "A")).isEqualTo("1.60 EUR");
    }

    @Test
    void whatALineCostsIsSpreadOverItsPiecesInWholeCents() {
        PurchaseLine[] lines = {coffee(3, "10.00"), cake(1, "4.00")};
        assertThat(award(buy(MEAL, percent("100"), lines), "A")).isEqualTo("7.33 EUR");
        assertThat(award(buy(dearest(MEAL), percent("100"), lines), "A")).isEqualTo("7.34 EUR");
        PurchaseLine[] all = {coffee(3, "10.00"), cake(3, "12.00")};
        assertThat(award(buy(MEAL, percent("100"), all), "A")).isEqualTo("22.00 EUR");
        assertThat(award(buy(dearest(MEAL), percent("100"), all), "A")).isEqualTo("22.00 EUR");
    }

    @Test
    void aRateIsOfTheValueOfTheSets() {
        Award points = new Award.Rate(new Amount(Shop.PTS, 1), eur("1.00"), RateSteps.WHOLE, AwardRange.NONE);
        assertThat(award(buy(MEAL, points, coffee(3, "7.50"), cake(2, "8.00")), "A"))
                .isEqualTo("13 PTS");
        assertThat(award(buy(MEAL, points, coffee(1, "0.49"), cake(1, "0.50")), "A"))
                .isEqualTo("none");
    }

    @Test
    void aPercentageOfWhatWasAwardedIsAwardedOnceForAllSets() {
        Offer bonus = offer(
                        "A",
                        new Terms.ProductRevenue(MEAL),
                        new Award.PercentageOfAwarded(
                                Percentage.of("10"), Shop.months(1), Set.of(), Set.of(), Shop.EUR))
                .build();
        Offer ten = offer("B", new Terms.TransactionRevenue(eur("100.00"), Optional.empty()), fixed("10.00"))
                .build();
        Shop shop = Shop.with(bonus, ten);
        shop.buy("2024-03-04", "100.00");
        assertThat(award(shop.buy("2024-03-05", coffee(2, "5.00"), cake(2, "8.00")), "A"))
                .isEqualTo("1.00 EUR");
    }

    @Test
    void aPercentageOfSetsIsWorkedOutAgainAndNeverMoreThanItWas() {
        Purse purse = Purse.with(
                offer("A", new Terms.ProductRevenue(MEAL), percent("10")).build());
        Outcome purchase = purse.buy(
                "2024-03-01", coffee("a", 1, "2.00"), coffee("b", 1, "3.00"), coffee("c", 1, "5.00"), cake(2, "8.00"));
        assertThat(award(purchase, "A")).isEqualTo("1.30 EUR");
        // Now 3.00 + 5.00 + 8.00 would give 1.60.
        assertThat(takenBack(purse, purchase, "a")).isEqualTo("none");
        assertThat(purse.left("A")).isEqualTo("1.30 EUR");
        // 3.00 + 4.00 give 0.70.
        assertThat(takenBack(purse, purchase, "cake")).isEqualTo("0.60 EUR");
        // 5.00 + 4.00 would give 0.90.
        assertThat(takenBack(purse, purchase, "b")).isEqualTo("none");
        assertThat(takenBack(purse, purchase, "c")).isEqualTo("0.70 EUR");
        assertThat(takenBack(purse, purchase, "cake")).isEqualTo("none");
        assertThat(purse.balance(AccountKind.AWARD_EXPENSE)).isEqualTo("0.00 EUR");
    }

    @Test
    void theDearestPieceThatComesBackTakesWhatItWasWorthMoreThanTheNext() {
        Purse purse = Purse.with(offer("A", new Terms.ProductRevenue(dearest(MEAL)), percent("10"))
                .build());
        Outcome purchase = purse.buy("2024-03-01", coffee("a", 1, "2.00"), coffee("b", 1, "5.00"), cake(1, "4.00"));
        assertThat(award(purchase, "A")).isEqualTo("0.90 EUR");
        assertThat(takenBack(purse, purchase, "b")).isEqualTo("0.30 EUR");
        assertThat(takenBack(purse, purchase, "a")).isEqualTo("0.60 EUR");
    }

    @Test
    void aRefundByAmountBringsNoPieceBackAndLowersTheValueOfTheSets() {
        for (ReturnPolicy policy : ReturnPolicy.values()) {
            Purse each = Purse.with(offer("A", new Terms.ProductRevenue(MEAL), fixed("1.00"))
                    .withHandling(AwardHandling.DEFAULT.with(policy))
                    .build());
            Outcome purchase = each.buy("2024-03-01", coffee(1, "3.00"), cake(1, "4.00"));
            assertThat(takenBack(refund(each, purchase, "cake", "2.00"))).isEqualTo("none");
            assertThat(each.left("A")).isEqualTo("1.00 EUR");

            Purse share = Purse.with(offer("A", new Terms.ProductRevenue(MEAL), percent("10"))
                    .withHandling(AwardHandling.DEFAULT.with(policy))
                    .build());
            Outcome other = share.buy("2024-03-01", coffee(1, "3.00"), cake(1, "4.00"));
            assertThat(takenBack(refund(share, other, "cake", "2.00"))).isEqualTo("0.20 EUR");
        }
    }

    @Test
    void whoeverKeepsTheDealGivesUpTheShareOfThePiecesInSets() {
        Purse purse = Purse.with(offer("A", new Terms.ProductRevenue(MEAL), fixed("1.00"))
                .withHandling(AwardHandling.DEFAULT.with(ReturnPolicy.KEEP_THE_DEAL))
                .build());
        Outcome purchase = purse.buy("2024-03-01", coffee(2, "5.00"), coffee("more", 1, "9.00"), cake(2, "8.00"));
        assertThat(purchase.lots().get(0).provenance().shares())
                .containsExactly(new LineShare("cake", 2, eur("1.00")), new LineShare("coffee", 2, eur("1.00")));
        assertThat(takenBack(purse, purchase, "more")).isEqualTo("none");
        assertThat(takenBack(purse, purchase, "cake")).isEqualTo("0.50 EUR");
        assertThat(takenBack(purse, purchase, "coffee")).isEqualTo("0.50 EUR");
        assertThat(takenBack(purse, purchase, "cake")).isEqualTo("0.50 EUR");
        assertThat(takenBack(purse, purchase, "coffee")).isEqualTo("0.50 EUR");
    }

    @Test
    void aDiscountComesOffTheLinesOfTheSets() {
        Purse purse = Purse.with(offer("A", new Terms.ProductRevenue(MEAL), fixed("1.00"))
                .withSpendMethod(SpendMethod.SPEND_INSTANTLY)
                .build());
        Outcome purchase = purse.buy(
                "2024-03-01",
                coffee(2, "5.00"),
                coffee("dear", 1, "9.00"),
                cake(2, "8.00"),
                line("phone", 1, "400.00"));
        assertThat(purchase.instantSpends()).singleElement().satisfies(spend -> {
            assertThat(spend.amount()).isEqualTo(eur("2.00"));
            assertThat(spend.lines())
                    .containsExactly(new LineShare("cake", 2, eur("1.23")), new LineShare("coffee", 2, eur("0.77")));
        });
        assertThat(purchase.payable()).contains(eur("420.00"));
        assertThat(back(purse, purchase, "phone").refund()).isEqualTo(eur("400.00"));
        assertThat(back(purse, purchase, "dear").refund()).isEqualTo(eur("9.00"));
    }

    @Test
    void aDiscountComesBackWithItsPieces() {
        Purse purse = Purse.with(offer("A", new Terms.ProductRevenue(MEAL), percent("50"))
                .withSpendMethod(SpendMethod.SPEND_INSTANTLY)
                .build());
        Outcome purchase = purse.buy("2024-03-01", coffee(1, "2.00"), cake(1, "4.00"));
        assertThat(purchase.payable()).contains(eur("3.00"));
        Amount paid = back(purse, purchase, "cake").refund();
        paid = paid.plus(back(purse, purchase, "coffee").refund());
        assertThat(paid).isEqualTo(eur("3.00"));
        assertThat(purse.balance(AccountKind.AWARD_EXPENSE)).isEqualTo("0.00 EUR");
    }

    @Test
    void aDiscountIsNeverMoreThanTheLinesOfTheSetsCost() {
        Outcome outcome = Shop.with(offer("A", new Terms.ProductRevenue(MEAL), fixed("5.00"))
                        .withSpendMethod(SpendMethod.SPEND_INSTANTLY)
                        .build())
                .buy("2024-03-01", coffee(1, "1.00"), cake(1, "2.00"), line("phone", 1, "400.00"));
        assertThat(award(outcome, "A")).isEqualTo("3.00 EUR");
        assertThat(outcome.payable()).contains(eur("400.00"));
    }

    @Test
    void whatIsExceptedIsInNoSet() {
        ProductList cases = new ProductList(Set.of("case"), Set.of(), Set.of());
        Offer excepting = offer("A", new Terms.ProductRevenue(MEAL), fixed("1.00"))
                .withConditions(AwardConditions.builder()
                        .withProducts(ProductSelection.ALL.butNot(cases))
                        .build())
                .build();
        assertThat(Shop.reasons(Shop.with(excepting).buy("2024-03-01", coffee(1, "2.50"), cake(1, "4.00")), "A"))
                .containsExactly(DeclineReason.SET_INCOMPLETE);
        Shop never = Shop.with(
                Shop.settings().withNeverRewarded(cases),
                offer("A", new Terms.ProductRevenue(MEAL), fixed("1.00")).build());
        assertThat(Shop.reasons(never.buy("2024-03-01", coffee(1, "2.50"), cake(1, "4.00")), "A"))
                .containsExactly(DeclineReason.SET_INCOMPLETE);
        assertThat(Shop.reasons(never.buy("2024-03-02", cake(1, "4.00")), "A"))
                .contains(DeclineReason.PRODUCTS_EXCLUDED);
    }

    @Test
    void feesAreInASetOnlyWhereAPartNamesThem() {
        PurchaseLine deposit = line("bottle", 1, "0.25").as(LineKind.FEE);
        assertThat(award(meals(coffee(1, "2.50"), deposit), "A")).isEqualTo("none");
        assertThat(award(meals(coffee(1, "2.50"), cake(1, "0.25").as(LineKind.FEE)), "A"))
                .isEqualTo("1.00 EUR");
    }

    @Test
    void aProductConditionBesideSetsNarrowsThem() {
        Offer electronic = offer("A", new Terms.ProductRevenue(MEAL), fixed("1.00"))
                .withConditions(AwardConditions.builder()
                        .withProducts(new ProductSelection(Set.of("coffee"), Set.of(), Set.of("ELECTRONICS")))
                        .build())
                .build();
        Shop shop = Shop.with(electronic);
        PurchaseLine other = new PurchaseLine(
                "tea",
                "tea",
                "Coffee",
                "",
                1,
                eur("2.00"),
                eur("0.00"),
                line("x", 1, "1.00").attributes());
        assertThat(award(shop.buy("2024-03-01", other, cake(1, "4.00")), "A")).isEqualTo("none");
        assertThat(award(shop.buy("2024-03-02", coffee(1, "2.50"), cake(1, "4.00")), "A"))
                .isEqualTo("1.00 EUR");
    }

    @Test
    void theLeastPurchaseLooksAtAllThatThePartsName() {
        Shop shop = Shop.with(offer("A", new Terms.ProductRevenue(MEAL), fixed("1.00"))
                .withConditions(AwardConditions.builder()
                        .withMinimumPurchase(eur("10.00"))
                        .build())
                .build());
        assertThat(award(shop.buy("2024-03-01", coffee(3, "6.00"), cake(1, "4.00")), "A"))
                .isEqualTo("1.00 EUR");
        assertThat(Shop.reasons(shop.buy("2024-03-02", coffee(3, "5.99"), cake(1, "4.00"), line("x", 1, "50.00")), "A"))
                .containsExactly(DeclineReason.PURCHASE_TOO_SMALL);
    }

    @Test
    void aLineThatTwoPartsWouldNameCountsForTheFirst() {
        ProductSet set = ProductSet.of(
                new SetPart(new ProductSelection(Set.of(), Set.of(), Set.of("ELECTRONICS")), 1),
                new SetPart(ProductSelection.ofTypes("Coffee"), 1));
        PurchaseLine both = new PurchaseLine(
                "gadget",
                "gadget",
                "Coffee",
                "ELECTRONICS",
                2,
                eur("20.00"),
                eur("0.00"),
                line("x", 1, "1.00").attributes());
        assertThat(award(buy(set, fixed("1.00"), both), "A")).isEqualTo("none");
        assertThat(award(buy(set, fixed("1.00"), both, coffee(1, "2.50")), "A")).isEqualTo("1.00 EUR");
    }

    @Test
    void setsAreWorthWhatCountsOfThem() {
        PurchaseLine taxed = new PurchaseLine(
                "coffee",
                "coffee",
                "",
                "",
                2,
                eur("6.00"),
                eur("1.00"),
                line("x", 1, "1.00").attributes());
        Shop net = Shop.with(
                Shop.settings().with(AwardBase.NET),
                offer("A", new Terms.ProductRevenue(MEAL), percent("10")).build());
        assertThat(award(net.buy("2024-03-01", taxed, cake(1, "4.00")), "A")).isEqualTo("0.65 EUR");
        Shop shop = Shop.with(
                offer("A", new Terms.ProductRevenue(MEAL), percent("10")).build());
        assertThat(award(
                        shop.engine.evaluate(shop.purchase("2024-03-01", taxed, cake(1, "4.00"))
                                .discounted(TillDiscount.of(eur("2.00"), "coffee"))),
                        "A"))
                .isEqualTo("0.60 EUR");
    }

    @Test
    void piecesAreValuedAndSharedByTheBaseOfTheAward() {
        PurchaseLine taxed = new PurchaseLine(
                "a",
                "coffee",
                "",
                "",
                1,
                eur("3.00"),
                eur("1.50"),
                line("x", 1, "1.00").attributes());
        PurchaseLine plain = coffee("b", 1, "2.00");
        Offer.Builder offer = offer("A", new Terms.ProductRevenue(MEAL), percent("10"))
                .withConditions(AwardConditions.builder()
                        .withMinimumPurchase(eur("9.00"))
                        .build());
        Shop gross = Shop.with(offer.build());
        assertThat(award(gross.buy("2024-03-01", taxed, plain, cake(1, "4.00")), "A"))
                .isEqualTo("0.60 EUR");
        Shop net = Shop.with(
                offer.withBase(PurchaseBase.of(AwardBase.GROSS, AwardBase.NET)).build());
        assertThat(award(net.buy("2024-03-01", taxed, plain, cake(1, "4.00")), "A"))
                .isEqualTo("0.55 EUR");
        assertThat(Shop.reasons(net.buy("2024-03-02", taxed, plain, cake(1, "3.99")), "A"))
                .containsExactly(DeclineReason.PURCHASE_TOO_SMALL);
    }

    @Test
    void freeSetsEarnAFixedAmountAndNoShare() {
        assertThat(award(meals(coffee(2, "0.00"), cake(2, "0.00")), "A")).isEqualTo("2.00 EUR");
        assertThat(award(buy(MEAL, percent("10"), coffee(2, "0.00"), cake(2, "0.00")), "A"))
                .isEqualTo("none");
    }

    @Test
    void capsCutTheSetsOfAPurchaseLikeAnyAward() {
        Shop shop = Shop.with(offer("A", new Terms.ProductRevenue(MEAL), fixed("1.00"))
                .withCaps(Cap.ofAmount(Cap.Of.PARTICIPANT, eur("2.50")))
                .build());
        assertThat(award(shop.buy("2024-03-01", coffee(2, "5.00"), cake(2, "8.00")), "A"))
                .isEqualTo("2.00 EUR");
        assertThat(award(shop.buy("2024-03-02", coffee(2, "5.00"), cake(2, "8.00")), "A"))
                .isEqualTo("0.50 EUR");
    }

    private static ProductSet dearest(ProductSet set) {
        return new ProductSet(set.parts(), ValuedBy.DEAREST);
    }

    private static Outcome meals(PurchaseLine... lines) {
        return buy(MEAL, fixed("1.00"), lines);
    }

    private static Outcome buy(ProductSet set, Award award, PurchaseLine... lines) {
        return Shop.with(offer("A", new Terms.ProductRevenue(set), award).build())
                .buy("2024-03-05", lines);
    }

    private static PurchaseLine coffee(long quantity, String total) {
        return coffee("coffee", quantity, total);
    }

    private static PurchaseLine coffee(String id, long quantity, String total) {
        return PurchaseLine.of(id, "coffee", quantity, eur(total));
    }

    private static PurchaseLine cake(long quantity, String total) {
        return PurchaseLine.of("cake", "case", quantity, eur(total));
    }

    private static ReturnResult back(Purse purse, Outcome purchase, String line) {
        return purse.giveBack("2024-03-05", purchase, line, 1).returned().orElseThrow();
    }

    private static String takenBack(Purse purse, Outcome purchase, String line) {
        return takenBack(back(purse, purchase, line));
    }

    private static ReturnResult refund(Purse purse, Outcome purchase, String line, String amount) {
        ReturnedLine part = new ReturnedLine(purchase.event(), line, 0, Optional.of(eur(amount)));
        return purse.engine
                .evaluate(GoodsReturn.of(purse.header("2024-03-05"), part))
                .returned()
                .orElseThrow();
    }

    private static String takenBack(ReturnResult back) {
        List<Reclaim> reclaimed = back.reclaimed();
        return reclaimed.isEmpty() ? "none" : reclaimed.get(0).amount().toString();
    }
}
