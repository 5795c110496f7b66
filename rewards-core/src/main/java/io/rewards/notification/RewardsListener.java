package io.rewards.notification;

/**
 * The host's way to tell participants: by e-mail, text message or an app. It is handed a notification again when it threw,
 * or when the process stopped before the delivery was noted, or when it took so long that another worker has it by now,
 * always under the same id: whoever must not tell twice remembers the ids. Source: domain 10.
 */
@FunctionalInterface
public interface RewardsListener {

    /**
     * Delivers {@code notification}. Returning means that it is done.
     *
     * @throws RuntimeException to be handed it again later
     */
    void deliver(Notification notification);
}
