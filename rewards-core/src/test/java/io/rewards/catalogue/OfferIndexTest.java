package io.rewards.catalogue;

import static io.rewards.catalogue.Programmes.START;
import static io.rewards.catalogue.Programmes.any;
import static io.rewards.catalogue.Programmes.eur;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OfferIndexTest {

    @Test
    void onlyEffectiveSignUpsThatRequireAnAwardWaitForTheFirst() {
        Programme programme = Programmes.with(
                any(1, "PURCHASE").build(),
                signUp(2, "AT-ONCE", false).withEffectiveSince(START).build(),
                signUp(3, "WAITS", true).withEffectiveSince(START).build(),
                signUp(4, "DRAFT", true).build());
        assertThat(Catalogue.of(programme).index().afterFirstAward())
                .extracting(Offer::code)
                .containsExactly("WAITS");
    }

    private static Offer.Builder signUp(long number, String code, boolean requirePriorAward) {
        return Offer.builder(
                number,
                code,
                "CLUB",
                "REWARD_SIGN_UPS",
                new Terms.SignUps(requirePriorAward),
                new Award.FixedAmount(eur("5.00")));
    }
}
