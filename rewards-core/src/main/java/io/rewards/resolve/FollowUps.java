package io.rewards.resolve;

import io.rewards.account.Account;
import io.rewards.account.FollowUp;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Classification;
import io.rewards.decision.Lookups;
import io.rewards.decision.Situation;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventHeader;
import io.rewards.event.FirstAward;
import io.rewards.event.RaisedEvent;
import io.rewards.event.Referral;
import io.rewards.event.ReferralCancelled;
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

    private FollowUps() {}

    static List<FollowUp> of(Situation situation, List<Transaction> posted) {
        List<FollowUp> followUps = new ArrayList<>();
        Participant participant = situation.account().participant();
        participant
                .referral()
                .filter(referral -> !referral.followedUp())
                .ifPresent(referral -> firstAwardSince(referral, situation, posted)
                        .ifPresent(on -> followUps.add(FollowUp.of(new ReferredAwarded(
                                header(situation, told(participant.id(), referral), referral.referrer(), on),
                                participant.id(),
                                referral.event())))));
        boolean first =
                awards(situation.account().journal().transactions()).findAny().isEmpty()
                        && awards(posted.stream()).findAny().isPresent();
        if (first) {
            lastSignUpThatWaits(situation)
                    .map(signedUpOn -> later(signedUpOn, situation.event().performedOn()))
                    .ifPresent(on -> followUps.add(FollowUp.of(new FirstAward(
                            header(situation, new FollowUpKey.First(participant.id()), participant.id(), on)))));
        }
        return followUps;
    }

    /**
     * What it brings about that awards are taken back: the referrer gives back what the first of them brought, where no
     * other award is left. Source: domain 12.1 Q31.
     */
    static List<FollowUp> ofReturn(
            CustomerEvent event, Account before, Account after, Catalogue catalogue, Instant processedOn) {
        Optional<ReferralRecord> told = after.participant().referral().filter(ReferralRecord::followedUp);
        if (told.isEmpty()
                || triggers(told.get(), before, catalogue).findAny().isEmpty()
                || triggers(told.get(), after, catalogue).findAny().isPresent()) {
            return List.of();
        }
        String referred = after.participant().id();
        FollowUpKey.Referred award =
                told(referred, told.get().withTimes(told.get().times() - 1));
        EventHeader header = header(
                event,
                new FollowUpKey.Cancelled(award),
                told.get().referrer(),
                event.performedOn(),
                later(processedOn, event.performedOn()));
        return List.of(FollowUp.of(new ReferralCancelled(header, referred, award.event())));
    }

    /** The account with a note that its referrer has been told, or that what was told is no more. */
    static Account noted(Account account, List<FollowUp> followUps) {
        Account noted = account;
        for (FollowUp followUp : followUps) {
            ReferralRecord referral = noted.participant().referral().orElse(null);
            if (referral != null && followUp.event() instanceof ReferredAwarded) {
                noted = noted.with(noted.participant().with(referral.told()));
            } else if (referral != null && followUp.event() instanceof ReferralCancelled) {
                noted = noted.with(noted.participant().with(referral.untold()));
            }
        }
        return noted;
    }

    /** The key of what tells the referrer; another one where an earlier award was taken back. */
    private static FollowUpKey.Referred told(String referred, ReferralRecord referral) {
        return new FollowUpKey.Referred(referred, referral.times() + 1);
    }

    /** Awards for which the referrer is awarded. */
    private static Stream<Transaction> triggers(ReferralRecord referral, Account account, Catalogue catalogue) {
        return account.awards()
                .filter(award -> !award.on().isBefore(referral.on()) && !isForReferring(award, catalogue));
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

    /** The date of the first award since the referral; a referral that comes late looks at what there was before it. */
    private static Optional<Instant> firstAwardSince(
            ReferralRecord referral, Situation situation, List<Transaction> posted) {
        Stream<Transaction> before =
                situation.event() instanceof Referral ? situation.account().awards() : Stream.empty();
        return awards(Stream.concat(before, posted.stream()))
                .filter(award -> !award.on().isBefore(referral.on()) && !isForReferring(award, situation.catalogue()))
                .map(Transaction::on)
                .min(Comparator.naturalOrder());
    }

    private static boolean isForReferring(Transaction award, Catalogue catalogue) {
        return catalogue
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

    private static EventHeader header(Situation situation, FollowUpKey key, String participant, Instant on) {
        return header(situation.event(), key, participant, on, later(situation.processedOn(), on));
    }

    /** The header of what {@code event} brings about for a participant. */
    static EventHeader header(
            CustomerEvent event, FollowUpKey key, String participant, Instant on, Instant receivedOn) {
        return new EventHeader(
                key.event(), participant, event.unit(), on, Optional.of(receivedOn), true, Attributes.NONE);
    }
}
