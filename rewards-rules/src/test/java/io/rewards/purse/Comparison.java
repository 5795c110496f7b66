package io.rewards.purse;

import io.rewards.account.Account;
import io.rewards.account.AccountRecords;
import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.decision.InstantSpend;
import io.rewards.decision.Outcome;
import io.rewards.decision.ReturnResult;
import io.rewards.decision.SpendResult;
import io.rewards.event.EventKey;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.Balances;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.Usage;
import io.rewards.wallet.Counted;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Reclaim;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Where the engine and the model disagree, in words. For one thread. */
final class Comparison {

    private final List<String> differences = new ArrayList<>();

    List<String> differences() {
        return differences;
    }

    void outcome(Expected expected, Outcome outcome) {
        same("refused " + expected.why, expected.refused, outcome.status() == Outcome.Status.REFUSED);
        if (expected.refused || outcome.status() == Outcome.Status.REFUSED) {
            differences.addAll(
                    differences.isEmpty()
                            ? List.of()
                            : outcome.problems().stream().map(Object::toString).toList());
            return;
        }
        Map<String, Long> awards = new TreeMap<>();
        outcome.granted()
                .forEach(granted -> awards.put(granted.offer(), granted.amount().units()));
        same("awards", expected.awards, awards);
        Map<String, Map<String, Long>> instant = new TreeMap<>();
        for (InstantSpend spend : outcome.instantSpends()) {
            Map<String, Long> lines = new TreeMap<>();
            spend.lines()
                    .forEach(share -> lines.put(share.line(), share.amount().units()));
            instant.put(spend.offer(), lines);
        }
        same("instant discounts", expected.instant, instant);
        if (expected.payable.isPresent()) {
            same("payable", expected.payable, outcome.payable().map(Amount::units));
            same(
                    "back end",
                    expected.backEnd,
                    outcome.backEnd().map(Amount::units).orElse(0L));
        }
        same(
                "exchanged",
                expected.exchanged,
                outcome.exchanged()
                        .map(result -> List.of(
                                result.asked().units(),
                                result.points().units(),
                                result.money().units()))
                        .orElse(List.of()));
        spend(expected, outcome.spend());
        back(expected, outcome.returned());
    }

    /** What a run made of an event; it tells nothing where nothing came of it. */
    void run(Expected expected, Optional<Outcome> outcome) {
        if (outcome.isPresent()) {
            outcome(expected, outcome.get());
            long spent =
                    expected.parts.values().stream().mapToLong(Long::longValue).sum();
            same(
                    "back end",
                    expected.requested.isPresent() ? 0 : spent,
                    outcome.get().backEnd().map(Amount::units).orElse(0L));
        } else {
            same("awards", Map.of(), expected.awards);
            same("spent", Map.of(), expected.parts);
        }
    }

    private void spend(Expected expected, Optional<SpendResult> spend) {
        if (expected.requested.isPresent()) {
            same(
                    "requested",
                    expected.requested,
                    spend.map(result -> result.requested().units()));
        }
        Map<String, Long> parts = new TreeMap<>();
        spend.ifPresent(result -> result.parts()
                .forEach(part -> parts.merge(part.lot(), part.amount().units(), Long::sum)));
        same("spent", expected.parts, parts);
        same(
                "actual",
                expected.parts.values().stream().mapToLong(Long::longValue).sum(),
                spend.map(result -> result.actual().units()).orElse(0L));
    }

    private void back(Expected expected, Optional<ReturnResult> returned) {
        same(
                "refund",
                expected.refund,
                returned.map(back -> back.refund().units()).orElse(0L));
        same(
                "to wallet",
                expected.toWallet,
                returned.map(back -> back.toWallet().units()).orElse(0L));
        Map<String, String> reclaimed = new TreeMap<>();
        expected.reclaimed.forEach((lot, split) -> reclaimed.put(lot, Arrays.toString(split)));
        Expected observed = new Expected();
        for (Reclaim each : returned.map(ReturnResult::reclaimed).orElse(List.of())) {
            observed.reclaim(each.lot(), new long[] {
                each.amount().units(),
                each.ofItsOwn().units(),
                each.ofOthers().units(),
                each.debt().units(),
                each.lost().units()
            });
        }
        Map<String, String> seen = new TreeMap<>();
        observed.reclaimed.forEach((lot, split) -> seen.put(lot, Arrays.toString(split)));
        same("taken back", reclaimed, seen);
    }

    void usage(BudgetName budget, Optional<Usage> used, NaiveWorld.Usage expected) {
        same(
                "budget " + budget,
                expected,
                used.map(usage -> new NaiveWorld.Usage(
                                usage.awards(),
                                usage.amounts().stream()
                                        .mapToLong(Amount::units)
                                        .sum()))
                        .orElse(new NaiveWorld.Usage(0, 0)));
    }

