package io.rewards.decision;

import io.rewards.catalogue.AwardLimit;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.event.SocialMediaLike;
import io.rewards.event.WebsiteVisit;
import io.rewards.ledger.AwardSubject;
import java.util.Optional;

/** An offer for liking a page or visiting a website. Immutable. Source: domain 2.4 C7. */
public record BehaviorCandidate(Situation situation, Offer offer, Qualifying qualifying) implements LimitedCandidate {

    private static final String LIKE = "a like of ";
    private static final String VISIT = "a visit to ";

    @Override
    public AwardLimit limit() {
        return terms().limit();
    }

    /** The page that was liked or the website that was visited. */
    public String page() {
        if (situation.event() instanceof SocialMediaLike like) {
            return like.page();
        }
        return situation.event() instanceof WebsiteVisit visit ? visit.url() : "";
    }

    /** True when the offer awards a like of that page or a visit to that website. */
    public boolean pageListed() {
        Optional<String> wanted = situation.event() instanceof SocialMediaLike ? terms().page() : terms().website();
        return wanted.filter(page()::equals).isPresent();
    }

    /** What the participant did, in words. */
    public String behavior() {
        if (situation.event() instanceof SocialMediaLike) {
            return LIKE + page();
        }
        return situation.event() instanceof WebsiteVisit ? VISIT + page() : "neither a like nor a visit";
    }

    /** What the offer awards, in words. */
    public String behaviorWanted() {
        String like = terms().page().map(LIKE::concat).orElse("");
        String visit = terms().website().map(VISIT::concat).orElse("");
        return like + (like.isEmpty() || visit.isEmpty() ? "" : " or ") + visit;
    }

    @Override
    public AwardSubject awardSubject() {
        return page().isEmpty() ? AwardSubject.NOTHING : new AwardSubject.Page(page());
    }

    @Override
    public String awardedOncePer() {
        return "page or website";
    }

    private Terms.Behavior terms() {
        return (Terms.Behavior) offer.terms();
    }
}
