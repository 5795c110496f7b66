package io.rewards.kind;

import io.rewards.account.UniqueName;
import io.rewards.decision.Lookups;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.Usage;
import java.util.Optional;

/** Knows nobody, as for an empty store; tests say what else they know. */
public interface NoLookups extends Lookups {

    /** Knows nothing at all. */
    NoLookups INSTANCE = new NoLookups() {};

    @Override
    default boolean isEffective(String participant) {
        return false;
    }

    @Override
    default Optional<String> successor(String participant) {
        return Optional.empty();
    }

    @Override
    default Optional<String> holder(UniqueName name) {
        return Optional.empty();
    }

    @Override
    default Optional<CustomerEvent> event(EventKey key) {
        return Optional.empty();
    }

    @Override
    default Optional<Usage> usage(BudgetName budget) {
        return Optional.empty();
    }

    @Override
    default boolean acceptsReference(String scheme, String code) {
        return false;
    }
}
