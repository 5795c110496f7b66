package io.rewards.decision;

import static io.rewards.decision.Contribution.Basis;

import io.rewards.amount.Amount;
import io.rewards.amount.Portion;
import io.rewards.catalogue.Agreement;
import io.rewards.catalogue.AgreementField;
import io.rewards.catalogue.ContributionRule;
import io.rewards.catalogue.MerchantTerms;
import io.rewards.catalogue.ProductSelection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds what the merchant gives to an award: rules for the offer come first, then the unit, then its groups, the nearest
 * first, each with its rules before its contribution. Of several rules the one that gives most decides, then the first by
 * code. Immutable. Source: domain 7.3.
 *
 * @param candidate that was granted
 * @param award what caps leave of it
 * @param terms of the merchant
 */
public record Contributions(Candidate candidate, Amount award, MerchantTerms terms) {

    private static final Comparator<ContributionRule> MOST_THEN_CODE =
            Comparator.comparing(ContributionRule::percentage).reversed().thenComparing(ContributionRule::code);

    /** Empty where nothing is agreed, or the offer has no merchant. */
    public static Optional<Contribution> of(Candidate candidate, Amount award) {
        return candidate
                .merchantTerms()
                .filter(MerchantTerms::isEffective)
                .map(terms -> new Contributions(candidate, award, terms).found());
    }

    private Contribution found() {
        return forTheOffer(rule -> !rule.when().isAlways(), Basis.RULE_FOR_THE_OFFER_WITH_CONDITIONS)
                .or(() -> forTheOffer(rule -> rule.when().isAlways(), Basis.RULE_FOR_THE_OFFER))
                .or(this::forAllOffers)
                .orElseGet(() ->
                        given(terms.agreements().get(0), "", Basis.EVERYTHING, AgreementField.CONTRIBUTION.unsaid()));
    }

    private Optional<Contribution> forTheOffer(Predicate<ContributionRule> which, Basis basis) {
        for (Agreement agreement : terms.agreements()) {
            Optional<ContributionRule> rule = first(agreement, which.and(each -> each.isFor(candidate.offer())));
            if (rule.isPresent()) {
                return rule.map(found -> given(agreement, found.code(), basis, found.percentage()));
            }
        }
        return Optional.empty();
    }

    private Optional<Contribution> forAllOffers() {
        for (Agreement agreement : terms.agreements()) {
            boolean ofUnit = !agreement.unit().isEmpty();
            Optional<Contribution> found = first(agreement, rule -> !rule.isForSpecificOffers())
                    .map(rule -> given(
                            agreement,
                            rule.code(),
                            ofUnit ? Basis.RULE_OF_THE_UNIT : Basis.RULE_OF_THE_GROUP,
                            rule.percentage()))
                    .or(() -> AgreementField.CONTRIBUTION
                            .in(agreement.terms())
                            .map(share -> given(
                                    agreement,
                                    "",
                                    ofUnit ? Basis.CONTRIBUTION_OF_THE_UNIT : Basis.CONTRIBUTION_OF_THE_GROUP,
                                    share)));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<ContributionRule> first(Agreement agreement, Predicate<ContributionRule> which) {
        return agreement.contributions().stream()
                .filter(which)
                .filter(rule -> holds(rule.when()))
                .min(MOST_THEN_CODE);
    }

    private boolean holds(ContributionRule.When when) {
        return isOf(when.products())
                && when.times().contains(candidate.situation().unitTime())
                && when.participants()
                        .filter(whose -> (whose == ContributionRule.Whose.OWN) != candidate.ownParticipant())
                        .isEmpty()
                && when.isForAward(award);
    }

    /** True where one of the lines that the award is for is of these products. */
    private boolean isOf(ProductSelection products) {
        return products.equals(ProductSelection.ALL)
                || candidate.awardedFor().lines().stream()
                        .anyMatch(line -> line.sold().isOf(products));
    }

    private Contribution given(Agreement agreement, String rule, Basis basis, Portion share) {
        return new Contribution(
                terms.unit(),
                agreement.code(),
                rule,
                basis,
                share,
                share.of(award, candidate.situation().catalogue().settings().rounding()));
    }
}
