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
import io.rewards.catalogue.Caps;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Limits for each participant and for an offer. Domain 12.1 Q13. */
class CapsTest {

    private static final String DAY = "2024-03-05";

    @Test
    void aParticipantGetsNoMoreAwardsThanTheCap() {
        Shop shop = Shop.with(capped(new Caps(Cap.ofAwards(2), Cap.NONE)));
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
        Shop shop = Shop.with(capped(new Caps(Cap.ofAmount(eur("5.00")), Cap.NONE)));
        assertThat(award(shop.buy(DAY, "10.00"), "A")).isEqualTo("3.00 EUR");
        Outcome second = shop.buy(DAY, "10.00");
        assertThat(second.verdictOn("A")).contains(new Verdict.Granted("A", "TRX-010", eur("2.00"), eur("3.00")));
        assertThat(reasons(shop.buy(DAY, "10.00"), "A")).containsExactly(DeclineReason.PARTICIPANT_CAP_REACHED);
    }

    @Test
    void theBudgetOfAnOfferIsSharedByAllParticipants() {
        Shop shop = Shop.with(capped(new Caps(Cap.NONE, Cap.ofAmount(eur("5.00")))));
        join(shop, "P2");
        assertThat(award(shop.buy(DAY, "10.00"), "A")).isEqualTo("3.00 EUR");
        assertThat(award(shop.engine.evaluate(by("P2", "X1")), "A")).isEqualTo("2.00 EUR");
        assertThat(reasons(shop.engine.evaluate(by("P2", "X2")), "A")).containsExactly(DeclineReason.BUDGET_USED_UP);
        assertThat(shop.store.usage(BudgetName.ofOffer("A"))).contains(new Usage(2, eur("5.00")));
    }

    @Test
    void anOfferWithoutABudgetIsNotCounted() {
        Shop shop = Shop.with(capped(new Caps(Cap.ofAwards(2), Cap.NONE)));
        shop.buy(DAY, "10.00");
        assertThat(shop.store.usage(BudgetName.ofOffer("A"))).isEmpty();
    }

    @Test
    void aPreviewUsesUpNothing() {
        Shop shop = Shop.with(capped(new Caps(Cap.ofAwards(1), Cap.ofAwards(1))));
        Purchase purchase = shop.purchase(DAY, thing("10.00"));
        Outcome preview = shop.engine.preview(purchase);
        assertThat(shop.engine.preview(purchase)).isEqualTo(preview);
        assertThat(shop.engine.evaluate(purchase)).isEqualTo(preview);
    }

    @Test
    void eightThreadsOnOneParticipantNeverExceedTheCap() {
        Shop shop = Shop.with(capped(new Caps(new Cap(Optional.of(20L), Optional.of(eur("50.00"))), Cap.NONE)));
        List<Outcome> outcomes = inParallel(shop, (thread, i) -> by("P1", "T" + thread + "-" + i));
        assertThat(sum(outcomes)).isEqualTo("50.00 EUR");
        assertThat(outcomes.stream().flatMap(Outcome::granted)).hasSize(17);
        assertThat(shop.store.account("P1").orElseThrow().version()).isEqualTo(2 + outcomes.size());
    }

    @Test
    void eightThreadsOnOneBudgetNeverExceedIt() {
        Shop shop = Shop.with(capped(new Caps(Cap.NONE, Cap.ofAmount(eur("100.00")))));
        for (int thread = 0; thread < 8; thread++) {
            join(shop, "Q" + thread);
        }
        List<Outcome> outcomes = inParallel(shop, (thread, i) -> by("Q" + thread, "T" + thread + "-" + i));
        assertThat(sum(outcomes)).isEqualTo("100.00 EUR");
        assertThat(shop.store.usage(BudgetName.ofOffer("A"))).contains(new Usage(34, eur("100.00")));
    }

    @Test
    void eightThreadsWithOneEventAwardOnce() {
        Shop shop = Shop.with(capped(Caps.NONE));
        List<Outcome> outcomes = inParallel(shop, (thread, i) -> by("P1", "same-" + i));
        assertThat(shop.store.records("P1").orElseThrow().awards()).hasSize(40);
        assertThat(outcomes.stream().distinct()).hasSize(40);
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

    private static Offer capped(Caps caps) {
        return offer("A", new Terms.TransactionRevenue(eur("0.00"), Optional.empty()), fixed("3.00"))
                .withCaps(caps)
                .build();
    }
}
