package io.rewards.engine;

import static io.rewards.engine.Shop.award;
import static io.rewards.engine.Shop.declines;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Shop.reasons;
import static io.rewards.engine.Shop.thing;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.Cap;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Measure;
import io.rewards.decision.Outcome;
import io.rewards.decision.Verdict;
import io.rewards.event.EventHeader;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.Purchase;
import io.rewards.event.SchemeSignUp;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.Usage;
import io.rewards.participant.Profile;
import io.rewards.testkit.chance.Threads;
import io.rewards.time.CalendarPeriod;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Limits for each participant and for an offer. Domain 3.11. */
class CapsTest {

    private static final String DAY = "2024-03-05";

    @Test
    void aParticipantGetsNoMoreAwardsThanTheCap() {
        Shop shop = Shop.with(capped(List.of(Cap.ofAwards(Cap.Of.PARTICIPANT, 2))));
        assertThat(award(shop.buy(DAY, "10.00"), "A")).isEqualTo("3.00 EUR");
        assertThat(award(shop.buy(DAY, "10.00"), "A")).isEqualTo("3.00 EUR");
        assertThat(declines(shop.buy(DAY, "10.00"), "A")).singleElement().satisfies(decline -> {
            assertThat(decline.reason()).isEqualTo(DeclineReason.PARTICIPANT_CAP_REACHED);
            assertThat(decline.actual()).contains(new Measure.Count(2));
            assertThat(decline.required()).contains(new Measure.Count(2));
        });
    }

    @Test
    void anAwardIsCutToWhatTheCapLeavesAndSaysWhatItWouldHaveBeen() {
        Shop shop = Shop.with(capped(List.of(Cap.ofAmount(Cap.Of.PARTICIPANT, eur("5.00")))));
        assertThat(award(shop.buy(DAY, "10.00"), "A")).isEqualTo("3.00 EUR");
        Outcome second = shop.buy(DAY, "10.00");
        assertThat(second.verdictOn("A")).contains(new Verdict.Granted("A", "TRX-010", eur("2.00"), eur("3.00")));
        assertThat(reasons(shop.buy(DAY, "10.00"), "A")).containsExactly(DeclineReason.PARTICIPANT_CAP_REACHED);
    }

    @Test
    void theBudgetOfAnOfferIsSharedByAllParticipants() {
        Shop shop = Shop.with(capped(List.of(Cap.ofAmount(Cap.Of.ALL, eur("5.00")))));
        join(shop, "P2");
        assertThat(award(shop.buy(DAY, "10.00"), "A")).isEqualTo("3.00 EUR");
        assertThat(award(shop.engine.evaluate(by("P2", "X1")), "A")).isEqualTo("2.00 EUR");
        assertThat(reasons(shop.engine.evaluate(by("P2", "X2")), "A")).containsExactly(DeclineReason.BUDGET_USED_UP);
        assertThat(shop.store.usage(BudgetName.ofOffer("A"))).contains(new Usage(2, eur("5.00")));
    }

    @Test
    void anOfferWithoutABudgetIsNotCounted() {
        Shop shop = Shop.with(capped(List.of(Cap.ofAwards(Cap.Of.PARTICIPANT, 2))));
        shop.buy(DAY, "10.00");
        assertThat(shop.store.usage(BudgetName.ofOffer("A"))).isEmpty();
    }

    @Test
    void aPreviewUsesUpNothing() {
        Shop shop = Shop.with(capped(List.of(Cap.ofAwards(Cap.Of.PARTICIPANT, 1), Cap.ofAwards(Cap.Of.ALL, 1))));
        Purchase purchase = shop.purchase(DAY, thing("10.00"));
        Outcome preview = shop.engine.preview(purchase);
        assertThat(shop.engine.preview(purchase)).isEqualTo(preview);
        assertThat(shop.engine.evaluate(purchase)).isEqualTo(preview);
    }

