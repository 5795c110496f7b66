package io.rewards.rules;

import io.rewards.catalogue.Classification;
import io.rewards.decision.Answer;
import io.rewards.decision.Candidate;
import java.util.List;
import java.util.Set;

/**
 * The rules in force, ready to answer. Thread-safe; asking changes nothing.
 */
public interface RuleSet {

    /**
     * What the rules say about each candidate, in the order of the candidates.
     *
     * @throws RuleExecutionException when a rule fails; no answer is given then
     */
    List<Answer> answer(List<Candidate> candidates);

    /** Hash of the rule pack, so that every outcome can name the rules that decided it. */
    String hash();

    /** Ids of all rules. */
    Set<String> ruleIds();

    /**
     * True where offers of {@code classification} are decided by the built-in rules and nothing else, so that what is known
     * of those may be relied on; false where it is not known.
     */
    default boolean isBuiltIn(Classification classification) {
        return false;
    }

    /** Attributes that the rules read. */
    Set<AttributeUse> attributeUses();
}
