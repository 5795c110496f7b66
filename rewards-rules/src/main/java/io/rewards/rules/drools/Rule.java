package io.rewards.rules.drools;

import io.rewards.decision.Candidate;
import io.rewards.rules.AttributeUse;
import java.util.List;

/**
 * A rule as the check understood it. Conditions and proposal are written anew from what was understood, with the
 * candidate named {@code $c}: Drools reads these and never the file. Immutable.
 *
 * @param id stable, unique in the pack
 * @param name a sentence, unique in the pack
 * @param file path in the pack
 * @param line of the file
 * @param type of the candidates that it matches
 * @param conditions that must all hold
 * @param proposal the one call
 * @param grants true when the call grants
 * @param uses attributes that it reads
 */
record Rule(
        String id,
        String name,
        String file,
        int line,
        Class<? extends Candidate> type,
        List<String> conditions,
        String proposal,
        boolean grants,
        List<AttributeUse> uses) {

    /** Copies the lists. */
    Rule {
        conditions = List.copyOf(conditions);
        uses = List.copyOf(uses);
    }
}
