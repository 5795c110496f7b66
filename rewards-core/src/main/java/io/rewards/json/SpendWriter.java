package io.rewards.json;

import io.rewards.decision.ExchangeResult;
import io.rewards.decision.ReturnResult;
import io.rewards.decision.SpendResult;
import io.rewards.organisation.Reduction;
import io.rewards.wallet.Reclaim;
import tools.jackson.databind.node.ObjectNode;

/** Writes what was spent and what came back. */
final class SpendWriter {

    private SpendWriter() {}

    static void spend(ObjectNode written, SpendResult spend) {
        written.put("how", spend.how().name());
        written.put("requested", spend.requested().toString());
        written.put("actual", spend.actual().toString());
        Writing.unless(Reduction.FRONT_END, written, "reduction", spend.reduction());
        Writing.objects(written, "parts", spend.parts(), SpendWriter::part);
        Writing.objects(written, "unused", spend.unused(), SpendWriter::unused);
        Writing.text(written, "why", spend.why());
    }

    static void returned(ObjectNode written, ReturnResult returned) {
        written.put("refund", returned.refund().toString());
        written.put("toWallet", returned.toWallet().toString());
        Writing.objects(written, "reclaimed", returned.reclaimed(), SpendWriter::reclaim);
    }

    static void exchanged(ObjectNode written, ExchangeResult exchanged) {
        written.put("asked", exchanged.asked().toString());
        written.put("points", exchanged.points().toString());
        written.put("money", exchanged.money().toString());
    }

    private static void part(ObjectNode written, SpendResult.Part part) {
        written.put("lot", part.lot());
        Writing.text(written, "offer", part.offer());
        written.put("amount", part.amount().toString());
        part.expires().ifPresent(instant -> written.put("expires", instant.toString()));
        Writing.objects(written, "lines", part.lines(), WalletWriter::share);
    }

    private static void unused(ObjectNode written, SpendResult.Unused unused) {
        written.put("lot", unused.lot());
        Writing.text(written, "offer", unused.offer());
        written.put("amount", unused.amount().toString());
        written.put("why", unused.why());
    }

    private static void reclaim(ObjectNode written, Reclaim reclaim) {
        written.put("lot", reclaim.lot());
        Writing.text(written, "offer", reclaim.offer());
        written.put("amount", reclaim.amount().toString());
        WalletWriter.unlessZero(written, "ofItsOwn", reclaim.ofItsOwn());
        WalletWriter.unlessZero(written, "ofOthers", reclaim.ofOthers());
        WalletWriter.unlessZero(written, "debt", reclaim.debt());
        WalletWriter.unlessZero(written, "lost", reclaim.lost());
    }
}
