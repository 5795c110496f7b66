package io.rewards.kind;

import io.rewards.catalogue.Trigger;
import io.rewards.event.SocialMediaLike;

/** Somebody likes a page. Source: domain 2.4 C7. */
final class SocialMediaLikeKind extends HappeningKind<SocialMediaLike> {

    SocialMediaLikeKind() {
        super(SocialMediaLike.class, "social_media_like", Trigger.BEHAVIOR);
    }

    @Override
    void admit(SocialMediaLike event, Admission admission) {
        admission.address("page", event.page());
    }
}
