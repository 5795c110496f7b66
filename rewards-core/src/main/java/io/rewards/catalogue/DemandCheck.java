package io.rewards.catalogue;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.attribute.AttributeOwner;
import io.rewards.catalogue.Classification.Demand;
import io.rewards.problem.Problems;

/** Finds what the classification of an offer demands or forbids. Source: domain 2.2, 2.4. */
final class DemandCheck {

    private final Settings settings;
    private final Problems problems;

    DemandCheck(Settings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    void check(String path, Offer offer) {
        evaluation(path, offer);
        spending(path, offer);
        percentage(path, offer);
        if (!offer.classification().isAboutPurchases()) {
            noPurchase(path + ".conditions", offer);
            problems.unless(
                    offer.base().equals(PurchaseBase.OF_SETTINGS),
                    path + ".base",
                    "An offer of " + offer.classification() + " is not about a purchase, so it cannot name a base.");
        }
        conditions(path + ".conditions", offer);
        terms(path + ".terms", offer.terms());
    }

    private void evaluation(String path, Offer offer) {
        Classification classification = offer.classification();
        boolean strict = settings.strictEvaluation() && classification.has(Demand.RUNS_WHERE_STRICT);
        problems.unless(
                offer.evaluation() == EvaluationMethod.BATCH || !(strict || classification.has(Demand.RUNS)),
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
        problems.unless(
                offer.handling().excess() == Excess.VOID || instantly,
                path + ".spendMethod",
                "An award of " + method + " is no discount that could be too large, as excess says; only one of "
                        + SpendMethod.SPEND_INSTANTLY + " is.");
    }

    private void percentage(String path, Offer offer) {
        Classification classification = offer.classification();
        boolean rate = offer.award() instanceof Award.Rate;
        problems.unless(
                !offer.award().isOfPurchase() || classification.has(Demand.PURCHASE_WITH_SIZE),
                path + (rate ? ".award.rate" : ".award.percentage"),
                "An offer of " + classification + " cannot award a "
                        + (rate ? "rate" : "percentage of the purchase") + ", because it "
                        + (classification.isAboutPurchases() ? "counts purchases or pieces" : "is not about a purchase")
                        + ". Award an amount, or a percentage of what was awarded.");
    }

    private void noPurchase(String path, Offer offer) {
        AwardConditions conditions = offer.conditions();
        String reason = "An offer of " + offer.classification() + " is not about a purchase, so it cannot ask for ";
        problems.unless(conditions.products().isAll(), path + ".products", reason + "products.");
        problems.unless(
                conditions.paymentMedia().equals(PaymentMedia.ALL), path + ".paymentMedia", reason + "payment media.");
        problems.unless(conditions.promoCodes().isEmpty(), path + ".promoCodes", reason + "promo codes.");
        problems.unless(
                conditions.minimumPurchase().isEmpty(), path + ".minimumPurchase", reason + "a minimumPurchase.");
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
        Classification classification = offer.classification();
        String must = "An offer of " + classification + " must name ";
        problems.unless(
                !classification.has(Demand.NAMES_TIMES) || !conditions.times().isAlways(),
                path + ".times",
                must + "weekdays or hours.");
        problems.unless(
                !classification.has(Demand.NAMES_PRODUCTS)
                        || !conditions.products().namesNone()
                        || offer.terms().sets().isPresent(),
                path + ".products",
                must + "products, types or families.");
        problems.unless(
                !classification.has(Demand.NAMES_PEOPLE)
                        || !conditions.locations().equals(Locations.EVERYWHERE)
                        || !conditions.segmentsIncluded().isEmpty(),
                path,
                must + "locations or segmentsIncluded.");
    }

    private void terms(String path, Terms terms) {
        terms.amounts().forEach((field, amount) -> currency(path + "." + field, amount));
        terms.spansOfDays()
                .forEach((field, span) -> problems.unless(
                        span.unit().isCalendar(),
                        path + "." + field,
                        "The " + field + " (" + span + ") of a subscription must be counted in days or longer."));
    }

    private void currency(String path, Amount amount) {
        problems.unless(
                amount.denomination().equals(settings.currency()),
                path,
                "The amount (" + amount + ") must be in " + settings.currency() + ", the currency of purchases.");
    }
}
