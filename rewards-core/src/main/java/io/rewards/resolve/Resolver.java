package io.rewards.resolve;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Excess;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ResolutionMode;
import io.rewards.catalogue.Trigger;
import io.rewards.decision.Answer;
import io.rewards.decision.Candidate;
import io.rewards.decision.CapUse;
import io.rewards.decision.CapUses;
import io.rewards.decision.Contributions;
import io.rewards.decision.Decline;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Grant;
import io.rewards.decision.InstantSpend;
import io.rewards.decision.Measure;
import io.rewards.decision.Situation;
import io.rewards.decision.Verdict;
import io.rewards.ledger.AwardSubject;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.Usage;
import io.rewards.offer.OfferKinds;
import io.rewards.past.AwardQuestion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes one verdict of everything the rules said about each candidate: a grant without a decline applies, after caps have
 * cut it and unless a better award beats it, and a discount as far as it fits. Pure.
 * Source: domain 3.3, 3.11, 5.8, 12.1 Q11, Q19, Q20.
 */
public final class Resolver {

    /** Stands for a rule id where this class declines. */
    public static final String RULE = "RESOLUTION";

    private static final Comparator<Granted> BEST_FIRST = Comparator.comparing(
                    (Granted granted) -> granted.verdict().amount())
            .reversed()
            .thenComparing(granted -> granted.offer().number());

    private record Granted(Candidate candidate, Verdict.Granted verdict, int place) {

        Offer offer() {
            return candidate.offer();
        }
    }

    private final Situation situation;
    private final CapUses caps;
    private final Optional<MerchantBudget> merchant;
    private final Discounts discounts;

    private Resolver(Situation situation, Map<BudgetName, Usage> used) {
        this.situation = situation;
        caps = new CapUses(
                situation.past(),
                budget -> used.getOrDefault(budget, Usage.NONE),
                situation.event().performedOn(),
                situation.zone());
        merchant = MerchantBudget.of(situation, used);
        discounts = new Discounts(situation);
    }

    /**
     * One verdict for each answer, in the order of the answers, and what comes off the purchase.
     *
     * @param used what offers with caps of all participants have awarded so far, and merchants with budgets given, by budget
     */
    public static Resolution of(Situation situation, List<Answer> answers, Map<BudgetName, Usage> used) {
        return new Resolver(situation, used).resolve(answers);
    }

    private Resolution resolve(List<Answer> answers) {
        List<Verdict> verdicts = new ArrayList<>(answers.size());
        Map<Object, List<Granted>> competing = new HashMap<>();
        for (Answer answer : answers) {
            Offer offer = answer.candidate().offer();
            Verdict verdict = besideEarlierAwards(alone(answer), offer);
            verdicts.add(verdict);
            if (verdict instanceof Verdict.Granted granted) {
                int place = verdicts.size() - 1;
                competition(offer, granted.amount())
                        .ifPresent(key -> competing
                                .computeIfAbsent(key, unused -> new ArrayList<>())
                                .add(new Granted(answer.candidate(), granted, place)));
            }
        }
        competing.values().forEach(rivals -> onlyTheBest(rivals, verdicts));
        merchant.ifPresent(budget -> verdicts.replaceAll(
                verdict -> verdict instanceof Verdict.Granted granted ? budget.taken(granted) : verdict));
        return new Resolution(verdicts, takenOff(answers, verdicts));
    }