    @Test
    void eightThreadsOnOneParticipantNeverExceedTheCap() {
        Shop shop = Shop.with(
                capped(List.of(Cap.ofAwards(Cap.Of.PARTICIPANT, 20), Cap.ofAmount(Cap.Of.PARTICIPANT, eur("50.00")))));
        List<Outcome> outcomes = inParallel(shop, (thread, i) -> by("P1", "T" + thread + "-" + i));
        assertThat(sum(outcomes)).isEqualTo("50.00 EUR");
        assertThat(outcomes.stream().flatMap(Outcome::granted)).hasSize(17);
        assertThat(shop.store.account("P1").orElseThrow().version()).isEqualTo(2 + outcomes.size());
    }

    @Test
    void eightThreadsOnOneBudgetNeverExceedIt() {
        Shop shop = Shop.with(capped(List.of(Cap.ofAmount(Cap.Of.ALL, eur("100.00")))));
        for (int thread = 0; thread < 8; thread++) {
            join(shop, "Q" + thread);
        }
        List<Outcome> outcomes = inParallel(shop, (thread, i) -> by("Q" + thread, "T" + thread + "-" + i));
        assertThat(sum(outcomes)).isEqualTo("100.00 EUR");
        assertThat(shop.store.usage(BudgetName.ofOffer("A"))).contains(new Usage(34, eur("100.00")));
    }

    @Test
    void eightThreadsWithOneEventAwardOnce() {
        Shop shop = Shop.with(capped(List.of()));
        List<Outcome> outcomes = inParallel(shop, (thread, i) -> by("P1", "same-" + i));
        assertThat(shop.store.records("P1").orElseThrow().awards()).hasSize(40);
        assertThat(outcomes.stream().distinct()).hasSize(40);
    }

    @Test
    void onceADayIsOneAwardForEachDayOfTheCalendar() {
        Shop shop = Shop.with(capped(List.of(Cap.ofAwards(Cap.Of.PARTICIPANT, 1).per(CalendarPeriod.DAY))));
        assertThat(award(shop.buy("2024-03-05T09:00", "10.00"), "A")).isEqualTo("3.00 EUR");
        assertThat(declines(shop.buy("2024-03-05T18:00", "10.00"), "A"))
                .singleElement()
                .satisfies(decline -> {
                    assertThat(decline.reason()).isEqualTo(DeclineReason.PARTICIPANT_CAP_REACHED);
                    assertThat(decline.sentence())
                            .isEqualTo(
                                    "The participant has already got 1 from this offer; the cap is 1 a day and frees on"
                                            + " 2024-03-06 00:00.");
                    assertThat(decline.distance()).contains(new Measure.Span(Duration.ofHours(6)));
                });
        assertThat(award(shop.buy("2024-03-06T23:59", "10.00"), "A")).isEqualTo("3.00 EUR");
        assertThat(award(shop.buy("2024-03-07T00:01", "10.00"), "A")).isEqualTo("3.00 EUR");
    }

    @Test
    void aLatePurchaseCountsOnItsOwnDay() {
        Shop shop = Shop.with(capped(List.of(Cap.ofAwards(Cap.Of.PARTICIPANT, 1).per(CalendarPeriod.DAY))));
        shop.buy("2024-03-07", "10.00");
        assertThat(award(shop.buy("2024-03-05", "10.00"), "A")).isEqualTo("3.00 EUR");
        assertThat(award(shop.buy("2024-03-05", "10.00"), "A")).isEqualTo("none");
    }

