package io.rewards.engine;

import static io.rewards.engine.Shop.days;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Shop.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.Commitments;
import io.rewards.catalogue.EvaluationMethod;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferState;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.SchemeState;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.SpendConditions;
import io.rewards.catalogue.Terms;
import io.rewards.ledger.BudgetName;
import io.rewards.problem.InvalidInputException;
import io.rewards.problem.Problem;
import io.rewards.store.InMemoryStore;
import io.rewards.store.RewardsStore;
import io.rewards.store.StoreInFront;
import io.rewards.time.WeeklyTimes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A programme that changes under accounts that carry counts and money. Source: domain 3.12, 6.2. */
class ReloadTest {

    private static final Terms.TransactionRevenue FROM_TEN =
            new Terms.TransactionRevenue(eur("10.00"), Optional.empty());
    private static final ProductSelection COFFEE = ProductSelection.ofProducts("coffee");

    private static Programme programme(Offer... offers) {
        return Shop.programme(Shop.settings(), offers);
    }

    private static Offer spent(String target) {
        return offer("STAMP", new Terms.SpendLoyalty(eur(target), days(365)), fixed("5.00"))
                .build();
    }

    private static Offer visits() {
        return offer("STAMP", new Terms.CountLoyalty(10, days(365)), fixed("5.00"))
                .build();
    }

    private static Offer pieces() {
        return offer("STAMP", new Terms.QuantityLoyalty(10, days(365)), fixed("5.00"))
                .withConditions(AwardConditions.builder().withProducts(COFFEE).build())
                .build();
    }

    private static List<String> refusal(Town town, Programme next) {
        Programme before = town.engine.programme();
        List<String> found = problems(() -> town.engine.reload(next));
        assertThat(town.engine.programme()).isEqualTo(before);
        return found;
    }

    private static List<String> problems(Runnable attempt) {
        try {
            attempt.run();
        } catch (InvalidInputException e) {
            return e.problems().stream().map(Problem::toString).toList();
        }
        throw new AssertionError("It was accepted.");
    }

    // What is refused

    @Test
    void moneyThatWasCountedIsNeverReadAsVisitsOrPieces() {
        Town town = Town.with(spent("100.00")).join("P1");
        town.buy("E1", "P1", "2025-02-01", "99.50");
        String before = "offers[STAMP].classification: The offer (STAMP) was effective as"
                + " REWARD_LOYALTY_TRANSACTION_AMOUNT_BASED, which counts money. Accounts carry its awards and counts, so it"
                + " cannot become ";
        assertThat(refusal(town, programme(visits())))
                .containsExactly(
                        before + "REWARD_LOYALTY_TRANSACTION_NUMBER_BASED, which counts visits. Give the new offer"
                                + " a code of its own.");
        assertThat(refusal(town, programme(pieces())))
                .containsExactly(
                        before + "REWARD_LOYALTY_TRANSACTION_ITEM_QUANTITY_BASED, which counts pieces. Give the"
                                + " new offer a code of its own.");
        town.buy("E2", "P1", "2025-02-02", "0.50");
        assertThat(town.awards("P1")).containsExactly("STAMP 5.00 EUR 2025-02-02");
    }

    @Test
    void anOfferThatIsLeftOutAndComesBackAsAnotherIsRemembered() {
        Town town = Town.with(spent("100.00")).join("P1");
        assertThat(town.engine.reload(programme()).warnings()).isEmpty();
        assertThat(refusal(town, programme(visits()))).hasSize(1);
        assertThat(refusal(town, programme(visits().toBuilder().build().with(OfferState.NOT_EFFECTIVE))))
                .hasSize(1);
        town.engine.reload(programme(spent("50.00")));
    }

    @Test
    void anOfferThatWasNeverEffectiveMayBecomeAnother() {
        Offer draft = visits().draft("STAMP", "STAMP").toBuilder().withNumber(1).build();
        Town town = Town.with(draft);
        town.engine.reload(programme(spent("100.00")));
        assertThat(refusal(town, programme(draft))).hasSize(1);
    }

