package io.rewards.account;

import io.rewards.event.RaisedEvent;
import io.rewards.participant.ReferralRecord;
import io.rewards.past.Inheritance;
import io.rewards.tier.TierHandover;
import io.rewards.wallet.Wallet;
import java.util.Optional;

/**
 * What an event about one participant brings about for a participant: the store keeps it until it is applied. Immutable.
 *
 * @param event to apply
 * @param wallet what goes over with it: lots with money, and from a duplicate its debts
 * @param inheritance what goes over of what is over in the account of a duplicate
 * @param counters that go over with it, where the programme says so: what a duplicate counted towards targets, all of it
 * @param referral that goes over with it: by whom a duplicate was referred
 * @param tiers what goes over with it of where a duplicate stood in the tiers
 */
public record FollowUp(
        RaisedEvent event,
        Wallet wallet,
        Inheritance inheritance,
        Counters counters,
        Optional<ReferralRecord> referral,
        Optional<TierHandover> tiers) {

    /** A follow-up with which nothing for tiers goes over. */
    public FollowUp(
            RaisedEvent event,
            Wallet wallet,
            Inheritance inheritance,
            Counters counters,
            Optional<ReferralRecord> referral) {
        this(event, wallet, inheritance, counters, referral, Optional.empty());
    }

    /** A follow-up with which nothing goes over. */
    public static FollowUp of(RaisedEvent event) {
        return of(event, Wallet.EMPTY);
    }

    /** A follow-up with which money goes over. */
    public static FollowUp of(RaisedEvent event, Wallet wallet) {
        return new FollowUp(event, wallet, Inheritance.NONE, Counters.NONE, Optional.empty());
    }
}