    @Test
    void whatComesBackFreesThePeriodOfItsAward() {
        Purse purse = Purse.with(capped(List.of(
                Cap.ofAwards(Cap.Of.PARTICIPANT, 1).per(CalendarPeriod.DAY),
                Cap.ofAmount(Cap.Of.ALL, eur("3.00")).per(CalendarPeriod.MONTH))));
        Outcome march = purse.buy("2024-03-05", "10.00");
        assertThat(award(purse.buy("2024-04-01", "10.00"), "A")).isEqualTo("3.00 EUR");
        assertThat(reasons(purse.buy("2024-03-05", "10.00"), "A"))
                .containsExactly(DeclineReason.PARTICIPANT_CAP_REACHED, DeclineReason.BUDGET_USED_UP);
        purse.cancel("2024-04-10", march);
        assertThat(reasons(purse.buy("2024-04-02", "10.00"), "A")).containsExactly(DeclineReason.BUDGET_USED_UP);
        assertThat(award(purse.buy("2024-03-05", "10.00"), "A")).isEqualTo("3.00 EUR");
        assertThat(purse.store.usage(BudgetName.ofOffer("A", "MONTH 2024-03-01")))
                .contains(new Usage(1, eur("3.00")));
        assertThat(purse.store.usage(BudgetName.ofOffer("A"))).isEmpty();
    }

    @Test
    void aSpanIsOpenAtItsOldEnd() {
        Shop shop = Shop.with(
                capped(List.of(Cap.ofAmount(Cap.Of.PARTICIPANT, eur("5.00")).within(new TimeSpan(30, SpanUnit.DAYS)))));
        shop.buy("2024-03-01T12:00", "10.00");
        assertThat(award(shop.buy("2024-03-02T12:00", "10.00"), "A")).isEqualTo("2.00 EUR");
        assertThat(declines(shop.buy("2024-03-31T11:59", "10.00"), "A"))
                .singleElement()
                .satisfies(decline -> assertThat(decline.sentence())
                        .isEqualTo(
                                "The participant has already got 5.00 EUR from this offer; the cap is 5.00 EUR within 30"
                                        + " days and frees on 2024-03-31 12:00."));
        assertThat(award(shop.buy("2024-03-31T12:00", "10.00"), "A")).isEqualTo("3.00 EUR");
    }

    @Test
    void anAwardThatIsToldLateLeavesThoseAfterItWithinTheirSpan() {
        Cap twice = Cap.ofAwards(Cap.Of.PARTICIPANT, 2).within(new TimeSpan(10, SpanUnit.DAYS));
        Shop shop = Shop.with(capped(List.of(twice)));
        shop.buy("2024-03-11", "10.00");
        shop.buy("2024-03-15", "10.00");
        assertThat(declines(shop.buy("2024-03-06", "10.00"), "A"))
                .singleElement()
                .satisfies(decline -> assertThat(decline.sentence())
                        .isEqualTo("The participant has already got 2 from this offer; the cap is 2 within 10 days."));
        assertThat(award(shop.buy("2024-03-05", "10.00"), "A")).isEqualTo("3.00 EUR");
    }

    @Test
    void anAwardIsCutToTheTightestCap() {
        Shop shop = Shop.with(capped(List.of(
                Cap.ofAmount(Cap.Of.PARTICIPANT, eur("7.00")),
                Cap.ofAmount(Cap.Of.ALL, eur("4.00")).per(CalendarPeriod.DAY),
                Cap.ofAmount(Cap.Of.ALL, eur("5.00")).per(CalendarPeriod.WEEK))));
        assertThat(award(shop.buy("2024-03-05", "10.00"), "A")).isEqualTo("3.00 EUR");
        assertThat(award(shop.buy("2024-03-05", "10.00"), "A")).isEqualTo("1.00 EUR");
        assertThat(award(shop.buy("2024-03-06", "10.00"), "A")).isEqualTo("1.00 EUR");
        assertThat(award(shop.buy("2024-03-11", "10.00"), "A")).isEqualTo("2.00 EUR");
    }

    @Test
    void aCapOnANumberDoesNotLookAtAmounts() {
        List<Cap> thirty = List.of(Cap.ofAwards(Cap.Of.ALL, 30), Cap.ofAwards(Cap.Of.PARTICIPANT, 30));
        Shop shop = Shop.with(capped(thirty));
        shop.buy(DAY, "10.00");
        Offer seven = capped(thirty).toBuilder().withAward(fixed("7.00")).build();
        shop.engine.reload(Shop.programme(Shop.settings(), seven));
        for (int left = 29; left > 0; left--) {
            assertThat(award(shop.buy(DAY, "10.00"), "A")).isEqualTo("7.00 EUR");
        }
        assertThat(reasons(shop.buy(DAY, "10.00"), "A"))
                .containsExactly(DeclineReason.PARTICIPANT_CAP_REACHED, DeclineReason.BUDGET_USED_UP);
    }

