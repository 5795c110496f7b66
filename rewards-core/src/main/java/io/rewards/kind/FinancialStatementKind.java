package io.rewards.kind;

import io.rewards.catalogue.Trigger;
import io.rewards.event.FinancialStatement;

/** Somebody hands in figures. Source: domain 2.4 C10. */
final class FinancialStatementKind extends HappeningKind<FinancialStatement> {

    FinancialStatementKind() {
        super(FinancialStatement.class, "financial_statement", Trigger.FINANCIAL_STATEMENT);
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
}
