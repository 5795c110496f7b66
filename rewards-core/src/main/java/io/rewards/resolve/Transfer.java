package io.rewards.resolve;

import io.rewards.account.Account;
import io.rewards.account.Counters;
import io.rewards.account.FollowUp;
import io.rewards.account.UniqueName;
import io.rewards.attribute.Attributes;
import io.rewards.books.Converting;
import io.rewards.books.HandingOver;
import io.rewards.books.Purse;
import io.rewards.books.Reclaiming;
import io.rewards.books.Reserving;
import io.rewards.catalogue.Commitments;
import io.rewards.decision.Lookups;
import io.rewards.decision.Moment;
import io.rewards.effect.Effect;
import io.rewards.effect.Report;
import io.rewards.effect.Shared;
import io.rewards.event.DuplicateMerged;
import io.rewards.event.EventHeader;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.TransferReceived;
import io.rewards.participant.HistoryEntry;
import io.rewards.participant.Participant;
import io.rewards.participant.ReferralRecord;
import io.rewards.participant.Replacement;
import io.rewards.participant.Termination;
import io.rewards.past.Inheritance;
import io.rewards.past.PastChanges;
import io.rewards.wallet.Wallet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Money and all else that goes from one participant to another, because one replaces the other or gives some away.
 * Source: domain 4.6, 5.1.
 */
public final class Transfer {

    private Transfer() {}

    /** The account that the event ends; waiting events are dropped, and counts towards awards as well where they do not join
     * those of the participant who stays. */
    public static Effect out(Moment moment, Context context) {
        ParticipantTerminated event = (ParticipantTerminated) moment.event();
        Account account = moment.account();
        Optional<Replacement> replacement = event.replacement();
        boolean balance = replacement.filter(Replacement::balance).isPresent();
        Inheritance over =
                replacement.isEmpty() ? Inheritance.NONE : moment.past().inheritance();
        boolean merging = moment.catalogue().settings().participants().mergeCounts();
        Purse purse = context.purse(moment);
        Wallet leaving = balance ? new HandingOver(purse).sendAll() : Wallet.EMPTY;
        Account ended = new Account(
                account.participant(), account.version(), purse.wallet(), Counters.NONE, List.of(), account.journal());
        List<FollowUp> followUps = replacement
                .map(stays -> new FollowUp(
                        merged(event, stays, moment),
                        leaving,
                        balance ? over : over.withoutMoney(),
                        merging ? MergedCounts.of(account, moment.past()) : Counters.NONE,
                        account.participant().referral(),
                        TierKeeping.handover(moment)))
                .stream()
                .toList();
        return effect(ended, purse.changes(), followUps);
    }

    /**
     * The account that replaces a duplicate, with what comes over. Where the participant was replaced as well meanwhile, it
     * goes on to whoever stays; the money only if the participant's own went there.
     */
    public static Effect in(FollowUp followUp, Moment moment, Context context) {
        DuplicateMerged event = (DuplicateMerged) moment.event();
        Participant before = moment.account().participant();
        Optional<String> successor = FollowUps.successor(before, context.lookups());
        boolean moneyGoesOn = successor.isPresent()
                && before.termination()
                        .flatMap(Termination::replacement)
                        .filter(Replacement::balance)
                        .isPresent();
        Purse purse = context.purse(moment);
        HandingOver handing = new HandingOver(purse);
        handing.receiveAll(followUp.wallet(), followUp.inheritance());
        Commitments kept = moment.catalogue().commitments();
        Converting.arrived(purse, kept, followUp.inheritance());
        Wallet leaving = moneyGoesOn ? handing.sendAll() : Wallet.EMPTY;
        if (!moneyGoesOn) {
            new Reclaiming(purse).settleDebts();
        }
        Set<String> tokens = successor.isPresent() ? Set.of() : free(event, context.lookups());
        Counting counting = new Counting(moment.account(), moment.past());
        if (successor.isEmpty()) {
            new MergedCounts(moment.catalogue(), counting).join(followUp.counters());
        }
        Account merged = moment.account()
                .with(replacing(event, before, tokens, followUp.referral()))
                .with(purse.wallet())
                .with(counting.counters());
        List<FollowUp> followUps = successor
                .map(stays -> new FollowUp(
                        event.withHeader(FollowUps.passedOn(event.header(), stays)),
                        leaving,
                        moneyGoesOn
                                ? followUp.inheritance()
                                : followUp.inheritance().withoutMoney(),
                        followUp.counters(),
                        followUp.referral(),
                        followUp.tiers()))
                .stream()
                .toList();
        PastChanges changes = counting.noted(purse.changes()
                .inheriting(followUp.inheritance().awards().stream()
                        .map(award -> award.standing(kept.now(award.amount())))
                        .toList()));
        return effect(merged, changes, followUps);
    }

