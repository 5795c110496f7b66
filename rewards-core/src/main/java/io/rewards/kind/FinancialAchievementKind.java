package io.rewards.kind;

import io.rewards.catalogue.Trigger;
import io.rewards.event.FinancialAchievement;

/** Somebody has achieved something that an amount measures. Source: domain 2.4 C9. */
final class FinancialAchievementKind extends HappeningKind<FinancialAchievement> {

    FinancialAchievementKind() {
        super(FinancialAchievement.class, "financial_achievement", Trigger.FINANCIAL_ACHIEVEMENT);
    }

    @Override
    void admit(FinancialAchievement event, Admission admission) {
        admission.classification(event.classification());
        admission.amount(() -> "amount", event.amount());
    }
}
