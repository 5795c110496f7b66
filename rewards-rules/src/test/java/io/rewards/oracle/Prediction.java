package io.rewards.oracle;

import io.rewards.amount.Amount;
import io.rewards.decision.Decline;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.InstantSpend;
import io.rewards.decision.OfferProgress;
import io.rewards.decision.Outcome;
import io.rewards.decision.Verdict;
import io.rewards.wallet.Balance;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What should come of an event, in words that two independent models can be compared by. Amounts are written like
 * {@code 2.50 EUR}. Immutable.
 *
 * @param status of the outcome
 * @param awards by code of the offer
 * @param declines reasons, by code of every other offer of the programme
 * @param discounts on the lines of the purchase itself, by code of the offer
 * @param payable after those, or empty where nothing was bought
 * @param available by denomination, where not nothing
 * @param pending by denomination, where not nothing
 * @param progress by code of the accumulating offer
 */
public record Prediction(
        Outcome.Status status,
        SortedMap<String, String> awards,
        SortedMap<String, Set<DeclineReason>> declines,
        SortedMap<String, String> discounts,
        String payable,
        SortedMap<String, String> available,
        SortedMap<String, String> pending,
        SortedMap<String, String> progress) {

    /** Copies the maps. */
    public Prediction {
        awards = copy(awards);
        declines = copy(declines);
        discounts = copy(discounts);
        available = copy(available);
        pending = copy(pending);
        progress = copy(progress);
    }

    /** Nothing but a status. */
    static Prediction of(Outcome.Status status) {
        return new Prediction(
                status,
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                "",
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>());
    }

    /** What an engine said, with its verdict on every offer of the programme where the event is a purchase. */
    public static Prediction observed(Outcome outcome, Map<String, Verdict> verdicts) {
        SortedMap<String, String> awards = new TreeMap<>();
        SortedMap<String, Set<DeclineReason>> declines = new TreeMap<>();
        verdicts.forEach((offer, verdict) -> {
            if (verdict instanceof Verdict.Granted granted) {
                awards.put(offer, granted.amount().toString());
            } else if (verdict instanceof Verdict.Declined declined) {
                declines.put(offer, reasons(declined.declines()));
            }
        });
        SortedMap<String, String> discounts = new TreeMap<>();
        for (InstantSpend spend : outcome.instantSpends()) {
            SortedMap<String, String> ofLines = new TreeMap<>();
            spend.lines()
                    .forEach(share -> ofLines.put(share.line(), share.amount().toString()));
            discounts.put(spend.offer(), ofLines.toString());
        }
        SortedMap<String, String> available = new TreeMap<>();
        SortedMap<String, String> pending = new TreeMap<>();
        for (Balance balance : outcome.balances()) {
            putUnlessNothing(available, balance.available());
            putUnlessNothing(pending, balance.pending());
        }
        SortedMap<String, String> progress = new TreeMap<>();
        for (OfferProgress each : outcome.progress()) {
            progress.put(
                    each.offer(), progress(each.current().text(), each.target().text(), each.until()));
        }
        String payable = outcome.payable().map(Amount::toString).orElse("");
        return new Prediction(outcome.status(), awards, declines, discounts, payable, available, pending, progress);
    }

    /** A progress in words. */
    static String progress(String current, String target, Optional<Instant> until) {
        return current + " of " + target
                + until.map(instant -> " until " + instant).orElse("");
    }

    private static Set<DeclineReason> reasons(List<Decline> declines) {
        Set<DeclineReason> reasons = new TreeSet<>();
        declines.forEach(decline -> reasons.add(decline.reason()));
        return reasons;
    }

    private static void putUnlessNothing(Map<String, String> balances, Amount amount) {
        if (!amount.isZero()) {
            balances.put(amount.denomination().code(), amount.toString());
        }
    }

    private static <T> SortedMap<String, T> copy(Map<String, T> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