    /** The account that gets money from another participant; where its owner was replaced, the money goes on. */
    public static Effect received(FollowUp followUp, Moment moment, Context context) {
        TransferReceived event = (TransferReceived) moment.event();
        Optional<String> successor = FollowUps.successor(moment.account().participant(), context.lookups());
        if (successor.isPresent()) {
            FollowUp onward = FollowUp.of(
                    event.withHeader(FollowUps.passedOn(event.header(), successor.get())), followUp.wallet());
            return effect(moment.account(), PastChanges.NONE, List.of(onward));
        }
        Purse purse = context.purse(moment);
        new Reserving(purse).releaseLapsed(event.performedOn());
        new HandingOver(purse).receive(followUp.wallet().lots());
        Converting.arrived(purse, moment.catalogue().commitments(), Inheritance.NONE);
        new Reclaiming(purse).settleDebts();
        return effect(moment.account().with(purse.wallet()), purse.changes(), List.of());
    }

    /**
     * The participant who replaces a duplicate.
     *
     * @param tokens hashes of the access tokens that come over
     * @param referral by whom the duplicate was referred: the same person is referred once
     */
    public static Participant replacing(
            DuplicateMerged event, Participant participant, Set<String> tokens, Optional<ReferralRecord> referral) {
        Set<String> all = new TreeSet<>(participant.tokens());
        all.addAll(tokens);
        Participant changed = participant.withTokens(all);
        if (referral.isPresent()) {
            changed = changed.with(onePerson(participant, referral.get()));
        }
        return changed.with(new HistoryEntry(
                event.performedOn(),
                event.key().text(),
                "replaced duplicate " + event.duplicate(),
                event.key().system()));
    }

    /** Of two referrals of one person, the own one; told when either was, or when the person is the referrer. */
    private static ReferralRecord onePerson(Participant participant, ReferralRecord duplicates) {
        ReferralRecord referral = participant.referral().orElse(duplicates);
        boolean told = duplicates.followedUp() && !referral.followedUp();
        return told || referral.referrer().equals(participant.id()) ? referral.closed() : referral;
    }

    private static Effect effect(Account account, PastChanges changes, List<FollowUp> followUps) {
        return Effect.of(account, changes, Report.NOTHING).with(Shared.of(List.of(), followUps));
    }

    /** The tokens that nobody else got between the end of the duplicate and now. */
    private static Set<String> free(DuplicateMerged event, Lookups lookups) {
        Set<String> free = new TreeSet<>();
        for (String hash : event.tokens()) {
            if (lookups.holder(UniqueName.token(hash)).isEmpty()) {
                free.add(hash);
            }
        }
        return free;
    }

    private static DuplicateMerged merged(ParticipantTerminated event, Replacement stays, Moment moment) {
        EventHeader header = new EventHeader(
                new FollowUpKey.Merge(event.participant()).event(),
                stays.participant(),
                event.unit(),
                event.performedOn(),
                Optional.of(moment.at()),
                true,
                Attributes.NONE);
        return new DuplicateMerged(header, event.participant(), stays.tokens());
    }
}
