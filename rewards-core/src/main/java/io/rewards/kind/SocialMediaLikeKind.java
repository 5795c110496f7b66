package io.rewards.kind;

import io.rewards.catalogue.Trigger;
import io.rewards.event.SocialMediaLike;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;

/** Somebody likes a page. Source: domain 2.4 C7. */
final class SocialMediaLikeKind extends HappeningKind<SocialMediaLike> {

    private static final Field<SocialMediaLike, String> PAGE =
            Field.required("page", Type.TEXT, SocialMediaLike::page, "Address of the page.");
    private static final Shape<SocialMediaLike> SHAPE =
            Shape.of("A participant liked a page.", said -> new SocialMediaLike(said.header(), said.of(PAGE)), PAGE);

    SocialMediaLikeKind() {
        super(SocialMediaLike.class, "social_media_like", Trigger.BEHAVIOR);
    }

    @Override
    public Shape<SocialMediaLike> shape() {
        return SHAPE;
    }

    @Override
    void admit(SocialMediaLike event, Admission admission) {
        admission.address("page", event.page());
    }

    @Override
    public String says(SocialMediaLike event, Words words) {
        return event.page();
    }

    @Override
    public String noun() {
        return "like";
    }
}