    /** Takes discounts off, the largest first; what of one does not fit is void, unless its offer keeps it. */
    private List<InstantSpend> takenOff(List<Answer> answers, List<Verdict> verdicts) {
        List<Granted> granted = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            Candidate candidate = answers.get(i).candidate();
            if (verdicts.get(i) instanceof Verdict.Granted verdict && discounts.isTakenOff(candidate.offer())) {
                granted.add(new Granted(candidate, verdict, i));
            }
        }
        granted.sort(BEST_FIRST);
        List<InstantSpend> takenOff = new ArrayList<>();
        for (Granted each : granted) {
            Amount award = each.verdict().amount();
            InstantSpend spend = discounts.take(each.candidate(), award);
            if (spend.amount().isPositive()) {
                takenOff.add(spend);
            }
            if (each.offer().handling().excess() == Excess.VOID) {
                verdicts.set(
                        each.place(),
                        spend.amount().isPositive()
                                ? each.verdict()
                                        .of(
                                                spend.amount(),
                                                situation.catalogue().settings().rounding())
                                : doesNotFit(each.offer(), spend.amount(), award));
            }
        }
        return takenOff;
    }

    private static Verdict doesNotFit(Offer offer, Amount left, Amount award) {
        return declined(offer, Decline.of(RULE, RULE, DeclineReason.NOTHING_LEFT_TO_PAY, money(left), money(award)));
    }

    private Verdict alone(Answer answer) {
        Offer offer = answer.candidate().offer();
        if (!answer.declines().isEmpty()) {
            return new Verdict.Declined(offer.code(), answer.declines());
        }
        if (answer.grants().isEmpty()) {
            return declined(offer, Decline.of(RULE, RULE, DeclineReason.NO_RULE_GRANTS));
        }
        Grant grant = answer.grants().get(0);
        if (!grant.amount().isPositive()) {
            return declined(offer, nothing(answer.candidate(), grant.amount()));
        }
        return capped(answer.candidate(), grant);
    }

    /** Why an award is worth nothing: what counts is less than the first step of a rate, or rounding takes it away. */
    private static Decline nothing(Candidate candidate, Amount amount) {
        Amount base = candidate.percentageBase();
        return candidate
                .offer()
                .award()
                .firstStep()
                .filter(step -> base.compareTo(step) < 0)
                .map(step -> Decline.of(RULE, RULE, DeclineReason.AWARD_ROUNDS_TO_ZERO, money(base), money(step))
                        .saying("What counts is " + base + "; the first step of the rate is " + step + "."))
                .orElseGet(
                        () -> Decline.of(RULE, RULE, DeclineReason.AWARD_ROUNDS_TO_ZERO, money(amount), money(amount)));
    }

    private Verdict capped(Candidate candidate, Grant grant) {
        Offer offer = candidate.offer();
        Amount amount = offer.award().range().of(grant.amount());
        if (offer.handling().excess() == Excess.VOID && discounts.isTakenOff(offer)) {
            Amount most = discounts.most(candidate);
            if (most.isZero()) {
                return doesNotFit(offer, most, amount);
            }
            amount = amount.min(most);
        }
        List<Decline> usedUp = new ArrayList<>();
        for (CapUse use : caps.of(offer)) {
            if (use.isUsedUp()) {
                usedUp.add(use.decline(RULE, caps.at(), caps.zone()));
            } else {
                amount = use.cut(amount);
            }
        }
        Collections.sort(usedUp);
        if (!usedUp.isEmpty()) {
            return new Verdict.Declined(offer.code(), usedUp);
        }
        Verdict.Granted granted = new Verdict.Granted(
                offer.code(), grant.rule(), amount, grant.amount(), Contributions.of(candidate, amount));
        return merchant.map(budget -> budget.within(granted)).orElse(granted);
    }

    /**
     * What an award competes in: only awards of one trigger and one denomination can be compared. Empty where it does not
     * compete.
     */
    private Optional<Object> competition(Offer offer, Amount amount) {
        ResolutionMode mode = situation.catalogue().settings().resolution();
        Object trigger = trigger(offer);
        return switch (mode) {
            case ALL -> Optional.empty();
            case OFFER_FLAG ->
                offer.onlyIfBest() ? Optional.of(List.of(trigger, amount.denomination())) : Optional.empty();
            case BEST_ONLY -> Optional.of(List.of(trigger, amount.denomination()));
            case BEST_PER_SCHEME -> Optional.of(List.of(trigger, amount.denomination(), offer.scheme()));
        };
    }

    /** A visit is no event: a birthday, contact data, a membership and a subscription are each a trigger of their own. */
    private static Object trigger(Offer offer) {
        Trigger trigger = offer.classification().trigger();
        return trigger.isEvent() ? trigger : offer.classification();
    }

    /** What a visit awards has competed on earlier visits, too: who was beaten there is not paid on the next one. */
    private Verdict besideEarlierAwards(Verdict verdict, Offer offer) {
        if (!(verdict instanceof Verdict.Granted granted)
                || offer.classification().trigger().isEvent()) {
            return verdict;
        }
        Optional<Object> competition = competition(offer, granted.amount());
        for (Offer rival : situation.catalogue().programme().offers()) {
            if (competition.isPresent()
                    && rival.classification() == offer.classification()
                    && !rival.code().equals(offer.code())
                    && competition(rival, granted.amount()).equals(competition)) {
                Amount earlier = earlier(rival, granted.amount());
                if (earlier.isPositive() && earlier.compareTo(granted.amount()) >= 0) {
                    return declined(offer, beaten(granted.amount(), earlier).by(rival.code()));
                }
            }
        }
        return verdict;
    }

    /** What {@code rival} has awarded for the same thing, in the same denomination. */
    private Amount earlier(Offer rival, Amount amount) {
        AwardSubject subject = OfferKinds.candidate(situation, rival).awardSubject();
        return situation.past().awards(AwardQuestion.of(rival.code(), subject)).amount(amount.denomination());
    }

    private static void onlyTheBest(List<Granted> rivals, List<Verdict> verdicts) {
        rivals.sort(BEST_FIRST);
        Granted best = rivals.get(0);
        for (Granted beaten : rivals.subList(1, rivals.size())) {
            Decline decline = beaten(beaten.verdict().amount(), best.verdict().amount());
            verdicts.set(
                    beaten.place(),
                    declined(beaten.offer(), decline.by(best.offer().code())));
        }
    }

    private static Decline beaten(Amount award, Amount better) {
        return Decline.of(RULE, RULE, DeclineReason.BEATEN_BY_BETTER_AWARD, money(award), money(better));
    }

    private static Verdict declined(Offer offer, Decline decline) {
        return new Verdict.Declined(offer.code(), List.of(decline));
    }

    private static Measure money(Amount amount) {
        return new Measure.Money(amount);
    }
}
