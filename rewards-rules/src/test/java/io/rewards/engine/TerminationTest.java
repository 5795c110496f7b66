package io.rewards.engine;

import static io.rewards.engine.Community.problems;
import static io.rewards.engine.Shop.at;
import static io.rewards.engine.Shop.award;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.reasons;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.rewards.account.UniqueName;
import io.rewards.catalogue.AwardLimit;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.EvaluationMethod;
import io.rewards.catalogue.RunDefinition;
import io.rewards.catalogue.Terms;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Outcome;
import io.rewards.event.AccessTokenChanged;
import io.rewards.event.EventCancelled;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.WebsiteVisit;
import io.rewards.ledger.TransactionKind;
import io.rewards.participant.ParticipantState;
import io.rewards.participant.Replacement;
import io.rewards.participant.Secret;
import io.rewards.participant.Termination;
import io.rewards.participant.TerminationReason;
import io.rewards.run.RunListener;
import io.rewards.store.InMemoryStore;
import io.rewards.testkit.chance.Threads;
import io.rewards.wallet.Lot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The end of a participation. Domain 4.6, 12.1 Q15, Q30. */
class TerminationTest {

    @Test
    void theLotsOfADuplicateGoToTheOneWhoStaysAsTheyAre() {
        Community community = Community.with(
                Shop.offer("F", anyAmount(), Shop.fixed("5.00"))
                        .withAwardValidity(new AwardValidity(
                                Optional.empty(), new AwardValidity.Expiry.On(LocalDate.of(2024, 12, 31))))
                        .build(),
                Shop.offer("T", anyAmount(), Shop.fixed("2.00")).build());
        community.members("D", "P");
        community.buy("D", "2024-02-01");
        List<Lot> lots = community.account("D").lots();
        assertThat(lots)
                .extracting(Lot::remaining, Lot::validTo)
                .containsExactly(
                        tuple(eur("5.00"), Optional.of(Instant.parse("2024-12-30T22:00:00Z"))),
                        tuple(eur("2.00"), Optional.empty()));

        Outcome outcome = community.merge("D", "P", "2024-03-01");

        assertThat(community.account("P").lots()).isEqualTo(lots);
        assertThat(outcome.balances()).isEmpty();
        assertThat(community.account("D").lots()).isEmpty();
        assertThat(community.participant("D").state()).isEqualTo(ParticipantState.TERMINATED);
        assertThat(community.participant("D").termination())
                .contains(new Termination(
                        TerminationReason.DUPLICATION,
                        at("2024-03-01"),
                        Optional.of(new Replacement("P", true, Set.of()))));
        assertThat(community.participant("D").termination().orElseThrow().replacedBy())
                .contains("P");
        assertThat(community.journal("D", TransactionKind.TRANSFER_OUT))
                .containsExactly("5.00 EUR on 2024-03-01", "2.00 EUR on 2024-03-01")
                .isEqualTo(community.journal("P", TransactionKind.TRANSFER_IN));
    }

    @Test
    void aPurchaseOfADuplicateThatWasCancelledSinceIsAnsweredThatItNoLongerStands() {
        Community community = Community.with(Community.anyPurchase("A").build());
        community.members("D", "P");
        Purchase purchase =
                Purchase.of(community.header("D", "2024-02-01"), PurchaseLine.of("thing", "thing", 1, eur("10.00")));
        Outcome first = community.engine.evaluate(purchase);
        community.merge("D", "P", "2024-03-01");
        assertThat(community.engine.evaluate(purchase)).isEqualTo(first);

        community.engine.evaluate(new EventCancelled(community.header("P", "2024-03-02"), purchase.key(), "mistake"));
        community.terminate("P", TerminationReason.CUSTOMER_REQUEST, "2024-03-03");

        assertThat(community.engine.evaluate(purchase)).isEqualTo(first.cancelled());
        assertThat(community.engine.preview(purchase)).isEqualTo(first.cancelled());
    }

