package io.rewards.engine;

import io.rewards.store.RewardsStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * For how long the oldest of what the store keeps has waited, whoever has claimed it. Immutable.
 *
 * @param followUp since what brought it about was evaluated; empty where none is open
 * @param notification since the date of what it tells, also where that was told late; empty where none is open
 */
public record OutboxLag(Optional<Duration> followUp, Optional<Duration> notification) {

    static OutboxLag of(RewardsStore store, Instant now) {
        return new OutboxLag(
                store.followUps(0, 1).stream()
                        .map(kept -> kept.what().event())
                        .map(event -> event.header().receivedOn().orElse(event.performedOn()))
                        .map(since -> since(since, now))
                        .findFirst(),
                store.notifications(0, 1).stream()
                        .map(kept -> since(kept.what().on(), now))
                        .findFirst());
    }

    /** Clocks may differ a little. */
    private static Duration since(Instant instant, Instant now) {
        return instant.isAfter(now) ? Duration.ZERO : Duration.between(instant, now);
    }
}
