package io.rewards.jdbc;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.event.EventKey;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.AccountName;
import io.rewards.ledger.AwardSubject;
import io.rewards.ledger.Cause;
import io.rewards.ledger.JournalEntry;
import io.rewards.ledger.Note;
import io.rewards.ledger.Origin;
import io.rewards.ledger.Party;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionFilter;
import io.rewards.ledger.TransactionKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the rows of journals. Everything that a transaction says stands in columns and only there, so that
 * what is searched and summed is what the hashes of the journal cover.
 */
final class JournalRows {

    /** What {@link #entry} and {@link #transaction} read. */
    static final String COLUMNS = "participant, number, id, hash, kind, units, denomination, scale, from_account,"
            + " from_merchant, to_account, to_merchant, event, purchase, unit, offer, offer_type, scheme, rule, lot,"
            + " subject_kind, subject, reverses, reason, decided_by, counts_on, recorded_on";

    /** As many nulls, for rows of other tables beside them. */
    static final String NOTHING = COLUMNS.replaceAll("[a-z_]+", "null");

    private JournalRows() {}

    /** Adds {@code entries}, none of which may be there, to the journal of a participant. */
    static void add(Batch batch, String participant, List<JournalEntry> entries) {
        batch.insertNew("rewards_journal (" + COLUMNS + ", reason_sought)", entries, entry -> row(participant, entry));
    }

    private static @Nullable Object[] row(String participant, JournalEntry entry) {
        Transaction transaction = entry.transaction();
        Amount amount = transaction.amount();
        return new Object[] {
            participant,
            entry.number(),
            transaction.id(),
            entry.hash(),
            transaction.kind().name(),
            amount.units(),
            amount.denomination().code(),
            amount.denomination().scale(),
            transaction.from().kind().name(),
            merchant(transaction.from()),
            transaction.to().kind().name(),
            merchant(transaction.to()),
            transaction.event().text(),
            transaction.purchase().map(EventKey::text).orElse(null),
            transaction.unit(),
            transaction.offer(),
            transaction.offerType(),
            transaction.scheme(),
            transaction.rule(),
            transaction.lot(),
            transaction.subject().kind().name(),
            transaction.subject().text(),
            transaction.reverses(),
            transaction.reason(),
            transaction.user(),
            Moment.text(transaction.on()),
            Moment.text(transaction.recordedOn()),
            TransactionFilter.inSmallLetters(transaction.reason())
        };
    }

    private static String merchant(AccountName account) {
        return account.party().kind() == Party.Kind.MERCHANT ? account.party().id() : "";
    }

    /** The entry of a row. */
    static JournalEntry entry(ResultSet row) throws SQLException {
        return new JournalEntry(row.getLong("number"), transaction(row), text(row, "hash"));
    }

    /**
     * The transaction of a row.
     *
     * @throws IllegalStateException when it cannot be read
     */
    static Transaction transaction(ResultSet row) throws SQLException {
        try {
            return transaction(row, text(row, "participant"));
        } catch (IllegalArgumentException | NoSuchElementException e) {
            throw new IllegalStateException(
                    "The store holds a transaction (" + text(row, "id") + ") that cannot be read: " + e.getMessage()
                            + " It was written by a newer version, or changed by other means.",
                    e);
        }
    }

    private static Transaction transaction(ResultSet row, String participant) throws SQLException {
        Cause cause = new Cause(
                EventKey.parse(text(row, "event")).orElseThrow(),
                Optional.ofNullable(row.getString("purchase"))
                        .map(key -> EventKey.parse(Text.plain(key)).orElseThrow()),
                participant,
                text(row, "unit"));
        Origin origin = new Origin(
                text(row, "offer"),
                text(row, "offer_type"),
                text(row, "scheme"),
                text(row, "rule"),
                text(row, "lot"),
                AwardSubject.of(AwardSubject.Kind.valueOf(text(row, "subject_kind")), text(row, "subject")));
        return new Transaction(
                text(row, "id"),
                TransactionKind.valueOf(text(row, "kind")),
                amount(row),
                account(row, "from", participant),
                account(row, "to", participant),
                cause,
                origin,
                Note.of(text(row, "reverses"), text(row, "reason"), text(row, "decided_by")),
                Moment.instant(text(row, "counts_on")),
                Moment.instant(text(row, "recorded_on")));
    }

    /** The amount of a row, or of several that are summed. */
    static Amount amount(ResultSet row) throws SQLException {
        return new Amount(new Denomination(text(row, "denomination"), row.getInt("scale")), row.getLong("units"));
    }

    private static AccountName account(ResultSet row, String side, String participant) throws SQLException {
        AccountKind kind = AccountKind.valueOf(text(row, side + "_account"));
        return AccountName.of(
                switch (kind.owner()) {
                    case PARTICIPANT -> Party.participant(participant);
                    case MERCHANT -> Party.merchant(text(row, side + "_merchant"));
                    case PROGRAMME -> Party.PROGRAMME;
                },
                kind);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Text.plain(row.getString(column));
    }
}