    @Test
    void anOfferThatWasEffectiveOnceIsRememberedWhereItIsNotAnyMore() {
        Town town = Town.with(spent("100.00").with(OfferState.NOT_EFFECTIVE));
        assertThat(refusal(town, programme(visits()))).hasSize(1);
    }

    @Test
    void anAwardStaysInItsDenomination() {
        Offer euros = offer("A", FROM_TEN, fixed("5.00"))
                .withCaps(Cap.ofAwards(Cap.Of.PARTICIPANT, 3))
                .build();
        Town town = Town.with(euros).join("P1");
        town.buy("E1", "P1", "2025-02-01", "20.00");
        Award points = new Award.FixedAmount(new Amount(Shop.PTS, 500));
        assertThat(refusal(town, programme(offer("A", FROM_TEN, points).build())))
                .containsExactly(
                        "offers[A].award: The offer (A) has awarded in EUR and cannot award in PTS: its limits and"
                                + " returns are in EUR. Give the new offer a code of its own.");
        town.engine.reload(programme(offer("A", FROM_TEN, percent("10")).build()));
        town.buy("E2", "P1", "2025-02-02", "20.00");
        assertThat(town.awards("P1")).containsExactly("A 5.00 EUR 2025-02-01", "A 2.00 EUR 2025-02-02");
    }

    @Test
    void theCurrencyAndTheDecimalsStay() {
        Town town = Town.with(spent("100.00")).join("P1");
        Denomination pounds = new Denomination("GBP", 2);
        Programme other = Shop.programme(
                Settings.of(Shop.ZONE, pounds).withPoints(List.of(new Denomination("PTS", 2))),
                offer(
                                "STAMP",
                                new Terms.SpendLoyalty(new Amount(pounds, 10_000), days(365)),
                                new Award.FixedAmount(new Amount(pounds, 500)))
                        .build());
        assertThat(refusal(town, other))
                .containsExactly(
                        "settings.currency: The currency (GBP) is another than (EUR), in which accounts hold money and"
                                + " counts. Leave it as it is, or carry out a changeover first.",
                        "settings.points[PTS]: The denomination (PTS) had 0 decimals and has 2. Accounts hold whole numbers"
                                + " of its smallest unit, so leave the decimals as they are, or carry out a changeover first.");
        Programme tenths = Shop.programme(Settings.of(Shop.ZONE, new Denomination("EUR", 3)));
        assertThat(refusal(town, tenths))
                .containsExactly(
                        "settings.currency: The denomination (EUR) had 2 decimals and has 3. Accounts hold whole"
                                + " numbers of its smallest unit, so leave the decimals as they are, or carry out a changeover"
                                + " first.");
    }

    @Test
    void pointsThatAreLeftOutComeBackWithTheirDecimals() {
        Town town = Town.with();
        Settings euros = Settings.of(Shop.ZONE, Shop.EUR);
        assertThat(town.engine.reload(Shop.programme(euros)).warnings())
                .extracting(Problem::toString)
                .containsExactly(
                        "settings.points: The denomination (PTS) is left out. Money in it that participants hold"
                                + " stays and is named by no offer.");
        assertThat(refusal(town, Shop.programme(euros.withPoints(List.of(new Denomination("PTS", 2))))))
                .hasSize(1);
        assertThat(town.engine.reload(Shop.programme(Shop.settings())).warnings())
                .isEmpty();
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        Town town = Town.with(spent("100.00"));
        Offer wrong = visits().toBuilder().withCategory("NONE").build();
        assertThat(refusal(town, Shop.programme(Settings.of(Shop.ZONE, new Denomination("EUR", 3)), wrong)))
                .hasSizeGreaterThanOrEqualTo(3)
                .anyMatch(problem -> problem.startsWith("offers[STAMP].category"))
                .anyMatch(problem -> problem.startsWith("offers[STAMP].classification"))
                .anyMatch(problem -> problem.startsWith("settings.currency"));
    }

    @Test
    void anEngineThatStartsOnAUsedStoreComparesToo() {
        InMemoryStore store = new InMemoryStore();
        Town.of(programme(spent("100.00")), store);
        Town.of(programme(), store);
        assertThat(problems(() -> Town.of(programme(visits()), store))).hasSize(1);
        assertThat(Town.of(programme(spent("50.00")), store)
                        .engine
                        .latestReload()
                        .warnings())
                .isEmpty();
    }

