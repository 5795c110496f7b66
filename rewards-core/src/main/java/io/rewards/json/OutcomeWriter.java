package io.rewards.json;

import io.rewards.decision.Contribution;
import io.rewards.decision.Decline;
import io.rewards.decision.InstantSpend;
import io.rewards.decision.OfferProgress;
import io.rewards.decision.Outcome;
import io.rewards.decision.Verdict;
import io.rewards.event.EventKey;
import io.rewards.problem.Problem;
import io.rewards.wallet.Balance;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes an outcome as one line of JSON, always in the same order of fields: equal outcomes give equal lines. What is
 * empty is left out, instants are in UTC, amounts name their denomination. {@link OutcomeReader} reads the same outcome
 * again. Thread-safe.
 */
public final class OutcomeWriter {

    private OutcomeWriter() {}

    /** The outcome as JSON, without a line break. */
    public static String write(Outcome outcome) {
        return Writing.line(object -> {
            key(object, "event", outcome.event());
            object.put("participant", outcome.participant());
            object.put("status", outcome.status().name());
            object.put("processedOn", outcome.processedOn().toString());
            object.put("programme", outcome.programme());
            object.put("pack", outcome.pack());
            Writing.objects(object, "problems", outcome.problems(), OutcomeWriter::problem);
            Writing.objects(object, "verdicts", outcome.verdicts(), OutcomeWriter::verdict);
            outcome.total().ifPresent(total -> object.put("total", total.toString()));
            Writing.objects(object, "instantSpends", outcome.instantSpends(), OutcomeWriter::instantSpend);
            outcome.payable().ifPresent(payable -> object.put("payable", payable.toString()));
            outcome.backEnd().ifPresent(amount -> object.put("backEnd", amount.toString()));
            outcome.spend().ifPresent(spend -> SpendWriter.spend(object.putObject("spend"), spend));
            outcome.returned().ifPresent(returned -> SpendWriter.returned(object.putObject("returned"), returned));
            outcome.exchanged().ifPresent(exchanged -> SpendWriter.exchanged(object.putObject("exchanged"), exchanged));
            outcome.token().ifPresent(token -> object.put("token", token.text()));
            Writing.objects(object, "transactions", outcome.transactions(), WalletWriter::transaction);
            Writing.objects(object, "lots", outcome.lots(), WalletWriter::lot);
            Writing.objects(object, "progress", outcome.progress(), OutcomeWriter::progress);
            Writing.objects(object, "balances", outcome.balances(), OutcomeWriter::balance);
        });
    }

    static void key(ObjectNode object, String field, EventKey key) {
        key(object.putObject(field), key);
    }

    static void key(ObjectNode written, EventKey key) {
        written.put("id", key.id());
        Writing.text(written, "system", key.system());
    }

    private static void problem(ObjectNode written, Problem problem) {
        Writing.text(written, "path", problem.path());
        written.put("message", problem.message());
    }

    private static void verdict(ObjectNode written, Verdict verdict) {
        written.put("offer", verdict.offer());
        if (verdict instanceof Verdict.Granted granted) {
            ObjectNode details = written.putObject("granted");
            details.put("rule", granted.rule());
            details.put("amount", granted.amount().toString());
            details.put("wished", granted.wished().toString());
            granted.contribution().ifPresent(given -> contribution(details.putObject("contribution"), given));
        } else if (verdict instanceof Verdict.Declined declined) {
            Writing.objects(written, "declined", declined.declines(), OutcomeWriter::decline);
        } else {
            throw new AssertionError("Unknown verdict: " + verdict.getClass());
        }
    }

    private static void contribution(ObjectNode written, Contribution given) {
        written.put("merchant", given.merchant());
        written.put("agreement", given.agreement());
        Writing.text(written, "rule", given.rule());
        written.put("basis", given.basis().name());
        written.put("percentage", given.percentage().value().toPlainString());
        written.put("amount", given.amount().toString());
    }

    private static void decline(ObjectNode written, Decline decline) {
        written.put("rule", decline.rule());
        written.put("reason", decline.reason().name());
        written.put("sentence", decline.sentence());
        decline.actual().ifPresent(measure -> Measures.write(written, "actual", measure));
        decline.required().ifPresent(measure -> Measures.write(written, "required", measure));
        decline.distance().ifPresent(measure -> Measures.write(written, "distance", measure));
        decline.until().ifPresent(instant -> written.put("until", instant.toString()));
        Writing.text(written, "by", decline.by());
    }

    private static void instantSpend(ObjectNode written, InstantSpend spend) {
        written.put("offer", spend.offer());
        written.put("amount", spend.amount().toString());
        Writing.objects(written, "lines", spend.lines(), WalletWriter::share);
    }

    private static void progress(ObjectNode written, OfferProgress progress) {
        written.put("offer", progress.offer());
        Measures.write(written, "current", progress.current());
        Measures.write(written, "target", progress.target());
        progress.until().ifPresent(instant -> written.put("until", instant.toString()));
    }

    private static void balance(ObjectNode written, Balance balance) {
        written.put("available", balance.available().toString());
        written.put("pending", balance.pending().toString());
        WalletWriter.unlessZero(written, "open", balance.open());
        WalletWriter.unlessZero(written, "held", balance.held());
        WalletWriter.unlessZero(written, "vouchers", balance.vouchers());
        WalletWriter.unlessZero(written, "debt", balance.debt());
    }
}
