package io.rewards.engine;

import static io.rewards.engine.Shop.award;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Shop.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.account.Account;
import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.attribute.AttributeValue;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Explanation;
import io.rewards.decision.Outcome;
import io.rewards.decision.Outcome.Status;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.FirstAward;
import io.rewards.event.GoodsReturn;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.PaymentMedium;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SchemeSignUp;
import io.rewards.participant.Profile;
import io.rewards.participant.TerminationReason;
import io.rewards.problem.InvalidInputException;
import io.rewards.problem.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RewardsEngineTest {

    private static final Offer ANY = offer(
                    "A", new Terms.TransactionRevenue(eur("5.00"), Optional.empty()), fixed("1.00"))
            .build();

    private final Shop shop = Shop.with(ANY);

    @Test
    void theSameEventAgainGetsTheFirstOutcomeAndChangesNothing() {
        Purchase purchase = shop.purchase("2024-03-05", thing("10.00"));
        Outcome first = shop.engine.evaluate(purchase);
        Account after = shop.store.account("P1").orElseThrow();
        shop.buy("2024-03-06", "10.00");
        Account later = shop.store.account("P1").orElseThrow();
        assertThat(shop.engine.evaluate(purchase)).isEqualTo(first).hasToString(first.toString());
        assertThat(shop.store.account("P1")).contains(later);
        assertThat(later).isNotEqualTo(after);
    }

    @Test
    void theSameEventReceivedAgainLaterIsStillTheSame() {
        Purchase purchase = shop.purchase("2024-03-05", thing("10.00"));
        Outcome first = shop.engine.evaluate(purchase);
        Purchase again = purchase.withHeader(purchase.header().receivedOn(Shop.at("2024-04-01")));
        assertThat(shop.engine.evaluate(again)).isEqualTo(first);
    }

    @Test
    void theSamePurchaseWithItsLinesInAnotherOrderIsStillTheSame() {
        PurchaseLine bread = PurchaseLine.of("1", "bread", 1, eur("4.00"));
        PurchaseLine wine = PurchaseLine.of("2", "wine", 1, eur("8.00"));
        Outcome first = shop.engine.evaluate(Shop.purchaseOf("INV-1", "2024-03-05", bread, wine));
        assertThat(shop.engine.evaluate(Shop.purchaseOf("INV-1", "2024-03-05", wine, bread)))
                .isEqualTo(first);
        PurchaseLine otherWine = PurchaseLine.of("2", "wine", 2, eur("8.00"));
        assertThatThrownBy(() -> shop.engine.evaluate(Shop.purchaseOf("INV-1", "2024-03-05", otherWine, bread)))
                .isInstanceOf(EventIdReusedException.class);
    }

    @Test
    void theFirstOutcomeStandsWhenProgrammeAndRulesHaveChanged() {
        Purchase purchase = shop.purchase("2024-03-05", thing("10.00"));
        Outcome first = shop.engine.evaluate(purchase);
        shop.engine.reload(shop.engine.programme().withOffers(List.of()));
        assertThat(shop.engine.evaluate(purchase)).isEqualTo(first);
    }

    @Test
    void theSameIdWithOtherContentIsAnErrorThatSaysSo() {
        shop.engine.evaluate(Shop.purchaseOf("INV-1", "2024-03-05", thing("10.00")));
        Purchase other = Shop.purchaseOf("INV-1", "2024-03-05", thing("10.01"));
        assertThatThrownBy(() -> shop.engine.evaluate(other))
                .isInstanceOf(EventIdReusedException.class)
                .hasMessageContaining("The event id (INV-1) already belongs to an event with other content.");
        assertThatThrownBy(() -> shop.engine.preview(other)).isInstanceOf(EventIdReusedException.class);
    }

    @Test
    void twoSystemsMayUseTheSameId() {
        Purchase till = Shop.purchaseOf("1", "2024-03-05", thing("10.00"));
        Purchase web = till.withHeader(till.header().from("web"));
        assertThat(award(shop.engine.evaluate(till), "A")).isEqualTo("1.00 EUR");
        assertThat(award(shop.engine.evaluate(web), "A")).isEqualTo("1.00 EUR");
        assertThat(shop.store.account("P1").orElseThrow().lots())
                .extracting(lot -> lot.id())
                .containsExactly("1#A", "web/1#A");
    }

    @Test
    void aPreviewIsTheOutcomeThatEvaluateWillGiveAndStoresNothing() {
        Purchase purchase = shop.purchase("2024-03-05", thing("10.00"));
        Account before = shop.store.account("P1").orElseThrow();
        Outcome preview = shop.engine.preview(purchase);
        assertThat(shop.store.account("P1")).contains(before);
        assertThat(shop.store.recorded(purchase.key())).isEmpty();
        assertThat(shop.engine.evaluate(purchase)).isEqualTo(preview);
        assertThat(shop.engine.preview(purchase)).isEqualTo(preview);
    }

    @Test
    void anOfferIsExplainedBeforeAndAfterTheEvaluation() {
        Purchase purchase = shop.purchase("2024-03-05", thing("4.00"));
        Explanation before = shop.engine.explain(purchase, "A");
        assertThat(before.recorded()).isFalse();
        assertThat(before.verdict().orElseThrow().toString()).contains("1.00 EUR less than the minimum of 5.00 EUR");
        Outcome outcome = shop.engine.evaluate(purchase);
        Explanation after = shop.engine.explain(purchase, "A");
        assertThat(after.recorded()).isTrue();
        assertThat(after.verdict()).isEqualTo(outcome.verdictOn("A")).isEqualTo(before.verdict());
        assertThatThrownBy(() -> shop.engine.explain(purchase, "B")).hasMessageContaining("The offer (B)");
    }

    @Test
    void aParticipantOutsideTheSchemeIsToldSo() {
        shop.engine.evaluate(
                new ParticipantRegistered(EventHeader.of("r2", "P2", "U1", Shop.at("2024-01-01")), Profile.EMPTY));
        Purchase early = Purchase.of(EventHeader.of("x1", "P2", "U1", Shop.at("2024-03-05")), thing("10.00"));
        assertThat(shop.engine.evaluate(early).verdicts()).isEmpty();
        assertThat(shop.engine.explain(early, "A").verdict().orElseThrow().toString())
                .contains("NOT_SIGNED_UP")
                .contains("The participant has not signed up to CLUB, but to [].");
        shop.engine.evaluate(new SchemeSignUp(EventHeader.of("s2", "P2", "U1", Shop.at("2024-03-06")), "CLUB", ""));
        Purchase late = Purchase.of(EventHeader.of("x2", "P2", "U1", Shop.at("2024-03-05T23:00")), thing("10.00"));
        assertThat(Shop.reasons(shop.engine.evaluate(late), "A")).containsExactly(DeclineReason.SIGNED_UP_LATER);
        Purchase atOnce = Purchase.of(EventHeader.of("x3", "P2", "U1", Shop.at("2024-03-06")), thing("10.00"));
        assertThat(award(shop.engine.evaluate(atOnce), "A")).isEqualTo("1.00 EUR");
    }

    @Test
    void everythingAbsurdAboutAPurchaseIsSaidAtOnceAndNothingIsRecorded() {
        Denomination dollars = new Denomination("USD", 2);
        Purchase absurd = new Purchase(
                new EventHeader(
                        EventKey.of("X"),
                        "nobody",
                        "nowhere",
                        Instant.parse("2031-01-01T00:00:00Z"),
                        Optional.empty(),
                        true,
                        new Attributes(Map.of("colour", new AttributeValue.Text("red")))),
                " ",
                List.of(
                        PurchaseLine.of("1", "thing", 0, eur("-1.00")),
                        PurchaseLine.of("1", "", 2_000_000, Amount.of("1.00", dollars)),
                        new PurchaseLine("2", "thing", "", "", 1, eur("1.00"), eur("1.01"), Attributes.NONE)),
                PaymentMedium.UNKNOWN);
        Outcome outcome = shop.engine.evaluate(absurd);
        assertThat(outcome.status()).isEqualTo(Status.REFUSED);
        assertThat(outcome.problems().stream().map(Problem::path))
                .containsExactly(
                        "unit",
                        "performedOn",
                        "attributes.colour",
                        "participant",
                        "reference",
                        "lines[1].quantity",
                        "lines[1].total",
                        "lines[1].id",
                        "lines[1].product",
                        "lines[1].total",
                        "lines[1].vat",
                        "lines[2].vat",
                        "lines");
        assertThat(shop.store.recorded(absurd.key())).isEmpty();
    }

    @Test
    void theFutureBeginsOneNanosecondFromNow() {
        Instant now = Instant.parse("2030-01-01T00:00:00Z");
        assertThat(shop.engine.evaluate(at("now", now)).status()).isEqualTo(Status.PROCESSED);
        assertThat(shop.engine.evaluate(at("soon", now.plusNanos(1))).problems())
                .extracting(Problem::message)
                .containsExactly(
                        "The event (2030-01-01T00:00:00.000000001Z) lies in the future: it is (2030-01-01T00:00:00Z).");
    }

    @Test
    void aRefusedEventMayBeSentAgainOnceTheReasonIsGone() {
        Purchase purchase = Purchase.of(EventHeader.of("x", "P9", "U1", Shop.at("2024-03-05")), thing("10.00"));
        assertThat(shop.engine.evaluate(purchase).problems())
                .extracting(Problem::message)
                .containsExactly("The participant (P9) is not registered.");
        shop.engine.evaluate(
                new ParticipantRegistered(EventHeader.of("r", "P9", "U1", Shop.at("2024-01-01")), Profile.EMPTY));
        assertThat(shop.engine.evaluate(purchase).status()).isEqualTo(Status.PROCESSED);
    }

    @Test
    void aTerminatedParticipantGetsNothingMore() {
        shop.buy("2024-03-05", "10.00");
        shop.engine.evaluate(new ParticipantTerminated(
                Shop.header("end", Shop.at("2024-03-06")), TerminationReason.FRAUD, Optional.empty()));
        assertThat(shop.buy("2024-03-05", "10.00").problems())
                .extracting(Problem::message)
                .containsExactly("The participant (P1) is terminated.");
        assertThat(shop.store.account("P1").orElseThrow().lots()).hasSize(1);
    }

    @Test
    void whatOnlyTheEngineRaisesIsRefusedFromAHost() {
        FirstAward raised = new FirstAward(Shop.header("f1", Shop.at("2024-03-05")));
        assertThat(problems(raised)).containsExactly("The event (f1) is of a type that only the engine raises.");
        assertThat(shop.engine.preview(raised).status()).isEqualTo(Outcome.Status.REFUSED);
        assertThat(shop.store.recorded(raised.key())).isEmpty();
    }

    @Test
    void nobodyRegistersOrSignsUpTwice() {
        assertThat(problems(new ParticipantRegistered(Shop.header("r2", Shop.at("2024-03-05")), Profile.EMPTY)))
                .containsExactly("The participant (P1) is already registered.");
        assertThat(problems(new SchemeSignUp(Shop.header("s2", Shop.at("2024-03-05")), "CLUB", "")))
                .containsExactly("The participant (P1) has already signed up to scheme (CLUB).");
        assertThat(problems(new SchemeSignUp(Shop.header("s3", Shop.at("2024-03-05")), "CLAB", "")))
                .containsExactly("The scheme (CLAB) is not in the programme.");
    }

    @Test
    void aProfileNamesOnlyWhatTheProgrammeKnows() {
        Profile odd = Profile.EMPTY
                .withSegments(Set.of("NOBLE", "AWARDED", "VIP"))
                .withTier("TIN")
                .withDateOfBirth(LocalDate.of(2040, 1, 1));
        assertThat(problems(new ParticipantRegistered(EventHeader.of("r2", "P2", "U1", Shop.at("2024-03-05")), odd)))
                .containsExactly(
                        "The segment (AWARDED) is one of transactions: the engine finds who belongs to it.",
                        "The segment (NOBLE) is not in the programme.",
                        "The tier (TIN) is not in the programme; it has [SILVER, GOLD].",
                        "The date of birth (2040-01-01) lies in the future.");
    }

    @Test
    void aPurchaseMayWaitForTheNextRun() {
        Purchase purchase = shop.purchase("2024-03-05", thing("10.00")).queued();
        Outcome outcome = shop.engine.evaluate(purchase);
        assertThat(outcome.status()).isEqualTo(Status.QUEUED);
        assertThat(outcome.verdicts()).isEmpty();
        assertThat(shop.store.recorded(purchase.key()).orElseThrow().event()).isEqualTo(purchase);
        assertThat(shop.engine.evaluate(purchase)).isEqualTo(outcome);
    }

    @Test
    void aReturnOfWhatWasNeverBoughtIsRefusedAndKeepsNothing() {
        Account before = shop.store.account("P1").orElseThrow();
        GoodsReturn back = GoodsReturn.of(
                Shop.header("C1", Shop.at("2024-03-05")), new ReturnedLine(EventKey.of("never-bought"), "1", 1));
        assertThat(shop.engine.evaluate(back).status()).isEqualTo(Status.REFUSED);
        assertThat(shop.store.recorded(back.key())).isEmpty();
        assertThat(shop.store.account("P1")).contains(before);
    }

    @Test
    void aProgrammeWithMistakesIsRefusedWholeAndTheOldOneStays() {
        Offer wrong = offer("B", new Terms.SpendLoyalty(eur("5.00"), Shop.days(1)), fixed("1.00"))
                .withCategory("NONE")
                .build();
        assertThatThrownBy(() -> shop.engine.reload(shop.engine.programme().withOffers(List.of(ANY, ANY, wrong))))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::path)
                                .containsExactlyInAnyOrder(
                                        "offers[A]", "offers[A].number", "offers[A].name", "offers[B].category"));
        assertThat(award(shop.buy("2024-03-05", "10.00"), "A")).isEqualTo("1.00 EUR");
    }

    @Test
    void aNewProgrammeDecidesFromThenOn() {
        Offer better = offer("A", new Terms.TransactionRevenue(eur("5.00"), Optional.empty()), fixed("2.00"))
                .build();
        shop.engine.reload(shop.engine.programme().withOffers(List.of(better)));
        assertThat(award(shop.buy("2024-03-05", "10.00"), "A")).isEqualTo("2.00 EUR");
    }

    private List<String> problems(CustomerEvent event) {
        Outcome outcome = shop.engine.evaluate(event);
        assertThat(outcome.status()).isEqualTo(Status.REFUSED);
        return outcome.problems().stream().map(Problem::message).toList();
    }

    private static Purchase at(String id, Instant instant) {
        return Purchase.of(EventHeader.of(id, "P1", "U1", instant), thing("10.00"));
    }
}
