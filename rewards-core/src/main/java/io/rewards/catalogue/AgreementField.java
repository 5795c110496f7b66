package io.rewards.catalogue;

import io.rewards.amount.Portion;
import io.rewards.organisation.ExpiryPolicy;
import io.rewards.organisation.Reduction;
import io.rewards.organisation.RefundedBy;
import io.rewards.time.Recurrence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One of the things that an agreement can say, each by itself: what a unit's agreement leaves out, that of the nearest group
 * says. Immutable and thread-safe. Source: domain 7.5.
 *
 * @param <T> what is said
 */
public final class AgreementField<T> {

    /** Codes of the schemes that the merchant takes part in; none for all. */
    public static final AgreementField<Set<String>> SCHEMES =
            new AgreementField<>("schemes", AgreementTerms::schemes, Set.of());

    /** Classifications of the offers that award there; none for all. */
    public static final AgreementField<Set<Classification>> CLASSIFICATIONS =
            new AgreementField<>("classifications", AgreementTerms::classifications, Set.of());

    /** Codes of the types of offers that award there; none for all. */
    public static final AgreementField<Set<String>> TYPES =
            new AgreementField<>("types", AgreementTerms::types, Set.of());

    /** How wallets may pay there; none for every way. */
    public static final AgreementField<Set<SpendMethod>> SPEND_METHODS =
            new AgreementField<>("spendMethods", AgreementTerms::spendMethods, Set.of());

    /** Whether events of the merchant's own participants are awarded. */
    public static final AgreementField<Boolean> AWARDS_OWN =
            new AgreementField<>("awards.own", terms -> terms.awards().own(), true);

    /** Whether events of others are awarded. */
    public static final AgreementField<Boolean> AWARDS_OTHERS =
            new AgreementField<>("awards.others", terms -> terms.awards().others(), true);

    /** Whether its own participants may spend there. */
    public static final AgreementField<Boolean> SPENDS_OWN =
            new AgreementField<>("spends.own", terms -> terms.spends().own(), true);

    /** Whether others may spend there. */
    public static final AgreementField<Boolean> SPENDS_OTHERS =
            new AgreementField<>("spends.others", terms -> terms.spends().others(), true);

    /** Whether its own participants may sign up there. */
    public static final AgreementField<Boolean> SIGN_UPS_OWN =
            new AgreementField<>("signUps.own", terms -> terms.signUps().own(), true);

    /** Whether others may sign up there. */
    public static final AgreementField<Boolean> SIGN_UPS_OTHERS =
            new AgreementField<>("signUps.others", terms -> terms.signUps().others(), true);

    /** Whether the merchant may submit purchases of its own participants. */
    public static final AgreementField<Boolean> PURCHASES_OWN =
            new AgreementField<>("purchases.own", terms -> terms.purchases().own(), true);

    /** Whether it may submit purchases of others. */
    public static final AgreementField<Boolean> PURCHASES_OTHERS =
            new AgreementField<>("purchases.others", terms -> terms.purchases().others(), true);

    /** Whether wallets may pay there without a request. */
    public static final AgreementField<Boolean> AUTOMATIC_SPENDING =
            new AgreementField<>("automaticSpending", AgreementTerms::automaticSpending, false);

    /** Who takes instant and automatic discounts off the price. */
    public static final AgreementField<Reduction> REDUCTION =
            new AgreementField<>("reduction", AgreementTerms::reduction, Reduction.FRONT_END);

    /** What the merchant gives to each award, unless one of its rules says otherwise. */
    public static final AgreementField<Portion> CONTRIBUTION =
            new AgreementField<>("contribution", AgreementTerms::contribution, Portion.ALL);

    /** The most that it gives; empty for no limit. */
    public static final AgreementField<Optional<ContributionBudget>> BUDGET =
            new AgreementField<>("budget", maybe(AgreementTerms::budget), Optional.empty());

    /** Whether it may define offers. */
    public static final AgreementField<OwnOffers> OWN_OFFERS =
            new AgreementField<>("ownOffers", AgreementTerms::ownOffers, OwnOffers.NO);

    /** When it is due to be settled; empty for whenever it is asked for. */
    public static final AgreementField<Optional<Recurrence>> SETTLEMENT_RECURRENCE = new AgreementField<>(
            "settlement.recurrence", maybe(terms -> terms.settlement().recurrence()), Optional.empty());

    /** Whether settlements are posted. */
    public static final AgreementField<Boolean> SETTLEMENT_AUTOMATIC = new AgreementField<>(
            "settlement.automatic", terms -> terms.settlement().automatic(), false);

    /** What the owner keeps of what is credited. */
    public static final AgreementField<Portion> SETTLEMENT_FEE =
            new AgreementField<>("settlement.fee", terms -> terms.settlement().fee(), Portion.NOTHING);

    /** Who refunds the customer where the till does not take the discount off. */
    public static final AgreementField<RefundedBy> SETTLEMENT_REFUNDED_BY = new AgreementField<>(
            "settlement.refundedBy", terms -> terms.settlement().refundedBy(), RefundedBy.MERCHANT);

    /** What becomes of contributions to awards that expire. */
    public static final AgreementField<ExpiryPolicy> SETTLEMENT_ON_EXPIRY = new AgreementField<>(
            "settlement.onExpiry", terms -> terms.settlement().onExpiry(), ExpiryPolicy.KEEP_CONTRIBUTION);

    private static final List<AgreementField<?>> ALL = List.of(
            SCHEMES,
            CLASSIFICATIONS,
            TYPES,
            SPEND_METHODS,
            AWARDS_OWN,
            AWARDS_OTHERS,
            SPENDS_OWN,
            SPENDS_OTHERS,
            SIGN_UPS_OWN,
            SIGN_UPS_OTHERS,
            PURCHASES_OWN,
            PURCHASES_OTHERS,
            AUTOMATIC_SPENDING,
            REDUCTION,
            CONTRIBUTION,
            BUDGET,
            OWN_OFFERS,
            SETTLEMENT_RECURRENCE,
            SETTLEMENT_AUTOMATIC,
            SETTLEMENT_FEE,
            SETTLEMENT_REFUNDED_BY,
            SETTLEMENT_ON_EXPIRY);

    private final String name;
    private final Function<AgreementTerms, Optional<T>> said;
    private final T unsaid;

    private AgreementField(String name, Function<AgreementTerms, Optional<T>> said, T unsaid) {
        this.name = name;
        this.said = said;
        this.unsaid = unsaid;
    }

    /** What may hold or not, where it is said. */
    private static <T> Function<AgreementTerms, Optional<Optional<T>>> maybe(
            Function<AgreementTerms, Optional<T>> field) {
        return terms -> {
            Optional<T> said = field.apply(terms);
            return said.isPresent() ? Optional.of(said) : Optional.empty();
        };
    }

    /** All of them, in the order of files. */
    public static List<AgreementField<?>> all() {
        return ALL;
    }

    /** Its path in an agreement, such as {@code awards.own}. */
    public String path() {
        return name;
    }

    /** What these terms say, if anything. */
    public Optional<T> in(AgreementTerms terms) {
        return said.apply(terms);
    }

    /** What holds where no agreement in force says anything. */
    public T unsaid() {
        return unsaid;
    }

    @Override
    public String toString() {
        return name;
    }
}
