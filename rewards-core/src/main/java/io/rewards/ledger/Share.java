package io.rewards.ledger;

import io.rewards.amount.Amount;

/**
 * What one party gives to an award. Immutable.
 *
 * @param party who gives: a merchant
 * @param amount above 0
 */
public record Share(Party party, Amount amount) {

    /** Refuses 0 and negative amounts, as whoever gives nothing has no share, and a party that cannot give. */
    public Share {
        if (party.kind() != AccountKind.CONTRIBUTION.owner()) {
            throw new IllegalArgumentException(
                    "A " + party.kind() + " (" + party.id() + ") cannot give (" + amount + ") to an award.");
        }
        if (!amount.isPositive()) {
            throw new IllegalArgumentException(
                    "The share (" + amount + ") that party (" + party.id() + ") gives must be above 0.");
        }
    }

    /** The account that such money leaves: what the party gives to awards. */
    public AccountName account() {
        return AccountName.of(party, AccountKind.CONTRIBUTION);
    }
}
