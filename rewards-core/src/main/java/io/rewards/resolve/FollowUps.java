package io.rewards.resolve;

import io.rewards.account.Account;
import io.rewards.account.FollowUp;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.Classification;
import io.rewards.decision.Lookups;
import io.rewards.decision.Situation;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.FirstAward;
import io.rewards.event.RaisedEvent;
import io.rewards.event.Referral;
import io.rewards.event.ReferredAwarded;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.participant.Participant;
import io.rewards.participant.ParticipantState;
import io.rewards.participant.ReferralRecord;
import io.rewards.participant.SchemeMembership;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What awards bring about besides themselves: the participant who referred this one is awarded for the first of them,
 * and sign-ups that waited for a first award are decided again. Awards for referrals bring about nothing for a referrer,
 * so there are no chains. Source: domain 2.4 C11, C12.
 */
public final class FollowUps {

    /** The system in the keys of follow-ups. */
    static final String SYSTEM = RaisedEvent.FOLLOW_UP;

    private static final String PASSED_ON = "passed-on/";

    private FollowUps() {}

    static List<FollowUp> of(Situation situation, List<Transaction> posted) {
        List<FollowUp> followUps = new ArrayList<>();
        Participant participant = situation.account().participant();
        participant
                .referral()
                .filter(referral -> !referral.followedUp())
                .ifPresent(referral -> firstAwardSince(referral, situation, posted)
                        .ifPresent(on -> followUps.add(FollowUp.of(new ReferredAwarded(
                                header(situation, "referral/" + participant.id(), referral.referrer(), on),
                                participant.id(),
                                referral.event())))));
        boolean first = situation.account().awards().findAny().isEmpty()
                && awards(posted.stream()).findAny().isPresent();
        if (first) {
            lastSignUpThatWaits(situation)
                    .map(signedUpOn -> later(signedUpOn, situation.event().performedOn()))
                    .ifPresent(on -> followUps.add(FollowUp.of(new FirstAward(
                            header(situation, "first-award/" + participant.id(), participant.id(), on)))));
        }
        return followUps;
    }

    /** The account with a note that its referrer has been told. */
    static Account noted(Account account, List<FollowUp> followUps) {
        boolean told = followUps.stream().anyMatch(followUp -> followUp.event() instanceof ReferredAwarded);
        return told
                ? account.with(account.participant()
                        .with(account.participant().referral().orElseThrow().told()))
                : account;
    }

    /**
     * What a follow-up becomes that comes to a participant who was replaced meanwhile: the same for the one who stays.
     * Empty for others, and where that one was referred: nobody earns by referring himself or herself.
     */
    public static Optional<FollowUp> passedOn(RaisedEvent event, Participant participant, Lookups lookups) {
        return event instanceof ReferredAwarded awarded
                ? successor(participant, lookups)
                        .filter(stays -> !stays.equals(awarded.referred()))
                        .map(stays -> FollowUp.of(awarded.withHeader(passedOn(awarded.header(), stays))))
                : Optional.empty();
    }

    /** The header of a follow-up that goes on to {@code stays}. */
    static EventHeader passedOn(EventHeader header, String stays) {
        return new EventHeader(
                new EventKey(SYSTEM, PASSED_ON + header.key().id()),
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

    /** The date of the first award since the referral; a referral that comes late looks at what there was before it. */
    private static Optional<Instant> firstAwardSince(
            ReferralRecord referral, Situation situation, List<Transaction> posted) {
        Stream<Transaction> before =
                situation.event() instanceof Referral ? situation.account().awards() : Stream.empty();
        return awards(Stream.concat(before, posted.stream()))
                .filter(award -> !award.on().isBefore(referral.on()) && !isForReferring(award, situation))
                .map(Transaction::on)
                .min(Comparator.naturalOrder());
    }

    private static boolean isForReferring(Transaction award, Situation situation) {
        return situation
                .catalogue()
                .offer(award.offer())
                .filter(offer -> offer.classification() == Classification.REWARD_REFERRALS)
                .isPresent();
    }

    private static Stream<Transaction> awards(Stream<Transaction> transactions) {
        return transactions.filter(transaction -> transaction.kind() == TransactionKind.AWARD);
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

    private static EventHeader header(Situation situation, String id, String participant, Instant on) {
        return new EventHeader(
                new EventKey(SYSTEM, id),
                participant,
                situation.event().unit(),
                on,
                Optional.of(later(situation.processedOn(), on)),
                true,
                Attributes.NONE);
    }
}
