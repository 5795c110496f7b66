package io.rewards.offer;

import io.rewards.amount.Amount;
import io.rewards.catalogue.AccumulatingTerms;
import io.rewards.catalogue.AwardLimit;
import io.rewards.catalogue.CollectingTerms;
import io.rewards.shape.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What several kinds of offers say. */
final class Phrases {

    private Phrases() {}

    /** A range of amounts. */
    static String range(Amount from, Optional<Amount> to, Words words) {
        return words.amount(from) + to.map(most -> " to " + words.amount(most)).orElse(" or more");
    }

    /** Something within the period of a count. */
    static List<String> within(String what, AccumulatingTerms terms, Words words) {
        return List.of(what + " within " + words.span(terms.period()));
    }

    /** What is collected. */
    static String collected(CollectingTerms terms) {
        return (terms.all() ? "all of " : "any of ") + joined(terms.achievements());
    }

    /** Something, and how often it is awarded where that is limited. */
    static List<String> limited(List<String> what, AwardLimit limit, Words words) {
        List<String> phrases = new ArrayList<>(what);
        switch (limit.number()) {
            case MULTIPLE -> {}
            case ONLY_ONE -> phrases.add("once ever");
            case ONLY_ONE_PER_PERIOD ->
                phrases.add("once within " + words.span(limit.period().orElseThrow()));
        }
        return phrases;
    }

    /** Codes in a row. */
    static String joined(Collection<String> codes) {
        return String.join(", ", codes);
    }
}