    @Test
    void eightThreadsUseTheBudgetOfEachDayExactly() {
        Shop shop = Shop.with(capped(List.of(
                Cap.ofAmount(Cap.Of.ALL, eur("100.00")).per(CalendarPeriod.DAY), Cap.ofAwards(Cap.Of.ALL, 60))));
        for (int thread = 0; thread < 8; thread++) {
            join(shop, "Q" + thread);
        }
        List<Outcome> outcomes = inParallel(
                shop,
                (thread, i) -> Purchase.of(
                        EventHeader.of(
                                "T" + thread + "-" + i, "Q" + thread, "U1", Shop.at(i % 2 == 0 ? DAY : "2024-03-06")),
                        thing("10.00")));
        Usage fifth =
                shop.store.usage(BudgetName.ofOffer("A", "DAY 2024-03-05")).orElseThrow();
        Usage sixth =
                shop.store.usage(BudgetName.ofOffer("A", "DAY 2024-03-06")).orElseThrow();
        assertThat(fifth.awards() + sixth.awards()).isEqualTo(60);
        assertThat(List.of(fifth.in(Shop.EUR), sixth.in(Shop.EUR)))
                .allMatch(amount -> amount.compareTo(eur("100.00")) <= 0);
        assertThat(sum(outcomes))
                .isEqualTo(fifth.in(Shop.EUR).plus(sixth.in(Shop.EUR)).toString());
    }

    @Test
    void eightThreadsUseUpTheBudgetOfADay() {
        Shop shop =
                Shop.with(capped(List.of(Cap.ofAmount(Cap.Of.ALL, eur("100.00")).per(CalendarPeriod.DAY))));
        for (int thread = 0; thread < 8; thread++) {
            join(shop, "Q" + thread);
        }
        List<Outcome> outcomes = inParallel(shop, (thread, i) -> by("Q" + thread, "T" + thread + "-" + i));
        assertThat(sum(outcomes)).isEqualTo("100.00 EUR");
        assertThat(shop.store.usage(BudgetName.ofOffer("A", "DAY 2024-03-05"))).contains(new Usage(34, eur("100.00")));
    }

    private interface EventOf {
        Purchase of(int thread, int i);
    }

    private static List<Outcome> inParallel(Shop shop, EventOf events) {
        return Threads.race(8, thread -> {
                    List<Outcome> outcomes = new ArrayList<>();
                    for (int i = 0; i < 40; i++) {
                        outcomes.add(shop.engine.evaluate(events.of(thread, i)));
                    }
                    return outcomes;
                })
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static String sum(List<Outcome> outcomes) {
        return outcomes.stream()
                .flatMap(Outcome::granted)
                .map(Verdict.Granted::amount)
                .reduce(eur("0.00"), (left, right) -> left.plus(right))
                .toString();
    }

    private static void join(Shop shop, String participant) {
        shop.engine.evaluate(new ParticipantRegistered(
                EventHeader.of("reg-" + participant, participant, "U1", Shop.LONG_AGO), Profile.EMPTY));
        shop.engine.evaluate(
                new SchemeSignUp(EventHeader.of("join-" + participant, participant, "U1", Shop.LONG_AGO), "CLUB", ""));
    }

    private static Purchase by(String participant, String id) {
        return Purchase.of(EventHeader.of(id, participant, "U1", Shop.at(DAY)), thing("10.00"));
    }

    private static Offer capped(List<Cap> caps) {
        return offer("A", new Terms.TransactionRevenue(eur("0.00"), Optional.empty()), fixed("3.00"))
                .withCaps(caps)
                .build();
    }
}
