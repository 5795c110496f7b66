package io.rewards.decision;

import io.rewards.catalogue.AwardLimit;
import io.rewards.catalogue.KpiCondition;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.event.FinancialStatement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An offer for the figures of a financial statement. Immutable. Source: domain 2.4 C10. */
public record FinancialStatementsCandidate(Situation situation, Offer offer, Qualifying qualifying)
        implements LimitedCandidate {

    @Override
    public AwardLimit limit() {
        return terms().limit();
    }

    /** Code of what the statement is about. */
    public String statement() {
        return situation.event() instanceof FinancialStatement statement ? statement.classification() : "";
    }

    /** True when the offer is for such statements. */
    public boolean statementListed() {
        return statementsWanted().isEmpty() || statementsWanted().contains(statement());
    }

    /** Codes of the statements that the offer is for; empty for all. */
    public Set<String> statementsWanted() {
        return terms().statements();
    }

    /** True when all figures that the offer asks for lie in their ranges. */
    public boolean kpisMet() {
        return kpisMissed().isEmpty();
    }

    /** The conditions on figures that do not hold; a figure that is not given holds none. */
    public List<KpiCondition> kpisMissed() {
        return terms().kpis().stream()
                .filter(condition -> Optional.ofNullable(kpis().get(condition.kpi()))
                        .filter(condition::accepts)
                        .isEmpty())
                .toList();
    }

    /** The figures of those conditions and how far away they are, in words. */
    public String kpisFound() {
        return kpisMissed().stream()
                .map(condition -> condition.kpi() + " "
                        + Optional.ofNullable(kpis().get(condition.kpi()))
                                .map(value -> value.toPlainString() + away(condition, value))
                                .orElse("not given"))
                .toList()
                .toString();
    }

    private static String away(KpiCondition condition, BigDecimal value) {
        return condition
                .to()
                .filter(most -> value.compareTo(most) > 0)
                .map(most -> " (" + value.subtract(most).toPlainString() + " too much)")
                .or(() -> condition
                        .from()
                        .map(least -> " (" + least.subtract(value).toPlainString() + " too little)"))
                .orElse("");
    }

    private Map<String, BigDecimal> kpis() {
        return situation.event() instanceof FinancialStatement statement ? statement.kpis() : Map.of();
    }

    private Terms.FinancialStatements terms() {
        return (Terms.FinancialStatements) offer.terms();
    }
}
