package io.rewards.life;

import io.rewards.account.AccountRecords;
import io.rewards.catalogue.Offer;
import io.rewards.json.OutcomeWriter;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.Usage;
import io.rewards.run.RunRecord;
import io.rewards.store.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that a life left in its store: what was recorded, in order, and what is there in the end. Immutable.
 *
 * @param recorded events with their outcomes
 * @param accounts with their journals and wallets, by participant
 * @param runs latest records, by definition
 * @param usages of budgets
 */
record Chronicle(
        List<Recorded> recorded,
        Map<String, AccountRecords> accounts,
        Map<String, RunRecord> runs,
        Map<BudgetName, Usage> usages) {

    /** The story, lived through without a disturbance. */
    static Chronicle of(Story story) {
        List<Recorded> recorded = new ArrayList<>();
        WatchedStore store = new WatchedStore(new WatchedStore.Watcher() {
            @Override
            public void recorded(Recorded news) {
                recorded.add(news);
            }
        });
        Life life = new Life(story.programme(), store);
        story.scenes().forEach(life::live);
        return of(story, store, recorded);
    }

    /** What there is in the end. */
    static Chronicle of(Story story, WatchedStore store, List<Recorded> recorded) {
        Map<String, AccountRecords> accounts = new TreeMap<>();
        store.store()
                .accounts()
                .map(account -> account.participant().id())
                .forEach(id -> accounts.put(id, store.records(id).orElseThrow()));
        Map<String, RunRecord> runs = new TreeMap<>();
        story.programme()
                .runs()
                .forEach(run -> store.latestRun(run.code()).ifPresent(latest -> runs.put(run.code(), latest)));
        Map<BudgetName, Usage> usages = new TreeMap<>();
        for (Offer offer : story.programme().offers()) {
            for (Recorded each : recorded) {
                BudgetName.allOf(offer, each.event().performedOn(), Island.ZONE)
                        .forEach(budget -> store.usage(budget).ifPresent(usage -> usages.put(budget, usage)));
            }
        }
        return new Chronicle(List.copyOf(recorded), accounts, runs, usages);
    }

    /** The outcomes as hosts would read them. */
    List<String> outcomes() {
        return recorded.stream()
                .map(each -> OutcomeWriter.write(each.outcome()))
                .toList();
    }
}
