package io.rewards.testkit;

import io.rewards.account.UniqueName;
import io.rewards.event.EventKey;
import io.rewards.ledger.BudgetClaim;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.JournalPlace;
import io.rewards.ledger.TransactionKind;
import io.rewards.ledger.Usage;
import io.rewards.past.Needs;
import io.rewards.past.Past;
import io.rewards.store.Due;
import io.rewards.store.Kept;
import io.rewards.store.MerchantBooks;
import io.rewards.store.RewardsStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything that can be read of a store, so that two instants can be compared. Immutable.
 *
 * @param seen what the store answered, by question
 */
record Snapshot(Map<String, Object> seen) {

    private static final int ALL = 10_000;

    /** What {@code store} tells of everybody and of everything that {@code writes} name. */
    static Snapshot of(RewardsStore store, List<Write> writes) {
        Map<String, Object> seen = new TreeMap<>();
        List<String> participants = store.participants("", ALL);
        seen.put("participants", participants);
        participants.forEach(participant -> add(seen, store, participant));
        for (Write write : writes) {
            add(seen, store, write.participant());
            seen.put("recorded " + write.key(), store.recorded(write.key()));
            write.effect().followUps().forEach(each -> {
                EventKey key = each.event().key();
                seen.put("recorded " + key, store.recorded(key));
            });
            for (BudgetClaim claim : write.effect().claims()) {
                seen.put("usage " + claim.budget(), usage(store, claim.budget()));
            }
            write.effect().shared().taken().forEach(name -> add(seen, store, name));
            write.effect().shared().released().forEach(name -> add(seen, store, name));
        }
        seen.put("follow-ups", whats(store.followUps(0, ALL)));
        seen.put("notifications", whats(store.notifications(0, ALL)));
        MerchantBooks merchants = store.merchants();
        for (String merchant : merchants.withOpenEntries("", ALL)) {
            seen.put("open of " + merchant, merchants.open(merchant, JournalPlace.BEFORE_ALL, ALL));
        }
        for (String merchant : merchants.settled("", ALL)) {
            seen.put("settled with " + merchant, merchants.settlements(merchant, 0, ALL));
            seen.put("journal of merchant " + merchant, merchants.journal(merchant, 0, ALL));
        }
        seen.put("settlements to tell", whats(merchants.untold(0, ALL)));
        seen.put("waiting", store.waiting(Events.FAR, Optional.empty(), ALL));
        seen.put("expiry", store.due(new Due.Expiry(Events.FAR), "", ALL));
        seen.put("visits", store.due(new Due.Visit("RUN", "S1", LocalDate.of(2024, 3, 5)), "", ALL));
        return new Snapshot(seen);
    }

    /** What has changed since {@code before}, one line for each question. */
    List<String> changesSince(Snapshot before) {
        return Differences.between(before.seen, seen);
    }

    private static void add(Map<String, Object> seen, RewardsStore store, String participant) {
        seen.put("account of " + participant, store.account(participant));
        seen.put("listed " + participant, store.listed(participant));
        seen.put("journal of " + participant, store.journal(participant, 0, ALL));
        seen.put("records of " + participant, store.records(participant));
        store.load(participant, Needs.NOTHING).ifPresent(loaded -> {
            Past past = loaded.past();
            seen.put("past of " + participant, past.inheritance());
            seen.put("awards of " + participant, past.standing(TransactionKind.AWARD));
            seen.put("spends of " + participant, past.standing(TransactionKind.SPEND));
        });
    }

    private static void add(Map<String, Object> seen, RewardsStore store, UniqueName name) {
        seen.put("holder of " + name, store.holder(name));
    }

    /** How much of a budget is used; nothing and a usage of nothing are the same. */
    static Optional<Usage> usage(RewardsStore store, BudgetName budget) {
        return store.usage(budget).filter(used -> !used.equals(Usage.NONE));
    }

    /** What is kept, in order, without the numbers. */
    static <T> List<T> whats(List<Kept<T>> kept) {
        return kept.stream().map(Kept::what).toList();
    }
}