    @Test
    void anotherEngineOnTheStoreIsComparedWith() {
        InMemoryStore store = new InMemoryStore();
        Town one = Town.of(programme(), store);
        Town other = Town.of(programme(), store);
        one.engine.reload(programme(spent("100.00")));
        assertThat(refusal(other, programme(visits()))).hasSize(1);
    }

    // What goes on

    @Test
    void aNumberOfAwardsGoesOnWhateverTheyAreWorth() {
        Offer thirty = offer("A", FROM_TEN, fixed("5.00"))
                .withCaps(Cap.ofAwards(Cap.Of.ALL, 30))
                .build();
        Town town = Town.with(thirty).join("P1");
        town.buy("E1", "P1", "2025-02-01", "20.00");
        town.engine.reload(programme(
                thirty.toBuilder().withNumber(7).withAward(fixed("7.00")).build()));
        for (int i = 2; i <= 40; i++) {
            town.buy("E" + i, "P1", "2025-02-01", "20.00");
        }
        assertThat(town.awards("P1")).hasSize(30);
        assertThat(town.store.usage(BudgetName.ofOffer("A")).orElseThrow().awards())
                .isEqualTo(30);
    }

    @Test
    void aUnitThatOnlyOldMoneyNamesIsToldOnce() {
        SpendConditions only = new SpendConditions(COFFEE, WeeklyTimes.ALWAYS, Set.of("U2"), Set.of());
        Offer bound =
                offer("A", FROM_TEN, fixed("5.00")).withSpendConditions(only).build();
        InMemoryStore store = new InMemoryStore();
        Town town = Town.of(programme(bound), store).join("P1");
        town.buy("E1", "P1", "2025-02-01", "20.00");
        Programme without = without(programme(
                bound.toBuilder().withSpendConditions(SpendConditions.NONE).build()));
        assertThat(town.engine.reload(without).warnings())
                .extracting(Problem::toString)
                .containsExactly(
                        "products[coffee]: The product (coffee) is left out, and money of offers that were effective may be"
                                + " good only there or for that. It stays with the participants, and what only (coffee) lets"
                                + " them spend can no longer be spent.",
                        "units[U2]: The unit (U2) is left out, and money of offers that were effective may be good only"
                                + " there or for that. It stays with the participants, and what only (U2) lets them spend"
                                + " can no longer be spent.");
        assertThat(town.engine.latestReload().warnings()).hasSize(2);
        assertThat(town.engine.reload(without).warnings()).isEmpty();
        assertThat(town.engine.ledger().verify().isWell()).isTrue();
    }

    @Test
    void aUnitThatAnOfferNamesIsNotLeftOut() {
        SpendConditions only = new SpendConditions(ProductSelection.ALL, WeeklyTimes.ALWAYS, Set.of("U2"), Set.of());
        Offer bound =
                offer("A", FROM_TEN, fixed("5.00")).withSpendConditions(only).build();
        Town town = Town.with(bound);
        assertThat(refusal(town, without(programme(bound))))
                .anyMatch(problem -> problem.startsWith("offers[A].spendConditions.units"));
    }

    private static Programme without(Programme programme) {
        return programme.toBuilder()
                .withUnits(programme.units().stream()
                        .filter(unit -> !unit.code().equals("U2"))
                        .toList())
                .withProducts(programme.products().stream()
                        .filter(product -> !product.code().equals("coffee"))
                        .toList())
                .build();
    }

    // Events that wait

    private static Offer nightly(int days) {
        return offer("A", FROM_TEN, fixed("5.00"))
                .withEvaluation(EvaluationMethod.BATCH)
                .withConditions(AwardConditions.builder()
                        .withMaximumUnprocessed(days(days))
                        .build())
                .build();
    }

    @Test
    void anEventGoesOnWaitingForAnOfferThatIsMissingInARun() {
        assertThat(awardsAfterANightWith(programme -> programme.withOffers(List.of())))
                .containsExactly("A 5.00 EUR 2025-02-01");
    }

