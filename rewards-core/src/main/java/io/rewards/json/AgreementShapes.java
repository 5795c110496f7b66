package io.rewards.json;

import io.rewards.catalogue.Agreement;
import io.rewards.catalogue.AgreementState;
import io.rewards.catalogue.AgreementTerms;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.ContributionBudget;
import io.rewards.catalogue.ContributionRule;
import io.rewards.catalogue.OwnOffers;
import io.rewards.catalogue.ParticipantsAllowed;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.SettlementAgreed;
import io.rewards.catalogue.SpendMethod;
import io.rewards.organisation.ExpiryPolicy;
import io.rewards.organisation.Reduction;
import io.rewards.organisation.RefundedBy;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.time.CalendarPeriod;
import io.rewards.time.WeeklyTimes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** How stands in files what merchants have agreed to. */
final class AgreementShapes {

    private AgreementShapes() {}

    static Shape<Agreement> agreement() {
        var code = Codes.code(Agreement::code);
        var name = Codes.name(code, Agreement::name);
        var unit =
                Codes.of("unit", Agreement::unit, "Code of the unit that it is about, where it is not about a group.");
        var group = Codes.of(
                "group",
                Agreement::group,
                "Code of the group that it is about: all its units, at any depth, as far as their own agreements and those"
                        + " of nearer groups do not say otherwise.");
        var state = Field.usual(
                "state",
                new Type.OneOf<>(AgreementState.class),
                AgreementState.EFFECTIVE,
                Agreement::state,
                "Where the agreement of a unit is NOT_EFFECTIVE nothing is awarded, spent or signed up to there; one of a"
                        + " group is as if it were not. EFFECTIVE unless said.");
        var schemes = said(
                "schemes",
                Type.TEXTS,
                AgreementTerms::schemes,
                "Codes of the schemes that the merchant takes part in; [] for all.");
        var classifications = said(
                "classifications",
                new Type.Any<>(new Type.OneOf<>(Classification.class)),
                AgreementTerms::classifications,
                "Classifications of the offers that award there; [] for all.");
        var types = said(
                "types",
                Type.TEXTS,
                AgreementTerms::types,
                "Codes of the types of offers that award there; [] for all.");
        var spendMethods = said(
                "spendMethods",
                new Type.Any<>(new Type.OneOf<>(SpendMethod.class)),
                AgreementTerms::spendMethods,
                "How wallets may pay there; [] for every way.");
        var awards = allowed("awards", AgreementTerms::awards, "Whose events are awarded there.");
        var spends = allowed("spends", AgreementTerms::spends, "Who may spend there.");
        var signUps = allowed("signUps", AgreementTerms::signUps, "Who may sign up to schemes there.");
        var purchases = allowed("purchases", AgreementTerms::purchases, "Whose purchases the merchant may submit.");
        var automaticSpending = said(
                "automaticSpending",
                Type.TRUTH,
                AgreementTerms::automaticSpending,
                "Whether wallets may pay there without a request. False unless said.");
        var reduction = said(
                "reduction",
                new Type.OneOf<>(Reduction.class),
                AgreementTerms::reduction,
                "Who takes instant and automatic discounts off the price: the till, or whoever refunds them later."
                        + " FRONT_END unless said.");
        var contribution = said(
                "contribution",
                Type.PORTION,
                AgreementTerms::contribution,
                "Percentage that the merchant gives to each award there, 0 to 100. All of it, 100, unless said.");
        var budget = said(
                "budget",
                new Type.Part<>(budget()),
                AgreementTerms::budget,
                "The most that the merchant gives to awards. No limit unless said.");
        var ownOffers = said(
                "ownOffers",
                new Type.OneOf<>(OwnOffers.class),
                AgreementTerms::ownOffers,
                "Whether the merchant may define offers, and whether the owner approves them. NO unless said.");
        var settlement = Field.usual(
                "settlement",
                new Type.Part<>(settlement()),
                SettlementAgreed.UNSAID,
                (Agreement agreement) -> agreement.terms().settlement(),
                "");
        var contributions = Field.usual(
                "contributions",
                new Type.Any<>(new Type.Part<>(contributionRule())),
                Set.of(),
                (Agreement agreement) -> new LinkedHashSet<>(agreement.contributions()),
                "What the merchant gives to some awards, where that differs.");
        return Shape.of(
                        "What a merchant, or all merchants of a group, have agreed to. What an agreement leaves out is as"
                                + " the agreement of the nearest group says that says anything about it.",
                        said -> new Agreement(
                                said.of(code),
                                said.of(name),
                                said.of(unit),
                                said.of(group),
                                said.of(state),
                                new AgreementTerms(
                                        said.of(schemes),
                                        said.of(classifications),
                                        said.of(types),
                                        said.of(spendMethods),
                                        said.of(awards),
                                        said.of(spends),
                                        said.of(signUps),
                                        said.of(purchases),
                                        said.of(automaticSpending),
                                        said.of(reduction),
                                        said.of(contribution),
                                        said.of(budget),
                                        said.of(ownOffers),
                                        said.of(settlement)),
                                List.copyOf(said.of(contributions))),
                        code,
                        name,
                        unit,
                        group,
                        state,
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
                        settlement,
                        contributions)
                .withSomeOf(unit, group);
    }

