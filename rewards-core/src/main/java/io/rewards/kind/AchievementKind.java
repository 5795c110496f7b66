package io.rewards.kind;

import io.rewards.catalogue.Trigger;
import io.rewards.event.Achievement;

/** Somebody has achieved something. Source: domain 2.4 C8. */
final class AchievementKind extends HappeningKind<Achievement> {

    AchievementKind() {
        super(Achievement.class, "achievement", Trigger.ACHIEVEMENT);
    }

    @Override
    void admit(Achievement event, Admission admission) {
        admission.classification(event.classification());
    }
}