    @Test
    void anEventGoesOnWaitingForAnOfferThatIsNotEffectiveInARun() {
        assertThat(awardsAfterANightWith(
                        programme -> programme.withOffers(List.of(nightly(10).with(OfferState.NOT_EFFECTIVE)))))
                .containsExactly("A 5.00 EUR 2025-02-01");
    }

    @Test
    void anEventGoesOnWaitingForAnOfferOfASchemeThatIsNotEffectiveInARun() {
        assertThat(awardsAfterANightWith(programme -> programme.toBuilder()
                        .withSchemes(programme.schemes().stream()
                                .map(scheme -> scheme.with(SchemeState.NOT_EFFECTIVE))
                                .toList())
                        .build()))
                .containsExactly("A 5.00 EUR 2025-02-01");
    }

    private static List<String> awardsAfterANightWith(UnaryOperator<Programme> change) {
        Programme usual = programme(nightly(10));
        Town town = Town.of(usual, new InMemoryStore()).join("P1");
        town.buy("E1", "P1", "2025-02-01T12:00", "20.00");
        town.engine.reload(change.apply(usual));
        long version = town.account("P1").version();
        town.run("2025-02-02");
        town.run("2025-02-03");
        assertThat(town.account("P1").version()).isEqualTo(version);
        town.engine.reload(usual);
        town.run("2025-02-11T12:00");
        assertThat(town.open("P1")).isEmpty();
        return town.awards("P1");
    }

    @Test
    void anEventWaitsNoLongerThanTheOfferLetsIt() {
        Programme usual = programme(nightly(10));
        Town town = Town.of(usual, new InMemoryStore()).join("P1");
        town.buy("E1", "P1", "2025-02-01T12:00", "20.00");
        town.engine.reload(programme());
        town.run("2025-02-11T12:00");
        assertThat(town.open("P1")).hasSize(1);
        town.run("2025-02-11T12:01");
        assertThat(town.open("P1")).isEmpty();
    }

    @Test
    void anEventThatWasQueuedWaitsForAllItsOffers() {
        Offer atOnce = offer("B", FROM_TEN, fixed("1.00")).withNumber(2).build();
        Programme usual = programme(nightly(10), atOnce);
        Town town = Town.of(usual, new InMemoryStore()).join("P1");
        town.queue("E1", "P1", "2025-02-01T12:00", "20.00");
        town.engine.reload(programme(atOnce));
        town.run("2025-02-02");
        assertThat(town.awards("P1")).containsExactly("B 1.00 EUR 2025-02-01");
        town.engine.reload(usual);
        town.run("2025-02-03");
        assertThat(town.awards("P1")).containsExactly("B 1.00 EUR 2025-02-01", "A 5.00 EUR 2025-02-01");
        assertThat(town.open("P1")).isEmpty();
    }

    @Test
    void anOfferThatWasDeclinedAndMissingIsAskedAgain() {
        Offer vips = nightly(10).toBuilder()
                .withConditions(AwardConditions.builder()
                        .withMaximumUnprocessed(days(10))
                        .withSegmentsIncluded(Set.of("VIP"))
                        .build())
                .build();
        Town town = Town.with(vips).join("P1");
        town.buy("E1", "P1", "2025-02-01T12:00", "20.00");
        town.run("2025-02-02");
        town.engine.reload(programme());
        town.run("2025-02-03");
        town.engine.reload(programme(nightly(10)));
        town.run("2025-02-04");
        assertThat(town.awards("P1")).containsExactly("A 5.00 EUR 2025-02-01");
    }

    @Test
    void aStoreThatNeverKeepsWhatItIsToldIsNamed() {
        RewardsStore forgetful = new StoreInFront(new InMemoryStore()) {
            @Override
            public boolean keep(Optional<Commitments> known, Commitments changed) {
                return false;
            }
        };
        assertThatThrownBy(() -> Town.of(programme(), forgetful))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "The store refused 200 times to keep what accounts rely on of the programme (Shop). Maybe it does"
                                + " not see its own writes.");
    }
}
