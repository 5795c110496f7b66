package io.rewards.event;

/**
 * A participant visited a website. Immutable. Source: domain 2.1.
 *
 * @param header of the event
 * @param url address of the site
 */
public record WebsiteVisit(EventHeader header, String url) implements CustomerEvent {
    @Override
    public WebsiteVisit withHeader(EventHeader changed) {
        return new WebsiteVisit(changed, url);
    }
}
