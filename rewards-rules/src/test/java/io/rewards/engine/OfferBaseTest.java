package io.rewards.engine;

import static io.rewards.engine.Shop.PTS;
import static io.rewards.engine.Shop.award;
import static io.rewards.engine.Shop.days;
import static io.rewards.engine.Shop.declines;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Shop.percent;
import static io.rewards.engine.Shop.reasons;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.amount.Amount;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardBase;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardHandling;
import io.rewards.catalogue.AwardRange;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.PurchaseBase;
import io.rewards.catalogue.RateSteps;
import io.rewards.catalogue.ReturnPolicy;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.TargetExcess;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Decline;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Measure;
import io.rewards.decision.OfferProgress;
import io.rewards.decision.Outcome;
import io.rewards.event.PurchaseLine;
import io.rewards.problem.InvalidInputException;
import io.rewards.wallet.LineShare;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts for thresholds and what an award is worked out of, named by the offer. Domain 3.5. */
class OfferBaseTest {

    private static final PurchaseBase GROSS_NET = PurchaseBase.of(AwardBase.GROSS, AwardBase.NET);
    private static final PurchaseBase NET_GROSS = PurchaseBase.of(AwardBase.NET, AwardBase.GROSS);
    private static final Terms ANY = new Terms.TransactionRevenue(eur("0.00"), Optional.empty());

    private static PurchaseLine taxed(String id, long pieces, String total, String vat) {
        return new PurchaseLine(id, "thing", "", "", pieces, eur(total), eur(vat), Attributes.NONE);
    }

    /** 59.50 with tax, 50.00 without. */
    private static PurchaseLine fifty() {
        return taxed("1", 1, "59.50", "9.50");
    }

    private static Offer from(String least, PurchaseBase base) {
        return offer("A", new Terms.TransactionRevenue(eur(least), Optional.empty()), percent("10"))
                .withBase(base)
                .build();
    }

    private static Offer.Builder spent(Award award, TargetExcess excess) {
        return offer("A", new Terms.SpendLoyalty(eur("100.00"), days(30), excess), award)
                .withBase(GROSS_NET);
    }

    private static List<String> reclaimed(Outcome outcome) {
        return outcome.returned().orElseThrow().reclaimed().stream()
                .map(reclaim -> reclaim.amount().toString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "GROSS, GROSS, 59.50, 5.95 EUR",
        "GROSS, GROSS, 59.51, none",
        "GROSS, NET, 59.50, 5.00 EUR",
        "GROSS, NET, 59.51, none",
        "NET, GROSS, 50.00, 5.95 EUR",
        "NET, GROSS, 50.01, none",
        "NET, NET, 50.00, 5.00 EUR",
        "NET, NET, 50.01, none"
    })
    void theThresholdAndTheAwardEachHaveTheirBase(AwardBase threshold, AwardBase award, String from, String expected) {
        Shop shop = Shop.with(from(from, PurchaseBase.of(threshold, award)));
        Outcome outcome = shop.buy("2024-03-05", fifty());
        assertThat(award(outcome, "A")).isEqualTo(expected);
        if (expected.equals("none")) {
            assertThat(declines(outcome, "A"))
                    .extracting(Decline::distance)
                    .containsExactly(Optional.of(new Measure.Money(eur("0.01"))));
        }
    }

    @Test
    void whatTheOfferLeavesOpenIsAsTheSettingsSay() {
        Settings net = Shop.settings().with(AwardBase.NET);
        PurchaseBase threshold = new PurchaseBase(Optional.of(AwardBase.GROSS), Optional.empty());
        PurchaseBase award = new PurchaseBase(Optional.empty(), Optional.of(AwardBase.GROSS));
        assertThat(award(Shop.with(net, from("59.50", threshold)).buy("2024-03-05", fifty()), "A"))
                .isEqualTo("5.00 EUR");
        assertThat(award(Shop.with(net, from("50.00", award)).buy("2024-03-05", fifty()), "A"))
                .isEqualTo("5.95 EUR");
        assertThat(award(Shop.with(net, from("50.01", award)).buy("2024-03-05", fifty()), "A"))
                .isEqualTo("none");
        assertThat(award(Shop.with(net, from("50.00", PurchaseBase.OF_SETTINGS)).buy("2024-03-05", fifty()), "A"))
                .isEqualTo("5.00 EUR");
    }

