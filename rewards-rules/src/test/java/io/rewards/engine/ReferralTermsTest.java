package io.rewards.engine;

import static io.rewards.engine.Community.problems;
import static io.rewards.engine.Shop.at;
import static io.rewards.engine.Shop.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.Cap;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.QualifyingAwards;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Outcome;
import io.rewards.event.EventCancelled;
import io.rewards.event.EventKey;
import io.rewards.event.GoodsReturn;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.Referral;
import io.rewards.event.ReturnedLine;
import io.rewards.testkit.chance.Threads;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which friends, and which of their awards, a referrer is awarded for. Domain 2.4 C11, 4.7. */
class ReferralTermsTest {

    private static final QualifyingAwards PURCHASES =
            new QualifyingAwards(Set.of(Classification.INCREASE_REVENUE_TRANSACTION_BASED), Set.of());

    private static Community with(Terms.Referrals terms, Offer... others) {
        Offer[] all = new Offer[others.length + 2];
        all[0] = Community.anyPurchase("BASKET").build();
        all[1] = Shop.offer("REFER", terms, Shop.fixed("5.00")).build();
        System.arraycopy(others, 0, all, 2, others.length);
        return Community.with(all);
    }

    private static Terms.Referrals terms(QualifyingAwards qualifying, String least, TimeSpan within, TimeSpan newOnly) {
        return new Terms.Referrals(
                qualifying,
                Optional.ofNullable(least).map(Shop::eur),
                Optional.ofNullable(within),
                Optional.ofNullable(newOnly));
    }

    private static Terms.Referrals least(String amount) {
        return terms(QualifyingAwards.ALL, amount, null, null);
    }

    private static Terms.Referrals newOnly(TimeSpan span) {
        return terms(QualifyingAwards.ALL, null, null, span);
    }

    private static TimeSpan days(int count) {
        return new TimeSpan(count, SpanUnit.DAYS);
    }

    private static Outcome buys(Community community, String participant, String id, String amount, String time) {
        return community.engine.evaluate(Purchase.of(
                Community.header(id, participant, time), PurchaseLine.of("thing", "thing", 1, eur(amount))));
    }

    private static void returns(Community community, String participant, String purchase, String time) {
        community.engine.evaluate(GoodsReturn.of(
                community.header(participant, time), new ReturnedLine(EventKey.of(purchase), "thing", 1)));
    }

    @Test
    void onlyAwardsOfTheAskedKindCompleteAReferral() {
        Community community = with(
                terms(PURCHASES, null, null, null),
                Community.signUps("HELLO", false).build());
        community.register("ANNA", "2024-01-01");
        community.join("ANNA", "CLUB", "", "2024-01-01");
        community.register("FAKE", "2024-01-02");
        community.refer("ANNA", "FAKE", "2024-01-05");
        community.join("FAKE", "CLUB", "", "2024-01-06");
        assertThat(community.wallet("FAKE")).containsExactly("5.00 EUR");
        assertThat(community.wallet("ANNA")).containsExactly("5.00 EUR");
        community.buy("FAKE", "2024-01-07");
        assertThat(community.wallet("ANNA")).containsExactly("5.00 EUR", "5.00 EUR");
        community.buy("FAKE", "2024-01-08");
        assertThat(community.wallet("ANNA")).hasSize(2);
    }

    @Test
    void aTypeCanBeAskedForInsteadOfAClassification() {
        Community community = with(
                terms(new QualifyingAwards(Set.of(), Set.of(Classification.REWARD_SIGN_UPS.name())), null, null, null));
        community.members("ANNA", "BOB");
        community.refer("ANNA", "BOB", "2024-02-01");
        community.buy("BOB", "2024-02-02");
        assertThat(community.wallet("ANNA")).isEmpty();
    }

    @Test
    void theFirstPurchaseThatIsLargeEnoughCompletesAReferral() {
        Community community = with(least("20.00"));
        community.members("ANNA", "BOB");
        community.refer("ANNA", "BOB", "2024-02-01");
        buys(community, "BOB", "B1", "19.99", "2024-02-02");
        assertThat(community.wallet("ANNA")).isEmpty();
        buys(community, "BOB", "B2", "20.00", "2024-02-03");
        assertThat(community.wallet("ANNA")).containsExactly("5.00 EUR");
        buys(community, "BOB", "B3", "20.01", "2024-02-04");
        assertThat(community.wallet("ANNA")).containsExactly("5.00 EUR");
    }

