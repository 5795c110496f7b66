package io.rewards.engine;

import io.rewards.account.Account;
import io.rewards.account.Loaded;
import io.rewards.account.OpenEvent;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferIndex;
import io.rewards.catalogue.OfferState;
import io.rewards.catalogue.RunDefinition;
import io.rewards.decision.Moment;
import io.rewards.decision.Outcome;
import io.rewards.decision.Situation;
import io.rewards.decision.Verdict;
import io.rewards.effect.Effect;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventEvaluated;
import io.rewards.event.EventHeader;
import io.rewards.event.ParticipantVisited;
import io.rewards.event.Purchase;
import io.rewards.kind.EventKind;
import io.rewards.kind.EventKinds;
import io.rewards.participant.Participant;
import io.rewards.resolve.TierKeeping;
import io.rewards.run.RunKey;
import io.rewards.tier.TierView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an evaluation run decides about the events that wait for it, and on its visits. Immutable and thread-safe.
 * Source: domain 6.2.
 */
record RunDecisions(InForce inForce, OfferEvaluation offers, Exit exit) {

    /**
     * A run at one instant.
     *
     * @param definition of the run
     * @param asOf instant that the run is about
     */
    record Run(RunDefinition definition, Instant asOf) {}

    /**
     * What a run decides about an event that waits for it; nothing to write where none of its offers has to decide it.
     *
     * @param key under which the decision is recorded
     * @param told the event, as it was told
     * @param createdOn when the engine was given it
     */
    Decision waiting(EventEvaluated key, CustomerEvent told, Instant createdOn, Loaded loaded, Run run) {
        CustomerEvent waiting = EventKinds.now(told, inForce.catalogue().commitments());
        Account account = loaded.account();
        OpenEvent open = account.open(waiting.key()).orElseThrow();
        Moment moment = Moment.of(waiting, loaded, inForce.catalogue(), run.asOf());
        EventKind<CustomerEvent> kind = EventKinds.of(waiting);
        if (kind.isCarriedOutByRuns()) {
            Effect effect = kind.moved(waiting, moment, offers.context()).orElseThrow();
            return exit.written(
                    key,
                    moment,
                    EventResult.processed(effect.with(effect.account().without(waiting.key()))));
        }
        if (waiting.header().processImmediately() && open.isOver(run.asOf())) {
            return exit.written(key, moment, EventResult.processed(Effect.of(account.without(waiting.key()))));
        }
        CustomerEvent left = withoutReturned(moment);
        Situation situation = EventKinds.inRun(moment.with(left), createdOn, dayBefore(waiting));
        List<Offer> undecided = undecided(situation, open);
        List<Offer> covered =
                undecided.stream().filter(run.definition()::covers).toList();
        if (open.asked() && isTooLate(situation, covered)) {
            Map<String, Instant> awaited = awaited(new OpenOffers(situation, List.of()), undecided, open);
            awaited.values().removeIf(run.asOf()::isAfter);
            Account after = awaited.isEmpty() ? account.without(waiting.key()) : account.with(open.awaiting(awaited));
            Decision decision = exit.written(key, moment, EventResult.processed(Effect.of(after)));
            return after.equals(account) ? decision.withoutEffect() : decision;
        }
        OfferEvaluation.Result result = offers.of(situation, covered, List.of());
        OpenOffers asked = new OpenOffers(situation, result.answers());
        OpenEvent now = open.settledBy(asked.settled()).awaiting(awaited(asked, undecided, open));
        Account posted = result.effect().account();
        Account after = now.awaited().isEmpty() ? posted.without(waiting.key()) : posted.with(now);
        Decision decision =
                exit.written(key, moment, processed(result, result.effect().with(after)));
        return after.equals(account) && result.effect().transactions().isEmpty() ? decision.withoutEffect() : decision;
    }

    /** True where none of {@code offers} may decide the event any more. */
    private static boolean isTooLate(Situation situation, List<Offer> offers) {
        return OfferEvaluation.processBy(situation, offers).values().stream()
                .allMatch(situation.processedOn()::isAfter);
    }

    private static EventResult processed(OfferEvaluation.Result result, Effect effect) {
        return new EventResult(Outcome.Status.PROCESSED, effect, result.verdicts(), result.answers());
    }

    /** A purchase without what has come back of it; one of which all came back does not wait any more. */
    private static CustomerEvent withoutReturned(Moment moment) {
        return moment.event() instanceof Purchase purchase
                ? moment.past()
                        .sale(purchase.key())
                        .flatMap(sale -> sale.rest(purchase))
                        .orElse(purchase)
                : moment.event();
    }

    /** The offers that a run has to decide; what is not about an event is left to the visits. */
    private List<Offer> undecided(Situation situation, OpenEvent open) {
        return offers.offersFor(situation).stream()
                .filter(offer -> offer.classification().trigger().isEvent())
                .filter(offer -> !open.settled().contains(offer.code()))
                .toList();
    }

