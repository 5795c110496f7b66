package io.rewards.offer;

import io.rewards.account.Loaded;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Candidate;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A kind of offers for which no event is sent: the visits of runs look for what is due. What a kind says here of what may be
 * awarded is what the built-in rules say, so that most visits need not ask them; {@link Visits} asks only where those are in
 * force. Source: domain 6.2.
 *
 * @param <T> the terms of its offers
 * @param <C> what its rules ask
 */
abstract class VisitedKind<T extends Terms, C extends Candidate> extends OfferKind<T, C> {

    VisitedKind(Classification classification, Class<T> terms, Class<C> candidate, Joining<C> joining) {
        super(classification, terms, candidate, joining);
    }

    /** False where the built-in rules would decline {@code candidate}. */
    boolean mayAward(C candidate) {
        return candidate.awardsBefore() == 0
                && candidate.locationListed()
                && candidate.inIncludedSegment()
                && !candidate.inExcludedSegment();
    }

    /**
     * The first day after that of {@code candidate} on which the built-in rules may award it, as long as nothing changes about
     * the participant and the programme; the far future for never.
     */
    LocalDate next(C candidate) {
        return mayAward(candidate) || dependsOnTransactions(candidate)
                ? candidate.eventDay().plusDays(1)
                : LocalDate.MAX;
    }

    /**
     * The days on which something is due, by what is known now; none for kinds that wait for no day.
     *
     * @param asked when, of whom, and under which rules
     */
    List<Occasion> occasions(T terms, Offer offer, Loaded loaded, Occasion.Asked asked) {
        return List.of();
    }

    /** As {@link #mayAward}, of a candidate of this kind. */
    final boolean mayAwardAny(Candidate candidate) {
        return mayAward(candidate().cast(candidate));
    }

    /** As {@link #next}, of a candidate of this kind. */
    final LocalDate nextOfAny(Candidate candidate) {
        return next(candidate().cast(candidate));
    }

    /** The days on which something is due for an offer of this kind. */
    final List<Occasion> occasions(Offer offer, Loaded loaded, Occasion.Asked asked) {
        return occasions(terms().cast(offer.terms()), offer, loaded, asked);
    }

    /** Who is in a segment of transactions changes with every purchase. */
    private static boolean dependsOnTransactions(Candidate candidate) {
        return Stream.concat(candidate.segmentsIncluded().stream(), candidate.segmentsExcluded().stream())
                .flatMap(code -> candidate.situation().catalogue().segment(code).stream())
                .anyMatch(segment -> segment.entity().isTransaction());
    }
}
