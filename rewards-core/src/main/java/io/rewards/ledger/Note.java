package io.rewards.ledger;

/**
 * What somebody reads beside a transaction: what it undoes, why, and who decided it. Immutable.
 *
 * @param reverses id of the transaction that it undoes or takes back, or empty
 * @param reason why, where somebody said so; otherwise empty
 * @param user who decided it, where a person did; otherwise empty
 */
public record Note(String reverses, String reason, String user) {

    /** Nothing to say. */
    public static final Note NONE = new Note("", "", "");

    /** The same as its parts say; nothing to say where they are empty. */
    public static Note of(String reverses, String reason, String user) {
        return reverses.isEmpty() && reason.isEmpty() && user.isEmpty() ? NONE : new Note(reverses, reason, user);
    }

    /** Of what undoes this transaction, for no reason that was given. */
    public static Note reversing(String transaction) {
        return new Note(transaction, "", "");
    }
}
