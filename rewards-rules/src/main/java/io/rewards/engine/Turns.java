package io.rewards.engine;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets the threads of one engine write to a participant one after another, in the order in which they came, so that an event
 * that takes long is not overtaken for ever by quick ones. It saves deciding again and guards nothing: versions do that, so
 * nobody waits longer than a moment. Thread-safe.
 */
final class Turns {

    private static final int QUEUES = 1_024;
    private static final long LONGEST_WAIT_IN_SECONDS = 2;

    private final ReentrantLock[] queues = new ReentrantLock[QUEUES];

    Turns() {
        for (int i = 0; i < QUEUES; i++) {
            queues[i] = new ReentrantLock(true);
        }
    }

    /** What {@code writing} gives, when it is this thread's turn to write to {@code participant}. */
    <T> T taking(String participant, Supplier<T> writing) {
        ReentrantLock queue = queues[Math.floorMod(participant.hashCode(), QUEUES)];
        boolean mine = waited(queue);
        try {
            return writing.get();
        } finally {
            if (mine) {
                queue.unlock();
            }
        }
    }

    private static boolean waited(ReentrantLock queue) {
        try {
            return queue.tryLock(LONGEST_WAIT_IN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
