package io.rewards.jdbc;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.catalogue.Award;
import io.rewards.event.EventKey;
import io.rewards.ledger.LotId;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.past.AccountChangedException;
import io.rewards.past.AwardFigures;
import io.rewards.past.AwardQuestion;
import io.rewards.past.Awarder;
import io.rewards.past.Inheritance;
import io.rewards.past.Past;
import io.rewards.past.PastAward;
import io.rewards.tier.TierUnits;
import io.rewards.wallet.Counted;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Sale;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is over in one account, asked of the tables. Each question is one look into an index. What was asked for with the
 * account is known already. Not thread-safe.
 */
final class JdbcPast implements Past {

    private static final Comparator<Transaction> BY_DATE =
            Comparator.comparing(Transaction::on).thenComparing(Transaction::id);
    private static final Comparator<PastAward> OLDEST_FIRST =
            Comparator.comparing(PastAward::on).thenComparing(PastAward::lot);

    /** Reads a row. */
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private final Link link;
    private final String participant;
    private final long version;
    private final long entries;
    private final Known known;

    JdbcPast(Link link, String participant, long version, long entries, Known known) {
        this.link = link;
        this.participant = participant;
        this.version = version;
        this.entries = entries;
        this.known = known;
    }

    /**
     * The rows of a query of this participant.
     *
     * @param query that selects from one table and more, with a place for the participant first
     * @param order of the rows
     * @throws AccountChangedException when the account is no longer at the version that was loaded
     */
    <T> List<T> ask(String query, String order, Row<T> row, Object... values) {
        List<Object> all = new ArrayList<>();
        all.add(Text.kept(participant));
        for (Object value : values) {
            all.add(value instanceof String text ? Text.kept(text) : value);
        }
        all.add(Text.kept(participant));
        String sql =
                "select p.version as at_version, q.* from rewards_participant p left join (select 1 as is_there, x.*"
                        + " from (" + query + ") x) q on 1 = 1 where p.id = ?"
                        + (order.isEmpty() ? "" : " order by " + order);
        return link.read(handle -> handle.select(sql, all.toArray()).scanResultSet((results, context) -> {
            List<T> found = new ArrayList<>();
            boolean same = false;
            try (ResultSet rows = results.get()) {
                while (rows.next()) {
                    same = rows.getLong("at_version") == version;
                    if (rows.getInt("is_there") == 1) {
                        found.add(row.of(rows));
                    }
                }
            }
            if (!same) {
                throw new AccountChangedException(participant);
            }
            return found;
        }));
    }

