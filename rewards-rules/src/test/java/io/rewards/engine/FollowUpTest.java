package io.rewards.engine;

import static io.rewards.engine.Shop.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.catalogue.Programme;
import io.rewards.catalogue.RunDefinition;
import io.rewards.event.CustomerEvent;
import io.rewards.event.DuplicateMerged;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.RaisedEvent;
import io.rewards.event.ReferredAwarded;
import io.rewards.ledger.TransactionKind;
import io.rewards.participant.TerminationReason;
import io.rewards.run.RunListener;
import io.rewards.store.InMemoryStore;
import io.rewards.store.Lease;
import io.rewards.store.Recorded;
import io.rewards.testkit.chance.Threads;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What an event of one participant brings about for another happens exactly once, whenever the process stops. */
class FollowUpTest {

    private static final Programme PROGRAMME = Shop.programme(
            Shop.settings(),
            Community.anyPurchase("A").build(),
            Community.referrals("REFER").build());

    private final InMemoryStore store = new InMemoryStore();
    private final Community community = new Community(PROGRAMME, store, ReferenceCodeValidator.NONE);

    @Test
    void aReferralAwardSurvivesAStopAfterTheFriendsPurchaseWasWritten() {
        community.members("ANNA", "BOB");
        community.refer("ANNA", "BOB", "2024-02-01");
        Purchase purchase = purchase("BOB", "2024-02-05");
        Community stopping = stoppingAfter(Purchase.class);
        assertThatThrownBy(() -> stopping.engine.evaluate(purchase)).hasMessage("stopped");
        assertThat(community.wallet("BOB")).containsExactly("3.00 EUR");
        assertThat(community.wallet("ANNA")).isEmpty();
        assertThat(store.followUps(0, 10)).hasSize(1);

        Community anew = new Community(PROGRAMME, store, ReferenceCodeValidator.NONE);
        assertThat(anew.engine.runs().applyFollowUps()).isEqualTo(1);
        assertThat(anew.engine.runs().applyFollowUps()).isZero();
        anew.engine.evaluate(purchase);
        assertThat(anew.journal("ANNA", TransactionKind.AWARD)).containsExactly("5.00 EUR on 2024-02-05");
    }

    @Test
    void aStopAfterTheReferrerWasAwardedAwardsNobodyTwice() {
        community.members("ANNA", "BOB");
        community.refer("ANNA", "BOB", "2024-02-01");
        Purchase purchase = purchase("BOB", "2024-02-05");
        stoppingAfter(ReferredAwarded.class).engine.evaluate(purchase);
        Community anew = new Community(PROGRAMME, store, ReferenceCodeValidator.NONE);
        assertThat(anew.engine.runs().applyFollowUps()).isZero();
        assertThat(anew.wallet("ANNA")).containsExactly("5.00 EUR");
    }

    @Test
    void anEvaluationRunAppliesWhatWasLeftUndone() {
        community.members("ANNA", "BOB");
        community.refer("ANNA", "BOB", "2024-02-01");
        stoppingBefore(ReferredAwarded.class).engine.evaluate(purchase("BOB", "2024-02-05"));
        assertThat(store.followUps(0, 10)).hasSize(1);
        community.engine.runs().run(RunDefinition.ofEverything("NIGHT"), Shop.at("2024-02-06"), RunListener.NONE);
        assertThat(community.wallet("ANNA")).containsExactly("5.00 EUR");
        assertThat(store.followUps(0, 10)).isEmpty();
    }

    @Test
    void aMergeSurvivesAStopBetweenTheTwoWallets() {
        community.members("D", "P");
        community.buy("D", "2024-02-01");
        community.give("D", "card", "2024-02-01");
        stoppingBefore(DuplicateMerged.class).merge("D", "P", "2024-02-02", "card");
        assertThat(community.wallet("D")).isEmpty();
        assertThat(community.wallet("P")).isEmpty();
        assertThat(community.engine.participants().withToken("card")).isEmpty();
        assertThat(community.engine.runs().applyFollowUps()).isEqualTo(1);
        assertThat(community.wallet("P")).containsExactly("3.00 EUR");
        assertThat(community.engine.participants().withToken("card")).contains("P");
    }

