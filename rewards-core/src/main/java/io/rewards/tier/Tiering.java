package io.rewards.tier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where a participant stands in the tiers, and what the next look at it needs. Its size follows the longest window and how
 * often the tier changed. Immutable. Source: domain 8.4.
 *
 * @param changes of the tier, oldest first; the last says where the participant is
 * @param given what was set by hand or came from duplicates, oldest first, whether or not it changed the tier
 * @param period in which units count towards keeping the tier; empty where no change was yet
 * @param days what counts
 * @param seen the latest instant at which the tier was looked at; empty for never
 * @param returned the latest instant from which on a look sees that goods had come back; empty where none had
 */
public record Tiering(
        List<TierChange> changes,
        List<TierChange> given,
        Optional<TierPeriod> period,
        TierDays days,
        Optional<Instant> seen,
        Optional<Instant> returned) {

    /** Of whoever has bought nothing yet. */
    public static final Tiering NONE =
            new Tiering(List.of(), List.of(), Optional.empty(), TierDays.NONE, Optional.empty(), Optional.empty());

    /** Copies the lists. */
    public Tiering {
        changes = List.copyOf(changes);
        given = List.copyOf(given);
    }

    /** The last change, if there was one. */
    public Optional<TierChange> latest() {
        return changes.isEmpty() ? Optional.empty() : Optional.of(changes.get(changes.size() - 1));
    }

    /** This, where somebody has set tiers by hand and nothing else ever changes them. */
    public Tiering with(List<TierChange> set) {
        List<TierChange> all = new ArrayList<>(given);
        all.addAll(set);
        all.sort(Comparator.comparing(TierChange::on));
        return new Tiering(all, all, period, days, seen, returned);
    }

    /** The change that put the participant where he or she was for whatever happened at {@code at}, if there was one. */
    public Optional<TierChange> at(Instant at) {
        for (int i = changes.size() - 1; i >= 0; i--) {
            if (changes.get(i).holdsAt(at)) {
                return Optional.of(changes.get(i));
            }
        }
        return Optional.empty();
    }
}