    private static <T> Field<Agreement, Optional<T>> said(
            String name, Type<T> type, Function<AgreementTerms, Optional<T>> value, String description) {
        return Field.optional(name, type, agreement -> value.apply(agreement.terms()), description);
    }

    private static Field<Agreement, ParticipantsAllowed> allowed(
            String name, Function<AgreementTerms, ParticipantsAllowed> value, String description) {
        var own = Field.optional(
                "own",
                Type.TRUTH,
                ParticipantsAllowed::own,
                "Participants who registered in the merchant's group. True unless said.");
        var others = Field.optional("others", Type.TRUTH, ParticipantsAllowed::others, "All others. True unless said.");
        return Field.usual(
                name,
                new Type.Part<>(Shape.of(
                        description, said -> new ParticipantsAllowed(said.of(own), said.of(others)), own, others)),
                ParticipantsAllowed.UNSAID,
                agreement -> value.apply(agreement.terms()),
                "");
    }

    private static Shape<ContributionBudget> budget() {
        var amount = Field.required("amount", Type.PRICE, ContributionBudget::amount, "At most, above 0.");
        var per = Field.optional(
                "per",
                new Type.OneOf<>(CalendarPeriod.class),
                ContributionBudget::per,
                "In each of these periods of the calendar; for ever unless said.");
        return Shape.of(
                        "The most that a merchant gives to awards.",
                        said -> new ContributionBudget(said.of(amount), said.of(per)),
                        amount,
                        per)
                .onlyWhole();
    }

    private static Shape<SettlementAgreed> settlement() {
        var recurrence = Field.optional(
                "recurrence",
                new Type.Part<>(OperationShapes.recurrence()),
                SettlementAgreed::recurrence,
                "When the merchant is due to be settled; whenever it is asked for unless said.");
        var automatic = Field.optional(
                "automatic",
                Type.TRUTH,
                SettlementAgreed::automatic,
                "Whether settlements are posted; otherwise they are shown. False unless said.");
        var fee = Field.optional(
                "fee",
                Type.PORTION,
                SettlementAgreed::fee,
                "Percentage that the owner keeps of what is credited for purchases. 0 unless said.");
        var refundedBy = Field.optional(
                "refundedBy",
                new Type.OneOf<>(RefundedBy.class),
                SettlementAgreed::refundedBy,
                "Who refunds the customer where the till does not take the discount off. MERCHANT unless said.");
        var onExpiry = Field.optional(
                "onExpiry",
                new Type.OneOf<>(ExpiryPolicy.class),
                SettlementAgreed::onExpiry,
                "What becomes of contributions to awards that expire. KEEP_CONTRIBUTION unless said.");
        return Shape.of(
                "How the merchant is settled.",
                said -> new SettlementAgreed(
                        said.of(recurrence), said.of(automatic), said.of(fee), said.of(refundedBy), said.of(onExpiry)),
                recurrence,
                automatic,
                fee,
                refundedBy,
                onExpiry);
    }

    private static Shape<ContributionRule> contributionRule() {
        var code = Field.required(
                "code",
                Type.TEXT,
                ContributionRule::code,
                "Unique among the contribution rules of all agreements; offers name it.");
        var percentage =
                Field.required("percentage", Type.PORTION, ContributionRule::percentage, "Of each award, 0 to 100.");
        var offers = Codes.all("offers", ContributionRule::offers, "Codes of offers; all unless said.");
        var when =
                Field.usual("when", new Type.Part<>(when()), ContributionRule.When.ALWAYS, ContributionRule::when, "");
        return Shape.of(
                        "What the merchant gives to the awards of some offers, or under conditions.",
                        said -> new ContributionRule(
                                said.of(code), said.of(percentage), said.of(offers), said.of(when)),
                        code,
                        percentage,
                        offers,
                        when)
                .onlyWhole();
    }

    private static Shape<ContributionRule.When> when() {
        var products = Field.usual(
                "products",
                new Type.Basic<ProductSelection>(Type.Form.PRODUCTS),
                ProductSelection.ALL,
                ContributionRule.When::products,
                "One of the lines that the award is for must be of these.");
        var times = Field.usual(
                "times",
                Type.TIMES,
                WeeklyTimes.ALWAYS,
                ContributionRule.When::times,
                "Times of the week on the clock of the unit.");
        var participants = Field.optional(
                "participants",
                new Type.OneOf<>(ContributionRule.Whose.class),
                ContributionRule.When::participants,
                "OWN for those who registered in the merchant's group, OTHERS for all others; everybody unless said.");
        var awardFrom = Field.optional(
                "awardFrom", Type.PRICE, ContributionRule.When::awardFrom, "The least award, itself inside.");
        var awardTo = Field.optional(
                "awardTo", Type.PRICE, ContributionRule.When::awardTo, "The greatest award, itself inside.");
        return Shape.of(
                        "Conditions, of which all must hold.",
                        said -> new ContributionRule.When(
                                said.of(products),
                                said.of(times),
                                said.of(participants),
                                said.of(awardFrom),
                                said.of(awardTo)),
                        products,
                        times,
                        participants,
                        awardFrom,
                        awardTo)
                .onlyWhole();
    }
}
