package io.rewards.jdbc;

import io.rewards.decision.Outcome;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.json.OutcomeReader;
import io.rewards.json.OutcomeWriter;
import io.rewards.ledger.Transaction;
import io.rewards.store.Recorded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How events and their outcomes stand in rows: an outcome in its documented form, but for what the journal says. */
final class EventForm {

    private static final String RECORDED =
            "select e.body, e.outcome, e.entries, j.* from rewards_event e left join (select "
                    + JournalRows.COLUMNS
                    + " from rewards_journal) j on j.participant = e.participant and j.number > e.entries_after"
                    + " and j.number <= e.entries_after + e.entries where e.event = ? order by j.number";

    private EventForm() {}

    static Body of(CustomerEvent event) {
        return StoredForm.of(event);
    }

    static Body of(Outcome outcome) {
        return StoredForm.body(OutcomeWriter.write(outcome));
    }

    static Outcome outcome(String body) {
        return OutcomeReader.read("the store", body);
    }

    /**
     * What was recorded of an event, with its transactions as the journal has them.
     *
     * @throws IllegalStateException when the journal does not have them
     */
    static Optional<Recorded> recorded(Link link, EventKey key) {
        return link.read(handle -> handle.select(RECORDED, Text.kept(key.text()))
                .scanResultSet((results, context) -> recorded(results.get(), key)));
    }

    private static Optional<Recorded> recorded(ResultSet row, EventKey key) throws SQLException {
        if (!row.next()) {
            return Optional.empty();
        }
        CustomerEvent event = StoredForm.read(row.getString("body"), CustomerEvent.class);
        Outcome outcome = outcome(row.getString("outcome"));
        int entries = row.getInt("entries");
        if (entries == 0) {
            return Optional.of(new Recorded(event, outcome));
        }
        List<Transaction> transactions = new ArrayList<>();
        boolean more = row.getString("hash") != null;
        while (more) {
            transactions.add(JournalRows.transaction(row));
            more = row.next();
        }
        if (transactions.size() != entries) {
            throw new IllegalStateException("Event (" + key + ") recorded (" + entries + ") transactions, of which the"
                    + " journal has (" + transactions.size() + "). It was changed by other means.");
        }
        return Optional.of(new Recorded(event, outcome.withTransactions(transactions)));
    }
}