    @Test
    void whoHasLeftIsRefusedAndNothingIsStored() {
        Community community = Community.with(Community.anyPurchase("A").build());
        community.members("ANNA");
        community.buy("ANNA", "2024-02-01");
        Outcome left = community.terminate("ANNA", TerminationReason.CUSTOMER_REQUEST, "2024-02-02");
        assertThat(left.balances().get(0).available()).isEqualTo(eur("3.00"));
        long version = community.account("ANNA").version();
        assertThat(problems(community.buy("ANNA", "2024-02-03")))
                .containsExactly("participant: The participant (ANNA) is terminated.");
        assertThat(problems(community.buy("NOBODY", "2024-02-03")))
                .containsExactly("participant: The participant (NOBODY) is not registered.");
        assertThat(community.account("ANNA").version()).isEqualTo(version);
        assertThat(community.wallet("ANNA")).containsExactly("3.00 EUR");
        assertThat(problems(community.register("ANNA", "2024-02-04")))
                .containsExactly("participant: The participant (ANNA) is already registered.");
    }

    @Test
    void countsTowardsAwardsAndWaitingEventsAreDropped() {
        Terms loyalty = new Terms.CountLoyalty(2, Shop.months(1));
        Community community = Community.with(
                Shop.offer("C", loyalty, Shop.fixed("5.00")).build(),
                Community.anyPurchase("A")
                        .withEvaluation(EvaluationMethod.BATCH)
                        .build());
        community.members("ANNA", "STAYS");
        community.buy("ANNA", "2024-02-01");
        assertThat(community.account("ANNA").counters().counted()).isNotEmpty();
        assertThat(community.account("ANNA").open()).hasSize(1);
        community.merge("ANNA", "STAYS", "2024-02-02");
        assertThat(community.account("ANNA").counters().counted()).isEmpty();
        assertThat(community.account("ANNA").open()).isEmpty();
        community.engine.runs().run(RunDefinition.ofEverything("NIGHT"), at("2024-02-03"), RunListener.NONE);
        assertThat(community.wallet("ANNA")).isEmpty();
        assertThat(award(community.buy("STAYS", "2024-02-04"), "C")).isEqualTo("none");
    }

    @Test
    void onceOnlyOffersFollowThePerson() {
        Terms visit = new Terms.Behavior(Optional.empty(), Optional.of("shop.example"), AwardLimit.ONLY_ONE);
        Community community =
                Community.with(Shop.offer("V", visit, Shop.fixed("1.00")).build());
        community.members("D1", "D2", "P");
        assertThat(award(visit(community, "D1", "2024-02-01"), "V")).isEqualTo("1.00 EUR");
        community.merge("D1", "D2", "2024-02-02");
        community.merge("D2", "P", "2024-02-03");
        assertThat(reasons(visit(community, "P", "2024-02-04"), "V")).containsExactly(DeclineReason.ALREADY_AWARDED);
        assertThat(community.wallet("P")).containsExactly("1.00 EUR");
        assertThat(community.wallet("D2")).isEmpty();
    }

    @Test
    void capsOfAParticipantFollowThePerson() {
        Community community = Community.with(Community.anyPurchase("A")
                .withCaps(Cap.ofAmount(Cap.Of.PARTICIPANT, eur("7.00")))
                .build());
        community.members("D", "P");
        community.buy("D", "2024-02-01");
        community.buy("P", "2024-02-01");
        community.merge("D", "P", "2024-02-02");
        assertThat(award(community.buy("P", "2024-02-03"), "A")).isEqualTo("1.00 EUR");
        assertThat(reasons(community.buy("P", "2024-02-04"), "A"))
                .containsExactly(DeclineReason.PARTICIPANT_CAP_REACHED);
        assertThat(community.wallet("P")).containsExactly("3.00 EUR", "3.00 EUR", "1.00 EUR");
    }

    @Test
    void withoutTransferTheMoneyIsFrozenAndLimitsFollowAllTheSame() {
        Community community = Community.with(Community.anyPurchase("A")
                .withCaps(Cap.ofAwards(Cap.Of.PARTICIPANT, 1))
                .build());
        community.members("D", "P");
        community.buy("D", "2024-02-01");
        community.engine.evaluate(new ParticipantTerminated(
                community.header("D", "2024-02-02"),
                TerminationReason.DUPLICATION,
                Optional.of(new Replacement("P", false, Set.of()))));
        assertThat(community.wallet("D")).containsExactly("3.00 EUR");
        assertThat(community.wallet("P")).isEmpty();
        assertThat(reasons(community.buy("P", "2024-02-03"), "A"))
                .containsExactly(DeclineReason.PARTICIPANT_CAP_REACHED);
    }

