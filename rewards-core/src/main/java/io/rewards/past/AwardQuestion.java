package io.rewards.past;

import io.rewards.ledger.AwardSubject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which awards are asked about. Immutable.
 *
 * @param offer code of the offer; empty for the own awards of all offers
 * @param subject what they were for; empty for whatever it was
 * @param except lots of awards that are left out
 */
public record AwardQuestion(Optional<String> offer, Optional<AwardSubject> subject, Set<String> except) {

    private static final AwardQuestion ALL = new AwardQuestion(Optional.empty(), Optional.empty(), Set.of());

    /** Copies the lots. */
    public AwardQuestion {
        except = Set.copyOf(except);
    }

    /** All own awards. */
    public static AwardQuestion all() {
        return ALL;
    }

    /** The awards of an offer. */
    public static AwardQuestion of(String offer) {
        return new AwardQuestion(Optional.of(offer), Optional.empty(), Set.of());
    }

    /** The awards of an offer for the same thing. */
    public static AwardQuestion of(String offer, AwardSubject subject) {
        return new AwardQuestion(Optional.of(offer), Optional.of(subject), Set.of());
    }

    /** The same, but that the awards of these lots are left out, too. */
    AwardQuestion without(Set<String> lots) {
        if (lots.isEmpty()) {
            return this;
        }
        Set<String> all = new HashSet<>(except);
        all.addAll(lots);
        return new AwardQuestion(offer, subject, all);
    }

    /** True when {@code award} is asked about. */
    boolean includes(PastAward award) {
        return offer.filter(code -> !code.equals(award.offer())).isEmpty()
                && subject.filter(what -> !what.equals(award.subject())).isEmpty()
                && !except.contains(award.lot());
    }
}
