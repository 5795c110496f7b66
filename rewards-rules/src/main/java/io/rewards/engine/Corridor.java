package io.rewards.engine;

import io.rewards.account.Account;
import io.rewards.account.FollowUp;
import io.rewards.account.Loaded;
import io.rewards.account.OpenEvent;
import io.rewards.account.ParticipantChanges;
import io.rewards.catalogue.EvaluationMethod;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Trigger;
import io.rewards.decision.Admission;
import io.rewards.decision.Lookups;
import io.rewards.decision.Moment;
import io.rewards.decision.Outcome;
import io.rewards.decision.Situation;
import io.rewards.effect.Effect;
import io.rewards.effect.Shared;
import io.rewards.event.CustomerEvent;
import io.rewards.event.DuplicateMerged;
import io.rewards.event.MoneyExpired;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.Purchase;
import io.rewards.event.RaisedEvent;
import io.rewards.event.ReferralCancelled;
import io.rewards.event.SpendRequested;
import io.rewards.event.TransferReceived;
import io.rewards.problem.Problem;
import io.rewards.resolve.Context;
import io.rewards.resolve.FollowUps;
import io.rewards.resolve.Transfer;
import io.rewards.resolve.WalletOperations;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The way of an event from the door to its outcome: it is admitted, changes the participant, moves money, waits for a run
 * or is decided by the offers, and leaves by one exit. Pure but for what is looked up about others. Immutable and
 * thread-safe.
 */
final class Corridor {

    private final InForce inForce;
    private final Lookups lookups;
    private final OfferEvaluation offers;
    private final Context context;
    private final Exit exit;

    Corridor(InForce inForce, Lookups lookups) {
        this.inForce = inForce;
        this.lookups = lookups;
        offers = new OfferEvaluation(inForce, lookups);
        context = offers.context();
        exit = new Exit(inForce);
    }

    InForce inForce() {
        return inForce;
    }

    Lookups lookups() {
        return lookups;
    }

    OfferEvaluation offers() {
        return offers;
    }

    /** What evaluation runs decide. */
    RunDecisions runs() {
        return new RunDecisions(inForce, offers, exit);
    }

    /** What comes of an event that was not recorded before; nothing to write where it is refused. */
    Decision decide(CustomerEvent event, Optional<Loaded> loaded, Instant at) {
        List<Problem> problems = Admission.problems(event, loaded, inForce.catalogue(), at, lookups);
        if (!problems.isEmpty()) {
            return exit.refused(event, problems, at);
        }
        Moment moment = Moment.of(event, loaded.or(() -> opened(event)).orElseThrow(), inForce.catalogue(), at);
        return exit.written(event, moment, step(changed(moment)));
    }

    /** The account that a registration opens; empty for other events. */
    Optional<Loaded> opened(CustomerEvent event) {
        return event instanceof ParticipantRegistered registered
                ? Optional.of(Loaded.of(Account.of(ParticipantChanges.registered(registered, inForce.catalogue()))))
                : Optional.empty();
    }

    /** The moment after the event has changed the participant. */
    Moment changed(Moment moment) {
        Account account = moment.account();
        return moment.with(account.with(ParticipantChanges.after(moment.event(), account.participant())));
    }

    /** What the event, admitted, brings about. */
    private Step step(Moment moment) {
        CustomerEvent event = moment.event();
        if (event instanceof ParticipantTerminated) {
            return Step.processed(Transfer.out(moment, context));
        }
        boolean leftToRun = !event.header().processImmediately();
        if (leftToRun && event instanceof SpendRequested) {
            return waiting(event, Effect.of(moment.account()));
        }
        Optional<Effect> moved = WalletOperations.of(moment, context);
        if (moved.isPresent()) {
            return Step.processed(moved.get());
        }
        Effect back = cameBack(moment);
        if (leftToRun && waitsForRuns(event)) {
            return waiting(event, back);
        }
        if (leftToRun && !Trigger.of(event).isEmpty()) {
            return Step.processed(back);
        }
        return decided(moment.after(back.account(), back.past()), back);
    }

    /** Goods of earlier purchases that come back with this one. */
    private Effect cameBack(Moment moment) {
        return moment.event() instanceof Purchase purchase
                        && !purchase.returned().isEmpty()
                ? WalletOperations.returned(moment, purchase.returned(), context)
                : Effect.of(moment.account());
    }

    private static Step waiting(CustomerEvent event, Effect before) {
        OpenEvent open = new OpenEvent(event.key(), event.performedOn(), Set.of());
        return Step.queued(before.with(before.account().with(open)));
    }

    private Step decided(Moment moment, Effect back) {
        Situation situation = Situation.interactive(moment);
        List<Offer> candidates = offers.offersFor(situation);
        OfferEvaluation.Result result = offers.of(situation, candidates, back.claims());
        Effect effect = result.effect();
        CustomerEvent event = moment.event();
        if (waitsForRuns(event) && anyIsLeftToRuns(candidates)) {
            Set<String> settled = new TreeSet<>();
            candidates.stream().filter(offer -> !isLeftToRuns(offer)).forEach(offer -> settled.add(offer.code()));
            effect = effect.with(effect.account().with(new OpenEvent(event.key(), event.performedOn(), settled)));
        }
        return new Step(Outcome.Status.PROCESSED, back.then(effect), result.verdicts(), result.answers());
    }

    /** True for events that are kept for runs; profiles and subscriptions are visited anyway. */
    private static boolean waitsForRuns(CustomerEvent event) {
        for (Trigger trigger : Trigger.of(event)) {
            if (trigger.isEvent()) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyIsLeftToRuns(List<Offer> offers) {
        for (Offer offer : offers) {
            if (isLeftToRuns(offer)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLeftToRuns(Offer offer) {
        return offer.classification().trigger().isEvent() && offer.evaluation() == EvaluationMethod.BATCH;
    }

    /**
     * What a follow-up does to the participant it is about. A merge is never refused, so that no money is lost; what else
     * is refused is done with all the same, or goes on to the participant who replaced this one meanwhile.
     */
    Decision apply(FollowUp followUp, Loaded loaded, Instant at) {
        RaisedEvent event = followUp.event();
        Moment moment = Moment.of(event, loaded, inForce.catalogue(), at);
        if (event instanceof DuplicateMerged) {
            return exit.written(event, moment, Step.processed(Transfer.in(followUp, moment, context)));
        }
        if (event instanceof TransferReceived) {
            return exit.written(event, moment, Step.processed(Transfer.received(followUp, moment, context)));
        }
        List<FollowUp> goingOn = FollowUps.passedOn(event, loaded.participant(), lookups).stream()
                .toList();
        if (event instanceof ReferralCancelled && goingOn.isEmpty()) {
            return exit.written(event, moment, step(moment));
        }
        List<Problem> problems = Admission.problems(event, Optional.of(loaded), inForce.catalogue(), at, lookups);
        if (problems.isEmpty()) {
            return exit.written(event, moment, step(changed(moment)));
        }
        Effect refused = Effect.of(loaded.account()).with(Shared.of(List.of(), goingOn));
        return exit.refused(event, problems, moment, refused);
    }

    /** What an expiration run does to an account; nothing to write where nothing has expired. */
    Decision expire(MoneyExpired event, Loaded loaded) {
        Moment moment = Moment.of(event, loaded, inForce.catalogue(), event.performedOn());
        Decision decision = exit.written(event, moment, step(moment));
        return decision.outcome().transactions().isEmpty() ? decision.withoutEffect() : decision;
    }
}