    @Test
    void theTokensThatAreNamedGoOverAndTheOthersStay() {
        Community community = Community.with();
        community.members("D", "P");
        community.give("D", "card", "2024-02-01");
        community.give("D", "app", "2024-02-01");
        assertThat(community.engine.participants().withToken("card")).contains("D");
        assertThat(problems(community.give("P", "card", "2024-02-01")))
                .containsExactly("tokenHash: The access token already identifies another participant.");
        community.merge("D", "P", "2024-02-02", "card");
        assertThat(community.engine.participants().withToken("card")).contains("P");
        assertThat(community.engine.participants().withToken("app")).contains("D");
        assertThat(community.engine.participants().withToken("nothing")).isEmpty();
        assertThat(community.participant("P").tokens()).containsExactly(Secret.hashOf("card"));
        assertThat(problems(community.give("P", "app", "2024-02-03")))
                .containsExactly("tokenHash: The access token already identifies another participant.");
    }

    @Test
    void aTokenThatWasGivenBackMayGoToSomebodyElse() {
        Community community = Community.with();
        community.members("ANNA", "BOB");
        community.give("ANNA", "card", "2024-02-01");
        community.engine.evaluate(
                new AccessTokenChanged(community.header("ANNA", "2024-02-02"), Secret.hashOf("card"), false));
        assertThat(community.engine.participants().withToken("card")).isEmpty();
        assertThat(community.give("BOB", "card", "2024-02-03").isRecorded()).isTrue();
        assertThat(community.store.holder(UniqueName.token(Secret.hashOf("card"))))
                .contains("BOB");
    }

    @Test
    void aMergeIsRefusedWhereTheOtherDoesNotTakePart() {
        Community community = Community.with(Community.anyPurchase("A").build());
        community.members("D", "P");
        community.buy("D", "2024-02-01");
        community.terminate("P", TerminationReason.FRAUD, "2024-02-02");
        assertThat(problems(community.merge("D", "P", "2024-02-03")))
                .containsExactly("replacement.participant: The replacement (P) does not take part.");
        assertThat(community.wallet("D")).containsExactly("3.00 EUR");
        assertThat(community.participant("D").state()).isEqualTo(ParticipantState.EFFECTIVE);
    }

    @Test
    void participantsWithTheLongestNamesAreMergedToo() {
        String duplicate = "D".repeat(200);
        Community community = Community.with(Community.anyPurchase("A").build());
        community.members(duplicate, "P");
        community.buy(duplicate, "2024-02-01");
        community.merge(duplicate, "P", "2024-02-02");
        assertThat(community.wallet("P")).containsExactly("3.00 EUR");
    }

    @Test
    void twoWhoReplaceEachOtherAtTheSameTimeLoseNoMoney() {
        for (int round = 0; round < 40; round++) {
            InMemoryStore store = new InMemoryStore();
            Community community = new Community(
                    Shop.programme(Shop.settings(), Community.anyPurchase("A").build()),
                    store,
                    ReferenceCodeValidator.NONE);
            community.members("A", "B", "C");
            community.buy("A", "2024-02-01");
            community.buy("B", "2024-02-01");
            community.buy("C", "2024-02-01");
            List<String> ring = List.of("A", "B", "C");
            Threads.race(3, number -> community.merge(ring.get(number), ring.get((number + 1) % 3), "2024-02-02"));
            assertThat(Community.money(store)).isEqualTo(eur("9.00"));
            assertThat(Community.moved(store, TransactionKind.TRANSFER_OUT))
                    .isEqualTo(Community.moved(store, TransactionKind.TRANSFER_IN));
            assertThat(store.followUps(0, 10)).isEmpty();
        }
    }

    private static Terms anyAmount() {
        return new Terms.TransactionRevenue(eur("0.00"), Optional.empty());
    }

    private static Outcome visit(Community community, String participant, String time) {
        return community.engine.evaluate(new WebsiteVisit(community.header(participant, time), "shop.example"));
    }
}
