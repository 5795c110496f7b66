package io.rewards.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/** Does things at the same time. */
final class Threads {

    private static final int MOST_SECONDS = 60;

    private Threads() {}

    /** What the tasks return, each in a thread of its own, all started at once. */
    static <T> List<T> together(List<Callable<T>> tasks) {
        ExecutorService pool = Executors.newFixedThreadPool(tasks.size());
        CyclicBarrier start = new CyclicBarrier(tasks.size());
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> task : tasks) {
                running.add(pool.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : running) {
                results.add(each.get(MOST_SECONDS, TimeUnit.SECONDS));
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError("A thread failed: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("The threads did not end within " + MOST_SECONDS + " seconds.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } finally {
            pool.shutdownNow();
        }
    }

    /**
     * What two tasks return in each of many rounds, which both begin as closely together as can be.
     *
     * @param first what one thread does in the round of this number
     * @param second what the other one does
     */
    static List<List<Boolean>> racing(int rounds, IntPredicate first, IntPredicate second) {
        AtomicInteger arrived = new AtomicInteger();
        List<List<Boolean>> results =
                together(List.of(() -> inStep(rounds, first, arrived), () -> inStep(rounds, second, arrived)));
        List<List<Boolean>> byRound = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            byRound.add(List.of(results.get(0).get(round), results.get(1).get(round)));
        }
        return byRound;
    }

    private static List<Boolean> inStep(int rounds, IntPredicate task, AtomicInteger arrived) {
        List<Boolean> results = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            arrived.incrementAndGet();
            while (arrived.get() < 2 * (round + 1) && !Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            results.add(task.test(round));
        }
        return results;
    }

    /** Reads again and again in two threads while another one writes, and once more afterwards. */
    static void readingWhile(Runnable write, Runnable read) {
        AtomicBoolean written = new AtomicBoolean();
        Callable<Boolean> reader = () -> {
            while (!written.get()) {
                read.run();
            }
            read.run();
            return true;
        };
        Callable<Boolean> writer = () -> {
            try {
                write.run();
            } finally {
                written.set(true);
            }
            return true;
        };
        together(List.of(writer, reader, reader));
    }
}
