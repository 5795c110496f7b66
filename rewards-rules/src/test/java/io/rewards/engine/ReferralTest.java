package io.rewards.engine;

import static io.rewards.engine.Community.problems;
import static io.rewards.engine.Shop.at;
import static io.rewards.engine.Shop.award;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.EvaluationMethod;
import io.rewards.catalogue.RunDefinition;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.Referral;
import io.rewards.ledger.TransactionKind;
import io.rewards.participant.TerminationReason;
import io.rewards.run.RunListener;
import io.rewards.store.InMemoryStore;
import io.rewards.testkit.chance.Threads;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bring a friend. Domain 2.4 C11. */
class ReferralTest {

    private final InMemoryStore store = new InMemoryStore();
    private final Community community = new Community(
            Shop.programme(
                    Shop.settings(),
                    Community.anyPurchase("A").build(),
                    Community.referrals("REFER").build()),
            store,
            ReferenceCodeValidator.NONE);

    @Test
    void theReferrerIsAwardedWhenTheFriendFirstIsAndOnThatDay() {
        community.members("ANNA", "BOB");
        community.refer("ANNA", "BOB", "2024-02-01");
        assertThat(community.wallet("ANNA")).isEmpty();
        assertThat(award(community.buy("BOB", "2024-02-05"), "A")).isEqualTo("3.00 EUR");
        assertThat(community.journal("ANNA", TransactionKind.AWARD)).containsExactly("5.00 EUR on 2024-02-05");
        community.buy("BOB", "2024-02-06");
        assertThat(community.wallet("ANNA")).containsExactly("5.00 EUR");
        assertThat(community.wallet("BOB")).containsExactly("3.00 EUR", "3.00 EUR");
        assertThat(store.followUps(0, 10)).isEmpty();
    }

    @Test
    void nobodyRefersHimselfOrSomebodyReferredBefore() {
        community.members("ANNA", "BOB", "CARL");
        assertThat(problems(community.refer("ANNA", "ANNA", "2024-02-01")))
                .containsExactly("referrer: The participant (ANNA) cannot refer himself or herself.");
        assertThat(community.refer("ANNA", "BOB", "2024-02-01").isRecorded()).isTrue();
        assertThat(problems(community.refer("CARL", "BOB", "2024-02-02")))
                .containsExactly("participant: The participant (BOB) has already been referred.");
        assertThat(problems(community.refer("NOBODY", "CARL", "2024-02-01")))
                .containsExactly("referrer: The referrer (NOBODY) does not take part.");
        community.terminate("ANNA", TerminationReason.FRAUD, "2024-02-03");
        assertThat(problems(community.refer("ANNA", "CARL", "2024-02-04")))
                .containsExactly("referrer: The referrer (ANNA) does not take part.");
    }

    @Test
    void awardsForReferralsReferNobody() {
        community.members("ANNA", "BOB", "CARL");
        community.refer("ANNA", "BOB", "2024-02-01");
        community.refer("BOB", "CARL", "2024-02-01");
        community.buy("CARL", "2024-02-05");
        assertThat(community.wallet("BOB")).containsExactly("5.00 EUR");
        assertThat(community.wallet("ANNA")).isEmpty();
        community.buy("BOB", "2024-02-06");
        assertThat(community.wallet("ANNA")).containsExactly("5.00 EUR");
    }

    @Test
    void eachFriendEarnsTheAwardOnce() {
        community.members("ANNA", "BOB", "CARL");
        community.refer("ANNA", "BOB", "2024-02-01");
        community.refer("ANNA", "CARL", "2024-02-01");
        community.buy("BOB", "2024-02-05");
        community.buy("CARL", "2024-02-05");
        community.buy("CARL", "2024-02-06");
        assertThat(community.wallet("ANNA")).containsExactly("5.00 EUR", "5.00 EUR");
    }

    @Test
    void anAwardBeforeTheReferralDoesNotCountAndOneOfThatMomentDoes() {
        community.members("ANNA", "BOB");
        community.buy("BOB", "2024-01-31");
        community.refer("ANNA", "BOB", "2024-02-01T12:00");
        community.buy("BOB", "2024-02-01T11:59:59");
        assertThat(community.wallet("ANNA")).isEmpty();
        community.buy("BOB", "2024-02-01T12:00");
        assertThat(community.wallet("ANNA")).containsExactly("5.00 EUR");
    }

    @Test
    void aReferralThatComesLateCountsFromItsOwnDate() {
        community.members("ANNA", "BOB");
        community.buy("BOB", "2024-02-05");
        community.buy("BOB", "2024-02-07");
        EventHeader late = EventHeader.of("LATE", "BOB", "U1", at("2024-02-01")).receivedOn(at("2024-02-10"));
        community.engine.evaluate(new Referral(late.queued(), "ANNA"));
        assertThat(community.journal("ANNA", TransactionKind.AWARD)).containsExactly("5.00 EUR on 2024-02-05");
        community.buy("BOB", "2024-02-11");
        assertThat(community.wallet("ANNA")).hasSize(1);
    }

