package io.rewards.offer;

import io.rewards.amount.Amount;
import io.rewards.catalogue.AwardLimit;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.KpiCondition;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.decision.FinancialStatementsCandidate;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Figures of a financial statement. Source: domain 2.4 C10. */
final class FinancialStatementsKind extends OfferKind<Terms.FinancialStatements, FinancialStatementsCandidate> {

    private static final Field<KpiCondition, String> KPI =
            Field.required("kpi", Type.TEXT, KpiCondition::kpi, "Code of the measure.");
    private static final Field<KpiCondition, Optional<BigDecimal>> FROM =
            Field.optional("from", Type.FIGURE, KpiCondition::from, "The smallest value, itself inside.");
    private static final Field<KpiCondition, Optional<BigDecimal>> TO =
            Field.optional("to", Type.FIGURE, KpiCondition::to, "The largest value, itself inside.");
    private static final Shape<KpiCondition> CONDITION = Shape.of(
                    "The range that a measure must lie in; from, to, or both.",
                    said -> new KpiCondition(said.of(KPI), said.of(FROM), said.of(TO)),
                    KPI,
                    FROM,
                    TO)
            .withSomeOf(FROM, TO);
    private static final Field<Terms.FinancialStatements, Set<String>> STATEMENTS = Field.usual(
            "statements",
            Type.TEXTS,
            Set.of(),
            Terms.FinancialStatements::statements,
            "Codes of event classifications; all unless said.");
    private static final Field<Terms.FinancialStatements, List<KpiCondition>> KPIS = Field.required(
            "kpis",
            new Type.Some<>(new Type.Part<>(CONDITION)),
            Terms.FinancialStatements::kpis,
            "Conditions that must all hold.");
    private static final Field<Terms.FinancialStatements, AwardLimit> LIMIT =
            Limits.field(Terms.FinancialStatements::limit);
    private static final Shape<Terms.FinancialStatements> SHAPE = Shape.of(
            "Figures of a financial statement.",
            said -> new Terms.FinancialStatements(said.of(STATEMENTS), said.of(KPIS), said.of(LIMIT)),
            STATEMENTS,
            KPIS,
            LIMIT);

    FinancialStatementsKind() {
        super(
                Classification.REWARD_FINANCIAL_STATEMENTS,
                Terms.FinancialStatements.class,
                FinancialStatementsCandidate.class,
                FinancialStatementsCandidate::new);
    }

    @Override
    public Shape<Terms.FinancialStatements> shape() {
        return SHAPE;
    }

    @Override
    public Terms.FinancialStatements little(Amount amount, String code) {
        return new Terms.FinancialStatements(
                Set.of(code),
                List.of(new KpiCondition(code, Optional.of(amount.decimal()), Optional.empty())),
                AwardLimit.MULTIPLE);
    }

    @Override
    List<String> asks(Terms.FinancialStatements terms, Offer offer, Words words) {
        List<String> what = new ArrayList<>();
        what.add(terms.statements().isEmpty() ? "a statement" : "a statement " + Phrases.joined(terms.statements()));
        terms.kpis().forEach(kpi -> what.add("with " + kpi));
        return Phrases.limited(what, terms.limit(), words);
    }
}
