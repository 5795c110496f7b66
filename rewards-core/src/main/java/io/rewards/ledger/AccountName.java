package io.rewards.ledger;

import java.util.Comparator;

/**
 * Names one account of the ledger: whose it is and what it is for. Immutable.
 *
 * @param party whose it is
 * @param kind what it is for
 */
public record AccountName(Party party, AccountKind kind) implements Comparable<AccountName> {

    private static final Comparator<AccountName> ORDER =
            Comparator.comparing(AccountName::party).thenComparing(AccountName::kind);

    /** Refuses a party of a kind that has no such account. */
    public AccountName {
        if (party.kind() != kind.owner()) {
            throw new IllegalArgumentException("An account (" + kind + ") is of a " + kind.owner() + ", and the party ("
                    + party.id() + ") is a " + party.kind() + ".");
        }
    }

    /** The account of this kind that {@code party} has. */
    public static AccountName of(Party party, AccountKind kind) {
        return new AccountName(party, kind);
    }

    /** By party, then in the order of the kinds. */
    @Override
    public int compareTo(AccountName other) {
        return ORDER.compare(this, other);
    }

    /** The kind, and whose it is where there are many, such as {@code REIMBURSEMENT of U1}. */
    @Override
    public String toString() {
        return party.id().isEmpty() ? kind.name() : kind + " of " + party.id();
    }
}
