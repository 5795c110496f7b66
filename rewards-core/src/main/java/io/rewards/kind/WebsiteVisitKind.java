package io.rewards.kind;

import io.rewards.catalogue.Trigger;
import io.rewards.event.WebsiteVisit;

/** Somebody visits a page. Source: domain 2.4 C7. */
final class WebsiteVisitKind extends HappeningKind<WebsiteVisit> {

    WebsiteVisitKind() {
        super(WebsiteVisit.class, "website_visit", Trigger.BEHAVIOR);
    }

    @Override
    void admit(WebsiteVisit event, Admission admission) {
        admission.address("url", event.url());
    }
}
