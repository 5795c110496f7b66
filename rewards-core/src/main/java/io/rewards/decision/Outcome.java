package io.rewards.decision;

import io.rewards.amount.Amount;
import io.rewards.event.EventKey;
import io.rewards.ledger.Transaction;
import io.rewards.participant.Secret;
import io.rewards.problem.Problem;
import io.rewards.wallet.Balance;
import io.rewards.wallet.Lot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came of an event. The same event always has the same outcome; once it was cancelled, its status says so. Immutable.
 *
 * @param event the caller's name for the event
 * @param participant id of the participant it is about
 * @param status what the engine did with it
 * @param processedOn when the engine was given it
 * @param programme version of the programme that decided
 * @param pack hash of the rule pack that decided
 * @param problems why it was refused; empty unless it was
 * @param verdicts one for each candidate, in order of offer numbers
 * @param total of the purchase
 * @param instantSpends discounts on the purchase from its own awards
 * @param payable what is left to pay
 * @param transactions that were recorded
 * @param lots that were added to the wallet and still hold money
 * @param progress in the accumulating offers that counted the purchase
 * @param balances of the wallet afterwards
 * @param spend what of the wallet was spent, reserved or freed, besides instant discounts
 * @param backEnd what of {@code payable} the customer gets refunded afterwards, instead of paying less at the till
 * @param returned what came back with goods, or with an event that never happened after all
 * @param exchanged points that were turned into money
 * @param token that was made for the participant; told once, and not recorded
 */
public record Outcome(
        EventKey event,
        String participant,
        Status status,
        Instant processedOn,
        String programme,
        String pack,
        List<Problem> problems,
        List<Verdict> verdicts,
        Optional<Amount> total,
        List<InstantSpend> instantSpends,
        Optional<Amount> payable,
        List<Transaction> transactions,
        List<Lot> lots,
        List<OfferProgress> progress,
        List<Balance> balances,
        Optional<SpendResult> spend,
        Optional<Amount> backEnd,
        Optional<ReturnResult> returned,
        Optional<ExchangeResult> exchanged,
        Optional<Secret> token) {

    /** What the engine did with an event. */
    public enum Status {
        /** Decided and recorded. */
        PROCESSED,
        /** Recorded and left to the next evaluation run, as the event asked. */
        QUEUED,
        /** Decided and recorded once, and cancelled since: what the outcome tells no longer stands. */
        CANCELLED,
        /** Not recorded; the problems say why. The same event may be sent again once they are mended. */
        REFUSED
    }

    /** Copies the lists. */
    public Outcome {
        problems = List.copyOf(problems);
        verdicts = List.copyOf(verdicts);
        instantSpends = List.copyOf(instantSpends);
        transactions = List.copyOf(transactions);
        lots = List.copyOf(lots);
        progress = List.copyOf(progress);
        balances = List.copyOf(balances);
    }

    /** This outcome, which tells the token that was made. */
    public Outcome with(Secret made) {
        return with(status, transactions, Optional.of(made));
    }

    /** True when something was recorded, so that the same event will have this outcome again. */
    public boolean isRecorded() {
        return status != Status.REFUSED;
    }

    /** This outcome of an event that was cancelled since. */
    public Outcome cancelled() {
        return with(Status.CANCELLED, transactions, token);
    }

    /** This outcome with other transactions: none where they are kept elsewhere, and those where it is read again. */
    public Outcome withTransactions(List<Transaction> changed) {
        return with(status, changed, token);
    }

    private Outcome with(Status changed, List<Transaction> recorded, Optional<Secret> made) {
        return new Outcome(
                event,
                participant,
                changed,
                processedOn,
                programme,
                pack,
                problems,
                verdicts,
                total,
                instantSpends,
                payable,
                recorded,
                lots,
                progress,
                balances,
                spend,
                backEnd,
                returned,
                exchanged,
                made);
    }

    /** The offers that applied. */
    public Stream<Verdict.Granted> granted() {
        return verdicts.stream().filter(Verdict.Granted.class::isInstance).map(Verdict.Granted.class::cast);
    }

    /** The offers that did not apply. */
    public Stream<Verdict.Declined> declined() {
        return verdicts.stream().filter(Verdict.Declined.class::isInstance).map(Verdict.Declined.class::cast);
    }

    /** The verdict on the offer of this code, if it was a candidate. */
    public Optional<Verdict> verdictOn(String offer) {
        return verdicts.stream()
                .filter(verdict -> verdict.offer().equals(offer))
                .findFirst();
    }
}
