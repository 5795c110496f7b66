package io.rewards.ledger;

import io.rewards.amount.Amount;
import io.rewards.event.EventKey;
import java.time.Instant;
import java.util.Optional;

/**
 * One movement of money from one account to another, never changed afterwards: a correction is another transaction.
 * Immutable. Source: domain 5.6.
 *
 * @param id unique; made of the event, the lot and the kind
 * @param kind what it does
 * @param participant id of the participant
 * @param unit code of the unit where it happened
 * @param amount above 0
 * @param from account that the money leaves
 * @param to account that it goes to
 * @param event that caused it
 * @param purchase that it pays for, or the event that it awards; empty where it is about neither
 * @param offer code of the offer that awarded the money; empty where none did
 * @param offerType code of the type of that offer
 * @param scheme code of the scheme of that offer
 * @param rule id of the rule that granted the award
 * @param lot id of the lot that is credited or debited; empty where a debt or a merchant is
 * @param subject what an award is for, where its offer awards once for each: a page, a birthday; empty elsewhere
 * @param reverses id of the transaction that it undoes or takes back, or empty
 * @param reason why, where somebody said so; otherwise empty
 * @param user who decided it, where a person did; otherwise empty
 * @param on when it counts: the date of the event
 * @param recordedOn when it was recorded
 */
public record Transaction(
        String id,
        TransactionKind kind,
        String participant,
        String unit,
        Amount amount,
        LedgerAccount from,
        LedgerAccount to,
        EventKey event,
        Optional<EventKey> purchase,
        String offer,
        String offerType,
        String scheme,
        String rule,
        String lot,
        String subject,
        String reverses,
        String reason,
        String user,
        Instant on,
        Instant recordedOn) {

    /** Refuses 0 and negative amounts, and an account on both sides: the accounts give the direction. */
    public Transaction {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException(
                    "The amount (" + amount + ") of transaction (" + id + ") must be above 0.");
        }
        if (from == to) {
            throw new IllegalArgumentException(
                    "The transaction (" + id + ") must go from (" + from + ") to another account.");
        }
    }

    /** What it adds to {@code account}; negative where it takes, zero where it does not touch it. */
    public Amount change(LedgerAccount account) {
        if (account == to) {
            return amount;
        }
        Amount zero = Amount.zero(amount.denomination());
        return account == from ? zero.minus(amount) : zero;
    }

    /** What it adds to what the programme owes the participant; zero where money only moves inside the wallet. */
    public Amount changeOfLiability() {
        Amount sum = Amount.zero(amount.denomination());
        sum = to.isLiability() ? sum.plus(amount) : sum;
        return from.isLiability() ? sum.minus(amount) : sum;
    }
}
