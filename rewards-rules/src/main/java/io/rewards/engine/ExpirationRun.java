package io.rewards.engine;

import io.rewards.account.Account;
import io.rewards.account.FollowUp;
import io.rewards.account.Loaded;
import io.rewards.amount.Amount;
import io.rewards.attribute.Attributes;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.MoneyExpired;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.past.Needs;
import io.rewards.run.ExpirationReport;
import io.rewards.run.RunFailure;
import io.rewards.run.RunKey;
import io.rewards.run.RunListener;
import io.rewards.store.Due;
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
final class ExpirationRun implements CommitLoop.Watcher {

    private static final int AT_ONCE = 1_000;

    private final RewardsStore store;
    private final Supplier<Corridor> current;
    private final Instant asOf;
    private final RunListener listener;
    private final CommitLoop commits;
    private final SortedMap<String, Amount> expired = new TreeMap<>();
    private final List<RunFailure> failures = new ArrayList<>();
    private long participants;
    private long lots;

    ExpirationRun(Workplace workplace, Instant asOf, RunListener listener) {
        store = workplace.store();
        current = workplace.current();
        this.asOf = asOf;
        this.listener = listener;
        commits = new CommitLoop(workplace, this);
    }

    ExpirationReport run() {
        commits.applyAll();
        String through = "";
        for (List<String> page = store.due(new Due.Expiry(asOf), through, AT_ONCE);
                !page.isEmpty();
                page = store.due(new Due.Expiry(asOf), through, AT_ONCE)) {
            page.forEach(this::visit);
            through = page.get(page.size() - 1);
        }
        return new ExpirationReport(asOf, participants, lots, List.copyOf(expired.values()), failures);
    }

    private void visit(String participant) {
        Account known = store.account(participant).orElseThrow();
        EventKey key = new RunKey.Expiration(asOf, participant).event();
        MoneyExpired event = event(key, known);
        try {
            commits.write(event, () -> decided(event));
        } catch (UndecidedException e) {
            failures.add(new RunFailure(participant, String.valueOf(e.getMessage())));
        }
    }

    private Optional<Decision> decided(MoneyExpired event) {
        Optional<Loaded> account = store.load(event.participant(), Needs.NOTHING);
        return account.filter(loaded ->
                        isDue(loaded.account()) && store.recorded(event.key()).isEmpty())
                .map(loaded -> UndecidedException.decided(() -> current.get().expire(event, loaded)));
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
        listener.decided(decision.outcome());
    }

    @Override
    public void notApplied(FollowUp followUp, RuntimeException e) {
        failures.add(new RunFailure(followUp.event().participant(), String.valueOf(e.getMessage())));
    }
}