    @Test
    void theAwardHasToComeBeforeTheSpanAfterTheReferralIsOver() {
        Community community = with(terms(QualifyingAwards.ALL, null, days(30), null));
        community.members("ANNA", "BOB", "CARL");
        community.refer("ANNA", "BOB", "2024-02-01T12:00");
        community.refer("ANNA", "CARL", "2024-02-01T12:00");
        community.buy("CARL", "2024-03-02T12:00");
        assertThat(community.wallet("ANNA")).isEmpty();
        community.buy("BOB", "2024-03-02T11:59:59");
        assertThat(community.wallet("ANNA")).containsExactly("5.00 EUR");
    }

    @Test
    void whoRegisteredLongBeforeTheReferralIsNotNew() {
        Community community = with(newOnly(days(30)));
        community.members("ANNA");
        for (String friend : List.of("EARLY", "EXACT")) {
            community.register(friend, "2024-01-02T12:00");
            community.join(friend, "CLUB", "", "2024-01-02T12:00");
        }
        community.refer("ANNA", "EARLY", "2024-02-01T12:00:01");
        community.buy("EARLY", "2024-02-02");
        assertThat(community.wallet("ANNA")).isEmpty();
        community.refer("ANNA", "EXACT", "2024-02-01T12:00");
        community.buy("EXACT", "2024-02-02");
        assertThat(community.wallet("ANNA")).containsExactly("5.00 EUR");
    }

    @Test
    void whoWasAwardedBeforeTheReferralIsNotNew() {
        Community community = with(newOnly(days(60)));
        community.members("ANNA", "BOB", "CARL", "DORA");
        community.buy("BOB", "2024-01-31T23:59:59");
        community.buy("CARL", "2024-02-01");
        buys(community, "DORA", "D1", "10.00", "2024-01-31");
        community.engine.evaluate(new EventCancelled(community.header("DORA", "2024-02-01"), EventKey.of("D1"), ""));
        community.refer("ANNA", "BOB", "2024-02-01");
        community.buy("BOB", "2024-02-02");
        assertThat(community.wallet("ANNA")).isEmpty();
        community.refer("ANNA", "CARL", "2024-02-01");
        assertThat(community.wallet("ANNA")).containsExactly("5.00 EUR");
        community.refer("ANNA", "DORA", "2024-02-01");
        community.buy("DORA", "2024-02-02");
        assertThat(community.wallet("ANNA")).hasSize(2);
    }

    @Test
    void twoParticipantsCannotReferEachOther() {
        Community community = with(new Terms.Referrals());
        community.members("ANNA", "BOB", "CARL");
        assertThat(problems(community.refer("ANNA", "BOB", "2024-02-01"))).isEmpty();
        assertThat(problems(community.refer("BOB", "ANNA", "2024-02-01")))
                .containsExactly(
                        "referrer: The participant (ANNA) has referred (BOB); two participants cannot refer each"
                                + " other.");
        assertThat(problems(community.refer("CARL", "ANNA", "2024-02-01"))).isEmpty();
        assertThat(problems(community.refer("BOB", "CARL", "2024-02-01"))).isEmpty();
    }

    @Test
    void ofTwoWhoReferEachOtherAtTheSameTimeOneIsRefused() {
        Community community = with(new Terms.Referrals());
        for (int round = 0; round < 20; round++) {
            String anna = "ANNA" + round;
            String bob = "BOB/" + round;
            community.members(anna, bob);
            List<Outcome> outcomes = Threads.race(
                    2,
                    number -> number == 0
                            ? community.refer(anna, bob, "2024-02-01")
                            : community.refer(bob, anna, "2024-02-01"));
            assertThat(outcomes).filteredOn(Outcome::isRecorded).hasSize(1);
        }
    }

    @Test
    void aCapLimitsHowManyFriendsAreAwarded() {
        Community community = Community.with(
                Community.anyPurchase("BASKET").build(),
                Community.referrals("REFER")
                        .withCaps(Cap.ofAwards(Cap.Of.PARTICIPANT, 2))
                        .build());
        community.members("ANNA", "F1", "F2", "F3");
        for (String friend : List.of("F1", "F2", "F3")) {
            community.refer("ANNA", friend, "2024-02-01");
            community.buy(friend, "2024-02-02");
        }
        assertThat(community.wallet("ANNA")).containsExactly("5.00 EUR", "5.00 EUR");
    }

    @Test
    void eachOfferIsCompletedByTheFirstAwardThatItAsksForAndGoesWithIt() {
        Community community = with(least("50.00"), Community.referrals("ANY").build());
        community.members("ANNA", "BOB");
        community.refer("ANNA", "BOB", "2024-02-01");
        buys(community, "BOB", "B1", "10.00", "2024-02-02");
        assertThat(community.wallet("ANNA")).hasSize(1);
        buys(community, "BOB", "B2", "50.00", "2024-02-03");
        assertThat(community.wallet("ANNA")).hasSize(2);
        returns(community, "BOB", "B2", "2024-02-04");
        assertThat(community.wallet("ANNA")).hasSize(1);
        buys(community, "BOB", "B3", "60.00", "2024-02-05");
        assertThat(community.wallet("ANNA")).hasSize(2);
        returns(community, "BOB", "B1", "2024-02-06");
        assertThat(community.wallet("ANNA")).hasSize(2);
        returns(community, "BOB", "B3", "2024-02-07");
        assertThat(community.wallet("ANNA")).isEmpty();
        buys(community, "BOB", "B4", "50.00", "2024-02-08");
        assertThat(community.wallet("ANNA")).hasSize(2);
    }

