package io.rewards.event;

/**
 * A participant liked a page. Immutable. Source: domain 2.1.
 *
 * @param header of the event
 * @param page address of the page
 */
public record SocialMediaLike(EventHeader header, String page) implements CustomerEvent {
    @Override
    public SocialMediaLike withHeader(EventHeader changed) {
        return new SocialMediaLike(changed, page);
    }
}
