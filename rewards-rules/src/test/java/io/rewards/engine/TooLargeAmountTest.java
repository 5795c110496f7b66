package io.rewards.engine;

import static io.rewards.engine.Shop.PTS;
import static io.rewards.engine.Shop.award;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.offer;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.account.Account;
import io.rewards.amount.Amount;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Outcome;
import io.rewards.decision.Outcome.Status;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An amount that cannot be held refuses its event, and the next one goes on. Domain 0. */
class TooLargeAmountTest {

    private static final Terms ANY = new Terms.TransactionRevenue(eur("0.00"), Optional.empty());

    private static Offer thousandsOfMillions() {
        return offer("A", ANY, Award.Rate.of(new Amount(PTS, 1_000_000_000_000L), eur("0.01")))
                .build();
    }

    @Test
    void theLargestAwardIsHeldAndTheNextLargerRefusesItsEvent() {
        Shop shop = Shop.with(thousandsOfMillions());
        assertThat(award(shop.buy("2024-03-05", "92233.72"), "A")).isEqualTo("9223372000000000000 PTS");
        Shop other = Shop.with(thousandsOfMillions());
        Account before = other.store.account("P1").orElseThrow();
        Outcome refused = other.buy("2024-03-05", "92233.73");
        assertThat(refused.status()).isEqualTo(Status.REFUSED);
        assertThat(refused.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .isEqualTo(
                                "The event cannot be processed because of the offer (A). The amount (1000000000000 PTS times"
                                        + " 9223373) is larger than any amount can be."));
        assertThat(other.store.account("P1")).contains(before);
        assertThat(award(other.buy("2024-03-05", "1.00"), "A")).isEqualTo("100000000000000 PTS");
    }

    @Test
    void aWalletThatWouldHoldTooMuchRefusesTheEvent() {
        Shop shop = Shop.with(thousandsOfMillions());
        assertThat(shop.buy("2024-03-05", "92233.72").status()).isEqualTo(Status.PROCESSED);
        Account before = shop.store.account("P1").orElseThrow();
        assertThat(shop.buy("2024-03-05", "92233.72").status()).isEqualTo(Status.REFUSED);
        assertThat(shop.store.account("P1")).contains(before);
    }
}
