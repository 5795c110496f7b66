package io.rewards.jdbc;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.ledger.BudgetClaim;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads and claims budgets: the number of rows that a claim touches says whether the budget lasts. */
final class Budgets {

    private static final String OF = "kind = ? and code = ? and period = ?";

    private Budgets() {}

    static Optional<Usage> usage(Link link, BudgetName budget) {
        Object[] name = {budget.kind().name(), Text.kept(budget.code()), Text.kept(budget.period())};
        List<Amount> amounts = new ArrayList<>();
        List<Long> awards = new ArrayList<>();
        link.read(handle -> handle.select(
                        "select u.awards, a.denomination, a.scale, a.units from rewards_usage u left join"
                                + " rewards_usage_amount a on a.kind = u.kind and a.code = u.code and a.period = u.period"
                                + " where u.kind = ? and u.code = ? and u.period = ?",
                        name)
                .map((row, context) -> {
                    awards.add(row.getLong("awards"));
                    String code = row.getString("denomination");
                    if (code != null) {
                        amounts.add(new Amount(new Denomination(code, row.getInt("scale")), row.getLong("units")));
                    }
                    return true;
                })
                .list());
        return awards.isEmpty() ? Optional.empty() : Optional.of(new Usage(awards.get(0), amounts));
    }

    static void claim(Batch batch, BudgetClaim claim) {
        String kind = claim.budget().kind().name();
        String code = claim.budget().code();
        String period = claim.budget().period();
        long mostAwards = claim.mostAwards().orElse(Long.MAX_VALUE);
        batch.must(
                1,
                "insert into rewards_usage (kind, code, period, awards)"
                        + " select ?, ?, ?, cast(? as bigint) where cast(? as bigint) <= cast(? as bigint)"
                        + " on conflict (kind, code, period) do update set awards = rewards_usage.awards + excluded.awards"
                        + " where rewards_usage.awards + excluded.awards <= cast(? as bigint)",
                kind,
                code,
                period,
                claim.awards(),
                claim.awards(),
                mostAwards,
                mostAwards);
        Denomination denomination = claim.amount().denomination();
        Optional<Amount> limit = claim.mostAmount();
        boolean sameDenomination =
                limit.filter(most -> most.denomination().equals(denomination)).isPresent();
        long mostUnits = sameDenomination ? limit.get().units() : Long.MAX_VALUE;
        batch.must(
                1,
                "insert into rewards_usage_amount (kind, code, period, denomination, scale, units)"
                        + " select ?, ?, ?, ?, cast(? as integer), cast(? as bigint)"
                        + " where cast(? as bigint) <= cast(? as bigint)"
                        + " on conflict (kind, code, period, denomination, scale)"
                        + " do update set units = rewards_usage_amount.units + excluded.units"
                        + " where rewards_usage_amount.units + excluded.units <= cast(? as bigint)",
                kind,
                code,
                period,
                denomination.code(),
                denomination.scale(),
                claim.amount().units(),
                claim.amount().units(),
                mostUnits,
                mostUnits);
        if (limit.isPresent() && !sameDenomination) {
            Amount most = limit.get();
            batch.must(
                    0,
                    "update rewards_usage_amount set units = units where " + OF
                            + " and denomination = ? and scale = ? and units > ?",
                    kind,
                    code,
                    period,
                    most.denomination().code(),
                    most.denomination().scale(),
                    most.units());
        }
    }
}
