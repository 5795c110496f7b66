package io.rewards.participant;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.participant.Subscription.Interruption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Since when a subscription counts as uninterrupted. */
class SubscriptionTest {

    private static final ZoneId NICOSIA = ZoneId.of("Europe/Nicosia");
    private static final Instant START = Instant.parse("2024-01-01T08:00:00Z");

    @Test
    void itIsEffectiveUntilItIsInterruptedOrEnds() {
        Subscription started = Subscription.started("S", START);
        assertThat(started.isEffective()).isTrue();
        assertThat(started.isInterrupted()).isFalse();
        Subscription interrupted = interrupted(new Interruption(at("2024-02-01"), Optional.empty()));
        assertThat(interrupted.isEffective()).isFalse();
        assertThat(interrupted.isInterrupted()).isTrue();
        Subscription resumed = interrupted(between("2024-02-01", "2024-02-05"));
        assertThat(resumed.isEffective()).isTrue();
        assertThat(resumed.isInterrupted()).isFalse();
        assertThat(new Subscription("S", START, List.of(), Optional.of(at("2024-03-01"))).isEffective())
                .isFalse();
    }

    @Test
    void anInterruptionOfExactlyTheMaximumDaysLeavesItUninterrupted() {
        Subscription subscription = interrupted(between("2024-02-01", "2024-02-11"));
        assertThat(subscription.uninterruptedSince(9, NICOSIA)).isEqualTo("2024-02-11");
        assertThat(subscription.uninterruptedSince(10, NICOSIA)).isEqualTo("2024-01-01");
        assertThat(subscription.uninterruptedSince(11, NICOSIA)).isEqualTo("2024-01-01");
    }

    @Test
    void theLastLongInterruptionCounts() {
        Subscription subscription = interrupted(
                between("2024-02-01", "2024-03-01"),
                between("2024-04-01", "2024-05-01"),
                between("2024-06-01", "2024-06-02"));
        assertThat(subscription.uninterruptedSince(5, NICOSIA)).isEqualTo("2024-05-01");
    }

    @Test
    void shortInterruptionsDoNotAddUp() {
        Subscription subscription =
                interrupted(between("2024-02-01", "2024-02-05"), between("2024-02-06", "2024-02-10"));
        assertThat(subscription.uninterruptedSince(5, NICOSIA)).isEqualTo("2024-01-01");
    }

    @Test
    void anOpenInterruptionDoesNotMoveTheDay() {
        Subscription subscription = interrupted(new Interruption(at("2024-02-01"), Optional.empty()));
        assertThat(subscription.uninterruptedSince(0, NICOSIA)).isEqualTo("2024-01-01");
    }

    @Test
    void daysAreThoseOfTheProgrammesZone() {
        Instant lateEvening = Instant.parse("2024-01-01T22:30:00Z");
        Subscription subscription = Subscription.started("S", lateEvening);
        assertThat(subscription.uninterruptedSince(0, NICOSIA)).isEqualTo("2024-01-02");
        assertThat(subscription.uninterruptedSince(0, ZoneId.of("UTC"))).isEqualTo("2024-01-01");
    }

    private static Subscription interrupted(Interruption... interruptions) {
        return new Subscription("S", START, Arrays.asList(interruptions), Optional.empty());
    }

    private static Interruption between(String from, String to) {
        return new Interruption(at(from), Optional.of(at(to)));
    }

    private static Instant at(String day) {
        return LocalDate.parse(day).atTime(12, 0).atZone(NICOSIA).toInstant();
    }
}
