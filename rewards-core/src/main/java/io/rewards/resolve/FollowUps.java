package io.rewards.resolve;

import io.rewards.account.Account;
import io.rewards.account.FollowUp;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.Catalogue;
import io.rewards.decision.Lookups;
import io.rewards.decision.Moment;
import io.rewards.decision.Situation;
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
import io.rewards.past.PastAward;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What awards bring about besides themselves: the participant who referred this one is awarded for the first of them,
 * and sign-ups that waited for a first award are decided again. Awards for referrals bring about nothing for a referrer,
 * so there are no chains. Source: domain 2.4 C11, C12.
 */
public final class FollowUps {

    private FollowUps() {}

    static List<FollowUp> of(Situation situation, List<Transaction> posted, Lookups lookups) {
        List<Transaction> awards = new ArrayList<>(posted.size());
        for (Transaction transaction : posted) {
            if (transaction.kind() == TransactionKind.AWARD) {
                awards.add(transaction);
            }
        }
        List<FollowUp> followUps = new ArrayList<>();
        Participant participant = situation.account().participant();
        participant
                .referral()
                .filter(referral -> !referral.followedUp())
                .ifPresent(referral -> firstAwardSince(referral, situation, awards)
                        .ifPresent(on -> followUps.add(FollowUp.of(new ReferredAwarded(
                                header(
                                        situation.moment(),
                                        telling(participant.id(), referral),
                                        referral.referrer(),
                                        on),
                                participant.id(),
                                referral.event())))));
        if (isFirst(situation, awards)) {
            lastSignUpThatWaits(situation)
                    .map(signedUpOn -> later(signedUpOn, situation.event().performedOn()))
                    .ifPresent(on -> followUps.add(FollowUp.of(new FirstAward(
                            header(situation.moment(), first(participant.id(), lookups), participant.id(), on)))));
        }
        return followUps;
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
     * What it brings about that awards are taken back: the referrer gives back what the first of them brought, where no
     * other award is left. Source: domain 12.1 Q31.
     *
     * @param gone lots of awards of which nothing stands any more
     */
    static List<FollowUp> ofReturn(Moment moment, Set<String> gone) {
        Participant participant = moment.account().participant();
        Optional<ReferralRecord> told = participant.referral().filter(ReferralRecord::followedUp);
        if (told.isEmpty() || gone.isEmpty()) {
            return List.of();
        }
        Instant since = told.get().on();
        Set<String> forReferring = forReferring(moment.catalogue());
        if (moment.past().firstAward(since, forReferring, Set.of()).isEmpty()
                || moment.past().firstAward(since, forReferring, gone).isPresent()) {
            return List.of();
        }
        FollowUpKey.Referred award =
                telling(participant.id(), told.get().withTimes(told.get().times() - 1));
        EventHeader header = header(
                moment,
                new FollowUpKey.Cancelled(award),
                told.get().referrer(),
                moment.event().performedOn());
        return List.of(FollowUp.of(new ReferralCancelled(header, participant.id(), award.event())));
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
    private static FollowUpKey.Referred telling(String referred, ReferralRecord referral) {
        return new FollowUpKey.Referred(referred, referral.times() + 1);
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
            ReferralRecord referral, Situation situation, List<Transaction> awards) {
        if (awards.isEmpty() && !(situation.event() instanceof Referral)) {
            return Optional.empty();
        }
        Set<String> forReferring = forReferring(situation.catalogue());
        Stream<Instant> before = situation.event() instanceof Referral
                ? situation.past().firstAward(referral.on(), forReferring, Set.of()).stream()
                        .map(PastAward::on)
                : Stream.empty();
        Stream<Instant> now = awards.stream()
                .filter(award -> !award.on().isBefore(referral.on()) && !forReferring.contains(award.offer()))
                .map(Transaction::on);
        return Stream.concat(before, now).min(Comparator.naturalOrder());
    }

    /** Codes of the offers whose awards bring about nothing for a referrer. */
    private static Set<String> forReferring(Catalogue catalogue) {
        return catalogue.index().forReferring();
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
