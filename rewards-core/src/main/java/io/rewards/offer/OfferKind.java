package io.rewards.offer;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Candidate;
import io.rewards.decision.Qualifying;
import io.rewards.decision.Situation;
import io.rewards.shape.Shape;
import io.rewards.shape.Words;
import java.util.List;

/**
 * Everything that one classification of offers means besides its rules, in one place. There is one for each
 * {@link Classification}, and {@link OfferKinds} has them all. What its offers wait for and demand is said by the
 * classification itself, because a programme is checked by it. Immutable and thread-safe. Source: domain 2.2, 2.4.
 *
 * @param <T> the terms of its offers
 * @param <C> what its rules ask
 */
public abstract class OfferKind<T extends Terms, C extends Candidate> {

    private final Classification classification;
    private final Class<T> terms;
    private final Class<C> candidate;
    private final Joining<C> joining;

    /** Joins an offer with what happened. */
    @FunctionalInterface
    interface Joining<C> {

        /** What the rules are asked about. */
        C of(Situation situation, Offer offer, Qualifying qualifying);
    }

    /**
     * Names a kind.
     *
     * @param classification of its offers
     * @param terms of its offers
     * @param candidate that its rules ask
     * @param joining of such candidates
     */
    OfferKind(Classification classification, Class<T> terms, Class<C> candidate, Joining<C> joining) {
        this.classification = classification;
        this.terms = terms;
        this.candidate = candidate;
        this.joining = joining;
    }

    /** The classification of its offers. */
    public final Classification classification() {
        return classification;
    }

    /** The record of its terms. */
    public final Class<T> terms() {
        return terms;
    }

    /** The type that its rules ask. */
    public final Class<C> candidate() {
        return candidate;
    }

    /** How its terms look in files. */
    public abstract Shape<T> shape();

    /**
     * Terms that ask for little.
     *
     * @param amount to ask for, or its number where pieces or purchases are asked for
     * @param code to ask for, where codes or addresses are
     */
    public abstract T little(Amount amount, String code);

    /** What {@code terms} ask for, as somebody in the shop would say it, the most telling first. */
    abstract List<String> asks(T terms, Offer offer, Words words);

    /** What the offer asks for, as somebody in the shop would say it, the most telling first. */
    final List<String> asks(Offer offer, Words words) {
        return asks(terms.cast(offer.terms()), offer, words);
    }

    /** An offer of this kind joined with what happened. */
    final C candidate(Situation situation, Offer offer) {
        return joining.of(situation, offer, Qualifying.of(situation, offer));
    }
}
