package io.rewards.wallet;

import io.rewards.event.EventKey;
import java.util.List;

/**
 * Where the money of a lot comes from. Immutable.
 *
 * @param event whose evaluation awarded it
 * @param offer code of the offer
 * @param rule id of the rule that granted it
 * @param pack hash of the rule pack that decided
 * @param sources events that an accumulating offer counted up to this award, this one among them; otherwise only this one
 * @param shares parts that the lines of the event earned; empty where an offer counts purchases over time
 */
public record Provenance(
        EventKey event, String offer, String rule, String pack, List<EventKey> sources, List<LineShare> shares) {

    /** Copies the lists. */
    public Provenance {
        sources = List.copyOf(sources);
        shares = List.copyOf(shares);
    }
}
