package io.rewards.engine;

import io.rewards.catalogue.Offer;
import io.rewards.decision.Answer;
import io.rewards.decision.Lookups;
import io.rewards.decision.Moment;
import io.rewards.decision.Situation;
import io.rewards.decision.Verdict;
import io.rewards.effect.Effect;
import io.rewards.kind.EventKinds;
import io.rewards.ledger.BudgetClaim;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.Usage;
import io.rewards.offer.OfferKinds;
import io.rewards.resolve.Context;
import io.rewards.resolve.MerchantBudget;
import io.rewards.resolve.Posting;
import io.rewards.resolve.Resolution;
import io.rewards.resolve.Resolver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides offers: what the rules say of each, what is made of it, and what that changes. Immutable and thread-safe as far as
 * the look-ups are.
 *
 * @param inForce programme and rules
 * @param lookups about others
 */
record OfferEvaluation(InForce inForce, Lookups lookups) {

    /** What the rules said, what was made of it, and what it changes. */
    record Result(Situation situation, List<Answer> answers, List<Verdict> verdicts, Effect effect) {}

    /** What a decision may ask besides its moment. */
    Context context() {
        return new Context(lookups, this::ask, inForce.wallets());
    }

    private Answer ask(Offer offer, Moment moment) {
        Moment then = new Moment(
                moment.event(),
                moment.account(),
                moment.past(),
                moment.catalogue(),
                moment.event().performedOn());
        return inForce.rules()
                .answer(OfferKinds.candidates(EventKinds.interactive(then), List.of(offer)))
                .get(0);
    }

    /** The offers that the event can be about. */
    List<Offer> offersFor(Situation situation) {
        return inForce.catalogue()
                .index()
                .candidates(situation.asked(), situation.account().participant());
    }

    /** Decides {@code offers}, after goods that came back have {@code freed} parts of budgets. */
    Result of(Situation situation, List<Offer> offers, List<BudgetClaim> freed) {
        List<Answer> answers = answers(situation, offers);
        Resolution resolution = resolution(situation, answers, offers, freed);
        return new Result(
                situation,
                answers,
                resolution.verdicts(),
                Posting.of(situation, answers, resolution, inForce.rules().hash(), context()));
    }

    private List<Answer> answers(Situation situation, List<Offer> offers) {
        return offers.isEmpty() ? List.of() : inForce.rules().answer(OfferKinds.candidates(situation, offers));
    }

    private Resolution resolution(
            Situation situation, List<Answer> answers, List<Offer> offers, List<BudgetClaim> freed) {
        Map<BudgetName, Usage> usages = usages(situation, offers);
        freed.forEach(claim -> usages.computeIfPresent(
                claim.budget(),
                (budget, used) -> claim.onTopOf(Optional.of(used)).orElseThrow()));
        return Resolver.of(situation, answers, usages);
    }

    private Map<BudgetName, Usage> usages(Situation situation, List<Offer> offers) {
        Map<BudgetName, Usage> usages = new HashMap<>();
        for (Offer offer : offers) {
            BudgetName.allOf(offer, situation.event().performedOn(), situation.zone())
                    .forEach(budget -> lookups.usage(budget).ifPresent(usage -> usages.put(budget, usage)));
        }
        MerchantBudget.name(situation)
                .filter(budget -> !offers.isEmpty())
                .ifPresent(budget -> lookups.usage(budget).ifPresent(usage -> usages.put(budget, usage)));
        return usages;
    }

    /** The last instant at which each of {@code offers} may decide the event; the far future for one without a limit. */
    static Map<String, Instant> processBy(Situation situation, List<Offer> offers) {
        Map<String, Instant> until = new HashMap<>();
        for (Offer offer : offers) {
            until.put(offer.code(), OfferKinds.candidate(situation, offer).processBy());
        }
        return until;
    }

    /** The verdict on one offer, whether or not the index would find it; others may have awarded the event already. */
    Verdict on(Offer offer, Situation situation) {
        List<Offer> offers = new ArrayList<>(offersFor(situation));
        if (!offers.contains(offer)) {
            offers.add(offer);
        }
        return resolution(situation, answers(situation, offers), offers, List.of())
                .verdicts()
                .get(offers.indexOf(offer));
    }
}