    @Test
    void theLeastOfThePurchaseIsAThreshold() {
        for (PurchaseBase base : List.of(GROSS_NET, NET_GROSS)) {
            String least = base.equals(GROSS_NET) ? "59.50" : "50.00";
            for (String cent : List.of("0.00", "0.01")) {
                Offer third = offer("A", new Terms.CountLoyalty(1, days(30)), fixed("3.00"))
                        .withBase(base)
                        .withConditions(AwardConditions.builder()
                                .withMinimumPurchase(eur(least).plus(eur(cent)))
                                .build())
                        .build();
                Outcome outcome = Shop.with(third).buy("2024-03-05", fifty());
                assertThat(award(outcome, "A")).isEqualTo(cent.equals("0.00") ? "3.00 EUR" : "none");
            }
        }
    }

    @Test
    void whatIsAllTaxIsNoVisitWhereThresholdsAreWithoutIt() {
        Offer visit = offer("A", new Terms.CountLoyalty(1, days(30)), fixed("3.00"))
                .withBase(NET_GROSS)
                .build();
        Outcome outcome = Shop.with(visit).buy("2024-03-05", taxed("1", 1, "9.50", "9.50"));
        assertThat(reasons(outcome, "A")).containsExactly(DeclineReason.PURCHASE_TOO_SMALL);
    }

    @Test
    void aRateIsOfTheBaseOfTheAward() {
        Award rate = new Award.Rate(new Amount(PTS, 1), eur("1.00"), RateSteps.WHOLE, AwardRange.NONE);
        Offer points = offer("A", ANY, rate).withBase(GROSS_NET).build();
        Shop shop = Shop.with(points);
        assertThat(award(shop.buy("2024-03-05", fifty()), "A")).isEqualTo("50 PTS");
        Outcome little = shop.buy("2024-03-06", taxed("1", 1, "1.18", "0.19"));
        assertThat(declines(little, "A"))
                .extracting(Decline::sentence)
                .containsExactly("What counts is 0.99 EUR; the first step of the rate is 1.00 EUR.");
    }

    @Test
    void theLinesShareByTheBaseOfTheAward() {
        PurchaseLine[] lines = {taxed("a", 1, "12.00", "2.00"), taxed("b", 1, "10.00", "0.00")};
        assertThat(shares(offer("A", ANY, fixed("2.20")).withBase(GROSS_NET).build(), lines))
                .containsExactly("a 1.10 EUR", "b 1.10 EUR");
        assertThat(shares(offer("A", ANY, fixed("2.20")).withBase(NET_GROSS).build(), lines))
                .containsExactly("a 1.20 EUR", "b 1.00 EUR");
    }

    @Test
    void aDiscountIsSpreadByTheBaseOfTheAward() {
        PurchaseLine[] lines = {taxed("a", 1, "12.00", "2.00"), taxed("b", 1, "10.00", "0.00")};
        Offer off = offer("A", ANY, fixed("2.20"))
                .withBase(GROSS_NET)
                .withSpendMethod(SpendMethod.SPEND_INSTANTLY)
                .build();
        Outcome outcome = Shop.with(off).buy("2024-03-05", lines);
        assertThat(told(outcome.instantSpends().get(0).lines())).containsExactly("a 1.10 EUR", "b 1.10 EUR");
    }

    @Test
    void linesThatAreAllTaxShareByTheirPieces() {
        PurchaseLine[] lines = {taxed("a", 3, "12.00", "12.00"), taxed("b", 1, "10.00", "10.00")};
        assertThat(shares(offer("A", ANY, fixed("2.00")).withBase(GROSS_NET).build(), lines))
                .containsExactly("a 1.50 EUR", "b 0.50 EUR");
    }

    private static List<String> shares(Offer offer, PurchaseLine... lines) {
        return told(Shop.with(offer)
                .buy("2024-03-05", lines)
                .lots()
                .get(0)
                .provenance()
                .shares());
    }

    private static List<String> told(List<LineShare> shares) {
        return shares.stream().map(share -> share.line() + " " + share.amount()).toList();
    }

    @Test
    void goodsThatComeBackAreAskedAboutWithBothBases() {
        Purse purse = Purse.with(from("50.00", GROSS_NET));
        Outcome bought = purse.buy("2024-03-01", taxed("a", 1, "50.00", "8.00"), taxed("b", 1, "9.50", "1.50"));
        assertThat(award(bought, "A")).isEqualTo("5.00 EUR");
        assertThat(reclaimed(purse.giveBack("2024-03-02", bought, "b", 1))).containsExactly("0.80 EUR");
        Outcome again = purse.buy("2024-03-03", taxed("a", 1, "50.00", "8.00"), taxed("b", 1, "9.50", "1.50"));
        assertThat(reclaimed(purse.giveBack("2024-03-04", again, "a", 1))).containsExactly("5.00 EUR");
    }

