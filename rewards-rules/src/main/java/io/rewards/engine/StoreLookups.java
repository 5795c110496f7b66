package io.rewards.engine;

import io.rewards.account.Loaded;
import io.rewards.account.UniqueName;
import io.rewards.decision.Lookups;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.Usage;
import io.rewards.participant.ParticipantState;
import io.rewards.past.Needs;
import io.rewards.store.Listed;
import io.rewards.store.Recorded;
import io.rewards.store.RewardsStore;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Looks things up in a store. Thread-safe. */
record StoreLookups(RewardsStore store, ReferenceCodeValidator validator) implements Lookups {

    @Override
    public boolean isEffective(String participant) {
        return store.listed(participant)
                .filter(listed -> listed.state() == ParticipantState.EFFECTIVE)
                .isPresent();
    }

    @Override
    public Optional<String> successor(String participant) {
        Set<String> seen = new HashSet<>();
        Optional<String> next = replacementOf(participant);
        while (next.isPresent() && seen.add(next.get()) && !isEffective(next.get())) {
            next = replacementOf(next.get());
        }
        return next.filter(this::isEffective);
    }

    @Override
    public Optional<String> holder(UniqueName name) {
        return store.holder(name);
    }

    @Override
    public Optional<CustomerEvent> event(EventKey key) {
        return store.recorded(key).map(Recorded::event);
    }

    @Override
    public Optional<Usage> usage(BudgetName budget) {
        return store.usage(budget);
    }

    @Override
    public boolean acceptsReference(String scheme, String code) {
        return validator.accepts(scheme, code);
    }

    /** True for an event that was cancelled, be it by whoever has the account of its participant since. */
    boolean isCancelled(CustomerEvent event) {
        Set<String> asked = new HashSet<>();
        Optional<String> next = Optional.of(event.participant());
        while (next.isPresent() && asked.add(next.get())) {
            Optional<Loaded> known = store.load(next.get(), Needs.ofEvent(event.key()));
            if (known.filter(loaded -> loaded.past().isCancelled(event.key())).isPresent()) {
                return true;
            }
            next = replacementOf(next.get());
        }
        return false;
    }

    private Optional<String> replacementOf(String participant) {
        return store.listed(participant).flatMap(Listed::replacedBy);
    }
}