    /**
     * The offers that may still decide the event: those that have not, those that a sign-up told late could bring, and those
     * that it waited for and that are missing or not in force at present. Domain 6.2, 12.1 Q8.
     */
    private Map<String, Instant> awaited(OpenOffers asked, List<Offer> undecided, OpenEvent open) {
        OfferIndex index = inForce.catalogue().index();
        Situation situation = asked.situation();
        Map<String, Instant> awaited = new HashMap<>(OfferEvaluation.processBy(situation, undecided));
        awaited.putAll(asked.afterSignUp());
        open.awaited().forEach((offer, until) -> {
            if (!index.isInForce(offer) && !situation.processedOn().isAfter(until)) {
                awaited.put(offer, until);
            }
        });
        return awaited;
    }

    /** What a run finds on its visit to a participant; nothing to write where it awards nothing. */
    Decision visit(ParticipantVisited visit, Loaded loaded, RunDefinition run, LocalDate since) {
        Situation situation = situation(visit, loaded, since);
        List<Offer> covered =
                offers.offersFor(situation).stream().filter(run::covers).toList();
        OfferEvaluation.Result result = offers.of(situation, inForce.visits().of(situation, covered), List.of());
        Decision decision = exit.written(visit, moment(visit, loaded), processed(result, result.effect()));
        boolean same =
                result.effect().account().tiering().equals(loaded.account().tiering())
                        && result.effect().account().participant().equals(loaded.participant());
        return same && result.effect().transactions().isEmpty() ? decision.withoutEffect() : decision;
    }

    /**
     * The first day on which a visit of the run may find something, after one at {@code asOf} found nothing; the far future
     * for never.
     */
    LocalDate nextVisit(Loaded loaded, Run run) {
        List<Offer> looked = inForce.catalogue().programme().offers().stream()
                .filter(offer -> !offer.classification().trigger().isEvent())
                .filter(offer -> offer.state() == OfferState.EFFECTIVE
                        && loaded.participant().membership(offer.scheme()).isPresent()
                        && run.definition().covers(offer))
                .toList();
        LocalDate next = nextReview(loaded, run.asOf());
        for (Optional<String> subscription : visits(loaded.participant())) {
            Situation situation = situation(
                    imaginedVisit(loaded.participant(), subscription, run.asOf()),
                    loaded,
                    inForce.day(run.asOf()).minusDays(1));
            for (Offer offer : looked) {
                LocalDate ofOffer = inForce.visits().next(situation, offer);
                next = ofOffer.isBefore(next) ? ofOffer : next;
            }
        }
        return next;
    }

    /** The day of the next review of the tier, or on which a lock ends. */
    private LocalDate nextReview(Loaded loaded, Instant asOf) {
        return TierView.nextReview(
                        loaded.participant(),
                        loaded.account().tiering(),
                        inForce.catalogue().tiers())
                .filter(asOf::isBefore)
                .map(inForce::day)
                .orElse(LocalDate.MAX);
    }

    /** The visit that is asked about without being made. */
    static ParticipantVisited imaginedVisit(Participant participant, Optional<String> subscription, Instant asOf) {
        EventHeader header = new EventHeader(
                RunKey.EXPLANATION,
                participant.id(),
                participant.unit(),
                asOf,
                Optional.of(asOf),
                true,
                Attributes.NONE);
        return new ParticipantVisited(header, "", subscription);
    }

    /** A visit is to the participant, and to each subscription. */
    private static List<Optional<String>> visits(Participant participant) {
        List<Optional<String>> visits = new ArrayList<>(List.of(Optional.empty()));
        participant.subscriptions().keySet().forEach(id -> visits.add(Optional.of(id)));
        return visits;
    }

    /** The verdict on one offer at a visit, whether or not the visit would ask for it. */
    Verdict onVisit(Offer offer, ParticipantVisited visit, Loaded loaded, LocalDate since) {
        return offers.on(offer, situation(visit, loaded, since));
    }

    private Situation situation(ParticipantVisited visit, Loaded loaded, LocalDate since) {
        return EventKinds.inRun(TierKeeping.reviewed(moment(visit, loaded)), visit.performedOn(), since);
    }

    private Moment moment(ParticipantVisited visit, Loaded loaded) {
        return Moment.of(visit, loaded, inForce.catalogue(), visit.performedOn());
    }

    /** The verdict on one offer for an event that was recorded; as a run gives it where no run has to look at it again. */
    Verdict again(Offer offer, CustomerEvent told, Loaded loaded, Instant at) {
        CustomerEvent event = EventKinds.now(told, inForce.catalogue().commitments());
        Moment moment = Moment.of(event, loaded, inForce.catalogue(), at);
        return offers.on(
                offer,
                loaded.account().open(event.key()).isPresent()
                        ? EventKinds.interactive(moment)
                        : EventKinds.inRun(moment, at, dayBefore(event)));
    }

    private LocalDate dayBefore(CustomerEvent event) {
        return inForce.day(event.performedOn()).minusDays(1);
    }
}
