package io.rewards.notification;

import io.rewards.catalogue.NotificationKind;
import io.rewards.event.EventKey;
import io.rewards.key.Key;
import java.time.Instant;

/**
 * The name of a notification: its kind, and what tells it from others of its kind. The same again has the same name.
 * Immutable.
 *
 * @param kind of the notification
 * @param key of what it is about, after the kind
 */
record NotificationId(NotificationKind kind, Key key) {

    /** Of what a transaction did, by the id of the transaction. */
    static NotificationId ofTransaction(NotificationKind kind, String transaction) {
        return new NotificationId(kind, Key.parsed(transaction));
    }

    /** Of money that can be spent through a day, by the id of the lot. */
    static NotificationId ofExpiration(String lot, String lastDay) {
        return new NotificationId(
                NotificationKind.EXPIRATION_AHEAD, Key.parsed(lot).and(lastDay));
    }

    /** Of an offer that is there since an instant. */
    static NotificationId ofNewOffer(String offer, Instant since, String participant) {
        return new NotificationId(NotificationKind.NEW_OFFER, Key.of(offer, since.toString(), participant));
    }

    /** Of an award within reach, once for each window of the offer. */
    static NotificationId ofCloseAward(String offer, String window, String participant) {
        return new NotificationId(NotificationKind.CLOSE_TO_AWARD, Key.of(offer, window, participant));
    }

    /** Of a tier that a participant got into by an event, or by a review that came with it. */
    static NotificationId ofTier(NotificationKind kind, EventKey event, String participant) {
        return new NotificationId(kind, Key.of(event.system(), event.id(), participant));
    }

    /** Of a tier that will fall at a review. */
    static NotificationId ofTierAtRisk(String tier, Instant review, String participant) {
        return new NotificationId(NotificationKind.TIER_AT_RISK, Key.of(tier, review.toString(), participant));
    }

    /** This name as it is kept: different names have different texts. */
    String text() {
        return Key.of(kind.name()).and(key).text();
    }
}
