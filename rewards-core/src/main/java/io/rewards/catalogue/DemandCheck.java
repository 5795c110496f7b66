package io.rewards.catalogue;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.attribute.AttributeOwner;
import io.rewards.problem.Problems;
import java.util.List;
import java.util.Set;

/** Finds what the classification of an offer demands or forbids. Source: domain 2.2, 2.4. */
final class DemandCheck {

    /** Their awards arise in a purchase that has a size. */
    private static final Set<Classification> SHARE_PURCHASES = Set.of(
            Classification.UTILISE_FREE_CAPACITY,
            Classification.INCREASE_REVENUE_TRANSACTION_BASED,
            Classification.INCREASE_REVENUE_PRODUCT_BASED,
            Classification.REWARD_LOYALTY_TRANSACTION_AMOUNT_BASED);

    private static final Set<Classification> ONLY_IN_RUNS =
            Set.of(Classification.REWARD_ON_BIRTHDAY, Classification.REWARD_PERSONAL_DATA_COMPLETENESS);

    private static final Set<Classification> ONLY_IN_RUNS_WHERE_STRICT =
            Set.of(Classification.REWARD_FINANCIAL_ACHIEVEMENTS, Classification.REWARD_SIGN_UPS);

    private final Settings settings;
    private final KnownCodes codes;
    private final Problems problems;

    DemandCheck(Settings settings, KnownCodes codes, Problems problems) {
        this.settings = settings;
        this.codes = codes;
        this.problems = problems;
    }

    void check(String path, Offer offer) {
        evaluation(path, offer);
        spending(path, offer);
        percentage(path, offer);
        if (!offer.classification().isAboutPurchases()) {
            noPurchase(path + ".conditions", offer);
        }
        conditions(path + ".conditions", offer);
        terms(path + ".terms", offer.terms());
    }

    private void evaluation(String path, Offer offer) {
        Classification classification = offer.classification();
        boolean strict = settings.strictEvaluation() && ONLY_IN_RUNS_WHERE_STRICT.contains(classification);
        problems.unless(
                offer.evaluation() == EvaluationMethod.BATCH || !(strict || ONLY_IN_RUNS.contains(classification)),
                path + ".evaluation",
                "An offer of " + classification + " is evaluated only in runs"
                        + (strict ? ", as strictEvaluation of the settings says" : "") + "; it must say BATCH.");
    }

    private void spending(String path, Offer offer) {
        Denomination awarded = settings.denominationOf(offer.award());
        SpendMethod method = offer.spendMethod();
        boolean instantly = method == SpendMethod.SPEND_INSTANTLY;
        boolean byVoucher = method == SpendMethod.SPEND_INSTANTLY_THROUGH_VOUCHER;
        problems.unless(
                !instantly || offer.classification().isAboutPurchases(),
                path + ".spendMethod",
                "An award of " + offer.classification()
                        + " cannot be spent instantly: there is no purchase that it could pay.");
        problems.unless(
                method == SpendMethod.SPEND_ON_REQUEST || awarded.equals(settings.currency()),
                path + ".spendMethod",
                "An award in " + awarded + " cannot be spent "
                        + (instantly ? "instantly" : byVoucher ? "through a voucher" : "automatically")
                        + ": a purchase is paid in " + settings.currency() + ".");
        problems.unless(
                !offer.handling().awaitsConfirmation() || !(instantly || byVoucher),
                path + ".awaitsConfirmation",
                "An award that awaits confirmation cannot be spent " + (instantly ? "instantly" : "through a voucher")
                        + ": it can be spent only once the host has confirmed it.");
        problems.unless(
                !offer.handling().partialVoucher() || byVoucher,
                path + ".spendMethod",
                "An award of " + method + " has no voucher that could be used several times, as partialVoucher says;"
                        + " only " + SpendMethod.SPEND_INSTANTLY_THROUGH_VOUCHER + " has.");
    }

    private void percentage(String path, Offer offer) {
        Classification classification = offer.classification();
        problems.unless(
                !(offer.award() instanceof Award.PercentageOfPurchase) || SHARE_PURCHASES.contains(classification),
                path + ".award.percentage",
                "An offer of " + classification + " cannot award a percentage of the purchase, because it "
                        + (classification.isAboutPurchases() ? "counts purchases or pieces" : "is not about a purchase")
                        + ". Award an amount, or a percentage of what was awarded.");
    }

    private void noPurchase(String path, Offer offer) {
        AwardConditions conditions = offer.conditions();
        String reason = "An offer of " + offer.classification() + " is not about a purchase, so it cannot ask for ";
        problems.unless(conditions.products().isAll(), path + ".products", reason + "products.");
        problems.unless(
                conditions.paymentMedia().equals(PaymentMedia.ALL), path + ".paymentMedia", reason + "payment media.");
        for (AttributeCondition condition : conditions.attributes()) {
            AttributeOwner owner = condition.attribute().owner();
            problems.unless(
                    owner != AttributeOwner.LINE && owner != AttributeOwner.PRODUCT,
                    path + ".attributes",
                    reason + "the attribute (" + condition.attribute().path() + ").");
        }
    }

    private void conditions(String path, Offer offer) {
        AwardConditions conditions = offer.conditions();
        switch (offer.classification()) {
            case UTILISE_FREE_CAPACITY ->
                problems.unless(
                        !conditions.times().isAlways(),
                        path + ".times",
                        "An offer of UTILISE_FREE_CAPACITY must name weekdays or hours.");
            case INCREASE_REVENUE_PRODUCT_BASED, REWARD_LOYALTY_TRANSACTION_ITEM_QUANTITY_BASED ->
                problems.unless(
                        !conditions.products().isAll(),
                        path + ".products",
                        "An offer of " + offer.classification() + " must name products, types or families.");
            case JUST_MONEY ->
                problems.unless(
                        !conditions.locations().equals(Locations.EVERYWHERE)
                                || !conditions.segmentsIncluded().isEmpty(),
                        path,
                        "An offer of JUST_MONEY must name locations or segmentsIncluded.");
            default -> {}
        }
    }

    private void terms(String path, Terms terms) {
        terms.eventClassifications()
                .forEach((field, named) -> codes.references(
                        path + "." + field, "event classification", named, codes.eventClassifications));
        kpis(path + ".kpis", terms.kpis());
        terms.amounts().forEach((field, amount) -> currency(path + "." + field, amount));
        if (terms instanceof Terms.SubscriptionMaturity maturity) {
            problems.unless(
                    maturity.period().unit().isCalendar(),
                    path + ".period",
                    "The period (" + maturity.period() + ") of a subscription must be counted in days or longer.");
        }
    }

    private void kpis(String path, List<KpiCondition> conditions) {
        for (int i = 0; i < conditions.size(); i++) {
            codes.reference(
                    path + "[" + (i + 1) + "].kpi", "measure", conditions.get(i).kpi(), codes.kpis);
        }
    }

    private void currency(String path, Amount amount) {
        problems.unless(
                amount.denomination().equals(settings.currency()),
                path,
                "The amount (" + amount + ") must be in " + settings.currency() + ", the currency of purchases.");
    }
}
