package io.rewards.kind;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Trigger;
import io.rewards.event.FinancialAchievement;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import java.util.function.UnaryOperator;

/** Somebody has achieved something that an amount measures. Source: domain 2.4 C9. */
final class FinancialAchievementKind extends HappeningKind<FinancialAchievement> {

    private static final Field<FinancialAchievement, String> CLASSIFICATION = Field.required(
            "classification", Type.TEXT, FinancialAchievement::classification, "Code of the event classification.");
    private static final Field<FinancialAchievement, Amount> AMOUNT =
            Field.required("amount", Type.MONEY, FinancialAchievement::amount, "");
    private static final Shape<FinancialAchievement> SHAPE = Shape.of(
            "A participant achieved something that has an amount.",
            said -> new FinancialAchievement(said.header(), said.of(CLASSIFICATION), said.of(AMOUNT)),
            CLASSIFICATION,
            AMOUNT);

    FinancialAchievementKind() {
        super(FinancialAchievement.class, "financial_achievement", Trigger.FINANCIAL_ACHIEVEMENT);
    }

    @Override
    FinancialAchievement mapped(FinancialAchievement event, UnaryOperator<Amount> change) {
        return new FinancialAchievement(
                event.header().with(event.header().attributes().mapped(change)),
                event.classification(),
                change.apply(event.amount()));
    }

    @Override
    public Shape<FinancialAchievement> shape() {
        return SHAPE;
    }

    @Override
    void admit(FinancialAchievement event, Admission admission) {
        admission.classification(event.classification());
        admission.amount(() -> "amount", event.amount());
    }

    @Override
    public String says(FinancialAchievement event, Words words) {
        return event.classification() + "  " + words.amount(event.amount());
    }

    @Override
    public String noun() {
        return "achievement";
    }
}
