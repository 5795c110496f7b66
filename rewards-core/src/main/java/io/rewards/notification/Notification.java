package io.rewards.notification;

import io.rewards.catalogue.NotificationKind;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something to tell a participant, kept until the host has delivered it. It may be handed out more than once, always
 * under the same id. Immutable. Source: domain 10.
 *
 * @param id unique and stable
 * @param kind of the notification
 * @param participant id of the participant
 * @param offer code of the offer that it is about
 * @param on when what it tells happened, or the instant of the run that found it
 * @param language of the text
 * @param text to show, its tags filled
 * @param values of all tags of its kind, for hosts that word their own texts
 */
public record Notification(
        String id,
        NotificationKind kind,
        String participant,
        String offer,
        Instant on,
        String language,
        String text,
        SortedMap<String, String> values) {

    /** Copies the values. */
    public Notification {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }
}
