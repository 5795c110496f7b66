package io.rewards.json;

import io.rewards.amount.Amount;
import io.rewards.amount.Portion;
import io.rewards.decision.Contribution;
import io.rewards.decision.Decline;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.ExchangeResult;
import io.rewards.decision.InstantSpend;
import io.rewards.decision.Measure;
import io.rewards.decision.OfferProgress;
import io.rewards.decision.Outcome;
import io.rewards.decision.Outcome.Status;
import io.rewards.decision.ReturnResult;
import io.rewards.decision.SpendResult;
import io.rewards.decision.Verdict;
import io.rewards.event.EventKey;
import io.rewards.ledger.Transaction;
import io.rewards.participant.Secret;
import io.rewards.problem.InvalidInputException;
import io.rewards.problem.Problem;
import io.rewards.wallet.Balance;
import io.rewards.wallet.LineShare;
import io.rewards.wallet.Lot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reads outcomes as {@link OutcomeWriter} writes them. Refuses unknown or missing fields and values of the wrong kind, all
 * at once, each with its path. The format is described in docs/formats.md and in
 * {@code io/rewards/schema/outcome.schema.json}. Thread-safe.
 */
public final class OutcomeReader {

    private OutcomeReader() {}

    /**
     * The outcome in a JSON text.
     *
     * @param source name of the input for messages, such as a file and a line
     * @throws InvalidInputException naming every problem
     */
    public static Outcome read(String source, String json) {
        return read(source, Document.json(source, json));
    }

    /**
     * The outcome in a tree that was parsed already, such as part of a larger document.
     *
     * @param source name of the input for messages
     * @throws InvalidInputException naming every problem
     */
    public static Outcome read(String source, JsonNode tree) {
        return read(source, Document.of(source, tree));
    }

    private static Outcome read(String source, Node root) {
        Findings findings = new Findings();
        Optional<Outcome> outcome =
                Value.root("outcome", root, findings).read(value -> value.object(OutcomeReader::outcome));
        List<Problem> problems = findings.and(List.of());
        if (!problems.isEmpty()) {
            throw new InvalidInputException(source, Lines.locate(problems, root));
        }
        return outcome.orElseThrow();
    }

    private static Outcome outcome(Fields fields) {
        Optional<EventKey> event = fields.required("event", WalletReader::key);
        String participant = WalletReader.text(fields, "participant");
        Optional<Status> status = fields.required("status", Scalars.constant(Status.class));
        Optional<Instant> processedOn = fields.required("processedOn", WalletReader::utc);
        String programme = WalletReader.text(fields, "programme");
        String pack = WalletReader.text(fields, "pack");
        List<Problem> problems = fields.list("problems", OutcomeReader::problem);
        List<Verdict> verdicts = fields.list("verdicts", OutcomeReader::verdict);
        Optional<Amount> total = fields.optional("total", WalletReader::amount);
        List<InstantSpend> instantSpends = fields.list("instantSpends", OutcomeReader::instantSpend);
        Optional<Amount> payable = fields.optional("payable", WalletReader::amount);
        Optional<Amount> backEnd = fields.optional("backEnd", WalletReader::amount);
        Optional<SpendResult> spend = fields.optional("spend", SpendReader::spend);
        Optional<ReturnResult> returned = fields.optional("returned", SpendReader::returned);
        Optional<ExchangeResult> exchanged = fields.optional("exchanged", SpendReader::exchanged);
        Optional<Secret> token = fields.optional("token", text -> Secret.of(Scalars.anyText(text)));
        List<Transaction> transactions = fields.list("transactions", WalletReader::transaction);
        List<Lot> lots = fields.list("lots", WalletReader::lot);
        List<OfferProgress> progress = fields.list("progress", OutcomeReader::progress);
        List<Balance> balances = fields.list("balances", OutcomeReader::balance);
        return new Outcome(
                event.orElseThrow(NotedException::new),
                participant,
                status.orElseThrow(NotedException::new),
                processedOn.orElseThrow(NotedException::new),
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
                returned,
                exchanged,
                token);
    }

    private static Problem problem(Value value) {
        return value.object(fields -> {
            String path = fields.optional("path", Scalars::anyText).orElse("");
            return new Problem(path, WalletReader.text(fields, "message"));
        });
    }

