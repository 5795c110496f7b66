package io.rewards.catalogue;

import io.rewards.amount.Portion;
import io.rewards.organisation.Reduction;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one agreement says. Whatever it leaves empty is what the agreement of the next group says, or what holds unless
 * anything is said ({@link AgreementField}). A set that is said and has nothing in it allows everything. Immutable.
 * Source: domain 7.1, 7.2, 7.5.
 *
 * @param schemes codes of the schemes that the merchant takes part in
 * @param classifications of the offers that award there
 * @param types codes of the types of offers that award there
 * @param spendMethods how wallets may pay there
 * @param awards whose events are awarded there
 * @param spends who may spend there
 * @param signUps who may sign up to schemes there
 * @param purchases whose purchases the merchant may submit
 * @param automaticSpending true where wallets may pay without a request
 * @param reduction who takes instant and automatic discounts off the price
 * @param contribution what the merchant gives to each award, unless one of its rules says otherwise
 * @param budget the most that it gives
 * @param ownOffers whether it may define offers
 * @param settlement how it is settled
 */
public record AgreementTerms(
        Optional<Set<String>> schemes,
        Optional<Set<Classification>> classifications,
        Optional<Set<String>> types,
        Optional<Set<SpendMethod>> spendMethods,
        ParticipantsAllowed awards,
        ParticipantsAllowed spends,
        ParticipantsAllowed signUps,
        ParticipantsAllowed purchases,
        Optional<Boolean> automaticSpending,
        Optional<Reduction> reduction,
        Optional<Portion> contribution,
        Optional<ContributionBudget> budget,
        Optional<OwnOffers> ownOffers,
        SettlementAgreed settlement) {

    /** Nothing is said. */
    public static final AgreementTerms UNSAID = builder().build();

    /** Copies the sets. */
    public AgreementTerms {
        schemes = schemes.map(TreeSet::new).map(Collections::unmodifiableSet);
        classifications = classifications.map(set -> ordered(Classification.class, set));
        types = types.map(TreeSet::new).map(Collections::unmodifiableSet);
        spendMethods = spendMethods.map(set -> ordered(SpendMethod.class, set));
    }

    private static <E extends Enum<E>> Set<E> ordered(Class<E> constants, Set<E> some) {
        EnumSet<E> ordered = EnumSet.noneOf(constants);
        ordered.addAll(some);
        return Collections.unmodifiableSet(ordered);
    }

    /** Starts with nothing said. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects what an agreement says. Not thread-safe. */
    public static final class Builder {
        private Optional<Set<String>> schemes = Optional.empty();
        private Optional<Set<Classification>> classifications = Optional.empty();
        private Optional<Set<String>> types = Optional.empty();
        private Optional<Set<SpendMethod>> spendMethods = Optional.empty();
        private ParticipantsAllowed awards = ParticipantsAllowed.UNSAID;
        private ParticipantsAllowed spends = ParticipantsAllowed.UNSAID;
        private ParticipantsAllowed signUps = ParticipantsAllowed.UNSAID;
        private ParticipantsAllowed purchases = ParticipantsAllowed.UNSAID;
        private Optional<Boolean> automaticSpending = Optional.empty();
        private Optional<Reduction> reduction = Optional.empty();
        private Optional<Portion> contribution = Optional.empty();
        private Optional<ContributionBudget> budget = Optional.empty();
        private Optional<OwnOffers> ownOffers = Optional.empty();
        private SettlementAgreed settlement = SettlementAgreed.UNSAID;

        private Builder() {}

        /** Takes part in these schemes; none named for all. */
        public Builder withSchemes(String... codes) {
            schemes = Optional.of(Set.of(codes));
            return this;
        }

        /** Offers of these classifications award; none named for all. */
        public Builder withClassifications(Classification... kinds) {
            classifications = Optional.of(Set.of(kinds));
            return this;
        }

        /** Offers of these types award; none named for all. */
        public Builder withTypes(String... codes) {
            types = Optional.of(Set.of(codes));
            return this;
        }

        /** Wallets pay in these ways; none named for all. */
        public Builder withSpendMethods(SpendMethod... methods) {
            spendMethods = Optional.of(Set.of(methods));
            return this;
        }

        /** Whose events are awarded. */
        public Builder withAwards(ParticipantsAllowed whose) {
            awards = whose;
            return this;
        }

        /** Who may spend. */
        public Builder withSpends(ParticipantsAllowed whose) {
            spends = whose;
            return this;
        }

        /** Who may sign up. */
        public Builder withSignUps(ParticipantsAllowed whose) {
            signUps = whose;
            return this;
        }

        /** Whose purchases may be submitted. */
        public Builder withPurchases(ParticipantsAllowed whose) {
            purchases = whose;
            return this;
        }

        /** Whether wallets may pay without a request. */
        public Builder withAutomaticSpending(boolean allowed) {
            automaticSpending = Optional.of(allowed);
            return this;
        }

        /** Who takes discounts off. */
        public Builder with(Reduction who) {
            reduction = Optional.of(who);
            return this;
        }

        /** What the merchant gives to each award. */
        public Builder withContribution(Portion share) {
            contribution = Optional.of(share);
            return this;
        }

        /** The same, as text such as {@code "60"}. */
        public Builder withContribution(String percent) {
            return withContribution(Portion.of(percent));
        }

        /** The most that it gives. */
        public Builder with(ContributionBudget most) {
            budget = Optional.of(most);
            return this;
        }

        /** Whether it may define offers. */
        public Builder with(OwnOffers allowed) {
            ownOffers = Optional.of(allowed);
            return this;
        }

        /** How it is settled. */
        public Builder with(SettlementAgreed agreed) {
            settlement = agreed;
            return this;
        }

        /** The terms. */
        public AgreementTerms build() {
            return new AgreementTerms(
                    schemes,
                    classifications,
                    types,
                    spendMethods,
                    awards,
                    spends,
                    signUps,
                    purchases,
                    automaticSpending,
                    reduction,
                    contribution,
                    budget,
                    ownOffers,
                    settlement);
        }
    }
}
