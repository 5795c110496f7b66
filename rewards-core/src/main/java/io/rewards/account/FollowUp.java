package io.rewards.account;

import io.rewards.event.RaisedEvent;
import io.rewards.participant.ReferralRecord;
import io.rewards.wallet.Wallet;
import java.util.List;
import java.util.Optional;

/**
 * What an event about one participant brings about for a participant: the store keeps it until it is applied. Immutable.
 *
 * @param event to apply
 * @param wallet what goes over with it: lots, and from a duplicate all else
 * @param pastAwards that go over with it
 * @param referral that goes over with it: by whom a duplicate was referred
 */
public record FollowUp(
        RaisedEvent event, Wallet wallet, List<PastAward> pastAwards, Optional<ReferralRecord> referral) {

    /** Copies the list. */
    public FollowUp {
        pastAwards = List.copyOf(pastAwards);
    }

    /** A follow-up with which nothing goes over. */
    public static FollowUp of(RaisedEvent event) {
        return new FollowUp(event, Wallet.EMPTY, List.of(), Optional.empty());
    }
}
