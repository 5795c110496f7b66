package io.rewards.jdbc;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.AccountName;
import io.rewards.ledger.Balances;
import io.rewards.ledger.FoundTransaction;
import io.rewards.ledger.JournalPlace;
import io.rewards.ledger.Party;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionFilter;
import io.rewards.ledger.TransactionFilter.Field;
import io.rewards.ledger.TransactionState;
import io.rewards.ledger.Turnover;
import io.rewards.time.DayPeriod;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is asked about the journals of all participants, answered by the database. */
final class LedgerQuestions {

    /** What was taken back of a transaction. */
    private static final String REVERSED = "(select coalesce(sum(r.units), 0) from rewards_journal r"
            + " where r.reverses = j.id and r.participant = j.participant and r.reverses <> '')";

    private LedgerQuestions() {}

    /** The transactions that {@link TransactionFilter#matches} finds, after a place, in order. */
    static List<FoundTransaction> search(
            Link link, TransactionFilter sought, ZoneId zone, JournalPlace after, int most) {
        List<FoundTransaction> found = new ArrayList<>();
        JournalPlace last = after;
        int left = most;
        while (left > 0) {
            List<FoundTransaction> page = page(link, sought, zone, last, left);
            page.stream().filter(each -> sought.matches(each, zone)).forEach(found::add);
            left = page.size() < left ? 0 : most - found.size();
            last = page.isEmpty() ? last : page.get(page.size() - 1).place();
        }
        return found;
    }

    /** All that are sought, and where a reason with odd signs is, perhaps others, too. */
    private static List<FoundTransaction> page(
            Link link, TransactionFilter sought, ZoneId zone, JournalPlace after, int most) {
        Query query = new Query("select " + JournalRows.COLUMNS + ", " + REVERSED
                + " as reversed from rewards_journal j where (j.participant, j.number) > (?, ?)");
        query.values.add(Text.kept(after.participant()));
        query.values.add(after.number());
        for (Field field : Field.values()) {
            sought.text(field).ifPresent(text -> query.and("j." + column(field) + " = ?", text));
        }
        if (!sought.kinds().isEmpty()) {
            query.and("j.kind in (" + JdbcPast.marks(sought.kinds()) + ")", names(sought.kinds()));
        }
        if (!sought.accounts().isEmpty()) {
            String in = " in (" + JdbcPast.marks(sought.accounts()) + ")";
            query.and("(j.from_account" + in + " or j.to_account" + in + ")", names(sought.accounts()));
            query.values.addAll(names(sought.accounts()));
        }
        sought.event().ifPresent(key -> query.and("j.event = ?", key.text()));
        sought.purchase().ifPresent(key -> query.and("j.purchase = ?", key.text()));
        sought.reason().filter(part -> !part.isEmpty()).ifPresent(part -> reason(query, link.dialect(), part));
        sought.on().ifPresent(days -> query.and("j.counts_on", days, zone));
        sought.recordedOn().ifPresent(days -> query.and("j.recorded_on", days, zone));
        sought.least().ifPresent(least -> query.and("j.units >= ?", least));
        sought.most().ifPresent(greatest -> query.and("j.units <= ?", greatest));
        sought.denomination().ifPresent(code -> query.and("j.denomination = ?", code));
        sought.state()
                .ifPresent(state -> query.sql
                        .append(" and j.units ")
                        .append(state == TransactionState.POSTED ? "> " : "<= ")
                        .append(REVERSED));
        query.sql.append(" order by j.participant, j.number limit ?");
        query.values.add(most);
        return query.read(link, row -> {
            Transaction transaction = JournalRows.transaction(row);
            Amount reversed = new Amount(transaction.amount().denomination(), row.getLong("reversed"));
            return new FoundTransaction(
                    new JournalPlace(transaction.participant(), row.getLong("number")),
                    transaction,
                    transaction.amount().minus(reversed));
        });
    }

    private static String column(Field field) {
        return switch (field) {
            case ID -> "id";
            case PARTICIPANT -> "participant";
            case UNIT -> "unit";
            case OFFER -> "offer";
            case OFFER_TYPE -> "offer_type";
            case SCHEME -> "scheme";
            case RULE -> "rule";
            case LOT -> "lot";
            case SUBJECT -> "subject";
            case REVERSES -> "reverses";
            case USER -> "decided_by";
        };
    }

