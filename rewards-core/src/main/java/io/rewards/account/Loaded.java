package io.rewards.account;

import io.rewards.catalogue.TierLadder;
import io.rewards.participant.Participant;
import io.rewards.past.Past;
import io.rewards.tier.TierOutlook;
import java.time.Instant;

/**
 * An account as a store loaded it, and the past that goes with this version of it. Immutable.
 *
 * @param account what is open
 * @param past what is over
 */
public record Loaded(Account account, Past past) {

    /** An account of which nothing is over. */
    public static Loaded of(Account account) {
        return new Loaded(account, Past.NONE);
    }

    /** In which tier the participant is as of an instant, and why. */
    public TierOutlook tierOutlook(TierLadder ladder, Instant asOf) {
        return TierOutlook.of(account.participant(), account.tiering(), ladder, past::tierUnits, asOf);
    }

    /** The participant. */
    public Participant participant() {
        return account.participant();
    }
}
