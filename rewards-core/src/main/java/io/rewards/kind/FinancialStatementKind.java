package io.rewards.kind;

import io.rewards.catalogue.Trigger;
import io.rewards.event.FinancialStatement;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Somebody hands in figures. Source: domain 2.4 C10. */
final class FinancialStatementKind extends HappeningKind<FinancialStatement> {

    private static final Field<FinancialStatement, String> CLASSIFICATION = Field.required(
            "classification", Type.TEXT, FinancialStatement::classification, "Code of the event classification.");
    private static final Field<FinancialStatement, SortedMap<String, BigDecimal>> FIGURES =
            Field.required("kpis", Type.FIGURES, FinancialStatement::kpis, "Exact values by the code of the measure.");
    private static final Shape<FinancialStatement> SHAPE = Shape.of(
            "Figures about a participant.",
            said -> new FinancialStatement(said.header(), said.of(CLASSIFICATION), said.of(FIGURES)),
            CLASSIFICATION,
            FIGURES);

    FinancialStatementKind() {
        super(FinancialStatement.class, "financial_statement", Trigger.FINANCIAL_STATEMENT);
    }

    @Override
    public Shape<FinancialStatement> shape() {
        return SHAPE;
    }

    @Override
    void admit(FinancialStatement event, Admission admission) {
        admission.classification(event.classification());
        for (String kpi : event.kpis().keySet()) {
            admission.unless(
                    admission.catalogue().kpi(kpi).isPresent(),
                    "kpis." + kpi,
                    "The measure (" + kpi + ") is not in the programme.");
        }
    }

    @Override
    public String says(FinancialStatement event, Words words) {
        return event.classification() + "  "
                + event.kpis().entrySet().stream()
                        .map(kpi -> kpi.getKey() + " " + kpi.getValue().toPlainString())
                        .collect(Collectors.joining(", "));
    }

    @Override
    public String noun() {
        return "statement";
    }
}
