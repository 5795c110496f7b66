package io.rewards.ledger;

import io.rewards.amount.Amount;
import io.rewards.event.EventKey;
import java.time.Instant;

/**
 * An entry of the journal: one movement of money, never changed afterwards. Immutable. Source: domain 5.6.
 *
 * @param id unique; the event, the offer and the kind
 * @param kind what it does
 * @param participant id of the participant
 * @param amount above 0; the kind says in which direction
 * @param event that caused it
 * @param offer code of the offer that awarded the money
 * @param offerType code of the type of that offer
 * @param scheme code of the scheme of that offer
 * @param rule id of the rule that granted the award
 * @param lot id of the lot that is credited or debited
 * @param subject what an award is for, where its offer awards once for each: a page, a birthday; empty elsewhere
 * @param on when it counts: the date of the event
 * @param recordedOn when it was recorded
 */
public record Transaction(
        String id,
        TransactionKind kind,
        String participant,
        Amount amount,
        EventKey event,
        String offer,
        String offerType,
        String scheme,
        String rule,
        String lot,
        String subject,
        Instant on,
        Instant recordedOn) {

    /** Refuses 0 and negative amounts: the kind gives the direction. */
    public Transaction {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException(
                    "The amount (" + amount + ") of transaction (" + id + ") must be above 0.");
        }
    }
}
