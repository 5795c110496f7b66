package io.rewards.engine;

import static io.rewards.engine.Ranks.GOLD;
import static io.rewards.engine.Ranks.PLATINUM;
import static io.rewards.engine.Ranks.SILVER;
import static io.rewards.engine.Shop.at;
import static io.rewards.engine.Shop.award;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.offer;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.AwardBase;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ProductList;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.Terms;
import io.rewards.catalogue.Tier;
import io.rewards.catalogue.TierFall;
import io.rewards.catalogue.TierOwner;
import io.rewards.catalogue.TierReturns;
import io.rewards.catalogue.TierSettings;
import io.rewards.decision.Outcome;
import io.rewards.event.EventCancelled;
import io.rewards.event.ProfileChanged;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SchemeSignOff;
import io.rewards.event.SpendBlockingChanged;
import io.rewards.event.TierSet;
import io.rewards.participant.Profile;
import io.rewards.participant.ProfileChange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Domain 8.4. */
class TiersTest {

    private static final Offer FOR_GOLD = offer(
                    "FOR-GOLD", new Terms.TransactionRevenue(eur("0.00"), Optional.empty()), fixed("1.00"))
            .withConditions(AwardConditions.builder().withTiers(Set.of("GOLD")).build())
            .build();

    @ParameterizedTest
    @CsvSource({
        "0.01, SILVER",
        "499.99, SILVER",
        "500.00, GOLD",
        "500.01, GOLD",
        "1499.99, GOLD",
        "1500.00, PLATINUM",
        "1600.00, PLATINUM"
    })
    void aTierIsReachedByItsUnits(String total, String tier) {
        Ranks ranks = Ranks.with();
        assertThat(ranks.tier()).isEqualTo("SILVER");
        ranks.buy("2023-03-01", total);
        assertThat(ranks.tier()).isEqualTo(tier);
    }

    @Test
    void whatIsBoughtIsSummedBeforeItIsDivided() {
        Ranks ranks = Ranks.with(TierSettings.DEFAULT, List.of(SILVER, Tier.of("ONE", 1, Shop.months(12))));
        ranks.buy("2023-03-01", "0.99");
        assertThat(ranks.explained("2023-03-02").next().orElseThrow().units()).isZero();
        assertThat(ranks.tier()).isEqualTo("SILVER");
        ranks.buy("2023-03-02", "0.01");
        assertThat(ranks.tier()).isEqualTo("ONE");
    }

