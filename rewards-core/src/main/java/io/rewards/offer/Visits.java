package io.rewards.offer;

import io.rewards.account.Loaded;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Candidate;
import io.rewards.decision.Situation;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the offers that a visit of an evaluation run can award, so that on most days most participants cost no rule. What
 * the built-in rules would decline is left out only where they are in force: rules in their place are always asked.
 * Immutable and thread-safe. Source: domain 6.2.
 *
 * @param builtIn true for a classification whose offers the built-in rules decide
 */
public record Visits(Predicate<Classification> builtIn) {

    /** Those of {@code offers} that can award in {@code situation}, in their order. */
    public List<Offer> of(Situation situation, List<Offer> offers) {
        return offers.stream()
                .filter(offer -> trusted(offer)
                        .map(kind -> kind.mayAwardAny(kind.candidate(situation, offer)))
                        .orElse(true))
                .toList();
    }

    /**
     * The first day after that of {@code situation} on which a visit may find something for {@code offer}, as long as nothing
     * changes about the participant and the programme; the far future for never.
     */
    public LocalDate next(Situation situation, Offer offer) {
        return trusted(offer)
                .map(kind -> kind.nextOfAny(kind.candidate(situation, offer)))
                .orElseGet(() -> situation.eventDay().plusDays(1));
    }

    /** The days from one through another on which something is due for {@code offer}, by what is known now. */
    public List<Occasion> occasions(Offer offer, Loaded loaded, LocalDate from, LocalDate through, ZoneId zone) {
        Occasion.Asked asked = new Occasion.Asked(from, through, zone, builtIn.test(offer.classification()));
        return visited(offer).map(kind -> kind.occasions(offer, loaded, asked)).orElse(List.of());
    }

    private Optional<VisitedKind<? extends Terms, ? extends Candidate>> trusted(Offer offer) {
        return builtIn.test(offer.classification()) ? visited(offer) : Optional.empty();
    }

    private static Optional<VisitedKind<? extends Terms, ? extends Candidate>> visited(Offer offer) {
        return OfferKinds.of(offer.classification()) instanceof VisitedKind<?, ?> kind
                ? Optional.of(kind)
                : Optional.empty();
    }
}