    @Test
    void whereTwoOffersWereCompletedByOneAwardOnlyTheOneGoesThatNothingCompletesAnyMore() {
        Community community = with(least("50.00"), Community.referrals("ANY").build());
        community.members("ANNA", "BOB");
        community.refer("ANNA", "BOB", "2024-02-01");
        buys(community, "BOB", "B1", "50.00", "2024-02-02");
        buys(community, "BOB", "B2", "10.00", "2024-02-03");
        assertThat(community.wallet("ANNA")).hasSize(2);
        returns(community, "BOB", "B1", "2024-02-04");
        assertThat(community.wallet("ANNA")).hasSize(1);
        returns(community, "BOB", "B2", "2024-02-05");
        assertThat(community.wallet("ANNA")).isEmpty();
    }

    @Test
    void aPurchaseThatShrinksBelowTheLeastCompletesNothingAnyMore() {
        Community community = with(least("20.00"));
        community.members("ANNA", "BOB");
        community.refer("ANNA", "BOB", "2024-02-01");
        community.engine.evaluate(Purchase.of(
                Community.header("B1", "BOB", "2024-02-02"),
                PurchaseLine.of("1", "thing", 1, eur("20.00")),
                PurchaseLine.of("2", "thing", 1, eur("0.01"))));
        community.engine.evaluate(
                GoodsReturn.of(community.header("BOB", "2024-02-03"), new ReturnedLine(EventKey.of("B1"), "2", 1)));
        assertThat(community.wallet("ANNA")).containsExactly("5.00 EUR");
        community.engine.evaluate(Purchase.of(
                Community.header("C1", "BOB", "2024-02-02"), PurchaseLine.of("1", "thing", 1, eur("15.00"))));
        Community other = with(least("20.00"));
        other.members("ANNA", "BOB");
        other.refer("ANNA", "BOB", "2024-02-01");
        other.engine.evaluate(Purchase.of(
                Community.header("B1", "BOB", "2024-02-02"),
                PurchaseLine.of("1", "thing", 1, eur("19.99")),
                PurchaseLine.of("2", "thing", 1, eur("0.01"))));
        assertThat(other.wallet("ANNA")).containsExactly("5.00 EUR");
        other.engine.evaluate(
                GoodsReturn.of(other.header("BOB", "2024-02-03"), new ReturnedLine(EventKey.of("B1"), "2", 1)));
        assertThat(other.wallet("ANNA")).isEmpty();
    }

    @Test
    void anOfferThatIsAddedLaterAwardsNoFriendWhoWasAwardedBefore() {
        Offer basket = Community.anyPurchase("BASKET").build();
        Community community = Community.with(basket, Community.referrals("OLD").build());
        community.members("ANNA", "BOB", "CARL");
        community.refer("ANNA", "BOB", "2024-02-01");
        community.refer("ANNA", "CARL", "2024-02-01");
        community.buy("BOB", "2024-02-02");
        assertThat(community.wallet("ANNA")).hasSize(1);
        community.engine.reload(Shop.programme(
                Shop.settings(), basket, Community.referrals("NEW").build()));
        community.buy("BOB", "2024-02-03");
        assertThat(community.wallet("ANNA")).hasSize(1);
        community.buy("CARL", "2024-02-03");
        assertThat(community.wallet("ANNA")).hasSize(2);
    }

    @Test
    void aReferralThatComesLateIsCompletedByTheFirstAwardSinceThatIsAskedFor() {
        Community community = with(least("20.00"));
        community.members("ANNA", "BOB");
        buys(community, "BOB", "B0", "30.00", "2024-01-31");
        buys(community, "BOB", "B1", "10.00", "2024-02-02");
        buys(community, "BOB", "B2", "25.00", "2024-02-03");
        buys(community, "BOB", "B3", "30.00", "2024-02-04");
        community.engine.evaluate(
                new Referral(Community.header("LATE", "BOB", "2024-02-01").receivedOn(at("2024-02-10")), "ANNA"));
        assertThat(community.journal("ANNA", io.rewards.ledger.TransactionKind.AWARD))
                .containsExactly("5.00 EUR on 2024-02-03");
    }
}