    @Test
    void aReferrerWhoHasLeftGetsNothing() {
        community.members("ANNA", "BOB");
        community.refer("ANNA", "BOB", "2024-02-01");
        community.terminate("ANNA", TerminationReason.CUSTOMER_REQUEST, "2024-02-03");
        community.buy("BOB", "2024-02-05");
        assertThat(community.wallet("ANNA")).isEmpty();
        assertThat(store.followUps(0, 10)).isEmpty();
        assertThat(problems(store.recorded(new EventKey("follow-up", "referral/BOB"))
                        .orElseThrow()
                        .outcome()))
                .containsExactly("participant: The participant (ANNA) is terminated.");
    }

    @Test
    void aReferrerWhoWasADuplicateIsAwardedAsTheOneWhoStays() {
        community.members("ANNA", "ANNA2", "ANNA3", "BOB");
        community.refer("ANNA", "BOB", "2024-02-01");
        community.merge("ANNA", "ANNA2", "2024-02-02");
        community.merge("ANNA2", "ANNA3", "2024-02-03");
        community.buy("BOB", "2024-02-05");
        assertThat(community.journal("ANNA3", TransactionKind.AWARD)).containsExactly("5.00 EUR on 2024-02-05");
        assertThat(community.wallet("ANNA")).isEmpty();
        assertThat(store.followUps(0, 10)).isEmpty();
    }

    @Test
    void whoTurnsOutToBeTheFriendEarnsNothing() {
        community.members("ANNA", "BOB");
        community.refer("ANNA", "BOB", "2024-02-01");
        community.merge("ANNA", "BOB", "2024-02-02");
        community.buy("BOB", "2024-02-05");
        assertThat(community.wallet("BOB")).containsExactly("3.00 EUR");
        community.members("CARL", "DORA");
        community.refer("CARL", "DORA", "2024-02-01");
        community.merge("DORA", "CARL", "2024-02-02");
        community.buy("CARL", "2024-02-05");
        assertThat(community.wallet("CARL")).containsExactly("3.00 EUR");
    }

    @Test
    void aFriendWhoWasADuplicateIsReferredOnceAsOnePerson() {
        community.members("ANNA", "BOB", "BOB2", "CARL");
        community.refer("ANNA", "BOB", "2024-02-01");
        community.merge("BOB", "BOB2", "2024-02-02");
        assertThat(problems(community.refer("CARL", "BOB2", "2024-02-03")))
                .containsExactly("participant: The participant (BOB2) has already been referred.");
        community.buy("BOB2", "2024-02-05");
        assertThat(community.wallet("ANNA")).containsExactly("5.00 EUR");
        community.members("DORA");
        community.merge("BOB2", "DORA", "2024-02-06");
        community.buy("DORA", "2024-02-07");
        assertThat(community.wallet("ANNA")).containsExactly("5.00 EUR");
    }

    @Test
    void aReferralOfferOfRunsWaitsForTheRun() {
        Community runs = Community.with(
                Community.anyPurchase("A").build(),
                Community.referrals("REFER")
                        .withEvaluation(EvaluationMethod.BATCH)
                        .build());
        runs.members("ANNA", "BOB");
        runs.refer("ANNA", "BOB", "2024-02-01");
        runs.buy("BOB", "2024-02-05");
        assertThat(runs.wallet("ANNA")).isEmpty();
        runs.engine.runs().run(RunDefinition.ofEverything("NIGHT"), at("2024-02-06"), RunListener.NONE);
        assertThat(runs.journal("ANNA", TransactionKind.AWARD)).containsExactly("5.00 EUR on 2024-02-05");
    }

    @Test
    void eightThreadsAwardTheReferrerOnceForEachFriend() {
        community.members("ANNA");
        for (int i = 0; i < 20; i++) {
            community.members("F" + i);
            community.refer("ANNA", "F" + i, "2024-02-01");
        }
        Threads.race(8, number -> {
            for (int i = 0; i < 20; i++) {
                community.buy("F" + (i + number) % 20, "2024-02-05");
            }
            return number;
        });
        assertThat(community.wallet("ANNA")).hasSize(20).containsOnly("5.00 EUR");
        assertThat(store.followUps(0, 10)).isEmpty();
    }

    @Test
    void aMergeOfTheReferrerAtTheSameTimeLosesNoAward() {
        for (int round = 0; round < 40; round++) {
            String anna = "ANNA" + round;
            String stays = "STAYS" + round;
            String bob = "BOB" + round;
            community.members(anna, stays, bob);
            community.refer(anna, bob, "2024-02-01");
            Threads.race(
                    2,
                    number -> number == 0
                            ? community.merge(anna, stays, "2024-02-05")
                            : community.buy(bob, "2024-02-05"));
            assertThat(community.wallet(stays)).containsExactly("5.00 EUR");
            assertThat(community.wallet(anna)).isEmpty();
        }
        assertThat(store.followUps(0, 10)).isEqualTo(List.of());
    }
}
