package io.rewards.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.MessageTemplate;
import io.rewards.catalogue.NotificationKind;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Programme;
import io.rewards.decision.Outcome;
import io.rewards.event.ProfileChanged;
import io.rewards.notification.Notification;
import io.rewards.notification.NotificationCriteria;
import io.rewards.participant.AutomaticSpending;
import io.rewards.participant.Consent;
import io.rewards.participant.Preferences;
import io.rewards.participant.Profile;
import io.rewards.store.Kept;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What tests of notifications share: programmes with texts, participants with consents, and what is kept. */
final class Postbox {

    static final Consent GIVEN = new Consent(true, Optional.of(Shop.LONG_AGO), "app");

    /** Everything of every kind, from a little before the offers became effective. */
    static final NotificationCriteria ALL = NotificationCriteria.since(Shop.LONG_AGO);

    private Postbox() {}

    /** A shop whose programme has these texts and whose participant agrees to all advertising. */
    static Shop shop(List<MessageTemplate> messages, Offer... offers) {
        return shop(profile("", GIVEN, GIVEN), messages, offers);
    }

    static Shop shop(Profile profile, List<MessageTemplate> messages, Offer... offers) {
        return Shop.of(programme(messages, offers), profile);
    }

    static Programme programme(List<MessageTemplate> messages, Offer... offers) {
        return Shop.programme(Shop.settings(), offers).toBuilder()
                .withMessages(messages)
                .build();
    }

    static Profile profile(String language, Consent direct, Consent affiliate) {
        return Profile.EMPTY
                .withName("Maria")
                .withPreferences(new Preferences(language, "", direct, affiliate, AutomaticSpending.OFF));
    }

    static MessageTemplate message(NotificationKind kind, String language, String text) {
        return new MessageTemplate(kind, language, text);
    }

    /** An English text. */
    static List<MessageTemplate> english(NotificationKind kind, String text) {
        return List.of(message(kind, "en", text));
    }

    /** A text for each kind that says its name and no more. */
    static List<MessageTemplate> allKinds() {
        return Arrays.stream(NotificationKind.values())
                .map(kind -> message(kind, "en", kind.name()))
                .toList();
    }

    /** P1 opts in or out of direct marketing on this day. */
    static void changeConsent(Shop shop, boolean given, String day) {
        Instant on = Shop.at(day);
        Consent direct = new Consent(given, Optional.of(on), "app");
        ProfileChanged event = new ProfileChanged(Shop.header("consent" + day, on), profile("", direct, GIVEN), "app");
        assertThat(shop.engine.evaluate(event).status()).isEqualTo(Outcome.Status.PROCESSED);
    }

    static List<String> texts(Shop shop) {
        return kept(shop).stream().map(Notification::text).toList();
    }

    static List<String> ids(Shop shop) {
        return kept(shop).stream().map(Notification::id).toList();
    }

    static List<Notification> kept(Shop shop) {
        return shop.store.notifications(0, Integer.MAX_VALUE).stream()
                .map(Kept::what)
                .toList();
    }
}
