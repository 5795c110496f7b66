package io.rewards.kind;

import io.rewards.catalogue.Trigger;
import io.rewards.event.WebsiteVisit;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;

/** Somebody visits a page. Source: domain 2.4 C7. */
final class WebsiteVisitKind extends HappeningKind<WebsiteVisit> {

    private static final Field<WebsiteVisit, String> ADDRESS =
            Field.required("url", Type.TEXT, WebsiteVisit::url, "Address of the site.");
    private static final Shape<WebsiteVisit> SHAPE = Shape.of(
            "A participant visited a website.", said -> new WebsiteVisit(said.header(), said.of(ADDRESS)), ADDRESS);

    WebsiteVisitKind() {
        super(WebsiteVisit.class, "website_visit", Trigger.BEHAVIOR);
    }

    @Override
    public Shape<WebsiteVisit> shape() {
        return SHAPE;
    }

    @Override
    void admit(WebsiteVisit event, Admission admission) {
        admission.address("url", event.url());
    }

    @Override
    public String says(WebsiteVisit event, Words words) {
        return event.url();
    }

    @Override
    public String noun() {
        return "visit";
    }
}
