package io.rewards.life;

import io.rewards.event.CustomerEvent;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.ReferredAwarded;
import io.rewards.event.SubscriptionChanged;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A look at a person: because of an event, or the visit of a run. Immutable.
 *
 * @param person looked at
 * @param event that happened; empty for the visit of a run
 * @param unit where
 * @param on the date that awards get
 * @param now when the engine deals with it, or the instant of the run
 * @param inRun true for both kinds of work that a run does
 * @param since dates after this day are new
 * @param subscription that a visit is about, if any
 */
record Look(
        Person person,
        Optional<CustomerEvent> event,
        String unit,
        Instant on,
        Instant now,
        boolean inRun,
        LocalDate since,
        Optional<String> subscription) {

    /** A look because of an event. */
    static Look at(Person person, CustomerEvent event, Instant now, boolean inRun) {
        LocalDate since = When.day(event.performedOn()).minusDays(1);
        return new Look(
                person,
                Optional.of(event),
                event.unit(),
                event.performedOn(),
                now,
                inRun,
                since,
                event instanceof SubscriptionChanged changed ? Optional.of(changed.subscription()) : Optional.empty());
    }

    LocalDate day() {
        return When.day(on);
    }

    LocalDateTime wallClock() {
        return on.atZone(unit.equals("AIRPORT") ? ZoneId.of("Europe/London") : Island.ZONE)
                .toLocalDateTime();
    }

    List<PurchaseLine> lines() {
        return event.orElse(null) instanceof Purchase purchase ? purchase.lines() : List.of();
    }

    String referred() {
        return event.orElse(null) instanceof ReferredAwarded awarded ? awarded.referred() : "";
    }
}