    @Test
    void aMergeReachesTheOneWhoStaysThroughAllWhoWereReplacedMeanwhile() {
        community.members("D", "P", "Q", "R");
        community.buy("D", "2024-02-01");
        community.give("D", "card", "2024-02-01");
        Community stopping = stoppingBefore(DuplicateMerged.class);
        stopping.merge("D", "P", "2024-02-02", "card");
        stopping.merge("P", "Q", "2024-02-03");
        stopping.merge("Q", "R", "2024-02-04");
        community.engine.runs().applyFollowUps();
        assertThat(community.wallet("R")).containsExactly("3.00 EUR");
        assertThat(community.wallet("P")).isEmpty();
        assertThat(community.wallet("Q")).isEmpty();
        assertThat(community.engine.participants().withToken("card")).contains("R");
        assertThat(Community.moved(store, TransactionKind.TRANSFER_OUT))
                .isEqualTo(Community.moved(store, TransactionKind.TRANSFER_IN));
        assertThat(store.followUps(0, 10)).isEmpty();
    }

    @Test
    void aMergeWithOneWhoHasLeftMeanwhileIsAppliedAllTheSame() {
        community.members("D", "P");
        community.buy("D", "2024-02-01");
        stoppingBefore(DuplicateMerged.class).merge("D", "P", "2024-02-02");
        community.terminate("P", TerminationReason.FRAUD, "2024-02-03");
        community.engine.runs().applyFollowUps();
        assertThat(community.wallet("P")).containsExactly("3.00 EUR");
        assertThat(Community.money(store)).isEqualTo(eur("3.00"));
        assertThat(store.followUps(0, 10)).isEmpty();
    }

    @Test
    void aTokenThatSomebodyElseGotMeanwhileDoesNotHoldUpTheMoney() {
        community.members("D", "P", "X");
        community.buy("D", "2024-02-01");
        community.give("D", "card", "2024-02-01");
        stoppingBefore(DuplicateMerged.class).merge("D", "P", "2024-02-02", "card");
        assertThat(community.give("X", "card", "2024-02-03").isRecorded()).isTrue();
        assertThat(community.engine.runs().applyFollowUps()).isEqualTo(1);
        assertThat(community.wallet("P")).containsExactly("3.00 EUR");
        assertThat(community.engine.participants().withToken("card")).contains("X");
    }

    @Test
    void oneFollowUpThatFailsDoesNotHoldUpTheOthers() {
        community.members("ANNA", "BOB", "CARL", "DORA");
        community.refer("ANNA", "BOB", "2024-02-01");
        community.refer("CARL", "DORA", "2024-02-01");
        Community stopping = stoppingBefore(ReferredAwarded.class);
        stopping.engine.evaluate(purchase("BOB", "2024-02-05"));
        stopping.engine.evaluate(purchase("DORA", "2024-02-06"));
        Community onlyCarl = new Community(
                PROGRAMME,
                StoppingStore.before(
                        store, recorded -> stopIf(recorded.event().participant().equals("ANNA"))),
                ReferenceCodeValidator.NONE);
        assertThat(onlyCarl.engine.runs().applyFollowUps()).isEqualTo(1);
        assertThat(community.wallet("CARL")).containsExactly("5.00 EUR");
        assertThat(store.followUps(0, 10)).hasSize(1);
        assertThat(community.engine.runs().applyFollowUps()).isEqualTo(1);
        assertThat(community.wallet("ANNA")).containsExactly("5.00 EUR");
    }

    @Test
    void aFollowUpThatFailsLeavesTheOutcomeOfItsEventAlone() {
        community.members("ANNA", "BOB");
        community.refer("ANNA", "BOB", "2024-02-01");
        Community failing = stoppingBefore(ReferredAwarded.class);
        assertThat(failing.engine.evaluate(purchase("BOB", "2024-02-05")).isRecorded())
                .isTrue();
        assertThat(store.followUps(0, 10))
                .extracting(kept -> kept.what().event())
                .hasOnlyElementsOfType(ReferredAwarded.class);
    }

