package io.rewards.jdbc;

import io.rewards.account.Account;
import io.rewards.account.Holdings;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Sale;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what several participants hold and held in one query, so that each is seen as of one version. Used once. */
final class AllHoldings {

    private static final int ACCOUNT = 0;
    private static final int OPEN_LOT = 1;
    private static final int EMPTIED_LOT = 2;

    /** What was read of one participant. */
    private static final class Parts {

        private Optional<Account> account = Optional.empty();
        private final List<Lot> lots = new ArrayList<>();
        private final List<Lot> emptied = new ArrayList<>();
        private final List<Sale> sales = new ArrayList<>();
    }

    private final Map<String, Parts> all = new TreeMap<>();

    private AllHoldings() {}

    /** Those of {@code participants}, of whom there is at least one. */
    static List<Holdings> of(Link link, List<String> participants) {
        String these = " in (" + JdbcPast.marks(participants) + ")";
        String sql = "select 0 as part, id as participant, body, 0 as place from rewards_participant where id" + these
                + " union all select case when is_open = 1 then 1 else 2 end, participant, body, place from rewards_lot"
                + " where participant" + these + " union all select 3, participant, body, 0 from rewards_sale"
                + " where participant" + these + " order by part, place";
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            participants.forEach(id -> values.add(Text.kept(id)));
        }
        AllHoldings holdings = new AllHoldings();
        link.read(handle -> handle.select(sql, values.toArray())
                .map((row, context) -> holdings.note(row))
                .list());
        return holdings.all();
    }

    private boolean note(ResultSet row) throws SQLException {
        Parts parts = all.computeIfAbsent(Text.plain(row.getString("participant")), unused -> new Parts());
        String body = row.getString("body");
        switch (row.getInt("part")) {
            case ACCOUNT -> parts.account = Optional.of(StoredForm.read(body, Account.class));
            case OPEN_LOT -> parts.lots.add(StoredForm.read(body, Lot.class));
            case EMPTIED_LOT -> parts.emptied.add(StoredForm.read(body, Lot.class));
            default -> parts.sales.add(StoredForm.read(body, Sale.class));
        }
        return true;
    }

    private List<Holdings> all() {
        List<Holdings> holdings = new ArrayList<>();
        all.forEach((id, parts) -> parts.account.ifPresent(account -> {
            parts.emptied.sort(Comparator.comparing(Lot::id));
            parts.sales.sort(Comparator.comparing(Sale::purchase));
            holdings.add(new Holdings(id, Reading.filled(account, parts.lots), parts.emptied, parts.sales));
        }));
        return holdings;
    }
}
