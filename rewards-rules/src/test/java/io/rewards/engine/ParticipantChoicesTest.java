package io.rewards.engine;

import static io.rewards.engine.Community.header;
import static io.rewards.engine.Community.problems;
import static io.rewards.engine.Shop.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.catalogue.NotificationKind;
import io.rewards.catalogue.ParticipantSettings;
import io.rewards.catalogue.PaymentPreference;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.TextPattern;
import io.rewards.decision.Outcome;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.PayoutRequested;
import io.rewards.event.ProfileChanged;
import io.rewards.event.SchemeSignUp;
import io.rewards.participant.Consent;
import io.rewards.participant.Preferences;
import io.rewards.participant.Profile;
import io.rewards.participant.ProfileChange;
import io.rewards.store.InMemoryStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How participants are paid, and what they agreed to. Domain 4.3, 4.7, 10. */
class ParticipantChoicesTest {

    private static final PaymentPreference BANK = new PaymentPreference(
            "BANK_TRANSFER",
            List.of(
                    new PaymentPreference.Field("iban", Optional.of(new TextPattern("CY[0-9]{4}"))),
                    new PaymentPreference.Field("holder", Optional.empty())));
    private static final ParticipantSettings TWO_WAYS =
            ParticipantSettings.DEFAULT.withPaymentPreferences(BANK, new PaymentPreference("CARD", List.of()));

    private final InMemoryStore store = new InMemoryStore();

    private Community community(ParticipantSettings settings) {
        Programme programme =
                Shop.programme(
                                Shop.settings().with(settings),
                                Community.anyPurchase("A").build())
                        .toBuilder()
                        .withMessages(Postbox.allKinds())
                        .build();
        return new Community(programme, store, ReferenceCodeValidator.NONE);
    }

    private static Profile paid(String way, Map<String, String> details) {
        return Profile.EMPTY.withPreferences(Preferences.NONE.withPayment(way, details));
    }

    private static List<String> registering(Community community, String way, Map<String, String> details) {
        return problems(community.engine.evaluate(
                new ParticipantRegistered(community.header("ANNA", "2024-01-01"), paid(way, details))));
    }

    @Test
    void anAllowedWayToBePaidNeedsItsFields() {
        Community community = community(TWO_WAYS);
        assertThat(registering(community, "BANK_TRANSFER", Map.of("iban", "CY123", "bic", "X")))
                .containsExactlyInAnyOrder(
                        "profile.preferences.paymentDetails.iban: The iban of the payment preference (BANK_TRANSFER) does"
                                + " not look like CY[0-9]{4}.",
                        "profile.preferences.paymentDetails.holder: The payment preference (BANK_TRANSFER) needs holder.",
                        "profile.preferences.paymentDetails.bic: The payment preference (BANK_TRANSFER) has no field"
                                + " (bic); it has [iban, holder].");
        assertThat(registering(community, "BANK_TRANSFER", Map.of("iban", "CY12345", "holder", "Anna")))
                .hasSize(1);
        assertThat(registering(community, "BANK_TRANSFER", Map.of("iban", "CY1234", "holder", " ")))
                .hasSize(1);
        assertThat(registering(community, "BANK_TRANSFER", Map.of("iban", "CY1234", "holder", "Anna")))
                .isEmpty();
    }

    @Test
    void anotherWayToBePaidIsRefusedWithTheList() {
        Community community = community(TWO_WAYS);
        assertThat(registering(community, "CASH", Map.of()))
                .containsExactly(
                        "profile.preferences.payment: The payment preference (CASH) is not allowed; those of the"
                                + " programme are [BANK_TRANSFER, CARD].");
        assertThat(registering(community, "", Map.of("iban", "CY1234")))
                .containsExactly("profile.preferences.paymentDetails: There are details of a payment preference, and no"
                        + " payment preference.");
        assertThat(registering(community, "", Map.of())).isEmpty();
    }

    @Test
    void aProgrammeThatListsNoneAllowsAll() {
        assertThat(registering(community(ParticipantSettings.DEFAULT), "CASH", Map.of("x", "y")))
                .isEmpty();
    }

