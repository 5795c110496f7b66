package io.rewards.rules.drools;

import io.rewards.catalogue.Classification;
import io.rewards.decision.Candidate;
import io.rewards.offer.OfferKind;
import io.rewards.offer.OfferKinds;
import io.rewards.rules.RulePack;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells which classifications a pack leaves to the built-in rules. Stateless and thread-safe. */
final class BuiltInRules {

    private static final List<Rule> RULES = RuleFileCheck.check(RulePack.builtIn());

    private BuiltInRules() {}

    /**
     * What a rule does, wherever it stands and whatever it is called.
     *
     * @param type of the candidates that it matches
     * @param conditions that must all hold
     * @param proposal the one call
     */
    private record Meaning(Class<? extends Candidate> type, List<String> conditions, String proposal) {}

    /** The classifications about which {@code rules} say what the built-in ones say, and nothing else. */
    static Set<Classification> among(List<Rule> rules) {
        return OfferKinds.all().stream()
                .filter(kind -> about(kind.candidate(), rules).equals(about(kind.candidate(), RULES)))
                .map(OfferKind::classification)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Meaning> about(Class<? extends Candidate> candidate, List<Rule> rules) {
        return rules.stream()
                .filter(rule -> rule.type().isAssignableFrom(candidate))
                .map(rule -> new Meaning(rule.type(), rule.conditions(), rule.proposal()))
                .collect(Collectors.toSet());
    }
}
