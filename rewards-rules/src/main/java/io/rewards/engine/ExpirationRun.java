package io.rewards.engine;

import io.rewards.account.Account;
import io.rewards.account.FollowUp;
import io.rewards.amount.Amount;
import io.rewards.attribute.Attributes;
import io.rewards.decision.Lookups;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.MoneyExpired;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.run.ExpirationReport;
import io.rewards.run.RunFailure;
import io.rewards.run.RunKey;
import io.rewards.run.RunListener;
import io.rewards.store.RewardsStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * One expiration run: takes out of every wallet what was not spent in time, one participant after another, each at once and
 * under a key of its own. What is taken out is not there any more, so a run that was interrupted is simply run again. For
 * one thread. Source: domain 5.5, 6.5.
 */
final class ExpirationRun implements Desk.Watcher {

    private static final int AT_ONCE = 1_000;

    private final RewardsStore store;
    private final Lookups lookups;
    private final Supplier<Generation> current;
    private final Instant asOf;
    private final RunListener listener;
    private final Desk desk;
    private final SortedMap<String, Amount> expired = new TreeMap<>();
    private final List<RunFailure> failures = new ArrayList<>();
    private long participants;
    private long lots;

    private ExpirationRun(
            RewardsStore store, Lookups lookups, Supplier<Generation> current, Instant asOf, RunListener listener) {
        this.store = store;
        this.lookups = lookups;
        this.current = current;
        this.asOf = asOf;
        this.listener = listener;
        desk = new Desk(store, lookups, current, this);
    }

    static ExpirationReport run(
            RewardsStore store, Lookups lookups, Supplier<Generation> current, Instant asOf, RunListener listener) {
        return new ExpirationRun(store, lookups, current, asOf, listener).run();
    }

    private ExpirationReport run() {
        desk.applyAll();
        String through = "";
        for (List<String> page = store.participants(through, AT_ONCE);
                !page.isEmpty();
                page = store.participants(through, AT_ONCE)) {
            page.forEach(this::visit);
            through = page.get(page.size() - 1);
        }
        return new ExpirationReport(asOf, participants, lots, List.copyOf(expired.values()), failures);
    }

    private void visit(String participant) {
        EventKey key = new RunKey.Expiration(asOf, participant).event();
        try {
            desk.write(key, () -> store.recorded(key).isPresent() ? Optional.empty() : decided(participant, key));
        } catch (UndecidedException e) {
            failures.add(new RunFailure(participant, String.valueOf(e.getMessage())));
        }
    }

    private Optional<Decision> decided(String participant, EventKey key) {
        return store.account(participant)
                .filter(this::isDue)
                .map(account ->
                        UndecidedException.decided(() -> current.get().expire(event(key, account), account, lookups)));
    }

    /** True where money has expired or a reservation has lapsed. */
    private boolean isDue(Account account) {
        return account.lots().stream().anyMatch(lot -> lot.isExpiredAt(asOf))
                || account.wallet().holds().values().stream()
                        .anyMatch(hold -> !hold.until().isAfter(asOf));
    }

    private MoneyExpired event(EventKey key, Account account) {
        return new MoneyExpired(new EventHeader(
                key,
                account.participant().id(),
                account.participant().unit(),
                asOf,
                Optional.of(asOf),
                true,
                Attributes.NONE));
    }

    @Override
    public void written(Decision decision) {
        List<Transaction> late = decision.outcome().transactions().stream()
                .filter(transaction -> transaction.kind() == TransactionKind.AWARD_EXPIRATION)
                .toList();
        participants += late.isEmpty() ? 0 : 1;
        lots += late.size();
        late.forEach(transaction ->
                expired.merge(transaction.amount().denomination().code(), transaction.amount(), Amount::plus));
        listener.recorded(decision.outcome().transactions());
    }

    @Override
    public void notApplied(FollowUp followUp, RuntimeException e) {
        failures.add(new RunFailure(followUp.event().participant(), String.valueOf(e.getMessage())));
    }
}
