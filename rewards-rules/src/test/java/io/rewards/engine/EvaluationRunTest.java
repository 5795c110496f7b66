package io.rewards.engine;

import static io.rewards.engine.Shop.days;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Town.ALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.rewards.account.OpenEvent;
import io.rewards.amount.Amount;
import io.rewards.amount.Percentage;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardLimit;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.EvaluationMethod;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferValidity;
import io.rewards.catalogue.RunDefinition;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.Terms;
import io.rewards.catalogue.ValidityDate;
import io.rewards.decision.Answer;
import io.rewards.decision.Candidate;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Outcome;
import io.rewards.event.EventCancelled;
import io.rewards.event.EventKey;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.Purchase;
import io.rewards.event.Referral;
import io.rewards.event.SchemeSignUp;
import io.rewards.event.SegmentChanged;
import io.rewards.event.SocialMediaLike;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.participant.Profile;
import io.rewards.participant.SubscriptionChange;
import io.rewards.participant.TerminationReason;
import io.rewards.rules.AttributeUse;
import io.rewards.rules.RuleSet;
import io.rewards.run.RunFailure;
import io.rewards.run.RunListener;
import io.rewards.run.RunReport;
import io.rewards.store.InMemoryStore;
import io.rewards.store.RewardsStore;
import io.rewards.time.DateTimePeriod;
import io.rewards.time.Recurrence;
import io.rewards.wallet.Lot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationRunTest {

    private static Offer.Builder spend(String code, String award) {
        return offer(code, new Terms.TransactionRevenue(eur("10.00"), Optional.empty()), fixed(award));
    }

    private static Offer.Builder batch(String code, String award) {
        return spend(code, award).withEvaluation(EvaluationMethod.BATCH);
    }

    private static AwardConditions within(int days) {
        return AwardConditions.builder().withMaximumUnprocessed(days(days)).build();
    }

    private static AwardConditions vipsWithin(int days) {
        return AwardConditions.builder()
                .withMaximumUnprocessed(days(days))
                .withSegmentsIncluded(Set.of("VIP"))
                .build();
    }

    private static RunDefinition definition(
            String code, Set<String> schemes, Set<String> included, Set<String> excluded) {
        return new RunDefinition(code, code, true, schemes, included, excluded, Optional.empty());
    }

    @Test
    void aQueuedEventIsDecidedByTheRun() {
        Town town = Town.with(spend("A", "1.00").build()).join("P1");
        Outcome queued = town.queue("E1", "P1", "2024-03-01", "20.00");
        assertThat(queued.status()).isEqualTo(Outcome.Status.QUEUED);
        assertThat(town.awards("P1")).isEmpty();
        assertThat(town.open("P1")).containsExactly(EventKey.of("E1"));

        RunReport report = town.run("2024-03-02");

        assertThat(town.awards("P1")).containsExactly("A 1.00 EUR 2024-03-01");
        assertThat(town.open("P1")).isEmpty();
        assertThat(report.events()).isEqualTo(1);
        assertThat(report.visits()).isEqualTo(1);
        assertThat(report.awards()).isEqualTo(1);
        assertThat(report.awarded()).containsExactly(eur("1.00"));
        assertThat(report.failures()).isEmpty();
        Transaction award = town.journal().get(0);
        assertThat(award.event()).isEqualTo(EventKey.of("E1"));
        assertThat(award.recordedOn()).isEqualTo(town.at("2024-03-02"));
    }

    @Test
    void aBatchOfferWinsOverProcessImmediately() {
        Town town = Town.with(batch("A", "1.00").build(), spend("B", "2.00").build())
                .join("P1");
        Outcome outcome = town.buy("E1", "P1", "2024-03-01", "20.00");
        assertThat(Shop.reasons(outcome, "A")).containsExactly(DeclineReason.EVALUATED_IN_RUNS);
        assertThat(town.awards("P1")).containsExactly("B 2.00 EUR 2024-03-01");

        town.run("2024-03-02");

        assertThat(town.awards("P1")).containsExactly("B 2.00 EUR 2024-03-01", "A 1.00 EUR 2024-03-01");
        assertThat(town.open("P1")).isEmpty();
    }

    @Test
    void aShareOfPastAwardsThatIsLeftToARunCountsNoOtherAwardOfItsPurchase() {
        Award all = new Award.PercentageOfAwarded(Percentage.of("100"), days(10), Set.of(), Set.of(), Shop.EUR);
        Offer share = offer("S", new Terms.TransactionRevenue(eur("50.00"), Optional.empty()), all)
                .withEvaluation(EvaluationMethod.BATCH)
                .build();
        Town town = Town.with(spend("A", "1.00").build(), share).join("P1");
        town.buy("E1", "P1", "2024-03-01", "20.00");
        town.buy("E2", "P1", "2024-03-02", "50.00");
        town.run("2024-03-03");
        assertThat(town.awards("P1")).contains("S 1.00 EUR 2024-03-02");

        town.send(new EventCancelled(town.header("C1", "P1", "2024-03-04"), EventKey.of("E1"), ""));

        assertThat(town.account("P1").wallet().lots())
                .extracting(Lot::id, lot -> lot.remaining().toString())
                .containsExactly(tuple("E2#A", "1.00 EUR"));
    }

    @Test
    void aPreviewOfARunMakesTheVisitsOfTheRun() {
        Town town = Town.with(spend("A", "1.00").build()).join("P1");
        town.run("2024-03-01");
        town.queue("E1", "P1", "2024-03-02", "20.00");
        RunReport preview = town.engine.runs().previewRun(Town.ALL, town.at("2024-03-03"), RunListener.NONE);
        assertThat(preview.events()).isEqualTo(1);
        assertThat(preview.visits()).isZero();
        assertThat(town.run("2024-03-03")).isEqualTo(preview);
    }

    @Test
    void anEventThatNoBatchOfferCouldTakeDoesNotWait() {
        Town town = Town.with(spend("A", "1.00").build()).join("P1");
        town.buy("E1", "P1", "2024-03-01", "20.00");
        assertThat(town.open("P1")).isEmpty();
        assertThat(town.run("2024-03-02").events()).isZero();
    }

    @Test
    void aPurchaseDecidedInARunGetsNoDiscount() {
        Town town = Town.with(spend("A", "1.00")
                        .withSpendMethod(SpendMethod.SPEND_INSTANTLY)
                        .build())
                .join("P1");
        town.queue("E1", "P1", "2024-03-01", "20.00");
        town.run("2024-03-02");
        assertThat(town.journal()).extracting(Transaction::kind).containsExactly(TransactionKind.AWARD);
        assertThat(town.account("P1").lots()).hasSize(1);
    }

    @Test
    void anEventPerformedAfterTheInstantOfTheRunWaits() {
        Town town = Town.with(spend("A", "1.00").build()).join("P1");
        town.queue("E1", "P1", "2024-03-02T12:00", "20.00");
        town.queue("E2", "P1", "2024-03-02T12:01", "20.00");
        assertThat(town.run("2024-03-02T12:00").events()).isEqualTo(1);
        assertThat(town.open("P1")).containsExactly(EventKey.of("E2"));
    }

    @Test
    void schemesAndTypesAreIncludedAndExcluded() {
        Terms.Birthday birthday = new Terms.Birthday();
        Town town = Town.with(
                        batch("A", "1.00").build(),
                        offer("B", birthday, fixed("2.00")).build(),
                        offer("C", new Terms.JustMoney(), fixed("4.00"))
                                .withConditions(AwardConditions.builder()
                                        .withSegmentsIncluded(Set.of("VIP"))
                                        .build())
                                .build())
                .join(
                        "P1",
                        "2000-01-01",
                        Profile.EMPTY.withDateOfBirth(LocalDate.of(1990, 3, 2)).withSegments(Set.of("VIP")));
        town.buy("E1", "P1", "2024-03-01", "20.00");

        assertThat(awarded(town, definition("OTHERS", Set.of("OTHER"), Set.of(), Set.of())))
                .isEmpty();
        assertThat(town.open("P1")).containsExactly(EventKey.of("E1"));
        assertThat(awarded(town, definition("NOTHING", Set.of("CLUB"), Set.of("JUST_MONEY"), Set.of("JUST_MONEY"))))
                .isEmpty();
        assertThat(awarded(town, definition("BIRTHDAYS", Set.of(), Set.of("REWARD_ON_BIRTHDAY"), Set.of())))
                .containsExactly("B 2.00 EUR 2024-03-02");
        assertThat(awarded(
                        town,
                        definition("REST", Set.of("CLUB"), Set.of(), Set.of("INCREASE_REVENUE_TRANSACTION_BASED"))))
                .containsExactly("B 2.00 EUR 2024-03-02", "C 4.00 EUR 2024-03-02");
        assertThat(town.open("P1")).containsExactly(EventKey.of("E1"));
        assertThat(awarded(town, ALL)).hasSize(3);
        assertThat(town.open("P1")).isEmpty();
    }

    private static List<String> awarded(Town town, RunDefinition definition) {
        town.engine.runs().run(definition, town.at("2024-03-02"), RunListener.NONE);
        return town.awards("P1");
    }

    @Test
    void theMarkIsSetForEachEventAndOffer() {
        Town town = Town.with(
                        batch("A", "1.00").build(),
                        offer("B", new Terms.CountLoyalty(2, days(30)), fixed("3.00"))
                                .withEvaluation(EvaluationMethod.BATCH)
                                .build())
                .join("P1");
        town.buy("E1", "P1", "2024-03-01", "20.00");
        town.buy("E2", "P1", "2024-03-02", "20.00");
        RunDefinition counts =
                definition("COUNTS", Set.of(), Set.of("REWARD_LOYALTY_TRANSACTION_NUMBER_BASED"), Set.of());
        town.engine.runs().run(counts, town.at("2024-03-03"), RunListener.NONE);
        town.engine.runs().run(counts, town.at("2024-03-04"), RunListener.NONE);
        assertThat(town.awards("P1")).containsExactly("B 3.00 EUR 2024-03-02");
        assertThat(town.account("P1").open())
                .allSatisfy(open -> assertThat(open.settled()).containsExactly("B"));
        town.run("2024-03-05");
        assertThat(town.awards("P1"))
                .containsExactly("B 3.00 EUR 2024-03-02", "A 1.00 EUR 2024-03-01", "A 1.00 EUR 2024-03-02");
        assertThat(town.open("P1")).isEmpty();
    }

    @Test
    void atTheLimitAnEventIsStillAwardedAndAfterItNot() {
        assertThat(awardsAfter("2024-03-10T11:59")).isEqualTo(1);
        assertThat(awardsAfter("2024-03-11T12:00")).isEqualTo(1);
        assertThat(awardsAfter("2024-03-11T12:01")).isZero();
    }

    private static long awardsAfter(String runTime) {
        Town town =
                Town.with(spend("A", "1.00").withConditions(within(10)).build()).join("P1");
        town.queue("E1", "P1", "2024-03-01T12:00", "20.00");
        RunReport report = town.run(runTime);
        assertThat(town.open("P1")).isEmpty();
        return report.awards();
    }

    @Test
    void aDeclinedEventIsLookedAtAgainWhileItHasTime() {
        assertThat(vipFrom("2024-03-05", "2024-03-06", "2024-03-11T12:00")).containsExactly("A 1.00 EUR 2024-03-01");
        assertThat(vipFrom("2024-03-05", "2024-03-06", "2024-03-11T12:01")).isEmpty();
    }

    private static List<String> vipFrom(String vip, String first, String second) {
        Town town = Town.with(spend("A", "1.00").withConditions(vipsWithin(10)).build())
                .join("P1");
        town.queue("E1", "P1", "2024-03-01T12:00", "20.00");
        town.run("2024-03-02");
        assertThat(town.open("P1")).hasSize(1);
        town.run("2024-03-03");
        assertThat(town.open("P1")).hasSize(1);
        town.send(new SegmentChanged(town.header("S1", "P1", vip), "VIP", true));
        if (second.endsWith("12:01")) {
            town.run(second);
        } else {
            town.run(first);
        }
        assertThat(town.open("P1")).isEmpty();
        return town.awards("P1");
    }

    @ParameterizedTest
    @CsvSource({
        "false, 2024-01-04T12:00, A 1.00 EUR 2024-01-01",
        "true, 2024-01-04T12:00, A 1.00 EUR 2024-01-01",
        "false, 2024-01-04T11:59, A 1.00 EUR 2024-01-01",
        "true, 2024-01-04T11:59, A 1.00 EUR 2024-01-01",
        "false, 2024-01-04T12:00:01, ",
        "true, 2024-01-04T12:00:01, "
    })
    void anEventEarnsTheSameWhetherOrNotItWasDecidedAtOnce(boolean queued, String run, String award) {
        Town town = Town.with(spend("A", "1.00").withConditions(vipsWithin(3)).build())
                .join("P1");
        if (queued) {
            town.queue("E1", "P1", "2024-01-01T12:00", "20.00");
        } else {
            Outcome outcome = town.buy("E1", "P1", "2024-01-01T12:00", "20.00");
            assertThat(Shop.reasons(outcome, "A")).containsExactly(DeclineReason.NOT_IN_SEGMENT);
        }
        town.send(new SegmentChanged(town.header("S1", "P1", "2024-01-03"), "VIP", true));
        town.run(run);
        assertThat(town.awards("P1")).isEqualTo(award == null ? List.of() : List.of(award));
        assertThat(town.open("P1")).isEmpty();
        assertThat(town.run("2024-01-05").awards()).isZero();
    }

    @Test
    void whatWasDecidedAtOnceWaitsOnlyForOffersThatSaidNoAndHaveTimeLeft() {
        Town town = Town.with(
                        spend("A", "1.00").withConditions(vipsWithin(3)).build(),
                        spend("B", "2.00").withConditions(within(3)).build(),
                        offer("C", new Terms.CountLoyalty(2, days(30)), fixed("3.00"))
                                .withConditions(within(3))
                                .build())
                .join("P1");
        town.buy("E1", "P1", "2024-01-01", "20.00");
        assertThat(town.account("P1").open())
                .containsExactly(new OpenEvent(EventKey.of("E1"), town.at("2024-01-01"), Set.of())
                        .settledBy(Set.of("B", "C"))
                        .awaiting(Map.of("A", town.at("2024-01-04"))));
        town.send(new SegmentChanged(town.header("S1", "P1", "2024-01-02"), "VIP", true));
        town.buy("E2", "P1", "2024-01-02T13:00", "20.00");
        assertThat(town.open("P1")).containsExactly(EventKey.of("E1"));
        town.run("2024-01-03");
        assertThat(town.awards("P1"))
                .containsExactlyInAnyOrder(
                        "A 1.00 EUR 2024-01-01",
                        "B 2.00 EUR 2024-01-01",
                        "A 1.00 EUR 2024-01-02",
                        "B 2.00 EUR 2024-01-02",
                        "C 3.00 EUR 2024-01-02");
        assertThat(town.open("P1")).isEmpty();
    }

    @Test
    void whatWasDecidedAtOnceDoesNotWaitLongerThanOffersMayLookAtItAgain() {
        Town town = Town.with(spend("A", "1.00").withConditions(vipsWithin(3)).build())
                .join("P1");
        town.buy("E1", "P1", "2024-01-01T12:00", "20.00");
        town.buy("E2", "P1", "2024-01-04T12:00", "20.00");
        assertThat(town.open("P1")).containsExactly(EventKey.of("E1"), EventKey.of("E2"));
        town.buy("E3", "P1", "2024-01-04T12:00:01", "20.00");
        assertThat(town.open("P1")).containsExactly(EventKey.of("E2"), EventKey.of("E3"));
        RunDefinition others = definition("OTHERS", Set.of("OTHER"), Set.of(), Set.of());
        town.engine.runs().run(others, town.at("2024-01-07T12:00"), RunListener.NONE);
        assertThat(town.open("P1")).hasSize(2);
        town.engine.runs().run(others, town.at("2024-01-08"), RunListener.NONE);
        assertThat(town.open("P1")).isEmpty();
    }

    @Test
    void whatWasDecidedAtOnceWaitsForASignUpThatIsToldLate() {
        Town town = Town.with(spend("A", "1.00").withConditions(within(3)).build());
        town.register("P1", "2023-01-01", Profile.EMPTY);
        town.buy("E1", "P1", "2024-01-01", "20.00");
        assertThat(town.open("P1")).containsExactly(EventKey.of("E1"));
        town.send(new SchemeSignUp(
                town.header("late", "P1", "2024-01-01").receivedOn(town.at("2024-01-02")), "CLUB", ""));
        town.run("2024-01-03");
        assertThat(town.awards("P1")).containsExactly("A 1.00 EUR 2024-01-01");
    }

    @Test
    void whatWasDecidedAtOnceAndNeverHappenedIsNotLookedAtAgain() {
        Town town = Town.with(spend("A", "1.00").withConditions(vipsWithin(3)).build())
                .join("P1");
        town.buy("E1", "P1", "2024-01-01", "20.00");
        town.send(new EventCancelled(town.header("X", "P1", "2024-01-02"), EventKey.of("E1"), ""));
        assertThat(town.open("P1")).isEmpty();
    }

    @Test
    void aDeclinedEventWithoutALimitIsDoneWith() {
        Town town = Town.with(spend("A", "1.00")
                        .withConditions(AwardConditions.builder()
                                .withSegmentsIncluded(Set.of("VIP"))
                                .build())
                        .build())
                .join("P1");
        town.queue("E1", "P1", "2024-03-01", "20.00");
        town.run("2024-03-02");
        assertThat(town.open("P1")).isEmpty();
    }

    @Test
    void anEventThatIsDeclinedAgainIsNotWrittenAgain() {
        Town town = Town.with(spend("A", "1.00").withConditions(vipsWithin(10)).build())
                .join("P1");
        town.queue("E1", "P1", "2024-03-01", "20.00");
        assertThat(town.run("2024-03-02").events()).isEqualTo(1);
        long version = town.account("P1").version();
        assertThat(town.run("2024-03-03").events()).isZero();
        assertThat(town.account("P1").version()).isEqualTo(version);
    }

    @Test
    void whoSignsUpLaterIsNotPaidForOldEvents() {
        Town town = Town.with(spend("A", "1.00").withConditions(within(10)).build());
        town.register("P1", "2024-01-01", Profile.EMPTY);
        town.queue("E1", "P1", "2024-03-01T12:00", "20.00");
        town.queue("E2", "P1", "2024-03-01T12:01", "20.00");
        town.run("2024-03-02");
        town.signUp("P1", "2024-03-03");
        town.run("2024-03-04");
        assertThat(town.awards("P1")).isEmpty();
        town.run("2024-03-20");
        assertThat(town.open("P1")).isEmpty();
    }

    @Test
    void aSignUpThatIsToldLateCountsWhileTheEventHasTime() {
        Town town = Town.with(spend("A", "1.00").withConditions(within(10)).build());
        town.register("P1", "2024-01-01", Profile.EMPTY);
        town.queue("E1", "P1", "2024-03-01T11:59", "20.00");
        town.queue("E2", "P1", "2024-03-01T12:00", "20.00");
        assertThat(town.run("2024-03-02").awards()).isZero();
        town.send(new SchemeSignUp(
                town.header("late", "P1", "2024-03-01T12:00").receivedOn(town.at("2024-03-03")), "CLUB", ""));
        town.run("2024-03-04");
        assertThat(town.awards("P1")).containsExactly("A 1.00 EUR 2024-03-01");
        assertThat(town.journal()).extracting(Transaction::event).containsExactly(EventKey.of("E2"));
    }

    @Test
    void aWaitingEventCountsAsCreatedWhenItCame() {
        Town town = Town.of(
                        Shop.programme(
                                Shop.settings().with(ValidityDate.CREATED),
                                spend("A", "1.00")
                                        .withValidity(new OfferValidity.SpecificPeriods(List.of(new DateTimePeriod(
                                                LocalDateTime.parse("2024-03-01T00:00"),
                                                LocalDateTime.parse("2024-03-02T00:00")))))
                                        .build()),
                        new InMemoryStore())
                .join("P1");
        town.send(Purchase.of(
                town.header("E1", "P1", "2024-02-28")
                        .receivedOn(town.at("2024-03-01T23:59"))
                        .queued(),
                Shop.thing("20.00")));
        town.send(Purchase.of(
                town.header("E2", "P1", "2024-03-01")
                        .receivedOn(town.at("2024-03-02T00:00"))
                        .queued(),
                Shop.thing("20.00")));
        town.run("2024-03-05");
        assertThat(town.journal()).extracting(Transaction::event).containsExactly(EventKey.of("E1"));
    }

    @Test
    void eventsAreDecidedByTheirDatesAndKeysWhateverTheOrderOfDelivery() {
        Offer budget = spend("A", "1.00").withCaps(Cap.ofAwards(Cap.Of.ALL, 2)).build();
        Town town = Town.with(budget).join("P1").join("P2");
        town.queue("E9", "P1", "2024-03-01T10:00", "20.00");
        town.queue("E2", "P2", "2024-03-01T09:00", "20.00");
        town.queue("E1", "P2", "2024-03-01T10:00", "20.00");
        town.run("2024-03-02");
        assertThat(town.journal()).extracting(Transaction::event).containsExactly(EventKey.of("E2"), EventKey.of("E1"));
    }

    @Test
    void theSameRunAgainChangesNothing() {
        Town town = Town.with(
                        spend("A", "1.00").withConditions(vipsWithin(10)).build(),
                        offer("B", new Terms.Birthday(), fixed("2.00")).build())
                .born("P1", "1990-03-02")
                .join("P2");
        town.queue("E1", "P1", "2024-03-01", "20.00");
        town.run("2024-03-02");
        List<Transaction> before = town.journal();
        town.send(new SegmentChanged(town.header("S1", "P1", "2024-03-02"), "VIP", true));
        long version = town.account("P1").version();

        RunReport again = town.run("2024-03-02");

        assertThat(again).isEqualTo(new RunReport("ALL", town.at("2024-03-02"), 0, 0, 0, List.of(), List.of()));
        assertThat(town.account("P1").version()).isEqualTo(version);
        assertThat(town.journal()).isEqualTo(before);
        assertThat(town.run("2024-03-02T12:01").awards()).isEqualTo(1);
    }

    @Test
    void aRunAsOfAnEarlierInstantIsRefused() {
        Town town = Town.with().join("P1");
        town.run("2024-03-02T12:00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> town.run("2024-03-02T11:59"))
                .withMessage("The run (ALL) as of (2024-03-02T09:59:00Z) comes before its latest as of"
                        + " (2024-03-02T10:00:00Z). Run it as of then or later.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> town.engine.runs().previewRun(ALL, town.at("2024-03-02T11:59"), RunListener.NONE));
    }

    @Test
    void aRunThatIsNotEffectiveIsRefused() {
        RunDefinition asleep =
                new RunDefinition("ASLEEP", "Asleep", false, Set.of(), Set.of(), Set.of(), Optional.empty());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Town.with().engine.runs().run(asleep, Shop.at("2024-03-02"), RunListener.NONE))
                .withMessage("The run (ASLEEP) is not effective.");
    }

    @Test
    void keysOfVisitsAreNotConfused() {
        Offer birthday = offer("B", new Terms.Birthday(), fixed("2.00")).build();
        Offer maturity = offer("M", new Terms.SubscriptionMaturity(days(1), 0), fixed("5.00"))
                .build();
        Town town = Town.with(birthday, maturity).born("P", "1990-03-02").born("P/S", "1990-03-02");
        town.subscription("P", "S", SubscriptionChange.STARTED, "2024-01-01");
        RunReport report = town.run("2024-03-02");
        assertThat(report.awards()).isEqualTo(3);
        assertThat(town.awards("P")).containsExactly("B 2.00 EUR 2024-03-02", "M 5.00 EUR 2024-03-02");
        assertThat(town.awards("P/S")).containsExactly("B 2.00 EUR 2024-03-02");
    }

    @Test
    void theReportCountsWhatTheJournalSays() {
        Town town = busyTown();
        List<Transaction> told = new ArrayList<>();
        RunReport report = town.engine.runs().run(ALL, town.at("2024-03-02"), new RunListener() {
            @Override
            public void decided(Outcome outcome) {
                told.addAll(outcome.transactions());
            }
        });
        List<Transaction> recorded = town.journal().stream()
                .filter(transaction -> transaction.recordedOn().equals(town.at("2024-03-02")))
                .toList();
        assertThat(recorded).isNotEmpty();
        assertThat(told).containsExactlyInAnyOrderElementsOf(recorded);
        assertThat(report.awards()).isEqualTo(recorded.size());
        Amount sum = recorded.stream().map(Transaction::amount).reduce(eur("0.00"), Amount::plus);
        assertThat(report.awarded()).containsExactly(sum);
    }

    /** P2 was referred by P1, so the first award of P2 earns one for P1. */
    private static Town busyTown() {
        Town town = Town.with(
                        spend("A", "1.00").build(),
                        offer("B", new Terms.Birthday(), fixed("2.00")).build(),
                        offer("R", new Terms.Referrals(), fixed("5.00")).build(),
                        offer("S", new Terms.SignUps(true), fixed("7.00")).build())
                .born("P1", "1990-03-02")
                .born("P2", "1990-03-02")
                .join("P3");
        town.send(new Referral(town.header("R1", "P2", "2024-02-01"), "P1"));
        town.queue("E1", "P2", "2024-03-01T10:00", "20.00");
        town.queue("E2", "P3", "2024-03-01T11:00", "20.00");
        return town;
    }

    @Test
    void whatFollowsForOthersIsApplied() {
        Town town = busyTown();
        RunReport report = town.run("2024-03-02");
        assertThat(town.awards("P1"))
                .containsExactly("R 5.00 EUR 2024-03-01", "S 7.00 EUR 2024-03-01", "B 2.00 EUR 2024-03-02");
        assertThat(town.awards("P2"))
                .containsExactly("A 1.00 EUR 2024-03-01", "S 7.00 EUR 2024-03-01", "B 2.00 EUR 2024-03-02");
        assertThat(report.awarded()).containsExactly(eur("32.00"));
    }

    @Test
    void whatARunRaisesForABatchOfferWaitsForTheNextRun() {
        Offer referral = offer("R", new Terms.Referrals(), fixed("5.00"))
                .withEvaluation(EvaluationMethod.BATCH)
                .build();
        Town town = Town.with(spend("A", "1.00").build(), referral).join("P1").join("P2");
        town.send(new Referral(town.header("R1", "P2", "2024-02-01"), "P1"));
        town.queue("E1", "P2", "2024-03-01", "20.00");
        town.run("2024-03-02");
        assertThat(town.awards("P1")).isEmpty();
        assertThat(town.open("P1")).hasSize(1);
        town.run("2024-03-03");
        assertThat(town.awards("P1")).containsExactly("R 5.00 EUR 2024-03-01");
    }

    @Test
    void progressRisesToAll() {
        Town town = busyTown();
        List<String> progress = new ArrayList<>();
        town.engine.runs().run(ALL, town.at("2024-03-02"), new RunListener() {
            @Override
            public void progressed(long done, long all) {
                progress.add(done + "/" + all);
            }
        });
        assertThat(progress).containsExactly("0/5", "1/5", "2/5", "3/5", "4/5", "5/5");
    }

    @Test
    void aListenerThatThrowsInterruptsTheRunWhichGoesOnLater() {
        Town undisturbed = busyTown();
        undisturbed.run("2024-03-02");
        for (int stop = 0; stop <= 5; stop++) {
            Town town = busyTown();
            int at = stop;
            assertThatThrownBy(() -> town.engine.runs().run(ALL, town.at("2024-03-02"), new RunListener() {
                        @Override
                        public void progressed(long done, long all) {
                            if (done == at) {
                                throw new IllegalStateException("stop");
                            }
                        }
                    }))
                    .hasMessage("stop");
            town.run("2024-03-02");
            assertThat(town.journal()).isEqualTo(undisturbed.journal());
        }
    }

    @Test
    void anInterruptedRunIsFinishedByALaterOne() {
        Town town = busyTown();
        assertThatThrownBy(() -> town.engine.runs().run(ALL, town.at("2024-03-02"), new RunListener() {
                    @Override
                    public void progressed(long done, long all) {
                        if (done == 3) {
                            throw new IllegalStateException("stop");
                        }
                    }
                }))
                .hasMessage("stop");
        RunReport report = town.run("2024-06-01");
        assertThat(town.awards("P2")).contains("B 2.00 EUR 2024-03-02");
        assertThat(report.awards()).isEqualTo(1);
    }

    /** Rules that fail for some participants. */
    private record Failing(RuleSet inner, Set<String> participants) implements RuleSet {
        @Override
        public List<Answer> answer(List<Candidate> candidates) {
            candidates.stream()
                    .map(candidate ->
                            candidate.situation().account().participant().id())
                    .filter(participants::contains)
                    .findFirst()
                    .ifPresent(id -> {
                        throw new IllegalStateException("broken for " + id);
                    });
            return inner.answer(candidates);
        }

        @Override
        public String hash() {
            return inner.hash();
        }

        @Override
        public Set<String> ruleIds() {
            return inner.ruleIds();
        }

        @Override
        public Set<AttributeUse> attributeUses() {
            return inner.attributeUses();
        }
    }

    @Test
    void aParticipantWhoFailsIsReportedAndAwardedByTheNextRun() {
        Set<String> broken = new HashSet<>();
        Town town = Town.of(
                        Shop.programme(
                                Shop.settings(),
                                spend("A", "1.00").build(),
                                offer("B", new Terms.Birthday(), fixed("2.00")).build()),
                        new Failing(Shop.RULES, broken),
                        new InMemoryStore())
                .born("P1", "1990-03-02")
                .born("P2", "1990-03-02")
                .born("P3", "1990-03-02");
        town.queue("E1", "P2", "2024-03-01", "20.00");
        town.run("2024-02-29");
        broken.add("P2");

        RunReport report = town.run("2024-03-02");

        assertThat(report.failures()).containsExactly(new RunFailure("P2", "broken for P2"));
        assertThat(report.awards()).isEqualTo(2);
        assertThat(town.awards("P2")).isEmpty();
        assertThat(town.run("2024-03-03").failures()).hasSize(1);
        broken.clear();
        RunReport mended = town.run("2024-03-07");
        assertThat(mended.failures()).isEmpty();
        assertThat(mended.awards()).isEqualTo(2);
        assertThat(town.awards("P2")).containsExactly("A 1.00 EUR 2024-03-01", "B 2.00 EUR 2024-03-02");
        assertThat(town.run("2024-03-08").awards()).isZero();
    }

    @Test
    void theSameRunAgainTriesThoseWhoFailed() {
        Set<String> broken = new HashSet<>(Set.of("P2"));
        Town town = Town.of(
                        Shop.programme(
                                Shop.settings(),
                                offer("B", new Terms.Birthday(), fixed("2.00")).build()),
                        new Failing(Shop.RULES, broken),
                        new InMemoryStore())
                .born("P1", "1990-03-02")
                .born("P2", "1990-03-02");
        assertThat(town.run("2024-03-02").failures()).hasSize(1);
        assertThat(town.run("2024-03-02").failures()).hasSize(1);
        broken.clear();
        RunReport mended = town.run("2024-03-02");
        assertThat(mended.visits()).isEqualTo(1);
        assertThat(mended.awards()).isEqualTo(1);
        assertThat(town.run("2024-03-02").visits()).isZero();
    }

    @Test
    void anInterruptedRunRemembersWhoHadFailed() {
        for (int writes = 0; writes < 5; writes++) {
            Set<String> broken = new HashSet<>(Set.of("P1"));
            int stopAt = writes;
            int[] written = {0};
            RewardsStore store = StoppingStore.before(new InMemoryStore(), recorded -> {
                boolean ofRun = recorded.event().key().system().equals("run");
                if (ofRun && written[0]++ == stopAt) {
                    throw new UncheckedIOException(new IOException("the store fails"));
                }
            });
            Town town = Town.of(
                            Shop.programme(
                                    Shop.settings(),
                                    spend("A", "1.00").build(),
                                    offer("B", new Terms.Birthday(), fixed("2.00"))
                                            .build()),
                            new Failing(Shop.RULES, broken),
                            store)
                    .born("P1", "1990-03-02")
                    .born("P2", "1990-03-02")
                    .born("P3", "1990-03-02");
            town.queue("E1", "P1", "2024-03-01T10:00", "20.00");
            town.queue("E2", "P2", "2024-03-01T10:01", "20.00");
            town.queue("E3", "P3", "2024-03-01T10:02", "20.00");
            boolean stopped = false;
            try {
                assertThat(town.run("2024-03-02").failures()).containsExactly(new RunFailure("P1", "broken for P1"));
            } catch (UncheckedIOException e) {
                stopped = true;
            }
            assertThat(stopped).isEqualTo(writes < 4);
            written[0] = Integer.MAX_VALUE / 2;

            assertThat(town.run("2024-03-02").failures())
                    .as("%s writes", writes)
                    .containsExactly(new RunFailure("P1", "broken for P1"));
            broken.clear();
            assertThat(town.run("2024-03-02").failures()).isEmpty();
            for (String participant : List.of("P1", "P2", "P3")) {
                assertThat(town.awards(participant))
                        .as("%s writes", writes)
                        .containsExactly("A 1.00 EUR 2024-03-01", "B 2.00 EUR 2024-03-02");
                assertThat(town.open(participant)).isEmpty();
            }
        }
    }

    @Test
    void whoHadFailedBeforeAnInterruptionIsDecidedByTheSameRun() {
        for (int writes = 0; writes < 3; writes++) {
            Set<String> broken = new HashSet<>(Set.of("P1"));
            int stopAt = writes;
            int[] written = {0};
            RewardsStore store = StoppingStore.before(new InMemoryStore(), recorded -> {
                boolean ofRun = recorded.event().key().system().equals("run");
                if (ofRun && written[0]++ == stopAt) {
                    throw new UncheckedIOException(new IOException("the store fails"));
                }
            });
            Town town = Town.of(
                            Shop.programme(
                                    Shop.settings(),
                                    spend("A", "1.00").build(),
                                    offer("B", new Terms.Birthday(), fixed("2.00"))
                                            .build()),
                            new Failing(Shop.RULES, broken),
                            store)
                    .born("P1", "1990-03-02")
                    .born("P2", "1990-03-02")
                    .born("P3", "1990-03-02");
            town.queue("E1", "P1", "2024-03-01T10:00", "20.00");
            town.queue("E2", "P2", "2024-03-01T10:01", "20.00");
            assertThatThrownBy(() -> town.run("2024-03-02")).isInstanceOf(UncheckedIOException.class);
            broken.clear();
            assertThat(town.run("2024-03-02").failures()).isEmpty();
            assertThat(town.awards("P1"))
                    .as("%s writes", writes)
                    .containsExactly("A 1.00 EUR 2024-03-01", "B 2.00 EUR 2024-03-02");
            assertThat(town.run("2024-03-02").visits()).isZero();
        }
    }

    @Test
    void aFollowUpThatFailsIsReportedAndAppliedByTheNextRun() {
        Set<String> broken = new HashSet<>(Set.of("P1"));
        Town town = Town.of(
                        Shop.programme(
                                Shop.settings(),
                                spend("A", "1.00").build(),
                                offer("R", new Terms.Referrals(), fixed("5.00")).build()),
                        new Failing(Shop.RULES, broken),
                        new InMemoryStore())
                .join("P1")
                .join("P2");
        town.send(new Referral(town.header("R1", "P2", "2024-02-01"), "P1"));
        town.queue("E1", "P2", "2024-03-01", "20.00");
        assertThat(town.run("2024-03-02").failures()).containsExactly(new RunFailure("P1", "broken for P1"));
        assertThat(town.run("2024-03-03").failures()).containsExactly(new RunFailure("P1", "broken for P1"));
        broken.clear();
        RunReport mended = town.run("2024-03-04");
        assertThat(mended.failures()).isEmpty();
        assertThat(mended.awards()).isEqualTo(1);
        assertThat(town.awards("P1")).containsExactly("R 5.00 EUR 2024-03-01");
    }

    @Test
    void everyoneOfThousandsIsVisited() {
        Town town = Town.with(offer("B", new Terms.Birthday(), fixed("2.00")).build());
        for (int i = 0; i < 2_001; i++) {
            town.born("P" + i, i % 2 == 0 ? "1990-03-02" : "1990-03-03");
        }
        RunReport report = town.run("2024-03-02");
        assertThat(report.visits()).isEqualTo(2_001);
        assertThat(report.awards()).isEqualTo(1_001);
        assertThat(report.awarded()).containsExactly(eur("2002.00"));
    }

    @Test
    void whoIsTerminatedOrNotYetRegisteredIsNotVisited() {
        Town town = Town.with(offer("B", new Terms.Birthday(), fixed("2.00")).build())
                .born("P1", "1990-03-02")
                .join("P2", "2024-03-03", Profile.EMPTY.withDateOfBirth(LocalDate.of(1990, 3, 2)));
        town.send(new ParticipantTerminated(
                town.header("T1", "P1", "2024-03-01"), TerminationReason.CUSTOMER_REQUEST, Optional.empty()));
        RunReport report = town.run("2024-03-02");
        assertThat(report.visits()).isZero();
        assertThat(report.awards()).isZero();
    }

    @Test
    void likesAreDecidedInRunsToo() {
        Town town = Town.with(offer(
                                "L",
                                new Terms.Behavior(
                                        Optional.of("facebook.com/ZX"), Optional.empty(), AwardLimit.ONLY_ONE),
                                fixed("2.00"))
                        .withEvaluation(EvaluationMethod.BATCH)
                        .build())
                .join("P1");
        town.send(new SocialMediaLike(town.header("L1", "P1", "2024-03-01T10:00"), "facebook.com/ZX"));
        town.send(new SocialMediaLike(town.header("L2", "P1", "2024-03-01T11:00"), "facebook.com/ZX"));
        town.send(new SocialMediaLike(town.header("L3", "P1", "2024-03-01T12:00"), "facebook.com/other"));
        assertThat(town.run("2024-03-02").awarded()).containsExactly(eur("2.00"));
        assertThat(town.journal()).extracting(Transaction::event).containsExactly(EventKey.of("L1"));
        assertThat(town.open("P1")).isEmpty();
    }

    @Test
    void aQueuedRegistrationLeavesDatesToTheVisit() {
        Town town = Town.with(offer("B", new Terms.Birthday(), fixed("2.00")).build());
        town.send(new ParticipantRegistered(
                town.header("reg", "P1", "2024-03-02").queued(),
                Profile.EMPTY.withDateOfBirth(LocalDate.of(1990, 3, 2))));
        town.signUp("P1", "2024-03-02");
        town.run("2024-03-02T18:00");
        assertThat(town.journal())
                .singleElement()
                .satisfies(award -> assertThat(award.on()).isEqualTo(town.at("2024-03-02T18:00")));
    }

    @Test
    void theNextRunIsDueAfterTheLatest() {
        Town town = Town.with().join("P1");
        RunDefinition nightly = new RunDefinition(
                "NIGHTLY",
                "Nightly",
                true,
                Set.of(),
                Set.of(),
                Set.of(),
                Optional.of(new Recurrence("FREQ=DAILY", town.at("2024-03-01T03:00"))));
        assertThat(town.engine.runs().nextRun(nightly)).contains(town.at("2024-03-01T03:00"));
        town.engine.runs().run(nightly, town.at("2024-03-01T03:00"), RunListener.NONE);
        assertThat(town.engine.runs().nextRun(nightly)).contains(town.at("2024-03-02T03:00"));
        assertThat(town.engine.runs().nextRun(ALL)).isEmpty();
    }

    @Test
    void anInterruptedRunIsDueAtItsOwnInstant() {
        Town town = busyTown();
        RunDefinition nightly = new RunDefinition(
                "NIGHTLY",
                "Nightly",
                true,
                Set.of(),
                Set.of(),
                Set.of(),
                Optional.of(new Recurrence("FREQ=DAILY", town.at("2024-03-01T03:00"))));
        assertThatThrownBy(() -> town.engine.runs().run(nightly, town.at("2024-03-02T03:00"), new RunListener() {
                    @Override
                    public void progressed(long done, long all) {
                        throw new IllegalStateException("stop");
                    }
                }))
                .hasMessage("stop");
        assertThat(town.engine.runs().nextRun(nightly)).contains(town.at("2024-03-02T03:00"));
    }
}
