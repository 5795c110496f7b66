package io.rewards.decision;

import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.event.ParticipantVisited;
import io.rewards.event.SubscriptionChanged;
import io.rewards.ledger.AwardSubject;
import io.rewards.participant.Subscription;
import java.time.LocalDate;
import java.util.Optional;

/** An offer for a subscription that has been effective for long. Immutable. Source: domain 2.4 C16. */
public record MaturityCandidate(Situation situation, Offer offer, Qualifying qualifying) implements Candidate {

    /** The host's name for the subscription. */
    public String subscription() {
        if (situation.event() instanceof SubscriptionChanged changed) {
            return changed.subscription();
        }
        return situation.event() instanceof ParticipantVisited visited
                ? visited.subscription().orElse("")
                : "";
    }

    /** Whether the subscription is effective. */
    public SubscriptionState subscriptionState() {
        return found().map(SubscriptionState::of).orElse(SubscriptionState.UNKNOWN);
    }

    /** The day on which it has been effective for long enough; the far future for an unknown subscription. */
    public LocalDate maturesOn() {
        return found().map(known -> terms().period()
                        .after(known.uninterruptedSince(terms().maximumInterruption(), situation.zone())))
                .orElse(LocalDate.MAX);
    }

    @Override
    public AwardSubject awardSubject() {
        return subscription().isEmpty() ? AwardSubject.NOTHING : new AwardSubject.OfSubscription(subscription());
    }

    @Override
    public String awardedOncePer() {
        return "subscription";
    }

    private Optional<Subscription> found() {
        return Optional.ofNullable(
                situation.account().participant().subscriptions().get(subscription()));
    }

    private Terms.SubscriptionMaturity terms() {
        return (Terms.SubscriptionMaturity) offer.terms();
    }
}
