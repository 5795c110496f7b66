package io.rewards.resolve;

import io.rewards.books.Purse;
import io.rewards.decision.Lookups;
import io.rewards.decision.Moment;

/**
 * What the decision of an event may ask besides its moment. Immutable.
 *
 * @param lookups about others than the participant
 * @param rules to ask again about what is left of a purchase
 * @param wallets what the host decides about wallets
 */
public record Context(Lookups lookups, Rules rules, WalletRules wallets) {

    /** Opens the purse of the participant. */
    public Purse purse(Moment moment) {
        return new Purse(moment.account(), moment.past(), moment.event(), moment.at(), wallets.order());
    }
}