    @Test
    void aWayThatIsAllowedNoMoreStaysUntilItIsUsed() {
        Community before = community(ParticipantSettings.DEFAULT);
        assertThat(registering(before, "CASH", Map.of())).isEmpty();
        Community community = community(TWO_WAYS);
        ProfileChange name = ProfileChange.of(Profile.EMPTY.withName("Anna"), "name");
        assertThat(problems(community.engine.evaluate(
                        new ProfileChanged(community.header("ANNA", "2024-02-01"), name, ""))))
                .isEmpty();
        assertThat(problems(community.engine.evaluate(
                        new PayoutRequested(community.header("ANNA", "2024-02-01"), Optional.empty()))))
                .contains("participant: The payment preference (CASH) is not allowed; those of the programme are"
                        + " [BANK_TRANSFER, CARD].");
        ProfileChange cash = ProfileChange.of(paid("VOUCHER", Map.of()), "preferences.payment");
        assertThat(problems(community.engine.evaluate(
                        new ProfileChanged(community.header("ANNA", "2024-02-01"), cash, ""))))
                .hasSize(1);
    }

    @Test
    void anUnluckyPatternIsNoMatchAndNoEndlessWait() {
        assertThat(new TextPattern("(a+)+b").matches("a".repeat(100))).isFalse();
        assertThat(new TextPattern("(a+)+b").matches("aaab")).isTrue();
        assertThat(new TextPattern("[0-9]{200}").matches("1".repeat(200))).isTrue();
        assertThat(new TextPattern("[0-9]+").matches("1".repeat(201))).isFalse();
        assertThatThrownBy(() -> new TextPattern("(a"))
                .hasMessageContaining("The pattern ((a) is no regular expression");
        assertThatThrownBy(() -> new TextPattern("x".repeat(201))).hasMessageContaining("201 characters");
    }

    private List<NotificationKind> toldOfAPurchase(ParticipantSettings settings, boolean agrees) {
        Community community = community(settings);
        Consent care = new Consent(agrees, Optional.of(at("2024-01-01")), "web");
        community.engine.evaluate(new ParticipantRegistered(
                header("R", "ANNA", "2024-01-01"),
                Profile.EMPTY.withPreferences(Preferences.NONE.withCustomerCare(care))));
        community.engine.evaluate(new SchemeSignUp(header("S", "ANNA", "2024-01-01"), "CLUB", ""));
        Outcome bought = community.buy("ANNA", "2024-02-01");
        assertThat(Shop.award(bought, "A")).isEqualTo("3.00 EUR");
        return store.notifications(0, 10).stream()
                .map(kept -> kept.what().kind())
                .toList();
    }

    @Test
    void noticesOfOnesOwnMoneyNeedNoConsentUnlessTheProgrammeSaysSo() {
        assertThat(toldOfAPurchase(ParticipantSettings.DEFAULT, false)).containsExactly(NotificationKind.AWARD);
    }

    @Test
    void noticesOfCareNeedConsentWhereTheProgrammeSaysSo() {
        assertThat(toldOfAPurchase(ParticipantSettings.DEFAULT.withCareConsent(NotificationKind.AWARD), false))
                .isEmpty();
    }

    @Test
    void whoAgreedToCustomerCareIsTold() {
        assertThat(toldOfAPurchase(ParticipantSettings.DEFAULT.withCareConsent(NotificationKind.AWARD), true))
                .containsExactly(NotificationKind.AWARD);
    }

    @Test
    void onlyTheNoticesThatTheProgrammeNamesNeedConsent() {
        assertThat(toldOfAPurchase(ParticipantSettings.DEFAULT.withCareConsent(NotificationKind.SPEND), false))
                .containsExactly(NotificationKind.AWARD);
    }

    @Test
    void advertisingIsNoCustomerCare() {
        assertThatThrownBy(() -> ParticipantSettings.DEFAULT.withCareConsent(NotificationKind.NEW_OFFER))
                .hasMessageContaining("Notices of NEW_OFFER are advertising");
    }

    @Test
    void aWayToBePaidIsNamedOnce() {
        assertThatThrownBy(() -> ParticipantSettings.DEFAULT.withPaymentPreferences(BANK, BANK))
                .hasMessageContaining("(BANK_TRANSFER) is there twice");
    }
}
