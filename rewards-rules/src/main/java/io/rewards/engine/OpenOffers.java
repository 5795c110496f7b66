package io.rewards.engine;

import io.rewards.catalogue.EvaluationMethod;
import io.rewards.catalogue.Offer;
import io.rewards.decision.Answer;
import io.rewards.decision.Candidate;
import io.rewards.decision.Situation;
import io.rewards.offer.OfferKinds;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which offers a run looks at, or looks at again, for an event that was decided: those that leave it to runs, and those
 * whose rules said no and for which it has time left. Immutable. Source: domain 6.2, 12.1 Q8.
 *
 * @param situation in which it was decided
 * @param answers what the rules said
 */
record OpenOffers(Situation situation, List<Answer> answers) {

    /** Codes of the offers that have decided the event once and for all. */
    Set<String> settled() {
        Set<String> settled = new TreeSet<>();
        for (Answer answer : answers) {
            if (!staysOpen(answer)) {
                settled.add(answer.candidate().offer().code());
            }
        }
        return settled;
    }

    private boolean staysOpen(Answer answer) {
        Offer offer = answer.candidate().offer();
        boolean isLeftToRun = !situation.inRun() && offer.evaluation() == EvaluationMethod.BATCH;
        return offer.classification().trigger().isEvent()
                && (isLeftToRun || (saidNo(answer) && hasTimeLeft(answer.candidate())));
    }

    /** True when the rules declined, but for what else is missing to a target. */
    private static boolean saidNo(Answer answer) {
        return answer.declines().isEmpty()
                ? answer.grants().isEmpty()
                : answer.declines().stream()
                        .anyMatch(decline -> !decline.reason().counts());
    }

    private boolean hasTimeLeft(Candidate candidate) {
        return candidate.offer().conditions().maximumUnprocessed().isPresent()
                && !situation.processedOn().isAfter(candidate.processBy());
    }

    /** Until when each of those may decide the event, by code; those that a sign-up which is told late could bring, too. */
    Map<String, Instant> awaited() {
        Map<String, Instant> awaited = new HashMap<>(afterSignUp());
        for (Answer answer : answers) {
            if (staysOpen(answer)) {
                Candidate candidate = answer.candidate();
                awaited.put(candidate.offer().code(), candidate.processBy());
            }
        }
        return awaited;
    }

    /** Until when offers may decide the event that a sign-up which is told late could bring, by code. */
    Map<String, Instant> afterSignUp() {
        Map<String, Instant> awaited = new HashMap<>();
        situation
                .catalogue()
                .index()
                .withoutSignUp(situation.asked(), situation.account().participant())
                .stream()
                .filter(offer -> offer.classification().trigger().isEvent())
                .map(offer -> OfferKinds.candidate(situation, offer))
                .filter(this::hasTimeLeft)
                .forEach(candidate -> awaited.put(candidate.offer().code(), candidate.processBy()));
        return awaited;
    }
}
