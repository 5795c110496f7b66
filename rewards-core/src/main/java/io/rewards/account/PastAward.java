package io.rewards.account;

import io.rewards.amount.Amount;
import io.rewards.ledger.Transaction;
import java.time.Instant;

/**
 * An award that limits further ones: an own one, or one of a duplicate that the participant has replaced. Immutable.
 * Source: domain 12.1 Q30.
 *
 * @param offer code of the offer
 * @param subject what it was for, where the offer awards once for each
 * @param amount awarded
 * @param on date of the event that earned it
 */
public record PastAward(String offer, String subject, Amount amount, Instant on) {

    /** What {@code award} limits. */
    public static PastAward of(Transaction award) {
        return new PastAward(award.offer(), award.subject(), award.amount(), award.on());
    }
}
