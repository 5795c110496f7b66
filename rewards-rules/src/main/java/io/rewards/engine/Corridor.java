package io.rewards.engine;

import io.rewards.account.Account;
import io.rewards.account.FollowUp;
import io.rewards.account.Loaded;
import io.rewards.account.OpenEvent;
import io.rewards.amount.AmountOverflowException;
import io.rewards.catalogue.Commitments;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Trigger;
import io.rewards.decision.Lookups;
import io.rewards.decision.Moment;
import io.rewards.decision.Outcome;
import io.rewards.decision.Situation;
import io.rewards.effect.Effect;
import io.rewards.effect.Shared;
import io.rewards.event.CustomerEvent;
import io.rewards.event.MoneyConverted;
import io.rewards.event.MoneyExpired;
import io.rewards.event.RaisedEvent;
import io.rewards.kind.Admission;
import io.rewards.kind.EventKind;
import io.rewards.kind.EventKinds;
import io.rewards.problem.Problem;
import io.rewards.resolve.Context;
import io.rewards.resolve.FollowUps;
import io.rewards.resolve.TierKeeping;
import io.rewards.rules.RuleExecutionException;
import io.rewards.tier.TierHandover;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        Commitments kept = inForce.catalogue().commitments();
        this.lookups = kept.changeovers().isEmpty() ? lookups : new LookupsOfNow(lookups, kept);
        offers = new OfferEvaluation(inForce, this.lookups);
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
        Optional<Problem> closed = inForce.closed();
        if (closed.isPresent()) {
            return exit.refused(event, List.of(closed.get()), at);
        }
        List<Problem> problems = Admission.problems(event, loaded, inForce.catalogue(), at, lookups);
        if (!problems.isEmpty()) {
            return exit.refused(event, problems, at);
        }
        Moment moment = Moment.of(event, loaded.or(() -> opened(event)).orElseThrow(), inForce.catalogue(), at);
        try {
            Moment reviewed = TierKeeping.reviewed(moment);
            EventResult result = resultOf(changed(reviewed));
            return exit.written(event, moment, tiered(reviewed, result, Optional.empty()));
        } catch (AmountOverflowException e) {
            return exit.refused(event, List.of(tooLarge(e, "")), at);
        } catch (RuleExecutionException e) {
            if (e.getCause() instanceof AmountOverflowException overflow) {
                return exit.refused(event, List.of(tooLarge(overflow, e.offer())), at);
            }
            throw e;
        }
    }

    /** An amount that nothing can hold is no failure of the engine: it speaks against its event. */
    private static Problem tooLarge(AmountOverflowException overflow, String offer) {
        return new Problem(
                "",
                "The event cannot be processed" + (offer.isEmpty() ? "" : " because of the offer (" + offer + ")")
                        + ". " + overflow.getMessage());
    }

    /** The account that a registration opens; empty for other events. */
    Optional<Loaded> opened(CustomerEvent event) {
        return EventKinds.of(event)
                .registered(event, inForce.catalogue())
                .map(Account::of)
                .map(Loaded::of);
    }

    /** The moment after the event has changed the participant. */
    Moment changed(Moment moment) {
        Account account = moment.account();
        CustomerEvent event = moment.event();
        return moment.with(account.with(EventKinds.of(event).changed(event, account.participant())));
    }

    /**
     * What was decided with what it means for the tier.
     *
     * @param reviewed the moment in which it was decided, after the reviews of the tier that were due
     * @param handover that comes from a duplicate
     */
    private EventResult tiered(Moment reviewed, EventResult result, Optional<TierHandover> handover) {
        CustomerEvent event = reviewed.event();
        return result.with(
                TierKeeping.kept(reviewed, result.effect(), EventKinds.of(event).tiersSet(event), handover, lookups));
    }

    /** What the event, admitted, brings about. */
    private EventResult resultOf(Moment moment) {
        CustomerEvent event = moment.event();
        EventKind<CustomerEvent> kind = EventKinds.of(event);
        boolean leftToRun = !event.header().processImmediately();
        if (leftToRun && kind.isCarriedOutByRuns()) {
            return waiting(moment, Effect.of(moment.account()), Map.of());
        }
        Optional<Effect> moved = kind.moved(event, moment, context);
        if (moved.isPresent()) {
            return EventResult.processed(moved.get());
        }
        Effect back = kind.before(event, moment, context);
        if (leftToRun && waitsForRuns(event)) {
            return waiting(moment.after(back.account(), back.past()), back);
        }
        if (leftToRun && !kind.triggers(event).isEmpty()) {
            return EventResult.processed(back);
        }
        return decided(moment.after(back.account(), back.past()), back);
    }

    /** The event waits for all offers that it can be about, and for those that a sign-up which is told late could bring. */
    private EventResult waiting(Moment moment, Effect before) {
        Situation situation = EventKinds.interactive(moment);
        List<Offer> awaited = offers.offersFor(situation).stream()
                .filter(offer -> offer.classification().trigger().isEvent())
                .toList();
        Map<String, Instant> all = new HashMap<>(OfferEvaluation.processBy(situation, awaited));
        all.putAll(new OpenOffers(situation, List.of()).afterSignUp());
        return waiting(moment, before, all);
    }

    private static EventResult waiting(Moment moment, Effect before, Map<String, Instant> awaited) {
        CustomerEvent event = moment.event();
        OpenEvent open = new OpenEvent(event.key(), event.performedOn(), Set.of()).awaiting(awaited);
        return EventResult.queued(before.with(before.account().with(open)));
    }

    private EventResult decided(Moment moment, Effect back) {
        Situation situation = EventKinds.interactive(moment);
        List<Offer> candidates = offers.offersFor(situation);
        OfferEvaluation.Result result = offers.of(situation, candidates, back.claims());
        Effect effect = result.effect();
        CustomerEvent event = moment.event();
        OpenOffers asked = new OpenOffers(situation, result.answers());
        OpenEvent open = new OpenEvent(event.key(), event.performedOn(), Set.of())
                .settledBy(asked.settled())
                .awaiting(asked.awaited());
        if (waitsForRuns(event) && !open.awaited().isEmpty()) {
            effect = effect.with(withoutOver(effect.account(), moment.at()).with(open));
        }
        return new EventResult(Outcome.Status.PROCESSED, back.then(effect), result.verdicts(), result.answers());
    }

    /** True for events that are kept for runs; profiles and subscriptions are visited anyway. */
    private static boolean waitsForRuns(CustomerEvent event) {
        for (Trigger trigger : EventKinds.triggers(event)) {
            if (trigger.isEvent()) {
                return true;
            }
        }
        return false;
    }

    /** Without what was decided when it came and no offer may look at any more. */
    private Account withoutOver(Account account, Instant at) {
        Account left = account;
        for (OpenEvent waiting : account.open()) {
            boolean decided = waiting.isOver(at)
                    && lookups.event(waiting.event())
                            .filter(event -> event.header().processImmediately())
                            .isPresent();
            left = decided ? left.without(waiting.event()) : left;
        }
        return left;
    }

    /**
     * What a follow-up does to the participant it is about. A merge is never refused, so that no money is lost; what else
     * is refused is done with all the same, or goes on to the participant who replaced this one meanwhile.
     */
    Decision apply(FollowUp followUp, Loaded loaded, Instant at) {
        inForce.requireOpen();
        RaisedEvent event = followUp.event();
        Moment moment = Moment.of(event, loaded, inForce.catalogue(), at);
        EventKind<CustomerEvent> kind = EventKinds.of(event);
        Moment reviewed = TierKeeping.reviewed(moment);
        Optional<Effect> followed = kind.followed(followUp, reviewed, context);
        if (followed.isPresent()) {
            EventResult result = EventResult.processed(followed.get());
            return exit.written(event, moment, tiered(reviewed, result, followUp.tiers()));
        }
        List<FollowUp> goingOn = FollowUps.passedOn(event, loaded.participant(), lookups).stream()
                .toList();
        if (kind.isNeverRefused() && goingOn.isEmpty()) {
            return exit.written(event, moment, tiered(reviewed, resultOf(reviewed), Optional.empty()));
        }
        List<Problem> problems = Admission.problems(event, Optional.of(loaded), inForce.catalogue(), at, lookups);
        if (problems.isEmpty()) {
            return exit.written(event, moment, tiered(reviewed, resultOf(changed(reviewed)), Optional.empty()));
        }
        Effect refused = Effect.of(loaded.account()).with(Shared.of(List.of(), goingOn));
        return exit.refused(event, problems, moment, refused);
    }

    /** What an expiration run does to an account; nothing to write where nothing has expired. */
    Decision expire(MoneyExpired event, Loaded loaded) {
        Moment moment = Moment.of(event, loaded, inForce.catalogue(), event.performedOn());
        Decision decision = exit.written(event, moment, resultOf(moment));
        return decision.outcome().transactions().isEmpty() ? decision.withoutEffect() : decision;
    }

    /** What the changeover that is under way does to an account. */
    Decision convert(MoneyConverted event, Loaded loaded) {
        Moment moment = Moment.of(event, loaded, inForce.catalogue(), event.performedOn());
        return exit.written(event, moment, resultOf(moment));
    }
}
