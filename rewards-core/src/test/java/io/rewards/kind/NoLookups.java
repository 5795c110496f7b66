package io.rewards.kind;

import io.rewards.account.UniqueName;
import io.rewards.decision.Lookups;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.Usage;
import java.util.Optional;

/** Knows nobody, as for an empty store. */
public enum NoLookups implements Lookups {
    INSTANCE;

    @Override
    public boolean isEffective(String participant) {
        return false;
    }

    @Override
    public Optional<String> successor(String participant) {
        return Optional.empty();
    }

    @Override
    public Optional<String> holder(UniqueName name) {
        return Optional.empty();
    }

    @Override
    public Optional<CustomerEvent> event(EventKey key) {
        return Optional.empty();
    }

    @Override
    public Optional<Usage> usage(BudgetName budget) {
        return Optional.empty();
    }

    @Override
    public boolean acceptsReference(String scheme, String code) {
        return false;
    }
}
