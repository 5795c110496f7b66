package io.rewards.oracle;

import io.rewards.catalogue.Programme;
import io.rewards.event.CustomerEvent;
import io.rewards.event.Purchase;
import io.rewards.testkit.chance.Dice;
import java.time.Instant;
import java.util.List;

/**
 * A programme and what its participants did, drawn from a seed. Dates, hours, amounts and counts sit on the boundaries of
 * the offers, just before and just after them; some events come late, twice, out of order, or should be refused. Immutable.
 *
 * @param seed that repeats this history
 * @param programme with offers of every classification
 * @param events in the order of their delivery
 * @param closing an instant after all of them, for the clock of an engine
 */
public record History(long seed, Programme programme, List<CustomerEvent> events, Instant closing) {

    private static final int OFFERS = 14;
    private static final int EVENTS = 30;
    private static final int LONG_ONES = 10;
    private static final int TIMES_AS_LONG = 4;

    /** Copies the events. */
    public History {
        events = List.copyOf(events);
    }

    /** The history of this seed; one in ten is long. */
    public static History of(long seed) {
        return of(seed, OFFERS, seed % LONG_ONES == 0 ? TIMES_AS_LONG * EVENTS : EVENTS);
    }

    /** The history of this seed, with up to {@code offers} offers and {@code events} events after the registrations. */
    public static History of(long seed, int offers, int events) {
        Dice dice = new Dice(seed);
        Season season = Season.drawn(dice);
        Programme programme = new RandomProgramme(dice, season).drawn(offers);
        return new History(
                seed, programme, new RandomDeliveries(dice, season, programme).drawn(events), season.closing());
    }

    /** The same history with the offers of the programme and the lines of every purchase in another order. */
    public History shuffled() {
        return new History(
                seed,
                programme.withOffers(new Dice(~seed).shuffled(programme.offers())),
                events.stream().map(this::withLinesShuffled).toList(),
                closing);
    }

    /** An event that comes twice has its lines in the same order twice. */
    private CustomerEvent withLinesShuffled(CustomerEvent event) {
        return event instanceof Purchase purchase
                ? purchase.withLines(new Dice(seed + event.key().id().hashCode()).shuffled(purchase.lines()))
                : event;
    }
}