    private static <T> Optional<T> first(List<T> found) {
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    static String marks(Collection<?> values) {
        return values.isEmpty() ? "null" : "?" + ", ?".repeat(values.size() - 1);
    }

    static String except(String column, Set<String> values) {
        return values.isEmpty() ? "" : " and " + column + " not in (" + marks(values) + ")";
    }

    private static Object[] values(Object first, Object... more) {
        List<Object> all = new ArrayList<>();
        add(all, first);
        for (Object each : more) {
            add(all, each);
        }
        return all.toArray();
    }

    private static void add(List<Object> all, Object value) {
        if (value instanceof Collection<?> several) {
            all.addAll(several);
        } else {
            all.add(value);
        }
    }

    private static <T> Row<T> body(Class<T> type) {
        return row -> StoredForm.read(row.getString("body"), type);
    }

    private static PastAward award(ResultSet row) throws SQLException {
        return StoredForm.read(row.getString("body"), PastAward.class);
    }

    @Override
    public Optional<Transaction> transaction(String id) {
        return known.transactions.computeIfAbsent(
                id,
                unknown -> first(ask(
                        "select " + JournalRows.COLUMNS + " from rewards_journal where participant = ? and id = ?",
                        "",
                        JournalRows::transaction,
                        unknown)));
    }

    @Override
    public Amount reversedOf(Transaction transaction) {
        Denomination denomination = transaction.amount().denomination();
        List<Long> sums = ask(
                "select sum(units) as units from rewards_journal where participant = ? and reverses = ?"
                        + " and reverses <> ''",
                "",
                row -> row.getLong("units"),
                transaction.id());
        return new Amount(denomination, sums.get(0));
    }

    @Override
    public Amount standing(Transaction transaction) {
        return transaction.amount().minus(reversedOf(transaction));
    }

    @Override
    public Optional<Lot> lot(String id) {
        return known.lots.computeIfAbsent(
                id,
                unknown -> awarded(unknown)
                        .map(lots ->
                                lots.stream().filter(lot -> lot.id().equals(id)).findFirst())
                        .orElseGet(() -> first(ask(
                                "select body from rewards_lot where participant = ? and id = ? and is_open = 0",
                                "",
                                body(Lot.class),
                                unknown))));
    }

    /** The lots of the event that the lot of this id is an award of, where they are known. */
    private Optional<List<Lot>> awarded(String lot) {
        return LotId.parse(lot)
                .filter(named -> named.events().size() == 1 && named.freed().isEmpty())
                .flatMap(named ->
                        Optional.ofNullable(known.lotsOf.get(named.events().get(0))));
    }

    @Override
    public List<Lot> lotsOf(EventKey event) {
        return known.lotsOf.computeIfAbsent(
                event,
                unknown -> sorted(
                        ask(
                                "select l.body from rewards_lot_event e join rewards_lot l on l.participant = e.participant"
                                        + " and l.id = e.lot where e.participant = ? and e.event = ? and l.is_open = 0",
                                "",
                                body(Lot.class),
                                event.text()),
                        event));
    }

    /** Those of {@code lots} that are still of {@code event}, in order of their ids. */
    static List<Lot> sorted(List<Lot> lots, EventKey event) {
        return lots.stream()
                .filter(lot -> lot.provenance().isOf(event))
                .sorted(Comparator.comparing(Lot::id))
                .toList();
    }

    @Override
    public Optional<Lot> voucher(String codeHash) {
        return known.vouchers.computeIfAbsent(
                codeHash,
                unknown -> first(ask(
                        "select body from rewards_lot where participant = ? and voucher = ? and is_open = 0",
                        "",
                        body(Lot.class),
                        unknown)));
    }

    @Override
    public Optional<Sale> sale(EventKey purchase) {
        return known.sales.computeIfAbsent(
                purchase,
                unknown -> first(ask(
                        "select body from rewards_sale where participant = ? and purchase = ?",
                        "",
                        body(Sale.class),
                        unknown.text())));
    }

    @Override
    public List<Transaction> expirations(Instant instant) {
        return ask(
                        "select " + JournalRows.COLUMNS + " from rewards_journal j where j.participant = ?"
                                + " and j.kind = 'AWARD_EXPIRATION' and j.counts_on > ? and j.units > (select"
                                + " coalesce(sum(r.units), 0) from rewards_journal r where r.participant = j.participant"
                                + " and r.reverses = j.id and r.reverses <> '')",
                        "",
                        JournalRows::transaction,
                        Moment.text(instant))
                .stream()
                .sorted(BY_DATE)
                .toList();
    }

    @Override
    public boolean isCancelled(EventKey event) {
        return known.cancelled.computeIfAbsent(
                event,
                unknown -> !ask(
                                "select event from rewards_cancelled where participant = ? and event = ?",
                                "",
                                row -> true,
                                unknown.text())
                        .isEmpty());
    }

    @Override
    public List<Counted> counted(String offer, Instant from, Instant through, int most) {
        return ask(
                "select body, event_system, event_id, performed_on from rewards_counted where participant = ?"
                        + " and offer = ? and performed_on >= ? and performed_on <= ?"
                        + " order by performed_on, event_system, event_id limit ?",
                "performed_on, event_system, event_id",
                body(Counted.class),
                offer,
                Moment.text(from),
                Moment.text(through),
                most);
    }

    @Override
    public Set<String> countedFor(EventKey event) {
        return new HashSet<>(ask(
                "select offer from rewards_counted where participant = ? and event = ?",
                "",
                row -> Text.plain(row.getString("offer")),
                event.text()));
    }

    @Override
    public Optional<PastAward> award(String lot) {
        return known.awards.computeIfAbsent(
                lot,
                unknown -> first(ask(
                        "select body from rewards_award where participant = ? and lot = ?",
                        "",
                        JdbcPast::award,
                        unknown)));
    }

    @Override
    public AwardFigures awards(AwardQuestion question) {
        return new Figures(this, participant, question).read();
    }

    @Override
    public List<PastAward> awardsOf(String offer) {
        return awards("offer = ?", offer);
    }

    @Override
    public List<PastAward> awardsOf(String offer, Instant from, Instant until) {
        return awards("offer = ? and awarded_on >= ? and awarded_on < ?", offer, Moment.text(from), Moment.text(until));
    }

    /** The awards that stand and for which something holds, oldest first. */
    private List<PastAward> awards(String where, Object... values) {
        return ask(
                        "select body from rewards_award where participant = ? and units > 0 and " + where,
                        "",
                        JdbcPast::award,
                        values)
                .stream()
                .sorted(OLDEST_FIRST)
                .toList();
    }

    @Override
    public Amount awarded(
            Award.PercentageOfAwarded past, String offer, Instant from, Instant through, Set<String> except) {
        Denomination denomination = past.denomination();
        return ask(
                        "select offer_type, scheme, sum(units) as units from rewards_award where participant = ?"
                                + " and units > 0 and own = 1 and awarded_on >= ? and awarded_on <= ? and offer <> ?"
                                + " and denomination = ? and rewards_award.scale = ?" + except("lot", except)
                                + " group by offer_type, scheme",
                        "",
                        row -> past.considers(
                                        Text.plain(row.getString("offer_type")), Text.plain(row.getString("scheme")))
                                ? new Amount(denomination, row.getLong("units"))
                                : Amount.zero(denomination),
                        values(
                                Moment.text(from),
                                Moment.text(through),
                                offer,
                                denomination.code(),
                                denomination.scale(),
                                except))
                .stream()
                .reduce(Amount.zero(denomination), Amount::plus);
    }

    @Override
    public Optional<PastAward> firstAward(Instant since, Set<String> offers, Set<String> except) {
        return first(ask(
                "select body from rewards_award where participant = ? and units > 0 and own = 1 and awarded_on >= ?"
                        + except("offer", offers) + except("lot", except) + " order by awarded_on, lot limit 1",
                "",
                JdbcPast::award,
                values(Moment.text(since), offers, except)));
    }

    @Override
    public List<TierUnits> tierUnits(Instant from, Instant through) {
        return ask(
                "select event, purchase, counts_on, seen_on, units, denomination, scale from rewards_tier_units"
                        + " where participant = ? and counts_on >= ? and counts_on <= ?",
                "",
                row -> new TierUnits(
                        EventKey.parse(Text.plain(row.getString("event"))).orElseThrow(),
                        EventKey.parse(Text.plain(row.getString("purchase"))).orElseThrow(),
                        Moment.instant(row.getString("counts_on")),
                        Moment.instant(row.getString("seen_on")),
                        new Amount(
                                new Denomination(Text.plain(row.getString("denomination")), row.getInt("scale")),
                                row.getLong("units"))),
                Moment.text(from),
                Moment.text(through));
    }

    @Override
    public long entries() {
        return entries;
    }

    @Override
    public List<PastAward> sharesOf(PastAward award) {
        return awards("dependence <> 'NONE' and dependence = 'SHARE' and awarded_on >= ?", Moment.text(award.on()))
                .stream()
                .filter(share -> share.isShareOf(award))
                .toList();
    }

    @Override
    public List<PastAward> waited() {
        return awards("dependence <> 'NONE' and dependence = 'ANOTHER'");
    }

    @Override
    public boolean standsByItself(Set<String> except) {
        return !ask(
                        "select lot from rewards_award where participant = ? and units > 0 and dependence = 'NONE'"
                                + except("lot", except) + " limit 1",
                        "",
                        row -> true,
                        except.toArray())
                .isEmpty();
    }

    @Override
    public Map<Awarder, Long> standing(TransactionKind kind) {
        Map<Awarder, Long> standing = new HashMap<>();
        ask(
                "select offer, offer_type, scheme, number from rewards_standing where participant = ? and kind = ?"
                        + " and number <> 0",
                "",
                row -> standing.put(
                        new Awarder(
                                Text.plain(row.getString("offer")),
                                Text.plain(row.getString("offer_type")),
                                Text.plain(row.getString("scheme"))),
                        row.getLong("number")),
                kind.name());
        return standing;
    }

    @Override
    public Inheritance inheritance() {
        List<Lot> lots =
                ask("select body from rewards_lot where participant = ? and is_open = 0", "", body(Lot.class)).stream()
                        .sorted(Comparator.comparing(Lot::id))
                        .toList();
        List<Sale> sales = ask("select body from rewards_sale where participant = ?", "", body(Sale.class)).stream()
                .sorted(Comparator.comparing(Sale::purchase))
                .toList();
        Set<EventKey> cancelled = new HashSet<>(ask(
                "select event from rewards_cancelled where participant = ?",
                "",
                row -> EventKey.parse(Text.plain(row.getString("event"))).orElseThrow()));
        return new Inheritance(lots, sales, cancelled, awards("1 = 1"));
    }
}
