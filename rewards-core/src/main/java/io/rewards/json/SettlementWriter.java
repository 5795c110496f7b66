package io.rewards.json;

import io.rewards.settlement.MerchantEntry;
import io.rewards.settlement.Settlement;
import io.rewards.settlement.SettlementDocument;
import io.rewards.settlement.SettlementSum;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a settlement as one line of JSON, always in the same order of fields: equal settlements give equal lines. Instants are
 * in UTC, amounts name their denomination. Thread-safe. Source: domain 7.4.
 */
public final class SettlementWriter {

    private SettlementWriter() {}

    /** The settlement with its entries as JSON, without a line break. */
    public static String write(SettlementDocument document) {
        return Writing.line(object -> {
            settlement(object, document.settlement());
            object.put("posted", document.posted());
            Writing.objects(object, "entries", document.entries(), SettlementWriter::entry);
        });
    }

    private static void settlement(ObjectNode object, Settlement settlement) {
        object.put("merchant", settlement.merchant());
        object.put("id", settlement.id());
        object.put("number", settlement.number());
        object.put("on", settlement.on().toString());
        object.put("recordedFrom", settlement.recordedFrom().toString());
        object.put("recordedThrough", settlement.recordedThrough().toString());
        object.put("head", settlement.end().hash());
        Writing.objects(object, "sums", settlement.sums(), SettlementWriter::sum);
    }

    private static void sum(ObjectNode written, SettlementSum sum) {
        written.put("contributions", sum.contributions().toString());
        written.put("reimbursements", sum.reimbursements().toString());
        written.put("fee", sum.fee().toString());
        written.put("before", sum.before().toString());
        written.put("after", sum.after().toString());
    }

    private static void entry(ObjectNode written, MerchantEntry entry) {
        written.put("number", entry.number());
        entry.taken()
                .ifPresent(place -> written.putObject("taken")
                        .put("participant", place.participant())
                        .put("number", place.number()));
        WalletWriter.transaction(written.putObject("transaction"), entry.transaction());
        written.put("hash", entry.entry().hash());
    }
}
