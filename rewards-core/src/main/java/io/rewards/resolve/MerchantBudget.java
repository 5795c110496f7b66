package io.rewards.resolve;

import io.rewards.amount.Amount;
import io.rewards.amount.Percentage;
import io.rewards.catalogue.AgreementField;
import io.rewards.catalogue.ContributionBudget;
import io.rewards.catalogue.MerchantTerms;
import io.rewards.decision.Contribution;
import io.rewards.decision.Decline;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Measure;
import io.rewards.decision.Situation;
import io.rewards.decision.Verdict;
import io.rewards.ledger.BudgetClaim;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.Usage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the merchant of a unit still gives to awards in the period of an event. It limits contributions in its own
 * denomination. Several awards of one event use it one after the other. For one event and one thread. Source: domain 7.5.
 */
public final class MerchantBudget {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Situation situation;
    private final Amount most;
    private Amount used;

    private MerchantBudget(Situation situation, Amount most, Amount used) {
        this.situation = situation;
        this.most = most;
        this.used = used;
    }

    /** The budget of the event, where its merchant has one; {@code used} says how much of it is. */
    static Optional<MerchantBudget> of(Situation situation, Map<BudgetName, Usage> used) {
        return set(situation)
                .map(budget -> new MerchantBudget(
                        situation,
                        budget.amount(),
                        used.getOrDefault(name(situation).orElseThrow(), Usage.NONE)
                                .in(budget.amount().denomination())));
    }

    /** Its name, where there is one. */
    public static Optional<BudgetName> name(Situation situation) {
        return set(situation)
                .map(budget -> BudgetName.ofMerchant(
                        situation.event().unit(),
                        budget.per(),
                        situation.event().performedOn(),
                        situation.zone()));
    }

    private static Optional<ContributionBudget> set(Situation situation) {
        return situation
                .merchant()
                .filter(MerchantTerms::isEffective)
                .flatMap(terms -> terms.value(AgreementField.BUDGET));
    }

    /** The claim of an award on it, where the merchant gives something to that. */
    static Optional<BudgetClaim> claim(Situation situation, Verdict.Granted granted) {
        return granted.contribution()
                .map(Contribution::amount)
                .filter(Amount::isPositive)
                .flatMap(given -> set(situation)
                        .map(budget -> BudgetClaim.of(
                                name(situation).orElseThrow(), given, Optional.empty(), Optional.of(budget.amount()))));
    }

    /** The award as far as the budget lasts; declined where nothing is left of it. Nothing is taken. */
    Verdict within(Verdict.Granted granted) {
        Amount given = granted.contribution()
                .map(Contribution::amount)
                .filter(amount -> amount.denomination().equals(most.denomination()))
                .filter(Amount::isPositive)
                .orElse(null);
        Amount left = most.minus(used);
        if (given == null || given.compareTo(left) <= 0) {
            return granted;
        }
        return left.isPositive()
                ? granted.of(
                        cut(
                                granted.contribution()
                                        .orElseThrow()
                                        .percentage()
                                        .percentage()
                                        .orElseThrow(),
                                left),
                        situation.catalogue().settings().rounding())
                : new Verdict.Declined(
                        granted.offer(),
                        List.of(Decline.of(
                                Resolver.RULE,
                                Resolver.RULE,
                                DeclineReason.MERCHANT_BUDGET_USED_UP,
                                new Measure.Money(used),
                                new Measure.Money(most))));
    }

    /** The same, and what the merchant gives is taken. */
    Verdict taken(Verdict.Granted granted) {
        Verdict verdict = within(granted);
        if (verdict instanceof Verdict.Granted left) {
            left.contribution()
                    .map(Contribution::amount)
                    .filter(amount -> amount.denomination().equals(most.denomination()))
                    .ifPresent(given -> used = used.plus(given));
        }
        return verdict;
    }

    /** The largest award of which this share is not more than what is left. */
    private static Amount cut(Percentage share, Amount left) {
        BigDecimal units =
                BigDecimal.valueOf(left.units()).multiply(HUNDRED).divide(share.value(), 0, RoundingMode.DOWN);
        return new Amount(left.denomination(), units.longValueExact());
    }
}
