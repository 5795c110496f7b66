package io.rewards.engine;

import static io.rewards.engine.Postbox.GIVEN;
import static io.rewards.engine.Postbox.english;
import static io.rewards.engine.Postbox.kept;
import static io.rewards.engine.Postbox.message;
import static io.rewards.engine.Postbox.profile;
import static io.rewards.engine.Postbox.texts;
import static io.rewards.engine.Shop.days;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Shop.percent;
import static io.rewards.engine.Shop.thing;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.EvaluationMethod;
import io.rewards.catalogue.MessageTemplate;
import io.rewards.catalogue.NotificationKind;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.RunDefinition;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Outcome;
import io.rewards.event.Purchase;
import io.rewards.participant.Consent;
import io.rewards.run.RunListener;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Domain 10: what an event brings about is told at once. */
class NotificationsTest {

    private static final String ALL_OF_AWARD =
            "#participant.name# (#participant.id#) got #award.amount# on #award.date#"
                    + " for #offer.name# (#offer.code#, #offer.description#) of #scheme.name#, from #award.validFrom# to"
                    + " #award.expirationDate#; #wallet.balance# now, #wallet.pending# later.";

    @Test
    void anAwardIsTold() {
        Shop shop = Postbox.shop(
                english(NotificationKind.AWARD, ALL_OF_AWARD),
                award("1.00")
                        .withName("Any purchase")
                        .withDescription("One euro")
                        .withAwardValidity(new AwardValidity(
                                Optional.of(days(3)), new AwardValidity.Expiry.On(LocalDate.parse("2025-01-01"))))
                        .build());
        Outcome outcome = shop.buy("2024-03-01T00:30", "10.00");
        assertThat(texts(shop))
                .containsExactly("Maria (P1) got 1.00 EUR on 2024-03-01 for Any purchase (A, One euro) of CLUB,"
                        + " from 2024-03-04 to 2024-12-31; 0.00 EUR now, 1.00 EUR later.");
        assertThat(kept(shop)).singleElement().satisfies(told -> {
            assertThat(told.id())
                    .isEqualTo("AWARD/" + outcome.transactions().get(0).id());
            assertThat(told.participant()).isEqualTo("P1");
            assertThat(told.offer()).isEqualTo("A");
            assertThat(told.on()).isEqualTo(Shop.at("2024-03-01T00:30"));
            assertThat(told.language()).isEqualTo("en");
            assertThat(told.values().keySet()).isEqualTo(NotificationKind.AWARD.tags());
        });
    }

    @Test
    void namesThatLookLikeTagsAreToldAsTheyAre() {
        Shop shop = Postbox.shop(
                profile("", GIVEN, GIVEN).withName("#award.amount# {required} ## $1 \\"),
                english(
                        NotificationKind.AWARD,
                        "#participant.name#: #award.amount# for #offer.name# #offer.description#"),
                award("1.00")
                        .withName("#participant.id# {actual}")
                        .withDescription("#wallet.balance#")
                        .build());
        shop.buy("2024-03-01", "10.00");
        assertThat(texts(shop))
                .containsExactly("#award.amount# {required} ## $1 \\: 1.00 EUR for #participant.id# {actual}"
                        + " #wallet.balance#");
    }

    @Test
    void anAwardThatNeverExpiresHasNoExpirationDate() {
        Shop shop = Postbox.shop(
                english(NotificationKind.AWARD, "until (#award.expirationDate#)"),
                award("1.00").build());
        shop.buy("2024-03-01", "10.00");
        assertThat(texts(shop)).containsExactly("until ()");
    }

    @Test
    void pointsAndMoneyEachHaveTheirBalance() {
        Award points = new Award.FixedAmount(Amount.of("30", Shop.PTS));
        Shop shop = Postbox.shop(
                english(NotificationKind.AWARD, "#award.amount# of #wallet.balance#"),
                award("1.00").build(),
                offer("B", new Terms.TransactionRevenue(eur("0.00"), Optional.empty()), points)
                        .build());
        shop.buy("2024-03-01", "10.00");
        shop.buy("2024-03-02", "10.00");
        assertThat(texts(shop))
                .containsExactly(
                        "1.00 EUR of 1.00 EUR", "30 PTS of 30 PTS", "1.00 EUR of 2.00 EUR", "30 PTS of 60 PTS");
    }

