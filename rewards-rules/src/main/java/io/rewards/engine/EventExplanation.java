package io.rewards.engine;

import io.rewards.account.Account;
import io.rewards.catalogue.Offer;
import io.rewards.decision.Admission;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Explanation;
import io.rewards.decision.Lookups;
import io.rewards.decision.Outcome;
import io.rewards.decision.Verdict;
import io.rewards.event.CustomerEvent;
import io.rewards.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Says why an offer does or does not apply to an event: the verdict that was recorded, or the one as of now. */
final class EventExplanation {

    private EventExplanation() {}

    /** The recorded verdict, by the outcome of the event or by the journal of a run; empty where there is none. */
    static Optional<Explanation> recorded(
            Offer offer, CustomerEvent event, Optional<Outcome> first, Optional<Account> account) {
        return first.flatMap(outcome -> outcome.verdictOn(offer.code()))
                .filter(verdict -> !isLeftToRuns(verdict))
                .or(() -> account.flatMap(known -> awarded(event, offer.code(), known)))
                .map(verdict -> new Explanation(offer.code(), Optional.of(verdict), List.of(), true));
    }

    /** The verdict as of now, or the problems for which the event would be refused. */
    static Explanation asOfNow(
            Offer offer,
            CustomerEvent event,
            boolean isRecorded,
            Optional<Account> account,
            Generation generation,
            Instant processedOn,
            Lookups lookups) {
        if (isRecorded) {
            Optional<Verdict> verdict =
                    account.map(known -> generation.verdictAgain(offer, event, known, processedOn, lookups));
            return new Explanation(offer.code(), verdict, List.of(), false);
        }
        List<Problem> problems = Admission.problems(event, account, generation.catalogue(), processedOn, lookups);
        Optional<Verdict> verdict = account.or(() -> generation.opened(event))
                .filter(known -> problems.isEmpty())
                .map(known -> generation.verdictOn(offer, event, known, processedOn, lookups));
        return new Explanation(offer.code(), verdict, problems, false);
    }

    /** The verdict that an evaluation run gave, as the journal has it. */
    private static Optional<Verdict> awarded(CustomerEvent event, String offer, Account account) {
        return account.awards()
                .filter(award ->
                        award.event().equals(event.key()) && award.offer().equals(offer))
                .<Verdict>map(award -> new Verdict.Granted(offer, award.rule(), award.amount(), award.amount()))
                .findFirst();
    }

    private static boolean isLeftToRuns(Verdict verdict) {
        return verdict instanceof Verdict.Declined declined
                && declined.declines().stream()
                        .anyMatch(decline -> decline.reason() == DeclineReason.EVALUATED_IN_RUNS);
    }
}
