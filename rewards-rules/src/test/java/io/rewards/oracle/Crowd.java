package io.rewards.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Eight threads that start at the same moment. A failure of any of them is the failure of all. */
final class Crowd {

    static final int SIZE = 8;

    private static final int SECONDS = 60;

    private Crowd() {}

    /** What one of the threads does. */
    interface Member {
        void act(int number) throws Exception;
    }

    /** Lets all members act and waits for the last. */
    static void act(Member member) {
        CyclicBarrier start = new CyclicBarrier(SIZE);
        ExecutorService threads = Executors.newFixedThreadPool(SIZE);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < SIZE; i++) {
                int number = i;
                done.add(threads.submit(() -> {
                    start.await();
                    member.act(number);
                    return number;
                }));
            }
            for (Future<?> each : done) {
                each.get(SECONDS, TimeUnit.SECONDS);
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("The threads did not finish.", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