    @Test
    void aDiscountIsToldAsAnAwardAndASpend() {
        Shop shop = Postbox.shop(
                List.of(
                        message(NotificationKind.AWARD, "en", "won #award.amount# till (#award.expirationDate#)"),
                        message(
                                NotificationKind.SPEND,
                                "en",
                                "spent #spend.amount# on #spend.date#, #wallet.balance# left")),
                offer("A", new Terms.TransactionRevenue(eur("0.00"), Optional.empty()), percent("10"))
                        .withSpendMethod(SpendMethod.SPEND_INSTANTLY)
                        .build());
        shop.buy("2024-03-01", "10.00");
        assertThat(texts(shop)).containsExactly("won 1.00 EUR till ()", "spent 1.00 EUR on 2024-03-01, 0.00 EUR left");
        assertThat(Postbox.ids(shop)).containsExactly("AWARD/E1#A", "SPEND/E1#A/spend");
    }

    @Test
    void aProgrammeWithoutATextOfTheKindTellsNothing() {
        Shop none = Postbox.shop(List.of(), award("1.00").build());
        none.buy("2024-03-01", "10.00");
        assertThat(kept(none)).isEmpty();
        Shop other = Postbox.shop(
                english(NotificationKind.SPEND, "spent"), award("1.00").build());
        other.buy("2024-03-01", "10.00");
        assertThat(kept(other)).isEmpty();
    }

    @Test
    void theSameEventAgainTellsNothingMore() {
        Shop shop = Postbox.shop(
                english(NotificationKind.AWARD, "won"), award("1.00").build());
        Purchase purchase = Shop.purchaseOf("E1", "2024-03-01", thing("10.00"));
        shop.engine.evaluate(purchase);
        shop.engine.evaluate(purchase);
        assertThat(kept(shop)).hasSize(1);
    }

    @Test
    void aPreviewTellsNothing() {
        Shop shop = Postbox.shop(
                english(NotificationKind.AWARD, "won"), award("1.00").build());
        Outcome outcome = shop.engine.preview(Shop.purchaseOf("E1", "2024-03-01", thing("10.00")));
        assertThat(outcome.transactions()).hasSize(1);
        assertThat(kept(shop)).isEmpty();
    }

    @Test
    void aRunTellsItsAwardsAndAPreviewOfItDoesNot() {
        Shop shop = Postbox.shop(
                english(NotificationKind.AWARD, "won #award.amount# on #award.date#"),
                award("1.00").withEvaluation(EvaluationMethod.BATCH).build());
        shop.buy("2024-03-01", "10.00");
        RunDefinition nightly = RunDefinition.ofEverything("NIGHTLY");
        shop.engine.runs().previewRun(nightly, Shop.at("2024-03-02"), RunListener.NONE);
        assertThat(kept(shop)).isEmpty();
        shop.engine.runs().run(nightly, Shop.at("2024-03-02"), RunListener.NONE);
        assertThat(texts(shop)).containsExactly("won 1.00 EUR on 2024-03-01");
    }

    @Test
    void whatIsOnesOwnIsToldWithoutConsent() {
        Shop shop = Postbox.shop(
                profile("", Consent.NOT_GIVEN, Consent.NOT_GIVEN),
                english(NotificationKind.AWARD, "won"),
                award("1.00").build());
        shop.buy("2024-03-01", "10.00");
        assertThat(texts(shop)).containsExactly("won");
    }

    @Test
    void everybodyIsToldInTheirLanguage() {
        List<MessageTemplate> messages = List.of(
                message(NotificationKind.AWARD, "en", "You got #award.amount#."),
                message(NotificationKind.AWARD, "el", "Κερδίσατε #award.amount#."),
                message(NotificationKind.AWARD, "pt", "Ganhou #award.amount#."));
        assertThat(told("el", messages)).isEqualTo("Κερδίσατε 1.00 EUR.");
        assertThat(told("pt-BR", messages)).isEqualTo("Ganhou 1.00 EUR.");
        assertThat(told("", messages)).isEqualTo("You got 1.00 EUR.");
        assertThat(told("ja", messages)).isEqualTo("You got 1.00 EUR.");
    }

    @Test
    void aNameIsNeverTakenForATag() {
        Shop shop = Postbox.shop(
                profile("", GIVEN, GIVEN).withName("#award.amount# $1"),
                english(NotificationKind.AWARD, "#participant.name#: ##1"),
                award("1.00").build());
        shop.buy("2024-03-01", "10.00");
        assertThat(texts(shop)).containsExactly("#award.amount# $1: #1");
    }

    private static String told(String language, List<MessageTemplate> messages) {
        Shop shop = Postbox.shop(
                profile(language, GIVEN, GIVEN), messages, award("1.00").build());
        shop.buy("2024-03-01", "10.00");
        return texts(shop).get(0);
    }

    private static Offer.Builder award(String amount) {
        return offer("A", new Terms.TransactionRevenue(eur("0.00"), Optional.empty()), fixed(amount));
    }
}
