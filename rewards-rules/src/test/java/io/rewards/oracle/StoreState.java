package io.rewards.oracle;

import io.rewards.account.AccountRecords;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Programme;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.Usage;
import io.rewards.store.InMemoryStore;
import io.rewards.store.Recorded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything a store knows about a history, to see whether it has changed. Immutable.
 *
 * @param accounts by participant
 * @param usages of budgets
 * @param recorded by event
 */
record StoreState(
        Map<String, AccountRecords> accounts, Map<BudgetName, Usage> usages, Map<EventKey, Recorded> recorded) {

    static StoreState of(InMemoryStore store, Programme programme, List<CustomerEvent> events) {
        Map<String, AccountRecords> accounts = new HashMap<>();
        store.accounts()
                .map(account -> account.participant().id())
                .forEach(id -> accounts.put(id, store.records(id).orElseThrow()));
        Map<BudgetName, Usage> usages = new HashMap<>();
        for (Offer offer : programme.offers()) {
            for (CustomerEvent event : events) {
                BudgetName.allOf(
                                offer, event.performedOn(), programme.settings().zone())
                        .forEach(budget -> store.usage(budget).ifPresent(usage -> usages.put(budget, usage)));
            }
        }
        Map<EventKey, Recorded> recorded = new HashMap<>();
        for (CustomerEvent event : events) {
            store.recorded(event.key()).ifPresent(known -> recorded.put(event.key(), known));
        }
        return new StoreState(accounts, usages, recorded);
    }
}
