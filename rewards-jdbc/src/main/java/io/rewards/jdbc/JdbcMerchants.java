package io.rewards.jdbc;

import io.rewards.event.EventKey;
import io.rewards.ledger.JournalEntry;
import io.rewards.ledger.JournalPlace;
import io.rewards.ledger.OwnedEntry;
import io.rewards.ledger.Transaction;
import io.rewards.settlement.MerchantEntry;
import io.rewards.settlement.Settlement;
import io.rewards.store.Kept;
import io.rewards.store.Lease;
import io.rewards.store.MerchantBooks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** The books of merchants in a database. What was taken from journals of participants is read there. */
record JdbcMerchants(Link link) implements MerchantBooks {

    private static final int AT_ONCE = 500;
    private static final String OPEN = "select " + JournalRows.COLUMNS + " from (select merchant, participant as owner,"
            + " number as place from rewards_unsettled) u join rewards_journal on participant = owner and number = place";
    private static final String TAKEN = "select chained, place, owner, entry, made, " + JournalRows.COLUMNS
            + " from (select merchant, number as place, hash as chained, lot as of_lot, participant as owner, entry,"
            + " body as made from rewards_merchant_journal) m left join rewards_journal on participant = owner"
            + " and number = entry where merchant = ? and (made is not null or id is not null)";

    /** Opens those of new entries of a participant that touch an account of a merchant. */
    static void open(Batch batch, String participant, List<JournalEntry> entries) {
        List<Object[]> open = new ArrayList<>();
        for (JournalEntry entry : entries) {
            MerchantBooks.merchants(entry.transaction())
                    .forEach(merchant -> open.add(new Object[] {merchant, participant, entry.number()}));
        }
        batch.insertNew("rewards_unsettled (merchant, participant, number)", open, row -> row);
    }

    private static String merchant(ResultSet row) throws SQLException {
        return Text.plain(row.getString("merchant"));
    }

    @Override
    public List<String> withOpenEntries(String after, int most) {
        return link.all(
                "select distinct merchant from rewards_unsettled where merchant > ? order by merchant limit ?",
                JdbcMerchants::merchant,
                after,
                most);
    }

    @Override
    public List<OwnedEntry> open(String merchant, JournalPlace after, int most) {
        return link.all(
                OPEN + " where merchant = ? and (owner, place) > (?, ?) order by owner, place limit ?",
                JdbcMerchants::owned,
                merchant,
                after.participant(),
                after.number(),
                most);
    }

    @Override
    public List<OwnedEntry> openOf(EventKey purchase) {
        return link.all(
                "select " + JournalRows.COLUMNS + " from rewards_journal j where purchase = ? and exists (select 1 from"
                        + " rewards_unsettled u where u.merchant in (j.from_merchant, j.to_merchant)"
                        + " and u.participant = j.participant and u.number = j.number) order by participant, number",
                JdbcMerchants::owned,
                purchase.text());
    }

    private static OwnedEntry owned(ResultSet row) throws SQLException {
        return new OwnedEntry(Text.plain(row.getString("participant")), JournalRows.entry(row));
    }

    @Override
    public List<String> settled(String after, int most) {
        return link.all(
                "select merchant from rewards_settlement where merchant > ? and place = 1 order by merchant limit ?",
                JdbcMerchants::merchant,
                after,
                most);
    }

    @Override
    public List<MerchantEntry> journal(String merchant, long after, int most) {
        return link.all(TAKEN + " and place > ? order by place limit ?", JdbcMerchants::entry, merchant, after, most);
    }

    @Override
    public List<MerchantEntry> journalOf(String merchant, Collection<String> lots) {
        List<MerchantEntry> found = new ArrayList<>();
        List<String> all = List.copyOf(new LinkedHashSet<>(lots));
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Object> values = new ArrayList<>();
            values.add(merchant);
            values.addAll(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
            found.addAll(link.all(
                    TAKEN + " and of_lot in (?" + ", ?".repeat(values.size() - 2) + ")",
                    JdbcMerchants::entry,
                    values.toArray()));
        }
        found.sort(Comparator.comparing(MerchantEntry::number));
        return found;
    }