    @ParameterizedTest
    @CsvSource({"249.99, SILVER", "250.00, GOLD"})
    void aUnitCanBeWorthLess(String total, String tier) {
        Ranks ranks = Ranks.with(TierSettings.DEFAULT.withUnit(eur("0.50")), List.of(SILVER, GOLD));
        ranks.buy("2023-03-01", total);
        assertThat(ranks.tier()).isEqualTo(tier);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-01T12:00, 200, SILVER",
        "2024-03-01T11:59:59.999999999, 500, GOLD",
        "2024-03-01T12:00:00.000000001, 200, SILVER"
    })
    void theWindowIsOpenAtItsStart(String second, long units, String tier) {
        Ranks ranks = Ranks.with();
        ranks.buy("2023-03-01T12:00", "300.00");
        ranks.buy(second, "200.00");
        assertThat(ranks.tier()).isEqualTo(tier);
        if (tier.equals("SILVER")) {
            assertThat(ranks.explained(second).next().orElseThrow().units()).isEqualTo(units);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29T12:00, 2025-02-28T12:00, SILVER", // 28 February one year before: nothing of 29 February is missing
        "2024-02-28T12:00, 2025-02-28T12:00, SILVER",
        "2024-02-28T12:00:01, 2025-02-28T12:00, GOLD"
    })
    void theWindowFollowsTheCalendarInLeapYears(String first, String second, String tier) {
        Ranks ranks = Ranks.with();
        ranks.buy(first, "300.00");
        ranks.buy(second, "200.00");
        assertThat(ranks.tier()).isEqualTo(first.startsWith("2024-02-29") ? "GOLD" : tier);
    }

    @Test
    void thePurchaseThatLiftsIsDecidedWithTheTierBefore() {
        Ranks ranks = Ranks.with(FOR_GOLD);
        assertThat(award(ranks.buy("2023-03-01", "600.00"), "FOR-GOLD")).isEqualTo("none");
        assertThat(ranks.tier()).isEqualTo("GOLD");
        assertThat(award(ranks.buy("2023-03-01T12:00:01", "1.00"), "FOR-GOLD")).isEqualTo("1.00 EUR");
        assertThat(award(ranks.buy("2023-03-01T11:00", "1.00"), "FOR-GOLD")).isEqualTo("none");
    }

    @Test
    void itRisesAtOnceOverSeveralLevels() {
        Ranks ranks = Ranks.with();
        ranks.buy("2023-03-01", "1600.00");
        assertThat(ranks.history()).containsExactly("REACHED PLATINUM 2023-03-01T12:00");
    }

    @ParameterizedTest
    @CsvSource({"449.00, SILVER", "499.99, SILVER", "500.00, GOLD"})
    void theUnitsAfterThePurchaseThatReachedItKeepIt(String later, String tier) {
        Ranks ranks = Ranks.with();
        ranks.buy("2023-03-01", "600.00");
        ranks.buy("2023-09-01", later);
        ranks.run("2024-02-29T23:59:59");
        assertThat(ranks.tier()).isEqualTo("GOLD");
        ranks.run("2024-03-01T00:00");
        assertThat(ranks.tier()).isEqualTo(tier);
    }

    @Test
    void platinumWith450FallsToGoldWhichIsReviewedOnePeriodLater() {
        Ranks ranks = Ranks.with();
        ranks.buy("2023-03-01", "1600.00");
        ranks.buy("2023-09-01", "450.00");
        ranks.run("2024-03-01");
        assertThat(ranks.tier()).isEqualTo("GOLD");
        assertThat(ranks.explained("2024-03-01").keeping().orElseThrow().review())
                .isEqualTo(at("2025-03-01T00:00"));
        ranks.run("2025-02-28T23:59:59");
        assertThat(ranks.tier()).isEqualTo("GOLD");
        ranks.run("2025-03-01");
        assertThat(ranks.history())
                .containsExactly(
                        "REACHED PLATINUM 2023-03-01T12:00",
                        "FELL GOLD 2024-03-01T00:00",
                        "FELL SILVER 2025-03-01T00:00");
    }

    @Test
    void aTierThatIsKeptIsReviewedOnePeriodLater() {
        Ranks ranks = Ranks.with();
        ranks.buy("2023-03-01", "600.00");
        ranks.buy("2023-09-01", "500.00");
        ranks.run("2024-03-01");
        assertThat(ranks.tier()).isEqualTo("GOLD");
        ranks.run("2025-02-28");
        assertThat(ranks.tier()).isEqualTo("GOLD");
        ranks.run("2025-03-01");
        assertThat(ranks.tier()).isEqualTo("SILVER");
    }

    @Test
    void theNextEventReviewsAsARunWould() {
        Ranks byRun = Ranks.with(FOR_GOLD);
        Ranks byEvent = Ranks.with(FOR_GOLD);
        for (Ranks ranks : List.of(byRun, byEvent)) {
            ranks.buy("2023-03-01", "600.00");
            ranks.buy("2023-09-01", "450.00");
        }
        byRun.run("2024-03-01T04:00");
        assertThat(award(byRun.buy("2024-03-01T08:00", "1.00"), "FOR-GOLD")).isEqualTo("none");
        assertThat(award(byEvent.buy("2024-03-01T08:00", "1.00"), "FOR-GOLD")).isEqualTo("none");
        assertThat(byEvent.account("P1").tiering())
                .isEqualTo(byRun.account("P1").tiering());
        assertThat(byEvent.tier()).isEqualTo("SILVER");
    }

    @Test
    void whatIsBoughtAtTheReviewComesAfterIt() {
        Ranks ranks = Ranks.with();
        ranks.buy("2023-03-01", "600.00");
        ranks.buy("2023-09-01", "400.00");
        ranks.buy("2024-03-01T00:00", "100.00");
        assertThat(ranks.history())
                .containsExactly(
                        "REACHED GOLD 2023-03-01T12:00",
                        "FELL SILVER 2024-03-01T00:00",
                        "REACHED GOLD 2024-03-01T00:00");
    }

    @Test
    void aReviewOnTheDayOfTheClockChangeIsAtItsStart() {
        Ranks ranks = Ranks.with();
        ranks.buy("2023-03-26T12:00", "600.00"); // Europe/Nicosia: one hour less
        ranks.run("2024-03-25T23:59:59");
        assertThat(ranks.tier()).isEqualTo("GOLD");
        ranks.run("2024-03-26T00:00");
        assertThat(ranks.tier()).isEqualTo("SILVER");
    }

    @Test
    void aTierReachedOnTheLeapDayIsReviewedOnThe28th() {
        Ranks ranks = Ranks.with();
        ranks.buy("2024-02-29T12:00", "600.00");
        ranks.run("2025-02-27T23:59:59");
        assertThat(ranks.tier()).isEqualTo("GOLD");
        ranks.run("2025-02-28T00:00");
        assertThat(ranks.tier()).isEqualTo("SILVER");
    }

    @Test
    void whatEarnedATierThatWasLostDoesNotEarnItAgainBeforeItsHour() {
        Ranks ranks = Ranks.with();
        ranks.buy("2023-03-01T12:00", "600.00");
        ranks.buy("2023-03-01T12:00:01", "400.00");
        ranks.run("2024-03-01T00:00");
        ranks.buy("2024-03-01T08:00", "99.99");
        assertThat(ranks.tier()).isEqualTo("SILVER");
        ranks.buy("2024-03-01T09:00", "0.01");
        assertThat(ranks.tier()).isEqualTo("GOLD");
    }

    @ParameterizedTest
    @CsvSource({"ONE_LEVEL, GOLD", "REQUALIFY, SILVER", "KEEP, PLATINUM"})
    void aTierFallsAsItSays(TierFall falls, String tier) {
        Ranks ranks = Ranks.with(TierSettings.DEFAULT, List.of(SILVER, GOLD, PLATINUM.with(falls)));
        ranks.buy("2023-03-01", "1600.00");
        ranks.buy("2023-09-01", "450.00");
        ranks.run("2024-03-01");
        assertThat(ranks.tier()).isEqualTo(tier);
    }

    @ParameterizedTest
    @CsvSource({"499.99, SILVER", "500.00, GOLD"})
    void requalifyingLeadsToWhatTheUnitsOfThePeriodReach(String units, String tier) {
        Ranks ranks = Ranks.with(TierSettings.DEFAULT, List.of(SILVER, GOLD, PLATINUM.with(TierFall.REQUALIFY)));
        ranks.buy("2023-03-01", "1600.00");
        ranks.buy("2023-09-01", units);
        ranks.run("2024-03-01");
        assertThat(ranks.tier()).isEqualTo(tier);
    }

    @ParameterizedTest
    @CsvSource({"299.99, SILVER", "300.00, GOLD"})
    void aTierCanBeKeptByLess(String units, String tier) {
        Ranks ranks = Ranks.with(TierSettings.DEFAULT, List.of(SILVER, GOLD.keptBy(300)));
        ranks.buy("2023-03-01", "600.00");
        ranks.buy("2023-09-01", units);
        ranks.run("2024-03-01");
        assertThat(ranks.tier()).isEqualTo(tier);
    }

    @Test
    void whoeverFallsBelowTheLowestTierIsInNone() {
        Ranks ranks = Ranks.with(TierSettings.DEFAULT, List.of(GOLD));
        assertThat(ranks.tier()).isEmpty();
        ranks.buy("2023-03-01", "500.00");
        assertThat(ranks.tier()).isEqualTo("GOLD");
        ranks.run("2024-03-01");
        assertThat(ranks.tier()).isEmpty();
    }

    @Test
    void goodsThatComeBackLeaveTheTierUntilItsReview() {
        Ranks ranks = Ranks.with();
        Outcome bought = ranks.buy("2023-03-01", "600.00");
        ranks.goesBack("2023-03-02", bought);
        assertThat(ranks.tier()).isEqualTo("GOLD");
        Outcome later = ranks.buy("2023-09-01", "500.00");
        ranks.goesBack("2023-10-01", later, "0.01");
        ranks.run("2024-03-01");
        assertThat(ranks.tier()).isEqualTo("SILVER");
    }

    @Test
    void goodsThatComeBackAfterAReviewDoNotUndoIt() {
        Ranks ranks = Ranks.with();
        ranks.buy("2023-03-01", "600.00");
        Outcome later = ranks.buy("2023-09-01", "500.00");
        ranks.run("2024-03-01");
        ranks.goesBack("2024-03-02", later);
        ranks.buy("2024-04-01", "1.00");
        assertThat(ranks.tier()).isEqualTo("GOLD");
    }

    @Test
    void goodsThatComeBackCanCountAtOnce() {
        Ranks ranks = Ranks.with(TierSettings.DEFAULT.with(TierReturns.AT_ONCE), List.of(SILVER, GOLD, PLATINUM));
        Outcome bought = ranks.buy("2023-03-01", "1600.00");
        ranks.buy("2023-04-01", "100.00");
        ranks.goesBack("2023-05-01", bought, "1199.99");
        assertThat(ranks.history()).containsExactly("REACHED GOLD 2023-04-01T12:00");
        ranks.goesBack("2023-05-02", bought, "0.02");
        assertThat(ranks.tier()).isEqualTo("SILVER");
    }

    @Test
    void aPurchaseThatNeverHappenedTakesItsUnitsBack() {
        Ranks ranks = Ranks.with(TierSettings.DEFAULT.with(TierReturns.AT_ONCE), List.of(SILVER, GOLD, PLATINUM));
        Outcome bought = ranks.buy("2023-03-01", "600.00");
        ranks.engine.evaluate(new EventCancelled(ranks.header("2023-03-02"), bought.event(), ""));
        assertThat(ranks.tier()).isEqualTo("SILVER");
    }

    @Test
    void goodsOnTheSameReceiptComeBackFirst() {
        Ranks ranks = Ranks.with();
        Outcome bought = ranks.buy("2023-03-01", "300.00");
        ranks.engine.evaluate(Purchase.of(ranks.header("2023-03-02"), Shop.thing("499.99"))
                .returning(new ReturnedLine(bought.event(), "thing", 1)));
        assertThat(ranks.tier()).isEqualTo("SILVER");
        ranks.buy("2023-03-03", "0.01");
        assertThat(ranks.tier()).isEqualTo("GOLD");
    }

    @Test
    void aLatePurchaseLiftsAtItsOwnDate() {
        Ranks ranks = Ranks.with();
        ranks.buy("2023-03-01", "300.00");
        ranks.buy("2023-05-01", "100.00");
        ranks.buy("2023-04-01", "200.00");
        assertThat(ranks.history()).containsExactly("REACHED GOLD 2023-04-01T12:00");
        ranks.run("2024-03-31");
        assertThat(ranks.tier()).isEqualTo("GOLD");
        ranks.run("2024-04-01");
        assertThat(ranks.tier()).isEqualTo("SILVER");
    }

    @Test
    void aLatePurchaseUndoesTheFallThatItWouldHavePrevented() {
        Ranks ranks = Ranks.with();
        ranks.buy("2023-03-01", "600.00");
        ranks.buy("2023-09-01", "450.00");
        ranks.run("2024-03-01");
        assertThat(ranks.tier()).isEqualTo("SILVER");
        ranks.buy("2024-02-29T23:59:59", "49.99");
        assertThat(ranks.tier()).isEqualTo("SILVER");
        ranks.buy("2024-02-29T23:59:59", "0.01");
        assertThat(ranks.history()).containsExactly("REACHED GOLD 2023-03-01T12:00");
        assertThat(ranks.explained("2024-03-02").keeping().orElseThrow().review())
                .isEqualTo(at("2025-03-01T00:00"));
    }

    @Test
    void aTierThatIsSetByHandStaysUntilTheEndOfItsLock() {
        Ranks ranks = Ranks.with();
        ranks.set("2023-03-01", "GOLD", "2023-09-01T00:00");
        assertThat(ranks.tier()).isEqualTo("GOLD");
        ranks.buy("2023-04-01", "1500.00");
        assertThat(ranks.tier()).isEqualTo("GOLD");
        ranks.run("2023-08-31T23:59:59");
        assertThat(ranks.tier()).isEqualTo("GOLD");
        ranks.run("2023-09-01");
        assertThat(ranks.history()).containsExactly("SET GOLD 2023-03-01T12:00", "REACHED PLATINUM 2023-09-01T00:00");
    }

    @ParameterizedTest
    @CsvSource({"499.99, SILVER", "500.00, GOLD"})
    void theUnitsOfThePeriodBeforeTheEndOfALockDecide(String units, String tier) {
        Ranks ranks = Ranks.with();
        ranks.buy("2022-09-01T00:00", units);
        ranks.set("2023-03-01", "GOLD", "2023-09-01T00:00");
        ranks.run("2023-09-01");
        assertThat(ranks.tier()).isEqualTo(tier);
    }

    @Test
    void aLockWithoutAnEndHoldsUntilItIsSetAnew() {
        Ranks ranks = Ranks.with();
        ranks.buy("2023-02-01", "600.00");
        ranks.set("2023-03-01", "SILVER", "");
        ranks.buy("2030-04-01", "9999.00");
        assertThat(ranks.tier()).isEqualTo("SILVER");
        ranks.set("2030-05-01", "SILVER", "2030-05-02T00:00");
        ranks.run("2030-05-02");
        assertThat(ranks.tier()).isEqualTo("PLATINUM");
    }

    @Test
    void settingATierAsksForAReasonAUserAKnownTierAndAnEndThatComesLater() {
        Ranks ranks = Ranks.with();
        assertThat(ranks.engine
                        .evaluate(new TierSet(ranks.header("2023-03-01"), "TIN", "", "", Optional.of(at("2023-03-01"))))
                        .problems())
                .extracting(problem -> problem.path())
                .containsExactlyInAnyOrder("tier", "reason", "user", "until");
        assertThat(ranks.tier()).isEqualTo("SILVER");
    }

    @Test
    void aTierOfTheHostIsThatOfTheProfileUnlessItIsLocked() {
        Ranks ranks = Ranks.with(TierSettings.DEFAULT, List.of(Tier.named("SILVER"), Tier.named("GOLD")), FOR_GOLD);
        ranks.engine.evaluate(new ProfileChanged(ranks.header("2023-03-01"), Profile.EMPTY.withTier("SILVER"), ""));
        ranks.set("2023-04-01", "GOLD", "2023-05-01T00:00");
        assertThat(ranks.tier()).isEqualTo("GOLD");
        assertThat(award(ranks.buy("2023-04-30T23:59:59", "1.00"), "FOR-GOLD")).isEqualTo("1.00 EUR");
        assertThat(award(ranks.buy("2023-05-01T00:00", "1.00"), "FOR-GOLD")).isEqualTo("none");
        assertThat(ranks.tier()).isEqualTo("SILVER");
        assertThat(award(ranks.buy("2023-03-31", "1.00"), "FOR-GOLD")).isEqualTo("none");
    }

    @Test
    void theRunEndsALockOfTheHost() {
        Ranks ranks = Ranks.with(TierSettings.DEFAULT, List.of(Tier.named("SILVER"), Tier.named("GOLD")));
        ranks.set("2023-04-01", "GOLD", "2023-05-01T00:00");
        ranks.run("2023-04-30");
        assertThat(ranks.tier()).isEqualTo("GOLD");
        ranks.run("2023-05-01");
        assertThat(ranks.tier()).isEmpty();
    }

    @Test
    void theHostMayOwnTiersThatHaveUnits() {
        Ranks ranks = Ranks.with(TierSettings.DEFAULT.with(TierOwner.HOST), List.of(SILVER, GOLD));
        ranks.buy("2023-03-01", "600.00");
        assertThat(ranks.tier()).isEmpty();
        assertThat(ranks.account("P1").tiers()).isEmpty();
    }

    @Test
    void aChangedProfileLeavesATierOfTheEngine() {
        Ranks ranks = Ranks.with(FOR_GOLD);
        ranks.buy("2023-03-01", "600.00");
        ranks.engine.evaluate(new ProfileChanged(
                ranks.header("2023-03-02"), ProfileChange.of(Profile.EMPTY).emptying("tier"), ""));
        ranks.engine.evaluate(new ProfileChanged(ranks.header("2023-03-03"), Profile.EMPTY.withTier("SILVER"), ""));
        assertThat(ranks.tier()).isEqualTo("GOLD");
        assertThat(award(ranks.buy("2023-03-04", "1.00"), "FOR-GOLD")).isEqualTo("1.00 EUR");
    }

    @Test
    void aDuplicateBringsItsUnits() {
        Ranks ranks = Ranks.with();
        ranks.buy("2023-03-01", "300.00");
        ranks.otherBuys("2023-03-02", "200.00");
        ranks.merge("2023-03-03");
        assertThat(ranks.history()).containsExactly("REACHED GOLD 2023-03-03T12:00");
        assertThat(ranks.account("P2").participant().tier()).isEmpty();
        assertThat(ranks.account("P2").tiers()).isEmpty();
    }

    @Test
    void aDuplicateBringsTheHigherTierWithItsReview() {
        Ranks ranks = Ranks.with();
        ranks.buy("2023-02-01", "10.00");
        ranks.otherBuys("2023-03-02", "600.00");
        ranks.merge("2023-06-03");
        assertThat(ranks.history()).containsExactly("MERGED GOLD 2023-06-03T12:00");
        assertThat(ranks.explained("2023-06-04").keeping().orElseThrow().review())
                .isEqualTo(at("2024-03-02T00:00"));
        ranks.run("2024-03-02");
        assertThat(ranks.tier()).isEqualTo("SILVER");
    }

    @Test
    void aDuplicateInALowerTierLeavesTheTier() {
        Ranks ranks = Ranks.with();
        ranks.buy("2023-02-01", "1600.00");
        ranks.otherBuys("2023-03-02", "600.00");
        ranks.merge("2023-06-03");
        assertThat(ranks.history()).containsExactly("REACHED PLATINUM 2023-02-01T12:00");
    }

    @Test
    void whoIsBlockedOrHasSignedOffCollectsUnits() {
        Ranks ranks = Ranks.with();
        ranks.engine.evaluate(new SpendBlockingChanged(ranks.header("2023-02-01"), true));
        ranks.buy("2023-03-01", "300.00");
        ranks.engine.evaluate(new SchemeSignOff(ranks.header("2023-03-02"), "CLUB"));
        ranks.buy("2023-03-03", "200.00");
        assertThat(ranks.tier()).isEqualTo("GOLD");
    }

    @ParameterizedTest
    @EnumSource(AwardBase.class)
    void whatCountsIsWithTaxOrWithout(AwardBase base) {
        Ranks ranks = Ranks.with(TierSettings.DEFAULT.with(base), List.of(SILVER, GOLD));
        PurchaseLine line = Shop.thing("595.00").with(1, eur("595.00"), eur("95.01"));
        ranks.buy("2023-03-01", line);
        assertThat(ranks.tier()).isEqualTo(base == AwardBase.GROSS ? "GOLD" : "SILVER");
        ranks.buy("2023-03-02", "0.01");
        assertThat(ranks.tier()).isEqualTo("GOLD");
    }

    @Test
    void whatIsExceptedAndWhatIsNeverRewardedDoesNotCount() {
        Ranks ranks = Ranks.with(
                TierSettings.DEFAULT.with(
                        ProductSelection.ALL.butNot(new ProductList(Set.of(), Set.of("Coffee"), Set.of()))),
                List.of(SILVER, GOLD));
        ranks.buy("2023-03-01", Shop.line("coffee", 1, "9000.00"), Shop.line("laptop", 1, "499.99"));
        assertThat(ranks.tier()).isEqualTo("SILVER");
        ranks.buy("2023-03-02", Shop.line("case", 1, "0.01"));
        assertThat(ranks.tier()).isEqualTo("GOLD");
    }

    @Test
    void aPurchaseThatIsLeftToARunCountsWhenItIsTold() {
        Ranks ranks = Ranks.with(FOR_GOLD);
        ranks.engine.evaluate(
                Purchase.of(ranks.header("2023-03-01"), Shop.thing("600.00")).queued());
        assertThat(ranks.tier()).isEqualTo("GOLD");
        ranks.run("2023-03-02");
        assertThat(ranks.store.account("P1").orElseThrow().lots()).isEmpty();
        assertThat(ranks.explained("2023-03-02").purchases()).hasSize(1);
        assertThat(ranks.explained("2023-03-02").next().orElseThrow().missing()).isEqualTo(900);
    }

    @Test
    void anOldFormOfTiersIsThatOfTheHost() {
        Ranks ranks = Ranks.with(TierSettings.DEFAULT, List.of(Tier.named("SILVER"), Tier.named("GOLD")), FOR_GOLD);
        ranks.engine.evaluate(new ProfileChanged(ranks.header("2023-03-01"), Profile.EMPTY.withTier("GOLD"), ""));
        assertThat(award(ranks.buy("2023-03-02", "1.00"), "FOR-GOLD")).isEqualTo("1.00 EUR");
        assertThat(ranks.account("P1").tiers()).isEmpty();
    }
}
