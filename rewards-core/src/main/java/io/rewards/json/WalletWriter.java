package io.rewards.json;

import io.rewards.catalogue.SpendConditions;
import io.rewards.ledger.Transaction;
import io.rewards.wallet.LineShare;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Provenance;
import tools.jackson.databind.node.ObjectNode;

/** Writes transactions and lots. */
final class WalletWriter {

    private WalletWriter() {}

    static void transaction(ObjectNode written, Transaction transaction) {
        written.put("id", transaction.id());
        written.put("kind", transaction.kind().name());
        written.put("participant", transaction.participant());
        written.put("amount", transaction.amount().toString());
        OutcomeWriter.key(written, "event", transaction.event());
        written.put("offer", transaction.offer());
        written.put("offerType", transaction.offerType());
        written.put("scheme", transaction.scheme());
        written.put("rule", transaction.rule());
        written.put("lot", transaction.lot());
        Writing.text(written, "subject", transaction.subject());
        written.put("on", transaction.on().toString());
        written.put("recordedOn", transaction.recordedOn().toString());
    }

    static void lot(ObjectNode written, Lot lot) {
        written.put("id", lot.id());
        written.put("awarded", lot.awarded().toString());
        written.put("remaining", lot.remaining().toString());
        written.put("awardedOn", lot.awardedOn().toString());
        written.put("validFrom", lot.validFrom().toString());
        lot.validTo().ifPresent(instant -> written.put("validTo", instant.toString()));
        if (!lot.conditions().equals(SpendConditions.NONE)) {
            ConditionsWriter.spend(written.putObject("conditions"), lot.conditions());
        }
        provenance(written.putObject("provenance"), lot.provenance());
    }

    static void share(ObjectNode written, LineShare share) {
        written.put("line", share.line());
        written.put("amount", share.amount().toString());
    }

    private static void provenance(ObjectNode written, Provenance provenance) {
        OutcomeWriter.key(written, "event", provenance.event());
        written.put("offer", provenance.offer());
        written.put("rule", provenance.rule());
        written.put("pack", provenance.pack());
        Writing.objects(written, "sources", provenance.sources(), OutcomeWriter::key);
        Writing.objects(written, "shares", provenance.shares(), WalletWriter::share);
    }
}
