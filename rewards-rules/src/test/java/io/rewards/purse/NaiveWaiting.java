package io.rewards.purse;

import io.rewards.catalogue.EvaluationMethod;
import io.rewards.catalogue.Offer;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An event that waits for runs: for all offers, or for those that have not settled it. Not thread-safe. Source: domain 6.2. */
final class NaiveWaiting {

    static final Comparator<NaiveWaiting> BY_DATE = Comparator.comparing(
                    (NaiveWaiting waiting) -> waiting.event.performedOn())
            .thenComparing(NaiveWaiting::key);

    final CustomerEvent event;
    private final Set<Offer> settled = new HashSet<>();

    /** True once a run has decided it. */
    boolean wasDecided;

    NaiveWaiting(CustomerEvent event) {
        this.event = event;
    }

    EventKey key() {
        return event.key();
    }

    /** True for an event that no offer looked at when it came. */
    boolean isLeftToRuns() {
        return !event.header().processImmediately();
    }

    /** True for an offer that looks at events when they come. */
    static boolean isAtOnce(Offer offer) {
        return offer.evaluation() == EvaluationMethod.BATCH_AND_INTERACTIVE;
    }

    /** True where the offer may still decide an event of this date. */
    static boolean isInTime(Offer offer, CustomerEvent event, Instant at) {
        return offer.conditions()
                .maximumUnprocessed()
                .map(days -> !at.isAfter(event.performedOn()
                        .atZone(Market.ZONE)
                        .plusDays(days.count())
                        .toInstant()))
                .orElse(true);
    }

    boolean isSettled(Offer offer) {
        return settled.contains(offer);
    }

    /** The offer has looked at the event: what it declines it looks at again while there is time. */
    void lookedAt(Offer offer, boolean declined, Instant at) {
        boolean again = offer.conditions().maximumUnprocessed().isPresent() && isInTime(offer, event, at);
        if (!declined || !again) {
            settled.add(offer);
        }
    }

    /** True where a run would still find an offer to ask. */
    boolean isOpen(List<Offer> offers, Instant at) {
        return offers.stream().anyMatch(offer -> !isSettled(offer) && isInTime(offer, event, at));
    }
}
