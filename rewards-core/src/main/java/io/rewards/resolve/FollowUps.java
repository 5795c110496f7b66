package io.rewards.resolve;

import io.rewards.account.FollowUp;
import io.rewards.attribute.Attributes;
import io.rewards.decision.Lookups;
import io.rewards.decision.Moment;
import io.rewards.decision.Situation;
import io.rewards.event.EventHeader;
import io.rewards.event.FirstAward;
import io.rewards.event.RaisedEvent;
import io.rewards.event.ReferralCancelled;
import io.rewards.event.ReferredAwarded;
import io.rewards.ledger.Transaction;
import io.rewards.participant.Participant;
import io.rewards.participant.ParticipantState;
import io.rewards.participant.SchemeMembership;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What awards bring about besides themselves: sign-ups that waited for a first award are decided again. Source: domain 2.4 C12. */
public final class FollowUps {

    private FollowUps() {}

    /** What the first of {@code awards}, where none stands from before, brings about for the participant. */
    static List<FollowUp> of(Situation situation, List<Transaction> awards, Lookups lookups) {
        if (!isFirst(situation, awards)) {
            return List.of();
        }
        String participant = situation.account().participant().id();
        return lastSignUpThatWaits(situation)
                .map(signedUpOn -> later(signedUpOn, situation.event().performedOn()))
                .map(on -> FollowUp.of(
                        new FirstAward(header(situation.moment(), first(participant, lookups), participant, on))))
                .stream()
                .toList();
    }

    /** True where there is an award and none stood before, but for those that had waited for one. */
    private static boolean isFirst(Situation situation, List<Transaction> awards) {
        Set<String> waiting = new HashSet<>();
        situation.catalogue().index().afterFirstAward().forEach(offer -> waiting.add(offer.code()));
        return !waiting.isEmpty()
                && awards.stream().anyMatch(award -> !waiting.contains(award.offer()))
                && situation.past().firstAward(Instant.MIN, waiting, Set.of()).isEmpty();
    }

    private static FollowUpKey.First first(String participant, Lookups lookups) {
        FollowUpKey.First first = new FollowUpKey.First(participant, 1);
        while (lookups.event(first.event()).isPresent()) {
            first = first.next();
        }
        return first;
    }

    /**
     * What a follow-up becomes that comes to a participant who was replaced meanwhile: the same for the one who stays.
     * Empty for others, and where that one was referred: nobody earns by referring himself or herself.
     */
    public static Optional<FollowUp> passedOn(RaisedEvent event, Participant participant, Lookups lookups) {
        if (!(event instanceof ReferredAwarded) && !(event instanceof ReferralCancelled)) {
            return Optional.empty();
        }
        String referred =
                event instanceof ReferredAwarded awarded ? awarded.referred() : ((ReferralCancelled) event).referred();
        return successor(participant, lookups)
                .filter(stays -> !stays.equals(referred))
                .map(stays -> FollowUp.of((RaisedEvent) event.withHeader(passedOn(event.header(), stays))));
    }

    /** The header of a follow-up that goes on to {@code stays}. */
    static EventHeader passedOn(EventHeader header, String stays) {
        return new EventHeader(
                new FollowUpKey.PassedOn(header.key().id()).event(),
                stays,
                header.unit(),
                header.performedOn(),
                header.receivedOn(),
                true,
                header.attributes());
    }

    /** Id of the participant who stays in the place of one who was replaced. */
    static Optional<String> successor(Participant participant, Lookups lookups) {
        return participant.state() == ParticipantState.EFFECTIVE
                ? Optional.empty()
                : lookups.successor(participant.id());
    }

    /** When the participant last signed up to a scheme with an offer that waits for a first award. */
    private static Optional<Instant> lastSignUpThatWaits(Situation situation) {
        Participant participant = situation.account().participant();
        return situation.catalogue().index().afterFirstAward().stream()
                .flatMap(offer -> participant.membership(offer.scheme()).stream())
                .map(SchemeMembership::signedUpOn)
                .max(Comparator.naturalOrder());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** The header of what an event brings about for a participant. */
    public static EventHeader header(Moment moment, FollowUpKey key, String participant, Instant on) {
        return new EventHeader(
                key.event(),
                participant,
                moment.event().unit(),
                on,
                Optional.of(later(moment.at(), on)),
                true,
                Attributes.NONE);
    }
}