    private static List<String> names(Collection<? extends Enum<?>> several) {
        return several.stream().map(Enum::name).toList();
    }

    /** A part that is kept by other signs may begin in the middle of some, so only the filter can tell. */
    private static void reason(Query query, Dialect dialect, String part) {
        if (Text.kept(part).equals(part)) {
            String at = dialect == Dialect.SQLITE ? "instr(j.reason_sought, ?)" : "strpos(j.reason_sought, ?)";
            query.and(at + " > 0", part);
        } else {
            query.sql.append(" and j.reason_sought <> ''");
        }
    }

    /** The balances of one participant or of all, of what was recorded by {@code asOf}. */
    static Balances balances(Link link, Optional<String> participant, Instant asOf) {
        String ways = "from_account, from_merchant, to_account, to_merchant, denomination, scale";
        Query query = new Query("select " + ways + ", sum(units) as units from rewards_journal where recorded_on <= ?");
        query.values.add(Moment.text(asOf));
        participant.ifPresent(id -> query.and("participant = ?", id));
        query.sql.append(" group by ").append(ways);
        Map<Denomination, Map<AccountKind, Amount>> amounts = new TreeMap<>();
        Map<Denomination, Map<AccountName, Amount>> merchants = new TreeMap<>();
        query.read(link, row -> {
            Amount in = JournalRows.amount(row);
            Denomination denomination = in.denomination();
            for (String side : List.of("from", "to")) {
                Amount moved =
                        side.equals("to") ? in : Amount.zero(denomination).minus(in);
                AccountKind kind = AccountKind.valueOf(row.getString(side + "_account"));
                amounts.computeIfAbsent(denomination, unused -> new TreeMap<>()).merge(kind, moved, Amount::plus);
                if (kind.owner() == Party.Kind.MERCHANT) {
                    String unit = Text.plain(row.getString(side + "_merchant"));
                    merchants
                            .computeIfAbsent(denomination, unused -> new TreeMap<>())
                            .merge(AccountName.of(Party.merchant(unit), kind), moved, Amount::plus);
                }
            }
            return true;
        });
        return new Balances(amounts, merchants);
    }

    /** What was moved from each of {@code bounds} until the next. */
    static List<Turnover> turnover(Link link, Optional<String> participant, List<Instant> bounds) {
        List<Turnover> all = new ArrayList<>();
        String ways = "from_account, to_account, scheme, denomination, scale";
        for (int i = 0; i + 1 < bounds.size(); i++) {
            int span = i;
            Query query = new Query("select " + ways
                    + ", sum(units) as units from rewards_journal where recorded_on >= ? and recorded_on < ?");
            query.values.add(Moment.text(bounds.get(i)));
            query.values.add(Moment.text(bounds.get(i + 1)));
            participant.ifPresent(id -> query.and("participant = ?", id));
            query.sql.append(" group by ").append(ways);
            all.addAll(query.read(
                    link,
                    row -> new Turnover(
                            span,
                            AccountKind.valueOf(row.getString("from_account")),
                            AccountKind.valueOf(row.getString("to_account")),
                            Text.plain(row.getString("scheme")),
                            JournalRows.amount(row))));
        }
        return all.stream().sorted().toList();
    }

    /** A query that is put together. */
    private static final class Query {

        private final StringBuilder sql;
        private final List<Object> values = new ArrayList<>();

        Query(String first) {
            sql = new StringBuilder(first);
        }

        void and(String condition, String value) {
            and(condition, List.of(value));
        }

        void and(String condition, List<String> texts) {
            sql.append(" and ").append(condition);
            texts.forEach(text -> values.add(Text.kept(text)));
        }

        void and(String column, DayPeriod days, ZoneId zone) {
            and(
                    column + " >= ? and " + column + " < ?",
                    List.of(Moment.text(days.start(zone)), Moment.text(days.end(zone))));
        }

        void and(String condition, Amount amount) {
            and("j.denomination = ? and j.scale = ?", amount.denomination().code());
            values.add(amount.denomination().scale());
            sql.append(" and ").append(condition);
            values.add(amount.units());
        }

        <T> List<T> read(Link link, JdbcPast.Row<T> row) {
            return link.read(handle -> handle.select(sql, values.toArray())
                    .map((rows, context) -> row.of(rows))
                    .list());
        }
    }
}
