package io.rewards.engine;

import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.Marketing;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.catalogue.life.Author;
import io.rewards.catalogue.life.CatalogueHistory;
import io.rewards.catalogue.life.Change;
import io.rewards.decision.Outcome;
import io.rewards.participant.Profile;
import io.rewards.store.OfferTransactions;
import io.rewards.wallet.Lot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of events and awards when the catalogue changes under a running engine. */
class CatalogueChangesTest {

    private static final Offer BONUS = Shop.offer(
                    "A", new Terms.TransactionRevenue(eur("0.00"), Optional.empty()), fixed("1.00"))
            .build();

    private CatalogueHistory history = CatalogueHistory.of(Shop.programme(Shop.settings(), BONUS).toBuilder()
            .withVersion("2024")
            .build());
    private final Shop shop = Shop.of(history.current(), Profile.EMPTY);

    @Test
    void anOutcomeNamesTheVersionThatDecidedIt() {
        Outcome before = shop.buy("2024-03-05", "10.00");
        take(history.offers(on("2024-03-06")).edit(shown(BONUS)));
        Outcome after = shop.buy("2024-03-07", "10.00");

        assertThat(before.programme()).isEqualTo("2024");
        assertThat(after.programme()).isEqualTo("2024+1");
        assertThat(history.version(before.programme()).orElseThrow().offers()).containsExactly(BONUS);
        assertThat(history.version(after.programme()).orElseThrow().offers()).containsExactly(shown(BONUS));
    }

    @Test
    void anOfferEditedWhileEffectiveGoesOnAndKeepsItsAwards() {
        Outcome before = shop.buy("2024-03-05", "10.00");
        List<Lot> lots = lots();
        take(history.offers(on("2024-03-06")).edit(shown(BONUS)));

        assertThat(lots()).isEqualTo(lots);
        assertThat(Shop.award(before, "A")).isEqualTo("1.00 EUR");
        assertThat(Shop.award(shop.buy("2024-03-07", "10.00"), "A")).isEqualTo("1.00 EUR");
    }

    @Test
    void anOfferThatStopsAwardsNothingMoreAndKeepsItsAwards() {
        shop.buy("2024-03-05", "10.00");
        List<Lot> lots = lots();
        take(history.offers(on("2024-03-06")).deactivate("A"));

        assertThat(Shop.award(shop.buy("2024-03-07", "10.00"), "A")).isEqualTo("none");
        assertThat(lots()).isEqualTo(lots);
    }

    @Test
    void aSchemeThatStopsAwardsNothingAndItsParticipantsStay() {
        shop.buy("2024-03-05", "10.00");
        List<Lot> lots = lots();
        take(history.schemes(on("2024-03-06")).deactivate("CLUB"));
        Outcome stopped = shop.buy("2024-03-07", "10.00");
        take(history.schemes(on("2024-03-08")).activate("CLUB"));
        Outcome again = shop.buy("2024-03-09", "10.00");

        assertThat(Shop.award(stopped, "A")).isEqualTo("none");
        assertThat(lots()).startsWith(lots.toArray(Lot[]::new)).hasSize(2);
        assertThat(Shop.award(again, "A")).isEqualTo("1.00 EUR");
    }

    @Test
    void anOfferThatIsActivatedAgainAwardsOnlyFromThenOn() {
        take(history.offers(on("2024-03-06")).deactivate("A"));
        take(history.offers(on("2024-03-08")).activate("A"));

        assertThat(Shop.award(shop.buy("2024-03-07T23:59", "10.00"), "A")).isEqualTo("none");
        assertThat(Shop.award(shop.buy("2024-03-08T12:00", "10.00"), "A")).isEqualTo("1.00 EUR");
    }

    @Test
    void anOfferThatAwardedCannotBeDeleted() {
        OfferTransactions transactions = new OfferTransactions(shop.store);
        take(history.offers(on("2024-03-04")).deactivate("A"));
        assertThat(history.offers(on("2024-03-06")).delete("A", transactions)).isInstanceOf(Change.Changed.class);

        take(history.offers(on("2024-03-05")).activate("A"));
        shop.buy("2024-03-05T13:00", "10.00");
        take(history.offers(on("2024-03-06")).deactivate("A"));
        assertThat(history.offers(on("2024-03-06")).delete("A", transactions)).isInstanceOf(Change.Refused.class);
    }

    private void take(Change change) {
        history = change.orElseThrow();
        shop.engine.reload(history.current());
    }

    private List<Lot> lots() {
        return shop.store.account("P1").orElseThrow().lots();
    }

    private static Offer shown(Offer offer) {
        return offer.toBuilder()
                .withDescription("One euro on everything")
                .withCategory("LOYALTY")
                .withMarketing(new Marketing("bonus.png", "", "", "", ""))
                .build();
    }

    private static Author on(String day) {
        Instant noon = Shop.at(day);
        return Author.of("anna", noon);
    }
}
