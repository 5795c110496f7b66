package io.rewards.jdbc;

import io.rewards.account.Account;
import io.rewards.account.Loaded;
import io.rewards.event.EventKey;
import io.rewards.past.Needs;
import io.rewards.past.Past;
import io.rewards.past.PastAward;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Sale;
import io.rewards.wallet.Wallet;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads an account and what is needed of its past in one query. Not thread-safe. */
final class Reading {

    private static final int ACCOUNT = 0;
    private static final int OPEN_LOT = 1;
    private static final int SALE = 2;
    private static final int CANCELLED = 3;
    private static final int LOT_OF_EVENT = 4;
    private static final int LOT = 5;
    private static final int AWARD = 6;
    private static final int VOUCHER = 7;

    private final Link link;
    private final String participant;
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();
    private final List<Lot> lots = new ArrayList<>();
    private final Known known = new Known();
    private Optional<Account> account = Optional.empty();

    private Reading(Link link, String participant) {
        this.link = link;
        this.participant = participant;
    }

    /** The account of a participant, and what {@code needs} says of its past. */
    static Optional<Loaded> load(Link link, String participant, Needs needs) {
        Reading reading = new Reading(link, participant);
        reading.sql.append("select 0 as part, '' as said, body, 0 as place from rewards_participant where id = ?");
        reading.values.add(Text.kept(participant));
        reading.select(OPEN_LOT, "''", "body, place from rewards_lot where participant = ? and is_open = 1");
        reading.need(needs);
        reading.read(" order by part, place");
        return reading.account.map(found -> new Loaded(filled(found, reading.lots), reading.past(found)));
    }

    /** What is known already where some awards, which were there before, are looked at with their transactions. */
    static Known awards(Link link, String participant, Collection<String> ofLots) {
        Reading reading = new Reading(link, participant);
        if (!ofLots.isEmpty()) {
            reading.sql
                    .append("select 8 as part, id as said, '' as body, 0 as place, ")
                    .append(JournalRows.COLUMNS)
                    .append(" from rewards_journal where kind = 'AWARD' and participant = ?");
            reading.values.add(Text.kept(participant));
            reading.in("id", ofLots);
            String nothing = "body, 0, " + JournalRows.NOTHING;
            reading.select(AWARD, "lot", nothing + " from rewards_award where participant = ?");
            reading.in("lot", ofLots);
            ofLots.forEach(lot -> reading.known.awards.put(lot, Optional.empty()));
            reading.read("");
        }
        return reading.known;
    }

    private void need(Needs needs) {
        List<String> events = needs.events().stream().map(EventKey::text).toList();
        if (!events.isEmpty()) {
            select(SALE, "purchase", "body, 0 from rewards_sale where participant = ?");
            in("purchase", events);
            select(CANCELLED, "event", "'', 0 from rewards_cancelled where participant = ?");
            in("event", events);
            select(
                    LOT_OF_EVENT,
                    "e.event",
                    "l.body, 0 from rewards_lot_event e join rewards_lot l on l.participant = e.participant"
                            + " and l.id = e.lot and l.is_open = 0 where e.participant = ?");
            in("e.event", events);
            needs.events().forEach(event -> {
                known.sales.put(event, Optional.empty());
                known.cancelled.put(event, false);
                known.lotsOf.put(event, List.of());
            });
        }
        if (!needs.awards().isEmpty()) {
            select(LOT, "id", "body, 0 from rewards_lot where is_open = 0 and participant = ?");
            in("id", needs.awards());
            select(AWARD, "lot", "body, 0 from rewards_award where participant = ?");
            in("lot", needs.awards());
            needs.awards().forEach(award -> {
                known.lots.put(award, Optional.empty());
                known.awards.put(award, Optional.empty());
            });
        }
        if (!needs.vouchers().isEmpty()) {
            select(VOUCHER, "voucher", "body, 0 from rewards_lot where is_open = 0 and participant = ?");
            in("voucher", needs.vouchers());
            needs.vouchers().forEach(voucher -> known.vouchers.put(voucher, Optional.empty()));
        }
    }

    private void select(int part, String said, String rest) {
        sql.append(" union all select ")
                .append(part)
                .append(", ")
                .append(said)
                .append(", ")
                .append(rest);
        values.add(Text.kept(participant));
    }

    private void in(String column, Collection<String> texts) {
        sql.append(" and ")
                .append(column)
                .append(" in (?")
                .append(", ?".repeat(texts.size() - 1))
                .append(')');
        texts.forEach(text -> values.add(Text.kept(text)));
    }

    private void read(String order) {
        link.read(handle -> handle.select(sql + order, values.toArray())
                .map((row, context) -> note(row))
                .list());
    }

    private boolean note(ResultSet row) throws SQLException {
        String said = Text.plain(row.getString("said"));
        String body = row.getString("body");
        switch (row.getInt("part")) {
            case ACCOUNT -> account = Optional.of(StoredForm.read(body, Account.class));
            case OPEN_LOT -> lots.add(StoredForm.read(body, Lot.class));
            case SALE -> known.sales.put(key(said), Optional.of(StoredForm.read(body, Sale.class)));
            case CANCELLED -> known.cancelled.put(key(said), true);
            case LOT_OF_EVENT ->
                known.lotsOf.merge(key(said), List.of(StoredForm.read(body, Lot.class)), Reading::both);
            case LOT -> known.lots.put(said, Optional.of(StoredForm.read(body, Lot.class)));
            case AWARD -> known.awards.put(said, Optional.of(StoredForm.read(body, PastAward.class)));
            case VOUCHER -> known.vouchers.put(said, Optional.of(StoredForm.read(body, Lot.class)));
            default -> known.transactions.put(said, Optional.of(JournalRows.transaction(row)));
        }
        return true;
    }

    private static List<Lot> both(List<Lot> first, List<Lot> second) {
        List<Lot> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static EventKey key(String text) {
        return EventKey.parse(text).orElseThrow();
    }

    /** The account of a body with its lots, which are not in it. */
    static Account filled(Account found, List<Lot> lots) {
        Wallet rest = found.wallet();
        return found.with(new Wallet(lots, rest.holds(), rest.payouts(), rest.debts(), rest.duplicates()));
    }

    private Past past(Account found) {
        known.lotsOf.replaceAll((event, all) -> JdbcPast.sorted(all, event));
        return new JdbcPast(link, participant, found.version(), found.journal().number(), known);
    }
}
