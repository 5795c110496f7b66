package io.rewards.engine;

import io.rewards.account.Account;
import io.rewards.account.FollowUp;
import io.rewards.account.Loaded;
import io.rewards.amount.Amount;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.Changeover;
import io.rewards.catalogue.Commitments;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.MoneyConverted;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.past.Needs;
import io.rewards.run.ChangeoverReport;
import io.rewards.run.RunFailure;
import io.rewards.run.RunKey;
import io.rewards.run.RunListener;
import io.rewards.store.RewardsStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A changeover reaches one participant after another, each at once and under a key of its own, so one that was interrupted
 * is simply called again. It has ended once a look at everybody finds nobody left. For one thread. Source: domain 3.12, 6.5.
 */
final class ChangeoverRun implements CommitLoop.Watcher {

    private static final int AT_ONCE = 1_000;

    private final RewardsStore store;
    private final Supplier<Corridor> current;
    private final Changeover changeover;
    private final RunListener listener;
    private final CommitLoop commits;
    private final List<RunFailure> failures = new ArrayList<>();
    private long participants;
    private Amount before;
    private Amount after;

    ChangeoverRun(Workplace workplace, Changeover changeover, RunListener listener) {
        store = workplace.store();
        current = workplace.current();
        this.changeover = changeover;
        this.listener = listener;
        commits = new CommitLoop(workplace, this);
        before = Amount.zero(changeover.from());
        after = Amount.zero(changeover.to());
    }

    /** Reaches everybody; the store knows already that it is under way. */
    ChangeoverReport run() {
        while (pass() && failures.isEmpty()) {
            // Whoever was written by an event that was under way when this began is found by the next pass.
        }
        boolean ended = failures.isEmpty() && end();
        return new ChangeoverReport(changeover, participants, before, after, failures, ended);
    }

    /** True where somebody was left. */
    private boolean pass() {
        boolean any = false;
        String through = "";
        for (List<String> page = store.participants(through, AT_ONCE);
                !page.isEmpty();
                page = store.participants(through, AT_ONCE)) {
            for (String participant : page) {
                any |= reach(participant);
            }
            through = page.get(page.size() - 1);
        }
        return any;
    }

    private boolean end() {
        Commitments kept = store.commitments().orElseThrow();
        return kept.underWay().filter(changeover::equals).isPresent()
                ? store.keep(Optional.of(kept), kept.ended())
                : kept.changeovers().contains(changeover);
    }

    private boolean reach(String participant) {
        EventKey key = new RunKey.Conversion(changeover.asOf(), participant).event();
        if (store.recorded(key).isPresent()) {
            return false;
        }
        MoneyConverted event = event(key, store.account(participant).orElseThrow());
        try {
            return commits.write(event, () -> decided(event)).isPresent();
        } catch (UndecidedException e) {
            failures.add(new RunFailure(participant, String.valueOf(e.getMessage())));
            return false;
        }
    }

    private Optional<Decision> decided(MoneyConverted event) {
        Optional<Loaded> account = store.load(event.participant(), Needs.NOTHING);
        return account.filter(loaded -> store.recorded(event.key()).isEmpty())
                .map(loaded -> UndecidedException.decided(() -> current.get().convert(event, loaded)));
    }

    private MoneyConverted event(EventKey key, Account account) {
        return new MoneyConverted(new EventHeader(
                key,
                account.participant().id(),
                account.participant().unit(),
                changeover.asOf(),
                Optional.of(changeover.asOf()),
                true,
                Attributes.NONE));
    }

    @Override
    public void written(Decision decision) {
        List<Transaction> transactions = decision.outcome().transactions();
        participants += transactions.isEmpty() ? 0 : 1;
        for (Transaction each : transactions) {
            if (each.kind() == TransactionKind.CONVERSION
                    && each.amount().denomination().equals(changeover.from())) {
                before = before.plus(each.amount());
            } else if (each.kind() == TransactionKind.CONVERSION) {
                after = after.plus(each.amount());
            }
        }
        listener.decided(decision.outcome());
    }

    @Override
    public void notApplied(FollowUp followUp, RuntimeException e) {
        failures.add(new RunFailure(followUp.event().participant(), String.valueOf(e.getMessage())));
    }
}