    private static MerchantEntry entry(ResultSet row) throws SQLException {
        String made = row.getString("made");
        Transaction transaction =
                made == null ? JournalRows.transaction(row) : StoredForm.read(made, Transaction.class);
        return new MerchantEntry(
                new JournalEntry(row.getLong("place"), transaction, Text.plain(row.getString("chained"))),
                made == null
                        ? Optional.of(new JournalPlace(Text.plain(row.getString("owner")), row.getLong("entry")))
                        : Optional.empty());
    }

    private static Settlement settlement(ResultSet row) throws SQLException {
        return StoredForm.read(row.getString("body"), Settlement.class);
    }

    @Override
    public Optional<Settlement> settlement(String merchant, String id) {
        return link
                .all(
                        "select body from rewards_settlement where name = ?",
                        JdbcMerchants::settlement,
                        Settlement.name(merchant, id))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Settlement> latest(String merchant) {
        return link
                .all(
                        "select body from rewards_settlement where merchant = ? order by place desc limit 1",
                        JdbcMerchants::settlement,
                        merchant)
                .stream()
                .findFirst();
    }

    @Override
    public List<Settlement> settlements(String merchant, long after, int most) {
        return link.all(
                "select body from rewards_settlement where merchant = ? and place > ? order by place limit ?",
                JdbcMerchants::settlement,
                merchant,
                after,
                most);
    }

    /** The row of the settlement comes first: whoever settles the same merchant waits for it, and then finds it there. */
    @Override
    public boolean settle(Settlement settlement, List<MerchantEntry> entries) {
        String merchant = settlement.merchant();
        Batch batch = new Batch(link.dialect());
        batch.must(
                1,
                "insert into rewards_settlement (name, merchant, place, delivered, body) select ?, ?, ?, 0, ?"
                        + " where (select coalesce(max(place), 0) from rewards_settlement where merchant = ?) = ?"
                        + " on conflict do nothing",
                settlement.name(),
                merchant,
                settlement.number(),
                StoredForm.of(settlement),
                merchant,
                settlement.number() - 1);
        List<JournalPlace> taken =
                entries.stream().flatMap(each -> each.taken().stream()).toList();
        for (int from = 0; from < taken.size(); from += AT_ONCE) {
            take(batch, merchant, taken.subList(from, Math.min(taken.size(), from + AT_ONCE)));
        }
        batch.insertNew(
                "rewards_merchant_journal (merchant, number, hash, lot, participant, entry, body)",
                entries,
                each -> new Object[] {
                    merchant,
                    each.number(),
                    each.entry().hash(),
                    each.transaction().lot(),
                    each.taken().map(JournalPlace::participant).orElse(null),
                    each.taken().map(JournalPlace::number).orElse(null),
                    each.taken().isPresent() ? null : StoredForm.of(each.transaction())
                });
        return link.write(batch::run);
    }

    private static void take(Batch batch, String merchant, List<JournalPlace> places) {
        List<Object> values = new ArrayList<>();
        values.add(merchant);
        places.forEach(place -> {
            values.add(place.participant());
            values.add(place.number());
        });
        batch.must(
                places.size(),
                "delete from rewards_unsettled where merchant = ? and (participant, number) in (values (?, ?)"
                        + ", (?, ?)".repeat(places.size() - 1) + ")",
                values.toArray());
    }

    @Override
    public List<Kept<Settlement>> untold(long after, int most) {
        return Queue.SETTLEMENTS.page(link, after, most);
    }

    @Override
    public List<Kept<Settlement>> claim(long after, int most, Lease lease) {
        return Queue.SETTLEMENTS.claim(link, after, most, lease);
    }

    @Override
    public void letGo(Settlement settlement, Lease lease) {
        Queue.SETTLEMENTS.letGo(link, settlement.name(), lease);
    }

    @Override
    public void told(Settlement settlement) {
        Batch batch = new Batch(link.dialect());
        batch.add("update rewards_settlement set delivered = 1 where name = ?", settlement.name());
        link.write(batch::run);
    }
}
