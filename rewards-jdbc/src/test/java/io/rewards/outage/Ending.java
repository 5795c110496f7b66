package io.rewards.outage;

import io.rewards.account.AccountRecords;
import io.rewards.catalogue.Offer;
import io.rewards.event.CustomerEvent;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.Usage;
import io.rewards.notification.Notification;
import io.rewards.run.RunRecord;
import io.rewards.store.InMemoryStore;
import io.rewards.store.Kept;
import io.rewards.store.Recorded;
import io.rewards.store.RewardsStore;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything that a {@link Tale} has left in a store. Immutable.
 *
 * @param recorded events with their outcomes, by key
 * @param accounts with their journals, by participant
 * @param usages of budgets
 * @param notifications that were kept, by id
 * @param run latest of the evaluation run
 */
record Ending(
        Map<String, Recorded> recorded,
        Map<String, AccountRecords> accounts,
        Map<BudgetName, Usage> usages,
        List<Notification> notifications,
        Optional<RunRecord> run) {

    private static final int ALL = 100_000;

    /** What is left where nothing goes wrong: in memory, by one engine. */
    static Ending undisturbed(List<Tale.Step> tale) {
        InMemoryStore store = new InMemoryStore();
        Teller teller = new Teller(store);
        tale.forEach(teller::live);
        return of(store, tale);
    }

    static Ending of(RewardsStore store, List<Tale.Step> tale) {
        Map<String, Recorded> recorded = new LinkedHashMap<>();
        Map<BudgetName, Usage> usages = new TreeMap<>();
        for (Tale.Step step : tale) {
            Optional<CustomerEvent> event = Tale.event(step);
            event.flatMap(each -> store.recorded(each.key()))
                    .ifPresent(each -> recorded.put(each.event().key().text(), each));
            for (Offer offer : Tale.PROGRAMME.offers()) {
                event.stream()
                        .flatMap(each ->
                                BudgetName.allOf(
                                        offer,
                                        each.performedOn(),
                                        Tale.PROGRAMME.settings().zone())
                                        .stream())
                        .forEach(budget -> store.usage(budget).ifPresent(usage -> usages.put(budget, usage)));
            }
        }
        Map<String, AccountRecords> accounts = new TreeMap<>();
        store.participants("", ALL)
                .forEach(id -> accounts.put(id, store.records(id).orElseThrow()));
        List<Notification> notifications = store.notifications(0, ALL).stream()
                .map(Kept::what)
                .sorted(Comparator.comparing(Notification::id))
                .toList();
        return new Ending(recorded, accounts, usages, notifications, store.latestRun("NIGHTLY"));
    }
}
