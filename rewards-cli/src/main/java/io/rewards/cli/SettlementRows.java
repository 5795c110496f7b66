package io.rewards.cli;

import io.rewards.amount.Amount;
import io.rewards.cli.Table.Side;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.JournalPlace;
import io.rewards.ledger.Transaction;
import io.rewards.settlement.MerchantEntry;
import io.rewards.settlement.Settlement;
import io.rewards.settlement.SettlementDocument;
import io.rewards.settlement.SettlementSum;
import java.util.ArrayList;
import java.util.List;

/** Settlements and their entries as rows of tables. */
final class SettlementRows {

    static final List<String> COLUMNS = List.of(
            "merchant",
            "settlement",
            "posted",
            "number",
            "participant",
            "participant_number",
            "recorded_on",
            "counts_on",
            "kind",
            "amount",
            "denomination",
            "from",
            "to",
            "event",
            "purchase",
            "offer",
            "lot",
            "reverses",
            "reason");

    private SettlementRows() {}

    /** An amount with its sign. */
    static String signed(Amount amount) {
        return (amount.isPositive() ? "+" : "") + Figures.of(amount);
    }

    /** A row for each denomination of each settlement. */
    static Table table(List<SettlementDocument> settled, boolean post) {
        Table table = header();
        settled.forEach(document -> rows(
                table,
                document.settlement(),
                document.isEmpty() ? "nothing open" : document.posted() ? "posted" : post ? "shown" : "preview"));
        return table;
    }

    static Table header() {
        Table table =
                new Table(Side.LEFT, Side.LEFT, Side.RIGHT, Side.RIGHT, Side.RIGHT, Side.RIGHT, Side.RIGHT, Side.LEFT);
        table.row("Merchant", "Settlement", "Given", "Credited", "Fee", "Before", "Position", "");
        return table;
    }

    static void rows(Table table, Settlement settlement, String state) {
        for (SettlementSum sum : settlement.sums()) {
            table.row(
                    settlement.merchant(),
                    settlement.id(),
                    signed(sum.contributions()),
                    signed(sum.reimbursements()),
                    Figures.of(sum.fee()),
                    signed(sum.before()),
                    signed(sum.after()),
                    state);
        }
    }

    /** Entries that were taken over, each with what it adds to what the merchant gives or gets. */
    static Table entries(List<MerchantEntry> taken, When when) {
        Table table = new Table(Side.LEFT, Side.LEFT, Side.LEFT, Side.LEFT, Side.RIGHT);
        table.row("Recorded", "Participant", "Purchase", "", "Amount");
        for (MerchantEntry entry : taken) {
            Transaction transaction = entry.transaction();
            Amount change =
                    transaction.change(AccountKind.CONTRIBUTION).plus(transaction.change(AccountKind.REIMBURSEMENT));
            table.row(
                    when.moment(transaction.recordedOn()),
                    transaction.participant(),
                    transaction.purchase().map(Object::toString).orElse(""),
                    words(transaction),
                    signed(change));
        }
        return table;
    }

    private static String words(Transaction transaction) {
        return switch (transaction.kind()) {
            case CONTRIBUTION -> "gives to the award of " + transaction.offer();
            case SPEND -> "paid from a wallet";
            case CLAWBACK -> "bears of what was not taken back of " + transaction.offer();
            default -> cameBack(transaction);
        };
    }

    private static String cameBack(Transaction transaction) {
        if (transaction.from().kind() == AccountKind.REIMBURSEMENT) {
            return "goes back to the wallet";
        }
        String award = " of the award of " + transaction.offer();
        if (transaction.from().kind() == AccountKind.CONTRIBUTION) {
            return "had not expired" + award;
        }
        return (transaction.from().kind() == AccountKind.BREAKAGE ? "expired" : "comes back") + award;
    }

    /** The rows of a CSV file: each entry of each settlement. */
    static List<List<String>> of(List<SettlementDocument> settled) {
        List<List<String>> rows = new ArrayList<>();
        settled.forEach(document ->
                document.entries().forEach(entry -> rows.add(cells(document.settlement(), document.posted(), entry))));
        return rows;
    }

    private static List<String> cells(Settlement settlement, boolean posted, MerchantEntry entry) {
        Transaction transaction = entry.transaction();
        return List.of(
                settlement.merchant(),
                settlement.id(),
                Boolean.toString(posted),
                Long.toString(entry.number()),
                entry.taken().map(JournalPlace::participant).orElse(""),
                entry.taken().map(place -> Long.toString(place.number())).orElse(""),
                transaction.recordedOn().toString(),
                transaction.on().toString(),
                transaction.kind().name(),
                transaction.amount().decimal().toPlainString(),
                transaction.amount().denomination().code(),
                transaction.from().kind().name(),
                transaction.to().kind().name(),
                transaction.event().toString(),
                transaction.purchase().map(Object::toString).orElse(""),
                transaction.offer(),
                transaction.lot(),
                transaction.reverses(),
                transaction.reason());
    }
}
