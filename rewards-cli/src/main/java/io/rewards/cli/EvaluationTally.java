package io.rewards.cli;

import io.rewards.amount.Amount;
import io.rewards.decision.Decline;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.InstantSpend;
import io.rewards.decision.Outcome;
import io.rewards.decision.SpendResult;
import io.rewards.decision.Verdict;
import io.rewards.event.CustomerEvent;
import io.rewards.kind.EventKinds;
import io.rewards.problem.Problem;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Counts what came of many events, in memory that does not grow with their number. Not thread-safe. */
final class EvaluationTally {

    /** What came of one event. */
    enum Fate {
        PROCESSED,
        QUEUED,
        REFUSED,
        /** Had been recorded before, and got the same outcome. */
        REPEATED;

        String words() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How an offer was declined. Not thread-safe. */
    static final class OfferTally {

        private long declined;
        private final Map<DeclineReason, Long> reasons = new EnumMap<>(DeclineReason.class);

        long declined() {
            return declined;
        }

        /** How often each reason was given; a verdict can have several. */
        Map<DeclineReason, Long> reasons() {
            return Collections.unmodifiableMap(reasons);
        }

        private void add(Verdict verdict) {
            if (verdict instanceof Verdict.Declined decline) {
                declined++;
                Set<DeclineReason> given = EnumSet.noneOf(DeclineReason.class);
                for (Decline each : decline.declines()) {
                    given.add(each.reason());
                }
                given.forEach(reason -> reasons.merge(reason, 1L, Long::sum));
            }
        }
    }

    private static final int MOST_KINDS = 1_000;
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");

    private final Map<String, Map<Fate, Long>> events = new TreeMap<>();
    private final Map<String, Long> refusals = new TreeMap<>();
    private final Map<String, OfferTally> offers = new TreeMap<>();
    private long broken;
    private long discounts;
    private Optional<Amount> discounted = Optional.empty();
    private Optional<Amount> bought = Optional.empty();
    private Optional<Amount> toPay = Optional.empty();
    private Optional<Amount> spent = Optional.empty();
    private Optional<Amount> refunded = Optional.empty();
    private Optional<Amount> backToWallets = Optional.empty();
    private Instant last = Instant.MIN;

    /** Counts an outcome. */
    void add(CustomerEvent event, Outcome outcome, boolean repeated) {
        Fate fate = repeated ? Fate.REPEATED : Fate.valueOf(outcome.status().name());
        events.computeIfAbsent(EventKinds.of(event).word(), unused -> new EnumMap<>(Fate.class))
                .merge(fate, 1L, Long::sum);
        if (outcome.processedOn().isAfter(last)) {
            last = outcome.processedOn();
        }
        if (fate == Fate.REFUSED) {
            String kind = kindOf(outcome.problems().get(0));
            boolean known = refusals.containsKey(kind) || refusals.size() < MOST_KINDS;
            refusals.merge(known ? kind : "other problems", 1L, Long::sum);
        } else if (fate == Fate.PROCESSED) {
            outcome.verdicts()
                    .forEach(verdict -> offers.computeIfAbsent(verdict.offer(), unused -> new OfferTally())
                            .add(verdict));
            for (InstantSpend spend : outcome.instantSpends()) {
                discounts++;
                discounted = plus(discounted, Optional.of(spend.amount()));
            }
            bought = plus(bought, outcome.total());
            toPay = plus(toPay, outcome.payable());
            outcome.spend()
                    .filter(EvaluationTally::isSpent)
                    .map(SpendResult::actual)
                    .ifPresent(amount -> {
                        spent = plus(spent, Optional.of(amount));
                        boolean later = outcome.payable().isEmpty();
                        toPay = later ? toPay.map(sum -> sum.minus(amount)) : toPay;
                    });
            outcome.returned().ifPresent(returned -> {
                refunded = plus(refunded, Optional.of(returned.refund()));
                backToWallets = plus(backToWallets, Optional.of(returned.toWallet()));
            });
        }
    }

    private static boolean isSpent(SpendResult spend) {
        boolean kept = spend.how() == SpendResult.How.HELD || spend.how() == SpendResult.How.REDEEMED;
        return !kept && spend.actual().isPositive();
    }

    /** Counts a line of which nothing came. */
    void addBroken() {
        broken++;
    }

    /** How often each fate befell events of each type. */
    Map<String, Map<Fate, Long>> events() {
        return Collections.unmodifiableMap(events);
    }

    /** How many events had this fate. */
    long count(Fate fate) {
        return events.values().stream()
                .mapToLong(counts -> counts.getOrDefault(fate, 0L))
                .sum();
    }

    /** How many events there were. */
    long all() {
        return Arrays.stream(Fate.values()).mapToLong(this::count).sum();
    }

    /** What befell events besides being processed, such as {@code : 3 refused, 1 broken line}; empty for nothing. */
    String otherFates() {
        StringJoiner words = new StringJoiner(", ", ": ", "");
        words.setEmptyValue("");
        Arrays.stream(Fate.values())
                .filter(fate -> fate != Fate.PROCESSED && count(fate) > 0)
                .forEach(fate -> words.add(Figures.of(count(fate)) + " " + fate.words()));
        if (broken > 0) {
            words.add(Figures.of(broken, "broken line"));
        }
        return words.toString();
    }

    /** How often each kind of problem came first. */
    Map<String, Long> refusals() {
        return Collections.unmodifiableMap(refusals);
    }

    /** How the offer of this code was declined. */
    OfferTally offer(String code) {
        return offers.getOrDefault(code, new OfferTally());
    }

    /** Lines of which nothing came. */
    long broken() {
        return broken;
    }

    /** How many instant discounts there were. */
    long discounts() {
        return discounts;
    }

    /** Their sum; empty while there are none. */
    Optional<Amount> discounted() {
        return discounted;
    }

    /** The sum of all purchases; empty while there are none. */
    Optional<Amount> bought() {
        return bought;
    }

    /** What was left of that to pay. */
    Optional<Amount> toPay() {
        return toPay;
    }

    /** What wallets paid besides instant discounts; empty where they paid nothing. */
    Optional<Amount> spent() {
        return spent;
    }

    /** What was refunded for goods that came back; empty while none did. */
    Optional<Amount> refunded() {
        return refunded;
    }

    /** What wallets had paid for goods that came back; empty while none did. */
    Optional<Amount> backToWallets() {
        return backToWallets;
    }

    /** When the last event was processed; the far past while there is none. */
    Instant last() {
        return last;
    }

    /** What that tells the shell, where {@code failed} says that something besides lines has failed. */
    int exitCode(boolean failed) {
        return ExitCode.of(failed || broken > 0, count(Fate.REFUSED) > 0);
    }

    /** A problem without the values that it names, so that problems of one kind are equal. */
    static String kindOf(Problem problem) {
        String message = withoutBrackets(problem.message(), '(', ')');
        return withoutBrackets(problem.path(), '[', ']') + ": "
                + INSTANT.matcher(message).replaceAll("...");
    }

    private static String withoutBrackets(String text, char open, char close) {
        StringBuilder kept = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            depth -= each == close && depth > 0 ? 1 : 0;
            if (depth == 0) {
                kept.append(each);
            }
            if (each == open) {
                kept.append(depth == 0 ? "..." : "");
                depth++;
            }
        }
        return kept.toString();
    }

    private static Optional<Amount> plus(Optional<Amount> sum, Optional<Amount> more) {
        return sum.isEmpty() ? more : Optional.of(more.map(sum.get()::plus).orElse(sum.get()));
    }
}
