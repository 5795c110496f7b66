package io.rewards.json;

import io.rewards.amount.Amount;
import io.rewards.decision.ExchangeResult;
import io.rewards.decision.ReturnResult;
import io.rewards.decision.SpendResult;
import io.rewards.organisation.Reduction;
import io.rewards.wallet.LineShare;
import io.rewards.wallet.Reclaim;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads what was spent and what came back. */
final class SpendReader {

    private SpendReader() {}

    static SpendResult spend(Value value) {
        return value.object(fields -> {
            Optional<SpendResult.How> how = fields.required("how", Scalars.constant(SpendResult.How.class));
            Optional<Amount> requested = fields.required("requested", WalletReader::amount);
            Optional<Amount> actual = fields.required("actual", WalletReader::amount);
            Optional<Reduction> reduction = fields.optional("reduction", Scalars.constant(Reduction.class));
            List<SpendResult.Part> parts = fields.list("parts", SpendReader::part);
            List<SpendResult.Unused> unused = fields.list("unused", SpendReader::unused);
            String why = WalletReader.textOrEmpty(fields, "why");
            return new SpendResult(
                    how.orElseThrow(NotedException::new),
                    requested.orElseThrow(NotedException::new),
                    actual.orElseThrow(NotedException::new),
                    reduction.orElse(Reduction.FRONT_END),
                    parts,
                    unused,
                    why);
        });
    }

    static ReturnResult returned(Value value) {
        return value.object(fields -> {
            Optional<Amount> refund = fields.required("refund", WalletReader::amount);
            Optional<Amount> toWallet = fields.required("toWallet", WalletReader::amount);
            List<Reclaim> reclaimed = fields.list("reclaimed", SpendReader::reclaim);
            return new ReturnResult(
                    refund.orElseThrow(NotedException::new), toWallet.orElseThrow(NotedException::new), reclaimed);
        });
    }

    static ExchangeResult exchanged(Value value) {
        return value.object(fields -> {
            Optional<Amount> asked = fields.required("asked", WalletReader::amount);
            Optional<Amount> points = fields.required("points", WalletReader::amount);
            Optional<Amount> money = fields.required("money", WalletReader::amount);
            return new ExchangeResult(
                    asked.orElseThrow(NotedException::new),
                    points.orElseThrow(NotedException::new),
                    money.orElseThrow(NotedException::new));
        });
    }

    private static SpendResult.Part part(Value value) {
        return value.object(fields -> {
            String lot = WalletReader.text(fields, "lot");
            String offer = WalletReader.textOrEmpty(fields, "offer");
            Optional<Amount> amount = fields.required("amount", WalletReader::amount);
            Optional<Instant> expires = fields.optional("expires", WalletReader::utc);
            List<LineShare> lines = fields.list("lines", WalletReader::share);
            return new SpendResult.Part(lot, offer, amount.orElseThrow(NotedException::new), expires, lines);
        });
    }

    private static SpendResult.Unused unused(Value value) {
        return value.object(fields -> {
            String lot = WalletReader.text(fields, "lot");
            String offer = WalletReader.textOrEmpty(fields, "offer");
            Optional<Amount> amount = fields.required("amount", WalletReader::amount);
            String why = WalletReader.text(fields, "why");
            return new SpendResult.Unused(lot, offer, amount.orElseThrow(NotedException::new), why);
        });
    }

    private static Reclaim reclaim(Value value) {
        return value.object(fields -> {
            String lot = WalletReader.text(fields, "lot");
            String offer = WalletReader.textOrEmpty(fields, "offer");
            Optional<Amount> amount = fields.required("amount", WalletReader::amount);
            Optional<Amount> ofItsOwn = fields.optional("ofItsOwn", WalletReader::amount);
            Optional<Amount> ofOthers = fields.optional("ofOthers", WalletReader::amount);
            Optional<Amount> debt = fields.optional("debt", WalletReader::amount);
            Optional<Amount> lost = fields.optional("lost", WalletReader::amount);
            Amount zero = WalletReader.zeroLike(amount);
            return new Reclaim(
                    lot,
                    offer,
                    amount.orElseThrow(NotedException::new),
                    ofItsOwn.orElse(zero),
                    ofOthers.orElse(zero),
                    debt.orElse(zero),
                    lost.orElse(zero));
        });
    }
}
