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
        LocalDate since =
                event.performedOn().atZone(clockAt(event.unit())).toLocalDate().minusDays(1);
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
        return wallClock().toLocalDate();
    }

    LocalDateTime wallClock() {
        return on.atZone(clock()).toLocalDateTime();
    }

    /** Whose clock counts: that of the unit where something happened, and the island's where nothing did. */
    ZoneId clock() {
        return event.isPresent() ? clockAt(unit) : Island.ZONE;
    }

    private static ZoneId clockAt(String unit) {
        return unit.equals("AIRPORT") ? ZoneId.of("Europe/London") : Island.ZONE;
    }

    List<PurchaseLine> lines() {
        return event.orElse(null) instanceof Purchase purchase ? Till.charged(purchase) : List.of();
    }

    /** The promo code of a purchase; empty where none was given. */
    String promoCode() {
        return event.orElse(null) instanceof Purchase purchase ? purchase.promoCode() : "";
    }

    String referred() {
        return event.orElse(null) instanceof ReferredAwarded awarded ? awarded.referred() : "";
    }
}
