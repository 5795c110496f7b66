package io.rewards.engine;

import io.rewards.account.Account;
import io.rewards.account.Loaded;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Trigger;
import io.rewards.decision.Explanation;
import io.rewards.decision.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Explains what an offer would say at a visit, also where a run would not ask it. */
final class VisitExplanation {

    private VisitExplanation() {}

    static Explanation of(Offer offer, Corridor corridor, Loaded loaded, Instant asOf) {
        if (offer.classification().trigger().isEvent()) {
            throw new IllegalArgumentException(
                    "The offer (" + offer.code() + ") waits for events, not for visits. Explain one of its events.");
        }
        Account account = loaded.account();
        LocalDate since = corridor.inForce().day(asOf).minusDays(1);
        List<Verdict> verdicts = subjects(offer, account).stream()
                .map(subscription -> corridor.runs()
                        .onVisit(
                                offer,
                                RunDecisions.imaginedVisit(account.participant(), subscription, asOf),
                                loaded,
                                since))
                .toList();
        Verdict verdict = verdicts.stream()
                .filter(Verdict.Granted.class::isInstance)
                .findFirst()
                .orElse(verdicts.get(0));
        return new Explanation(offer.code(), Optional.of(verdict), List.of(), false);
    }

    /** The subscriptions to look at; one that nobody has where there is none. */
    private static List<Optional<String>> subjects(Offer offer, Account account) {
        if (offer.classification().trigger() != Trigger.SUBSCRIPTION) {
            return List.of(Optional.empty());
        }
        List<Optional<String>> subscriptions = account.participant().subscriptions().keySet().stream()
                .map(Optional::of)
                .toList();
        return subscriptions.isEmpty() ? List.of(Optional.of("")) : subscriptions;
    }
}
