package io.rewards.offer;

import io.rewards.catalogue.Classification;
import io.rewards.catalogue.CollectingTerms;
import io.rewards.decision.CollectingCandidate;
import io.rewards.shape.Field;
import io.rewards.shape.Type;
import java.util.Set;

/** Achievements that are collected. Source: domain 2.4 C8, C9. */
abstract class CollectingKind<T extends CollectingTerms, C extends CollectingCandidate> extends OfferKind<T, C> {

    CollectingKind(Classification classification, Class<T> terms, Class<C> candidate, Joining<C> joining) {
        super(classification, terms, candidate, joining);
    }

    /** Which achievements. */
    static <T extends CollectingTerms> Field<T, Set<String>> achievements() {
        return Field.required(
                "achievements", Type.SOME_TEXTS, CollectingTerms::achievements, "Codes of event classifications.");
    }

    /** Whether all are needed. */
    static <T extends CollectingTerms> Field<T, Boolean> all() {
        return Field.usual(
                "all",
                Type.TRUTH,
                false,
                CollectingTerms::all,
                "Whether all of them are needed for an award; otherwise any is awarded. False unless said.");
    }
}
