package io.rewards.rules.drools;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Works for Drools in a thread that sees Drools. Drools finds its own parts through the context class loader of the
 * thread that first needs them, and keeps for ever what was found or not found; the caller's thread may see none of them,
 * and may forbid to change what it sees.
 */
final class OwnThread {

    private OwnThread() {}

    /** What {@code work} returns or throws. Waits for it. */
    static <T> T call(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, OwnThread::start).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw e;
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "rewards-rule-compiler");
        thread.setContextClassLoader(OwnThread.class.getClassLoader());
        thread.setDaemon(true);
        thread.start();
    }
}
