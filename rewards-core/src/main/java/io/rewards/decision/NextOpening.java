package io.rewards.decision;

import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferValidity;
import io.rewards.catalogue.ValidityDate;
import io.rewards.time.DateTimePeriod;
import io.rewards.time.DayPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds when a weekly window of an offer next opens, on the clock of the event's unit. Source: domain 3.5. */
final class NextOpening {

    private final Offer offer;
    private final ZoneId clock;
    private final DayPeriod days;

    private NextOpening(Offer offer, ZoneId clock) {
        this.offer = offer;
        this.clock = clock;
        days = offer.conditions().period();
    }

    /** In the days and the specific periods of the offer; empty where no window opens in these. */
    static Optional<Instant> of(Situation situation, Offer offer) {
        NextOpening next = new NextOpening(offer, situation.clock());
        Instant after = next.inDays(situation.event().performedOn());
        boolean tested = situation.catalogue().settings().validityDate() == ValidityDate.PERFORMED;
        if (!tested || !(offer.validity() instanceof OfferValidity.SpecificPeriods specific)) {
            return next.from(after);
        }
        List<Instant> openings = new ArrayList<>();
        for (DateTimePeriod period : specific.periods()) {
            Instant start = period.start(next.clock);
            next.from(start.isAfter(after) ? start : after)
                    .filter(opening -> opening.isBefore(period.end(next.clock)))
                    .ifPresent(openings::add);
        }
        return openings.stream().min(Instant::compareTo);
    }

    /** The event, or the start of the first day where that is later. */
    private Instant inDays(Instant event) {
        return LocalDate.ofInstant(event, clock).isBefore(days.from())
                ? days.from().atStartOfDay(clock).toInstant()
                : event;
    }

    private Optional<Instant> from(Instant first) {
        return offer.conditions()
                .times()
                .opens(first, clock)
                .filter(opening -> !LocalDate.ofInstant(opening, clock).isAfter(days.through()));
    }
}