    @Test
    void moneyIsCountedByOneBaseAndRewardedByTheOther() {
        Shop shop = Shop.with(spent(percent("10"), TargetExcess.DROP).build());
        shop.buy("2024-01-01", taxed("1", 1, "40.00", "4.00"));
        Outcome almost = shop.buy("2024-01-12", taxed("1", 1, "59.99", "9.99"));
        assertThat(declines(almost, "A"))
                .extracting(Decline::distance)
                .containsExactly(Optional.of(new Measure.Money(eur("0.01"))));
        assertThat(award(shop.buy("2024-01-20", taxed("1", 1, "0.01", "0.00")), "A"))
                .isEqualTo("8.60 EUR");
    }

    @Test
    void whatIsCarriedTakesItsPartOfWhatIsRewardedAlong() {
        Shop shop = Shop.with(spent(percent("10"), TargetExcess.CARRY).build());
        Outcome first = shop.buy("2024-01-01", taxed("1", 1, "130.00", "26.00"));
        assertThat(award(first, "A")).isEqualTo("8.00 EUR");
        assertThat(first.progress())
                .extracting(OfferProgress::current)
                .containsExactly(new Measure.Money(eur("30.00")));
        assertThat(award(shop.buy("2024-01-02", taxed("1", 1, "70.00", "0.00")), "A"))
                .isEqualTo("9.40 EUR");
    }

    @Test
    void goodsOfACountedPurchaseTakeTheirOwnTaxAlong() {
        Purse purse = Purse.with(spent(percent("10"), TargetExcess.DROP).build());
        purse.buy("2024-01-01", taxed("1", 1, "50.00", "5.00"));
        Outcome bought = purse.buy("2024-01-02", taxed("a", 1, "60.00", "10.00"), taxed("b", 1, "40.00", "0.00"));
        assertThat(award(bought, "A")).isEqualTo("13.50 EUR");
        assertThat(reclaimed(purse.giveBack("2024-01-03", bought, "b", 1))).containsExactly("4.00 EUR");
        assertThat(reclaimed(purse.giveBack("2024-01-04", bought, "a", 1))).containsExactly("9.50 EUR");
        assertThat(purse.account().counters().counted().get("A"))
                .extracting(counted -> counted.units() + " " + counted.rewarded())
                .containsExactly("5000 4500");
    }

    @Test
    void theDealThatIsKeptGivesUpItsPartOfWhatIsRewarded() {
        Purse purse = Purse.with(spent(percent("10"), TargetExcess.DROP)
                .withHandling(AwardHandling.DEFAULT.with(ReturnPolicy.KEEP_THE_DEAL))
                .build());
        Outcome bought = purse.buy("2024-01-02", taxed("a", 1, "60.00", "10.00"), taxed("b", 1, "40.00", "0.00"));
        assertThat(award(bought, "A")).isEqualTo("9.00 EUR");
        assertThat(reclaimed(purse.giveBack("2024-01-03", bought, "a", 1))).containsExactly("5.00 EUR");
    }

    @Test
    void aChangedBaseCountsFromThenOn() {
        Offer before = spent(percent("10"), TargetExcess.DROP)
                .withBase(PurchaseBase.OF_SETTINGS)
                .build();
        Shop shop = Shop.with(before);
        shop.buy("2024-01-01", fifty());
        shop.engine.reload(Shop.programme(
                Shop.settings(),
                before.toBuilder()
                        .withBase(PurchaseBase.of(AwardBase.NET, AwardBase.NET))
                        .build()));
        Outcome counted = shop.buy("2024-01-02", taxed("1", 1, "48.00", "7.51"));
        assertThat(declines(counted, "A"))
                .extracting(Decline::distance)
                .containsExactly(Optional.of(new Measure.Money(eur("0.01"))));
        assertThat(award(shop.buy("2024-01-03", taxed("1", 1, "0.01", "0.00")), "A"))
                .isEqualTo("10.00 EUR");
    }

    @Test
    void anOfferThatIsNotAboutPurchasesNamesNoBase() {
        Offer signUp = offer("A", new Terms.SignUps(false), fixed("1.00"))
                .withBase(new PurchaseBase(Optional.of(AwardBase.GROSS), Optional.empty()))
                .build();
        assertThatThrownBy(() -> Shop.with(signUp))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(
                        "offers[A].base: An offer of REWARD_SIGN_UPS is not about a purchase, so it cannot"
                                + " name a base.");
    }
}