    private static Verdict verdict(Value value) {
        return value.object(fields -> {
            String offer = WalletReader.text(fields, "offer");
            Optional<String> kind = fields.exactlyOne("granted", "declined");
            Optional<Verdict> granted = fields.optional("granted", details -> granted(offer, details));
            List<Decline> declines = fields.list("declined", OutcomeReader::decline);
            if (kind.isEmpty() || fields.isWrong()) {
                throw new NotedException();
            }
            return granted.orElseGet(() -> new Verdict.Declined(offer, declines));
        });
    }

    private static Verdict granted(String offer, Value value) {
        return value.object(fields -> {
            String rule = WalletReader.text(fields, "rule");
            Optional<Amount> amount = fields.required("amount", WalletReader::amount);
            Optional<Amount> wished = fields.required("wished", WalletReader::amount);
            Optional<Contribution> contribution = fields.optional("contribution", OutcomeReader::contribution);
            return new Verdict.Granted(
                    offer,
                    rule,
                    amount.orElseThrow(NotedException::new),
                    wished.orElseThrow(NotedException::new),
                    contribution);
        });
    }

    private static Contribution contribution(Value value) {
        return value.object(fields -> {
            String merchant = WalletReader.text(fields, "merchant");
            String agreement = WalletReader.text(fields, "agreement");
            String rule = WalletReader.textOrEmpty(fields, "rule");
            Optional<Contribution.Basis> basis = fields.required("basis", Scalars.constant(Contribution.Basis.class));
            Optional<Portion> percentage = fields.required("percentage", ShapeReader::portion);
            Optional<Amount> amount = fields.required("amount", WalletReader::amount);
            return new Contribution(
                    merchant,
                    agreement,
                    rule,
                    basis.orElseThrow(NotedException::new),
                    percentage.orElseThrow(NotedException::new),
                    amount.orElseThrow(NotedException::new));
        });
    }

    private static Decline decline(Value value) {
        return value.object(fields -> {
            String rule = WalletReader.text(fields, "rule");
            Optional<DeclineReason> reason = fields.required("reason", Scalars.constant(DeclineReason.class));
            String sentence = WalletReader.text(fields, "sentence");
            Optional<Measure> actual = fields.optional("actual", Measures::read);
            Optional<Measure> required = fields.optional("required", Measures::read);
            Optional<Measure> distance = fields.optional("distance", Measures::read);
            Optional<Instant> until = fields.optional("until", WalletReader::utc);
            String by = fields.optional("by", Scalars::anyText).orElse("");
            return new Decline(
                    rule, reason.orElseThrow(NotedException::new), sentence, actual, required, distance, until, by);
        });
    }

    private static InstantSpend instantSpend(Value value) {
        return value.object(fields -> {
            String offer = WalletReader.text(fields, "offer");
            Optional<Amount> amount = fields.required("amount", WalletReader::amount);
            List<LineShare> lines = fields.list("lines", WalletReader::share);
            return new InstantSpend(offer, amount.orElseThrow(NotedException::new), lines);
        });
    }

    private static OfferProgress progress(Value value) {
        return value.object(fields -> {
            String offer = WalletReader.text(fields, "offer");
            Optional<Measure> current = fields.required("current", Measures::read);
            Optional<Measure> target = fields.required("target", Measures::read);
            Optional<Instant> until = fields.optional("until", WalletReader::utc);
            return new OfferProgress(
                    offer, current.orElseThrow(NotedException::new), target.orElseThrow(NotedException::new), until);
        });
    }

    private static Balance balance(Value value) {
        return value.object(fields -> {
            Optional<Amount> available = fields.required("available", WalletReader::amount);
            Optional<Amount> pending = fields.required("pending", WalletReader::amount);
            Optional<Amount> open = fields.optional("open", WalletReader::amount);
            Optional<Amount> held = fields.optional("held", WalletReader::amount);
            Optional<Amount> vouchers = fields.optional("vouchers", WalletReader::amount);
            Optional<Amount> debt = fields.optional("debt", WalletReader::amount);
            Amount zero = WalletReader.zeroLike(available);
            return new Balance(
                    available.orElseThrow(NotedException::new),
                    pending.orElseThrow(NotedException::new),
                    open.orElse(zero),
                    held.orElse(zero),
                    vouchers.orElse(zero),
                    debt.orElse(zero));
        });
    }
}
