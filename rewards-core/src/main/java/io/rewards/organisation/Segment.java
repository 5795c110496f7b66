package io.rewards.organisation;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * A named set of entities that offers include or exclude. The host says which participants belong to a segment of
 * accounts, participants or contacts; a segment of transactions holds those that stem from one of its offers, offer types
 * or schemes, and a participant belongs to it by owning one. Immutable. Source: domain 3.5.
 *
 * @param code unique among segments
 * @param name for people
 * @param entity what it is a set of
 * @param offers codes of offers whose transactions belong to it
 * @param types codes of offer types whose transactions belong to it
 * @param schemes codes of schemes whose transactions belong to it
 */
public record Segment(
        String code, String name, SegmentEntity entity, Set<String> offers, Set<String> types, Set<String> schemes) {

    /** Copies the sets. Refuses a filter on other than transactions, and transactions without a filter. */
    public Segment {
        offers = Collections.unmodifiableSet(new TreeSet<>(offers));
        types = Collections.unmodifiableSet(new TreeSet<>(types));
        schemes = Collections.unmodifiableSet(new TreeSet<>(schemes));
        boolean filtered = !offers.isEmpty() || !types.isEmpty() || !schemes.isEmpty();
        if (filtered != entity.isTransaction()) {
            throw new IllegalArgumentException("The segment (" + code + ") of " + entity
                    + (filtered
                            ? " must not name offers, types or schemes: the host says who belongs to it."
                            : " must name the offers, types or schemes whose transactions belong to it."));
        }
    }

    /** A segment whose members the host names. */
    public static Segment of(String code, SegmentEntity entity) {
        return new Segment(code, code, entity, Set.of(), Set.of(), Set.of());
    }

    /** True when a transaction of this offer, offer type and scheme belongs to this segment. */
    public boolean holds(String offer, String type, String scheme) {
        return offers.contains(offer) || types.contains(type) || schemes.contains(scheme);
    }
}