    @Test
    void eightEnginesApplyEachFollowUpOnce() {
        List<String> friends = List.of("F0", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9");
        community.members("ANNA");
        Community stopping = stoppingBefore(ReferredAwarded.class);
        for (String friend : friends) {
            community.members(friend);
            community.refer("ANNA", friend, "2024-02-01");
            stopping.engine.evaluate(purchase(friend, "2024-02-05"));
        }
        Threads.race(
                8,
                number -> new Community(PROGRAMME, store, ReferenceCodeValidator.NONE)
                        .engine
                        .runs()
                        .applyFollowUps());
        assertThat(community.wallet("ANNA")).hasSize(10).containsOnly("5.00 EUR");
        assertThat(store.followUps(0, 10)).isEmpty();
    }

    /** What a dead worker has counts for nobody but those who share with it: a run waits for nobody. */
    @Test
    void whatADeadWorkerHasIsAppliedByARunAndByOthersWhenItsLeaseEnds() {
        community.members("ANNA", "BOB", "CARL", "DORA");
        community.refer("ANNA", "BOB", "2024-02-01");
        community.refer("CARL", "DORA", "2024-02-01");
        Community stopping = stoppingBefore(ReferredAwarded.class);
        stopping.engine.evaluate(purchase("BOB", "2024-02-05"));
        store.claimFollowUps(0, 10, Lease.of(Shop.at("2024-02-05"), Duration.ofMinutes(5)));
        stopping.engine.evaluate(purchase("DORA", "2024-02-06"));

        assertThat(engineAt(Shop.at("2024-02-05")).runs().applyFollowUps()).isEqualTo(1);
        assertThat(community.wallet("CARL")).containsExactly("5.00 EUR");
        assertThat(community.wallet("ANNA")).isEmpty();
        Instant end = Shop.at("2024-02-05").plus(Duration.ofMinutes(5));
        assertThat(engineAt(end.minusNanos(1)).runs().applyFollowUps()).isZero();
        community.engine.runs().run(RunDefinition.ofEverything("NIGHT"), Shop.at("2024-02-06"), RunListener.NONE);
        assertThat(community.wallet("ANNA")).containsExactly("5.00 EUR");
        assertThat(engineAt(end).runs().applyFollowUps()).isZero();
    }

    @Test
    void whatADeadWorkerHasIsAppliedFromTheInstantOnAtWhichItsLeaseEnds() {
        community.members("ANNA", "BOB");
        community.refer("ANNA", "BOB", "2024-02-01");
        stoppingBefore(ReferredAwarded.class).engine.evaluate(purchase("BOB", "2024-02-05"));
        store.claimFollowUps(0, 10, Lease.of(Shop.at("2024-02-05"), Duration.ofMinutes(5)));
        Instant end = Shop.at("2024-02-05").plus(Duration.ofMinutes(5));
        assertThat(engineAt(end.minusNanos(1)).runs().applyFollowUps()).isZero();
        assertThat(engineAt(end).runs().applyFollowUps()).isEqualTo(1);
        assertThat(community.wallet("ANNA")).containsExactly("5.00 EUR");
    }

    private RewardsEngine engineAt(Instant now) {
        return RewardsEngine.builder(PROGRAMME, store, () -> now)
                .withRules(Shop.RULES)
                .build();
    }

    private Community stoppingBefore(Class<? extends RaisedEvent> type) {
        return new Community(PROGRAMME, StoppingStore.before(store, stopOn(type)), ReferenceCodeValidator.NONE);
    }

    private Community stoppingAfter(Class<? extends CustomerEvent> type) {
        return new Community(PROGRAMME, StoppingStore.after(store, stopOn(type)), ReferenceCodeValidator.NONE);
    }

    private static Consumer<Recorded> stopOn(Class<? extends CustomerEvent> type) {
        return recorded -> stopIf(type.isInstance(recorded.event()));
    }

    private static void stopIf(boolean stop) {
        if (stop) {
            throw new IllegalStateException("stopped");
        }
    }

    private static Purchase purchase(String participant, String time) {
        return Purchase.of(
                Community.header("B-" + participant, participant, time),
                PurchaseLine.of("thing", "thing", 1, eur("10.00")));
    }
}
