package io.rewards.engine;

import static io.rewards.engine.Shop.award;
import static io.rewards.engine.Shop.declines;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Shop.reasons;
import static io.rewards.engine.Shop.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.PaymentMedia;
import io.rewards.catalogue.Terms;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Outcome;
import io.rewards.event.PaymentMedium;
import io.rewards.event.Purchase;
import io.rewards.participant.Secret;
import io.rewards.problem.InvalidInputException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Promo codes, and payment media that are known by their identifiers. Domain 3.5. */
class PromoCodeTest {

    private static final String CARD = "4111111111111111";

    private static Offer under(AwardConditions.Builder conditions) {
        return offer("A", new Terms.TransactionRevenue(eur("0.00"), Optional.empty()), fixed("1.00"))
                .withConditions(conditions.build())
                .build();
    }

    private static Offer coded() {
        return under(AwardConditions.builder().withPromoCodes(Set.of("SPRING", "MAY/1")));
    }

    private static Purchase purchase(Shop shop) {
        return shop.purchase("2024-03-05", thing("10.00"));
    }

    @Test
    void onlyAListedCodeEarns() {
        Shop shop = Shop.with(coded());
        assertThat(award(shop.engine.evaluate(purchase(shop).withPromoCode("MAY/1")), "A"))
                .isEqualTo("1.00 EUR");
        assertThat(reasons(shop.engine.evaluate(purchase(shop).withPromoCode("MAY")), "A"))
                .containsExactly(DeclineReason.PROMO_CODE_NOT_LISTED);
        assertThat(reasons(shop.engine.evaluate(purchase(shop).withPromoCode("spring")), "A"))
                .containsExactly(DeclineReason.PROMO_CODE_NOT_LISTED);
        assertThat(declines(shop.engine.evaluate(purchase(shop)), "A"))
                .singleElement()
                .satisfies(decline -> {
                    assertThat(decline.rule()).isEqualTo("SHR-325");
                    assertThat(decline.sentence()).isEqualTo("The promo code () is none of [MAY/1, SPRING].");
                });
    }

    @Test
    void aCodeMakesNoDifferenceToOffersThatAskForNone() {
        Shop shop = Shop.with(under(AwardConditions.builder()));
        assertThat(award(shop.engine.evaluate(purchase(shop).withPromoCode("MAY")), "A"))
                .isEqualTo("1.00 EUR");
    }

    @Test
    void theCodeStaysWhereAPurchaseIsChanged() {
        Purchase coded = purchase(Shop.with(coded())).withPromoCode("MAY/1");
        assertThat(coded.queued().content().promoCode()).isEqualTo("MAY/1");
        assertThat(coded.withLines(coded.lines())
                        .paidWith(PaymentMedium.UNKNOWN)
                        .promoCode())
                .isEqualTo("MAY/1");
        assertThat(coded.returning().promoCode()).isEqualTo("MAY/1");
    }

    @Test
    void onlyTheCardOfThatNumberEarnsAndNothingNamesIt() {
        Shop shop = Shop.with(under(AwardConditions.builder()
                .withPaymentMedia(new PaymentMedia(Set.of(), Set.of(), Set.of(Secret.hashOf(CARD))))));
        PaymentMedium visa = new PaymentMedium("VISA", "CARD");
        Outcome listed = shop.engine.evaluate(purchase(shop).paidWith(visa.identifiedBy(CARD)));
        assertThat(award(listed, "A")).isEqualTo("1.00 EUR");
        Outcome other = shop.engine.evaluate(purchase(shop).paidWith(visa.identifiedBy("4111111111111112")));
        assertThat(declines(other, "A"))
                .singleElement()
                .satisfies(decline -> assertThat(decline.sentence())
                        .isEqualTo("The payment medium VISA CARD is none of 1 known by their identifiers."));
        assertThat(reasons(shop.engine.evaluate(purchase(shop).paidWith(visa)), "A"))
                .containsExactly(DeclineReason.PAYMENT_MEDIUM_NOT_LISTED);
        assertThat(listed + "" + other).doesNotContain("41111111").doesNotContain(Secret.hashOf(CARD));
    }

    @Test
    void aProgrammeHoldsNoNumberOfACard() {
        assertThatThrownBy(() -> new PaymentMedia(Set.of(), Set.of(), Set.of(CARD)))
                .hasMessageContaining("must be SHA-256 hashes")
                .hasMessageNotContaining(CARD);
    }

    @Test
    void anOfferThatIsNotAboutAPurchaseAsksForNoCode() {
        Offer birthday = offer("A", new Terms.Birthday(), fixed("1.00"))
                .withConditions(
                        AwardConditions.builder().withPromoCodes(Set.of("MAY")).build())
                .build();
        assertThatThrownBy(() -> Shop.with(birthday))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("conditions.promoCodes: An offer of REWARD_ON_BIRTHDAY is not about a purchase");
    }
}
