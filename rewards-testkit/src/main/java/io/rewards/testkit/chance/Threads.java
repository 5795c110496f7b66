package io.rewards.testkit.chance;

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
public final class Threads {

    private static final int MOST_SECONDS = 120;

    private Threads() {}

    /** What one of several threads returns. */
    public interface Task<T> {
        T run(int number) throws Exception;
    }

    /** What one of several threads does. */
    public interface Action {
        void run(int number) throws Exception;
    }

    /** What so many threads return, in order of their numbers, which begin with 0; all are started at once. */
    public static <T> List<T> race(int count, Task<T> task) {
        List<Callable<T>> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            tasks.add(() -> task.run(number));
        }
        return together(tasks);
    }

    /** Lets so many threads act, all started at once, and waits for the last. */
    public static void act(int count, Action action) {
        race(count, number -> {
            action.run(number);
            return number;
        });
    }

    /** What the tasks return, each in a thread of its own, all started at once. */
    public static <T> List<T> together(List<Callable<T>> tasks) {
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
    public static List<List<Boolean>> racing(int rounds, IntPredicate first, IntPredicate second) {
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
    public static void readingWhile(Runnable write, Runnable read) {
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
