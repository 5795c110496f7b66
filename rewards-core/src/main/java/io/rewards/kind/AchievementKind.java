package io.rewards.kind;

import io.rewards.catalogue.Trigger;
import io.rewards.event.Achievement;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;

/** Somebody has achieved something. Source: domain 2.4 C8. */
final class AchievementKind extends HappeningKind<Achievement> {

    private static final Field<Achievement, String> CLASSIFICATION = Field.required(
            "classification", Type.TEXT, Achievement::classification, "Code of the event classification.");
    private static final Shape<Achievement> SHAPE = Shape.of(
            "A participant achieved something.",
            said -> new Achievement(said.header(), said.of(CLASSIFICATION)),
            CLASSIFICATION);

    AchievementKind() {
        super(Achievement.class, "achievement", Trigger.ACHIEVEMENT);
    }

    @Override
    public Shape<Achievement> shape() {
        return SHAPE;
    }

    @Override
    void admit(Achievement event, Admission admission) {
        admission.classification(event.classification());
    }

    @Override
    public String says(Achievement event, Words words) {
        return event.classification();
    }

    @Override
    public String noun() {
        return "achievement";
    }
}
