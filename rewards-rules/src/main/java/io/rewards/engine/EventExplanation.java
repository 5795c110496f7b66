package io.rewards.engine;

import io.rewards.account.Loaded;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Offer;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Explanation;
import io.rewards.decision.Moment;
import io.rewards.decision.Outcome;
import io.rewards.decision.Verdict;
import io.rewards.event.CustomerEvent;
import io.rewards.kind.Admission;
import io.rewards.kind.EventKinds;
import io.rewards.ledger.LotId;
import io.rewards.past.Past;
import io.rewards.problem.Problem;
import io.rewards.resolve.TierKeeping;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Says why an offer does or does not apply to an event: the verdict that was recorded, or the one as of now. */
final class EventExplanation {

    private EventExplanation() {}

    /** The recorded verdict, by the outcome of the event or by the journal of a run; empty where there is none. */
    static Optional<Explanation> recorded(
            Offer offer, CustomerEvent event, Optional<Outcome> first, Optional<Loaded> loaded) {
        return first.flatMap(outcome -> outcome.verdictOn(offer.code()))
                .filter(verdict -> !isLeftToRuns(verdict))
                .or(() -> loaded.flatMap(known -> awarded(event, offer.code(), known.past())))
                .map(verdict -> new Explanation(offer.code(), Optional.of(verdict), List.of(), true));
    }

    /**
     * The verdict as of now, or the problems for which the event would be refused.
     *
     * @param isRecorded true for an event that was recorded
     */
    static Explanation asOfNow(Offer offer, CustomerEvent event, boolean isRecorded, Optional<Loaded> loaded, Now now) {
        Corridor corridor = now.corridor();
        Optional<Problem> closed = corridor.inForce().closed();
        if (closed.isPresent()) {
            return new Explanation(offer.code(), Optional.empty(), List.of(closed.get()), false);
        }
        if (isRecorded) {
            Optional<Verdict> verdict = loaded.map(known -> corridor.runs().again(offer, event, known, now.at()));
            return new Explanation(offer.code(), verdict, List.of(), false);
        }
        Catalogue catalogue = corridor.inForce().catalogue();
        List<Problem> problems = Admission.problems(event, loaded, catalogue, now.at(), corridor.lookups());
        Optional<Verdict> verdict = loaded.or(() -> corridor.opened(event))
                .filter(known -> problems.isEmpty())
                .map(known -> corridor.changed(TierKeeping.reviewed(Moment.of(event, known, catalogue, now.at()))))
                .map(moment -> corridor.offers().on(offer, EventKinds.interactive(moment)));
        return new Explanation(offer.code(), verdict, problems, false);
    }

    /**
     * What is in force now.
     *
     * @param corridor of the engine
     * @param at when the engine is asked
     */
    record Now(Corridor corridor, Instant at) {}

    /** The verdict that an evaluation run gave, as the journal has it. */
    private static Optional<Verdict> awarded(CustomerEvent event, String offer, Past past) {
        return past.award(LotId.textOfAward(event.key(), offer))
                .filter(award -> award.isOwn() && award.stands())
                .flatMap(award -> past.transaction(award.transaction()))
                .map(award -> new Verdict.Granted(offer, award.rule(), award.amount(), award.amount()));
    }

    private static boolean isLeftToRuns(Verdict verdict) {
        return verdict instanceof Verdict.Declined declined
                && declined.declines().stream()
                        .anyMatch(decline -> decline.reason() == DeclineReason.EVALUATED_IN_RUNS);
    }
}
