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
 * @param amount awarded and not taken back
 * @param on date of the event that earned it
 * @param lot id of the lot of its money
 */
public record PastAward(String offer, String subject, Amount amount, Instant on, String lot) {

    /** What {@code award} limits, of which {@code standing} was not taken back. */
    public static PastAward of(Transaction award, Amount standing) {
        return new PastAward(award.offer(), award.subject(), standing, award.on(), award.lot());
    }

    /** This award after {@code back} was taken back of it. */
    PastAward without(Amount back) {
        return new PastAward(offer, subject, amount.minus(back), on, lot);
    }
}
