package io.rewards.engine;

import io.rewards.account.Account;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Offer;
import io.rewards.decision.Admission;
import io.rewards.decision.Answer;
import io.rewards.decision.Candidate;
import io.rewards.decision.Outcome;
import io.rewards.decision.Situation;
import io.rewards.decision.Verdict;
import io.rewards.event.CustomerEvent;
import io.rewards.event.GoodsReturn;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.Purchase;
import io.rewards.event.SchemeSignUp;
import io.rewards.ledger.Usage;
import io.rewards.participant.Participant;
import io.rewards.participant.SchemeMembership;
import io.rewards.problem.Problem;
import io.rewards.resolve.Posting;
import io.rewards.resolve.Resolver;
import io.rewards.rules.RuleSet;
import io.rewards.store.Changes;
import io.rewards.store.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A programme and a rule set that belong together: the corridor from an event to its outcome, pure but for reading the
 * budgets of the offers it meets. Immutable and thread-safe.
 */
record Generation(Catalogue catalogue, RuleSet rules) {

    /** How the budget of an offer is read. */
    interface Budgets extends Function<String, Optional<Usage>> {}

    /** The outcome of an event that was not recorded before, and what to write; nothing to write where it is refused. */
    Decision decide(CustomerEvent event, Optional<Account> account, Instant processedOn, Budgets budgets) {
        if (event instanceof GoodsReturn) {
            return Decision.nothing(
                    outcome(event, Outcome.Status.NOT_SUPPORTED, processedOn).build());
        }
        List<Problem> problems = Admission.problems(event, account, catalogue, processedOn);
        if (!problems.isEmpty()) {
            return Decision.nothing(outcome(event, Outcome.Status.REFUSED, processedOn)
                    .withProblems(problems)
                    .build());
        }
        if (event instanceof ParticipantRegistered registered) {
            return recorded(event, Outcome.Status.PROCESSED, processedOn, Account.of(newcomer(registered)));
        }
        Account known = account.orElseThrow();
        if (event instanceof SchemeSignUp signUp) {
            return recorded(
                    event,
                    Outcome.Status.PROCESSED,
                    processedOn,
                    known.with(known.participant().with(membership(signUp))));
        }
        if (event instanceof ParticipantTerminated) {
            return recorded(
                    event,
                    Outcome.Status.PROCESSED,
                    processedOn,
                    known.with(known.participant().terminated()));
        }
        if (event instanceof Purchase purchase) {
            return purchase.processImmediately()
                    ? purchase(purchase, known, processedOn, budgets)
                    : recorded(event, Outcome.Status.QUEUED, processedOn, known.with(known.participant()));
        }
        throw new AssertionError("Unknown event type: " + event);
    }

    /** The verdict on one offer, whether or not the index would find it; the event must be one that is admitted. */
    Verdict verdictOn(Offer offer, Purchase purchase, Account account, Instant processedOn, Budgets budgets) {
        Situation situation = new Situation(purchase, account, catalogue, processedOn);
        List<Offer> offers = new ArrayList<>(offersFor(situation));
        if (!offers.contains(offer)) {
            offers.add(offer);
        }
        List<Answer> answers = rules.answer(situation.candidates(offers));
        return Resolver.verdicts(situation, answers, usages(answers, budgets)).get(offers.indexOf(offer));
    }

    private Decision purchase(Purchase purchase, Account account, Instant processedOn, Budgets budgets) {
        Situation situation = new Situation(purchase, account, catalogue, processedOn);
        List<Candidate> candidates = situation.candidates(offersFor(situation));
        List<Answer> answers = rules.answer(candidates);
        List<Verdict> verdicts = Resolver.verdicts(situation, answers, usages(answers, budgets));
        Posting posting = Posting.of(situation, answers, verdicts, rules.hash());
        Outcome outcome = outcome(purchase, Outcome.Status.PROCESSED, processedOn)
                .withVerdicts(verdicts)
                .withPosting(situation.payable(), posting)
                .build();
        return new Decision(
                outcome,
                Optional.of(new Changes(new Recorded(purchase, outcome), posting.account(), posting.claims())),
                answers);
    }

    private List<Offer> offersFor(Situation situation) {
        return catalogue
                .index()
                .candidates(situation.purchase(), situation.account().participant(), situation.validityDate());
    }

    private static Map<String, Usage> usages(List<Answer> answers, Budgets budgets) {
        Map<String, Usage> usages = new TreeMap<>();
        for (Answer answer : answers) {
            Offer offer = answer.candidate().offer();
            if (!offer.caps().total().isNone()) {
                budgets.apply(offer.code()).ifPresent(usage -> usages.put(offer.code(), usage));
            }
        }
        return usages;
    }

    private Decision recorded(CustomerEvent event, Outcome.Status status, Instant processedOn, Account after) {
        Outcome outcome =
                outcome(event, status, processedOn).withBalances(after).build();
        return new Decision(
                outcome, Optional.of(new Changes(new Recorded(event, outcome), after, List.of())), List.of());
    }

    private OutcomeBuilder outcome(CustomerEvent event, Outcome.Status status, Instant processedOn) {
        return new OutcomeBuilder(
                event, status, processedOn, catalogue.programme().version(), rules.hash());
    }

    private static Participant newcomer(ParticipantRegistered event) {
        return Participant.registered(event.participant(), event.performedOn(), event.unit(), event.profile());
    }

    private static SchemeMembership membership(SchemeSignUp event) {
        return new SchemeMembership(event.scheme(), event.performedOn(), event.unit(), event.referenceCode());
    }
}