    void account(NaivePurse purse, AccountRecords records, Map<String, List<Counted>> counted, Balances balances) {
        Account account = records.account();
        String who = purse.id + ": ";
        Set<String> ids = new HashSet<>();
        records.allLots().forEach(lot -> {
            ids.add(lot.id());
            lot(who, purse.lots.get(lot.id()), lot);
        });
        for (NaiveLot lot : purse.lots.values()) {
            if (!ids.contains(lot.id) && lot.remaining > 0) {
                differences.add(who + "only the model has lot " + lot);
            }
        }
        Map<EventKey, Long> holds = new TreeMap<>();
        purse.holds.forEach((key, hold) -> holds.put(key, sum(hold.parts())));
        same(who + "holds", holds, amounts(account.wallet().holds(), hold -> hold.amount()));
        Map<EventKey, Long> payouts = new TreeMap<>();
        purse.payouts.forEach((key, parts) -> payouts.put(key, sum(parts)));
        same(who + "payouts", payouts, amounts(account.wallet().payouts(), payout -> payout.amount()));
        same(who + "debts", purse.debts, amounts(account.wallet().debts(), debt -> debt));
        progress(who, purse, counted);
        for (Denomination denomination : List.of(Market.EUR, Market.PTS)) {
            Map<AccountKind, Long> expected = purse.balances(denomination.code());
            for (AccountKind each : AccountKind.values()) {
                long balance = balances.of(each, denomination).units();
                if (balance != expected.getOrDefault(each, 0L)) {
                    same(who + each, expected.getOrDefault(each, 0L), balance);
                }
            }
        }
    }

    private void progress(String who, NaivePurse purse, Map<String, List<Counted>> counted) {
        Map<String, String> expected = new TreeMap<>();
        purse.progress.forEach((offer, counts) -> {
            if (!counts.isEmpty()) {
                expected.put(offer, sources(counts));
            }
        });
        Map<String, String> seen = new TreeMap<>();
        counted.forEach((offer, counts) -> {
            if (!counts.isEmpty()) {
                seen.put(offer, counted(counts));
            }
        });
        same(who + "progress", expected, seen);
    }

    private void lot(String who, NaiveLot expected, Lot lot) {
        if (expected == null) {
            differences.add(who + "only the engine has lot " + lot);
            return;
        }
        boolean same = expected.remaining == lot.remaining().units()
                && expected.account == lot.account()
                && expected.validFrom.equals(lot.validFrom())
                && expected.validTo.equals(lot.validTo())
                && expected.expired == lot.expired().units()
                && expected.awardedOn.equals(lot.awardedOn())
                && expected.denomination.equals(lot.awarded().denomination().code())
                && expected.conditions.equals(lot.conditions())
                && expected.method == lot.spendMethod()
                && (expected.putIn == 0 || expected.putIn == lot.standing().units())
                && (expected.award.isEmpty()
                        || expected.standing == lot.standing().units());
        boolean counted = expected.standing == 0
                || expected.award.filter(NaiveGrant::accumulates).isEmpty()
                || sources(expected.sources).equals(counted(lot.provenance().sources()));
        if (!counted) {
            differences.add(who + lot.id() + " counts by the model " + expected.sources + ", by the engine "
                    + lot.provenance().sources());
        }
        if (!same) {
            differences.add(who + "lot: the model has " + expected + ", expired " + expected.expired + ", standing "
                    + expected.standing + ", awarded on " + expected.awardedOn + " " + expected.method + "; the engine "
                    + lot);
        }
    }

    private static String sources(List<NaiveCount.Counted> counts) {
        return counts.stream()
                .sorted(NaiveCount.Counted.BY_DATE)
                .map(each -> each.event() + " " + each.units() + " " + each.rewarded())
                .collect(Collectors.joining(", "));
    }

    private static String counted(List<Counted> counts) {
        return counts.stream()
                .sorted()
                .map(each -> each.event() + " " + each.units() + " " + each.rewarded())
                .collect(Collectors.joining(", "));
    }

    private void same(String what, Object expected, Object seen) {
        if (!expected.equals(seen)) {
            differences.add(what + ": the model says " + expected + ", the engine " + seen);
        }
    }

    private static long sum(List<NaivePurse.Part> parts) {
        return parts.stream().mapToLong(NaivePurse.Part::amount).sum();
    }

    private static <K extends Comparable<K>, V> Map<K, Long> amounts(
            Map<K, V> all, java.util.function.Function<V, Amount> amount) {
        Map<K, Long> amounts = new TreeMap<>();
        all.forEach((key, value) -> amounts.put(key, amount.apply(value).units()));
        return amounts;
    }
}
