package io.rewards.cli;

import io.rewards.engine.EngineSettlements;
import io.rewards.settlement.Settlement;
import io.rewards.settlement.SettlementDocument;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The settlements of a merchant, and what is open. Immutable.
 *
 * @param merchant code of the unit
 * @param settled oldest first
 * @param open what would be settled next
 */
record MerchantStatement(String merchant, List<Settlement> settled, SettlementDocument open) {

    private static final String INDENT = "  ";
    private static final int PAGE = 500;

    static MerchantStatement of(Session session, String merchant, Instant on) {
        EngineSettlements settlements = session.engine().settlements();
        List<Settlement> settled = new ArrayList<>();
        for (List<Settlement> page = settlements.history(merchant, 0, PAGE);
                !page.isEmpty();
                page = settlements.history(merchant, page.get(page.size() - 1).number(), PAGE)) {
            settled.addAll(page);
        }
        return new MerchantStatement(merchant, settled, settlements.preview(merchant, on));
    }

    void print(Session session, PrintWriter out) {
        SummaryText.heading(session, out);
        out.println();
        out.println(Printable.of("Settlements with merchant " + merchant));
        Table table = SettlementRows.header();
        settled.forEach(settlement ->
                SettlementRows.rows(table, settlement, session.when().day(settlement.on())));
        if (!open.isEmpty()) {
            SettlementRows.rows(table, open.settlement(), "open");
        }
        if (settled.isEmpty() && open.isEmpty()) {
            out.println(INDENT + "Nothing was settled, and nothing is open to be settled.");
            return;
        }
        table.print(out, INDENT);
        settled.stream()
                .reduce((earlier, later) -> later)
                .ifPresent(latest -> out.println(
                        "Head of the journal by then  " + latest.end().hash()));
    }

    /** The entries that are open, as rows of a file. */
    List<List<String>> rows() {
        return SettlementRows.of(List.of(open));
    }
}
