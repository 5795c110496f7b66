package io.rewards.engine;

import io.rewards.account.Account;
import io.rewards.amount.Amount;
import io.rewards.decision.InstantSpend;
import io.rewards.decision.OfferProgress;
import io.rewards.decision.Outcome;
import io.rewards.decision.ReturnResult;
import io.rewards.decision.Situation;
import io.rewards.decision.SpendResult;
import io.rewards.decision.Verdict;
import io.rewards.event.CustomerEvent;
import io.rewards.event.Purchase;
import io.rewards.ledger.Transaction;
import io.rewards.problem.Problem;
import io.rewards.resolve.Movement;
import io.rewards.resolve.Posting;
import io.rewards.wallet.Balance;
import io.rewards.wallet.Lot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Collects what came of one event. For one thread. */
final class OutcomeBuilder {

    private final CustomerEvent event;
    private final Outcome.Status status;
    private final Instant processedOn;
    private final String programme;
    private final String pack;
    private List<Problem> problems = List.of();
    private List<Verdict> verdicts = List.of();
    private Optional<Amount> total = Optional.empty();
    private List<InstantSpend> instantSpends = List.of();
    private Optional<Amount> payable = Optional.empty();
    private List<Transaction> transactions = List.of();
    private List<Lot> lots = List.of();
    private List<OfferProgress> progress = List.of();
    private List<Balance> balances = List.of();
    private Optional<SpendResult> spend = Optional.empty();
    private Optional<Amount> backEnd = Optional.empty();
    private Optional<ReturnResult> returned = Optional.empty();

    OutcomeBuilder(CustomerEvent event, Outcome.Status status, Instant processedOn, String programme, String pack) {
        this.event = event;
        this.status = status;
        this.processedOn = processedOn;
        this.programme = programme;
        this.pack = pack;
    }

    OutcomeBuilder withProblems(List<Problem> found) {
        problems = found;
        return this;
    }

    OutcomeBuilder withVerdicts(List<Verdict> decided) {
        verdicts = decided;
        return this;
    }

    OutcomeBuilder withPosting(Situation situation, Posting posting) {
        if (situation.event() instanceof Purchase) {
            total = Optional.of(situation.payable());
            payable = Optional.of(posting.payable());
            backEnd = Optional.of(posting.backEnd()).filter(Amount::isPositive);
        }
        instantSpends = posting.instantSpends();
        transactions = together(transactions, posting.transactions());
        spend = posting.spend();
        lots = posting.lots();
        progress = posting.progress();
        return withBalances(posting.account());
    }

    /** What the event moved before any offer was decided, or without any. */
    OutcomeBuilder withMovement(Movement movement) {
        transactions = movement.transactions();
        spend = movement.spend();
        returned = movement.returned();
        return withBalances(movement.account());
    }

    OutcomeBuilder withTransactions(List<Transaction> posted) {
        transactions = posted;
        return this;
    }

    OutcomeBuilder withBalances(Account account) {
        balances = Balance.of(account.wallet(), processedOn);
        return this;
    }

    Outcome build() {
        return new Outcome(
                event.key(),
                event.participant(),
                status,
                processedOn,
                programme,
                pack,
                problems,
                verdicts,
                total,
                instantSpends,
                payable,
                transactions,
                lots,
                progress,
                balances,
                spend,
                backEnd,
                returned);
    }

    private static List<Transaction> together(List<Transaction> first, List<Transaction> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
