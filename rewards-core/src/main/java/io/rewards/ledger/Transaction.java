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
 * @param amount above 0
 * @param from account that the money leaves
 * @param to account that it goes to
 * @param cause what made it move
 * @param origin where that money comes from
 * @param note what it undoes, why, and who decided it
 * @param on when it counts: the date of the event
 * @param recordedOn when it was recorded
 */
public record Transaction(
        String id,
        TransactionKind kind,
        Amount amount,
        AccountName from,
        AccountName to,
        Cause cause,
        Origin origin,
        Note note,
        Instant on,
        Instant recordedOn) {

    /**
     * Refuses 0 and negative amounts, an account on both sides, as the accounts give the direction, and an account of
     * another participant than the one in whose journal it is.
     */
    public Transaction {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException(
                    "The amount (" + amount + ") of transaction (" + id + ") must be above 0.");
        }
        if (from.equals(to)) {
            throw new IllegalArgumentException(
                    "The transaction (" + id + ") must go from (" + from + ") to another account.");
        }
        refuseOthers(id, from, cause);
        refuseOthers(id, to, cause);
    }

    /** The event that caused it. */
    public EventKey event() {
        return cause.event();
    }

    /** The purchase that it pays for, or the event that it awards; empty where it is about neither. */
    public Optional<EventKey> purchase() {
        return cause.purchase();
    }

    /** Id of the participant in whose journal it is. */
    public String participant() {
        return cause.participant();
    }

    /** Code of the unit where it happened. */
    public String unit() {
        return cause.unit();
    }

    /** Code of the offer that awarded the money; empty where none did. */
    public String offer() {
        return origin.offer();
    }

    /** Code of the type of that offer. */
    public String offerType() {
        return origin.offerType();
    }

    /** Code of the scheme of that offer. */
    public String scheme() {
        return origin.scheme();
    }

    /** Id of the rule that granted the award. */
    public String rule() {
        return origin.rule();
    }

    /** Id of the lot that is credited or debited; empty where a debt or a merchant is. */
    public String lot() {
        return origin.lot();
    }

    /** What an award is for, where its offer awards once for each. */
    public AwardSubject subject() {
        return origin.subject();
    }

    /** Id of the transaction that it undoes or takes back, or empty. */
    public String reverses() {
        return note.reverses();
    }

    /** Why, where somebody said so; otherwise empty. */
    public String reason() {
        return note.reason();
    }

    /** Who decided it, where a person did; otherwise empty. */
    public String user() {
        return note.user();
    }

    /** What it adds to accounts of this kind; negative where it takes, zero where it does not touch them. */
    public Amount change(AccountKind account) {
        return change(account == from.kind(), account == to.kind());
    }

    /** What it adds to {@code account}; negative where it takes, zero where it does not touch it. */
    public Amount change(AccountName account) {
        return change(account.equals(from), account.equals(to));
    }

    /** What it adds to what the programme owes the participant; zero where money only moves inside the wallet. */
    public Amount changeOfLiability() {
        return change(from.kind().isLiability(), to.kind().isLiability());
    }

    private Amount change(boolean takes, boolean gives) {
        Amount zero = Amount.zero(amount.denomination());
        if (takes == gives) {
            return zero;
        }
        return gives ? amount : zero.minus(amount);
    }

    private static void refuseOthers(String id, AccountName account, Cause cause) {
        Party party = account.party();
        if (party.kind() == Party.Kind.PARTICIPANT && !party.id().equals(cause.participant())) {
            throw new IllegalArgumentException("The transaction (" + id + ") of participant (" + cause.participant()
                    + ") must not touch the account (" + account + ") of another participant.");
        }
    }
}
