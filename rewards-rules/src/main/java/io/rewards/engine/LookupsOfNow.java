package io.rewards.engine;

import io.rewards.account.UniqueName;
import io.rewards.catalogue.Commitments;
import io.rewards.decision.Lookups;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.kind.EventKinds;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.Usage;
import java.util.Optional;

/**
 * Looks things up of which some happened before a changeover: amounts are told as they are now. Thread-safe where what it
 * asks is. Source: domain 3.12.
 */
record LookupsOfNow(Lookups asked, Commitments kept) implements Lookups {

    @Override
    public boolean isEffective(String participant) {
        return asked.isEffective(participant);
    }

    @Override
    public Optional<String> successor(String participant) {
        return asked.successor(participant);
    }

    @Override
    public Optional<String> holder(UniqueName name) {
        return asked.holder(name);
    }

    @Override
    public Optional<CustomerEvent> event(EventKey key) {
        return asked.event(key).map(event -> EventKinds.now(event, kept));
    }

    @Override
    public Optional<Usage> usage(BudgetName budget) {
        return asked.usage(budget);
    }

    @Override
    public boolean acceptsReference(String scheme, String code) {
        return asked.acceptsReference(scheme, code);
    }
}
