package io.rewards.resolve;

import io.rewards.amount.Amount;
import io.rewards.books.Purse;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ReturnPolicy;
import io.rewards.decision.AccumulatingCandidate;
import io.rewards.decision.Answer;
import io.rewards.decision.Candidate;
import io.rewards.decision.CollectingCandidate;
import io.rewards.decision.Decline;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Measure;
import io.rewards.decision.Moment;
import io.rewards.decision.Verdict;
import io.rewards.event.CustomerEvent;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.wallet.Beaten;
import io.rewards.wallet.LineShare;
import io.rewards.wallet.Lot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an award beat holds it up: of awards that competed, what the best of them would now give is kept. For one event.
 * Source: domain 3.3, 5.6.
 */
record BestAward(Moment moment, Context context, Purse purse) {

    /**
     * The awards that were beaten, by code of the offer that beat them. What keeps its counts has lost nothing, and what a
     * share of other awards would be by now nobody can say: these hold nothing up.
     */
    static Map<String, List<Beaten>> beaten(List<Answer> answers, List<Verdict> verdicts) {
        Map<String, List<Beaten>> beaten = new HashMap<>();
        for (int i = 0; i < answers.size(); i++) {
            if (verdicts.get(i) instanceof Verdict.Declined declined
                    && holdsUp(answers.get(i).candidate())) {
                for (Decline decline : declined.declines()) {
                    if (decline.reason() == DeclineReason.BEATEN_BY_BETTER_AWARD
                            && decline.actual().orElseThrow() instanceof Measure.Money money) {
                        beaten.computeIfAbsent(decline.by(), unused -> new ArrayList<>())
                                .add(new Beaten(declined.offer(), money.amount()));
                    }
                }
            }
        }
        return beaten;
    }

    private static boolean holdsUp(Candidate candidate) {
        return !(candidate instanceof AccumulatingCandidate)
                && !(candidate instanceof CollectingCandidate collecting && collecting.allNeeded())
                && !(candidate.offer().award() instanceof Award.PercentageOfAwarded);
    }

    /** What of an award is kept, which by itself would keep {@code own}; never more than stands of it. */
    Amount kept(Lot lot, Amount own) {
        Amount kept = own;
        if (lot.provenance().onReturn() == ReturnPolicy.RE_EVALUATE && own.compareTo(lot.standing()) < 0) {
            for (Beaten beaten : lot.provenance().beaten()) {
                Amount now = now(lot, beaten);
                kept = now.compareTo(kept) > 0 ? now : kept;
            }
        }
        return kept.min(lot.standing());
    }

    /** The parts of an award that nothing but what it beat holds up; none where nothing is kept. */
    List<LineShare> shares(Lot lot, Amount kept) {
        if (!kept.isPositive()) {
            return List.of();
        }
        Amount nothing = Amount.zero(kept.denomination());
        List<LineShare> pieces = new ArrayList<>();
        for (PurchaseLine line : left(lot).orElseThrow().lines()) {
            pieces.add(new LineShare(line.id(), line.quantity(), nothing));
        }
        return PurchaseAwards.spread(kept, pieces);
    }

    /** What is left of the purchase that earned an award. */
    private Optional<Purchase> left(Lot lot) {
        Purchase bought =
                (Purchase) context.lookups().event(lot.provenance().event()).orElseThrow();
        return purse.sale(bought.key()).map(sale -> sale.rest(bought)).orElse(Optional.of(bought));
    }

    /** What a beaten award would now be, at most what it was. */
    private Amount now(Lot lot, Beaten beaten) {
        Amount nothing = Amount.zero(beaten.amount().denomination());
        Optional<Offer> offer = moment.catalogue().offer(beaten.offer());
        if (offer.isEmpty()) {
            return nothing;
        }
        CustomerEvent event = context.lookups().event(lot.provenance().event()).orElseThrow();
        if (!(event instanceof Purchase bought)) {
            return beaten.amount();
        }
        return left(lot)
                .map(left -> of(offer.get(), moment.before(lot), bought, left))
                .filter(now -> now.denomination().equals(nothing.denomination()))
                .map(beaten.amount()::min)
                .orElse(nothing);
    }

    private Amount of(Offer offer, Moment asked, Purchase bought, Purchase left) {
        Answer all = context.rules().ask(offer, asked.with(bought));
        Answer rest = context.rules().ask(offer, asked.with(left));
        boolean declined = rest.grants().isEmpty() || !rest.declinesBeyond(all).isEmpty();
        Amount granted = declined
                ? Amount.zero(asked.catalogue().settings().denominationOf(offer.award()))
                : rest.grants().get(0).amount();
        return offer.award().range().of(granted);
    }
}
