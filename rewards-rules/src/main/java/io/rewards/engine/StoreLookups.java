package io.rewards.engine;

import io.rewards.account.Account;
import io.rewards.account.UniqueName;
import io.rewards.decision.Lookups;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.ledger.Usage;
import io.rewards.participant.Participant;
import io.rewards.participant.ParticipantState;
import io.rewards.participant.Termination;
import io.rewards.store.Recorded;
import io.rewards.store.RewardsStore;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Looks things up in a store. Thread-safe. */
record StoreLookups(RewardsStore store, ReferenceCodeValidator validator) implements Lookups {

    @Override
    public boolean isEffective(String participant) {
        return store.account(participant)
                .filter(account -> account.participant().state() == ParticipantState.EFFECTIVE)
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
    public Optional<Usage> usage(String offer) {
        return store.usage(offer);
    }

    @Override
    public boolean acceptsReference(String scheme, String code) {
        return validator.accepts(scheme, code);
    }

    private Optional<String> replacementOf(String participant) {
        return store.account(participant)
                .map(Account::participant)
                .flatMap(Participant::termination)
                .flatMap(Termination::replacedBy);
    }
}
