package io.rewards.ledger;

import io.rewards.amount.Amount;
import io.rewards.organisation.ExpiryPolicy;
import java.util.Optional;

/**
 * What one party gives to an award. Immutable. Source: domain 7.3, 7.5.
 *
 * @param party who gives: a merchant
 * @param amount above 0
 * @param onExpiry what becomes of it where the award is not spent in time, as it was agreed when the award was made; empty
 *     where it stays given
 */
public record Share(Party party, Amount amount, Optional<ExpiryPolicy> onExpiry) {

    /** Refuses 0 and negative amounts, as whoever gives nothing has no share, and a party that cannot give. */
    public Share {
        if (party.kind() != AccountKind.CONTRIBUTION.owner()) {
            throw new IllegalArgumentException(
                    "A " + party.kind() + " (" + party.id() + ") cannot give (" + amount + ") to an award.");
        }
        onExpiry = onExpiry.filter(policy -> policy != ExpiryPolicy.KEEP_CONTRIBUTION);
        if (!amount.isPositive()) {
            throw new IllegalArgumentException(
                    "The share (" + amount + ") that party (" + party.id() + ") gives must be above 0.");
        }
    }

    /** A share that stays given where the award is not spent in time. */
    public Share(Party party, Amount amount) {
        this(party, amount, Optional.empty());
    }

    /** This share, of which this is agreed. */
    public Share with(ExpiryPolicy agreed) {
        return new Share(party, amount, Optional.of(agreed));
    }

    /** This share with another amount. */
    public Share with(Amount changed) {
        return new Share(party, changed, onExpiry);
    }

    /** True where the part of it that expires comes back. */
    public boolean comesBackOnExpiry() {
        return onExpiry.isPresent();
    }

    /** The account that such money leaves: what the party gives to awards. */
    public AccountName account() {
        return AccountName.of(party, AccountKind.CONTRIBUTION);
    }
}
