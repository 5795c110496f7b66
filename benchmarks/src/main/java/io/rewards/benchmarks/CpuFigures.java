package io.rewards.benchmarks;

import com.sun.management.ThreadMXBean;
import io.rewards.rules.RuleSet;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Prints what {@link AgeBenchmark} and {@link ReturnBenchmark} measure in one process, which makes each age once: by the
 * time that the processor worked for the call, which other work on the machine disturbs less, and by the bytes that the
 * call allocates, which it does not disturb at all.
 */
public final class CpuFigures {

    private static final long ENOUGH_NANOS = 500_000_000;
    private static final int LEAST_CALLS = 5;
    private static final int ROUNDS = 5;
    private static final int PURCHASES_OF_CROWD = 1000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final int warmups;
    private final int calls;
    private final int purchases;

    CpuFigures(int warmups, int calls, int purchases) {
        this.warmups = warmups;
        this.calls = calls;
        this.purchases = purchases;
    }

    /** Measures {@code age} or {@code lots}, as the first argument says, of the sizes that follow; the first is compared to. */
    public static void main(String[] arguments) {
        List<Integer> sizes = new ArrayList<>();
        for (String size : List.of(arguments).subList(1, arguments.length)) {
            sizes.add(Integer.valueOf(size));
        }
        CpuFigures figures = new CpuFigures(10, 2000, 10);
        switch (arguments[0]) {
            case "age" -> figures.printAges(System.out, RuleSets.drools(), sizes);
            case "lots" -> figures.printReturns(System.out, sizes);
            default ->
                throw new IllegalArgumentException("What to measure (" + arguments[0] + ") must be age or lots.");
        }
    }

    void printAges(PrintStream out, RuleSet rules, List<Integer> ages) {
        for (int i = 0; i < warmups; i++) {
            measure(new AgedShop(rules, 1, ages.get(0)), rules, ages.get(0));
        }
        print(out, ages, age -> measure(new AgedShop(rules, 1, age), rules, age));
    }

    void printReturns(PrintStream out, List<Integer> lots) {
        print(out, lots, count -> {
            ReturnBenchmark benchmark = new ReturnBenchmark(count);
            benchmark.pay();
            figure(benchmark::returnAll, LEAST_CALLS);
            return Map.of("returnAll", figure(benchmark::returnAll, calls));
        });
    }

    private static void print(
            PrintStream out, List<Integer> sizes, Function<Integer, Map<String, Figure>> measurement) {
        Map<String, Figure> firsts = new LinkedHashMap<>();
        out.printf(Locale.ROOT, "%-16s %8s %10s %8s %10s %8s%n", "what", "size", "CPU us/op", "ratio", "B/op", "ratio");
        for (Integer size : sizes) {
            measurement.apply(size).forEach((what, figure) -> {
                Figure first = firsts.computeIfAbsent(what, unused -> figure);
                out.printf(
                        Locale.ROOT,
                        "%-16s %8d %10d %8s %10d %8s%n",
                        what,
                        size,
                        figure.nanos() / 1000,
                        ratio(figure.nanos(), first.nanos()),
                        figure.bytes(),
                        ratio(figure.bytes(), first.bytes()));
            });
        }
    }

    private Map<String, Figure> measure(AgedShop shop, RuleSet rules, int age) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("purchasePreview", figure(shop::previewPurchase, calls));
        figures.put("spend", figure(shop::previewSpend, calls));
        figures.put("returnOfRecent", figure(shop::previewReturnOfRecent, calls));
        figures.put("returnOfOld", figure(shop::previewReturnOfOld, calls));
        figures.put("visit", figure(shop::previewVisits, calls));
        AgedShop crowd =
                age < PURCHASES_OF_CROWD ? new AgedShop(rules, Math.max(1, PURCHASES_OF_CROWD / age), age) : shop;
        figures.put("purchase", figure(crowd::buy, purchases, crowd::expire));
        return figures;
    }

    /** What a call takes in the quickest of several rounds: what else the machine does only makes rounds slower. */
    private Figure figure(Runnable call, int most) {
        return figure(call, most, () -> {});
    }

    /** The same, after {@code before} in each round, which is not measured. */
    private Figure figure(Runnable call, int most, Runnable before) {
        before.run();
        Figure best = round(call, most);
        for (int i = 1; i < ROUNDS; i++) {
            before.run();
            Figure next = round(call, most);
            best = next.nanos() < best.nanos() ? next : best;
        }
        return best;
    }

    /** What each of at most so many calls takes; fewer of those that take long. */
    private Figure round(Runnable call, int most) {
        long cpu = threads.getCurrentThreadCpuTime();
        long bytes = threads.getCurrentThreadAllocatedBytes();
        long made = 0;
        while (made < most && (made < LEAST_CALLS || threads.getCurrentThreadCpuTime() - cpu < ENOUGH_NANOS)) {
            call.run();
            made++;
        }
        return new Figure(
                (threads.getCurrentThreadCpuTime() - cpu) / made,
                (threads.getCurrentThreadAllocatedBytes() - bytes) / made);
    }

    private static BigDecimal ratio(long part, long whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(Math.max(1, whole)), 1, RoundingMode.HALF_UP);
    }

    /**
     * What one call takes.
     *
     * @param nanos of the processor
     * @param bytes allocated
     */
    private record Figure(long nanos, long bytes) {}
}
