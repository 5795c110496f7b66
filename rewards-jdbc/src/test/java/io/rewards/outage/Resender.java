package io.rewards.outage;

import io.rewards.store.RewardsStore;
import io.rewards.store.StoreException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Lives through a {@link Tale} on a database that is away now and then: it sends again whatever was not done. */
final class Resender implements Runnable {

    private static final long PAUSE_IN_MILLIS = 20;

    private final List<Tale.Step> tale;
    private final Teller teller;
    private final Answers answers;
    private final AtomicInteger failed = new AtomicInteger();
    private volatile int told;

    Resender(List<Tale.Step> tale, Teller teller) {
        this.tale = tale;
        this.teller = teller;
        answers = new Answers(tale);
    }

    @Override
    public void run() {
        while (told < tale.size()) {
            synchronized (answers) {
                attempt();
            }
        }
    }

    private void attempt() {
        try {
            String answer = teller.live(tale.get(told));
            teller.recover();
            answers.note(told, answer);
            told = answers.next();
        } catch (StoreException | Teller.LeftUndoneException e) {
            failed.incrementAndGet();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_IN_MILLIS));
        }
    }

    /** Steps that were done. */
    int told() {
        return told;
    }

    /** Attempts that failed. */
    int failed() {
        return failed.get();
    }

    /** Between two attempts, what was told is looked for in the store. */
    void check(RewardsStore store) {
        synchronized (answers) {
            answers.check(store);
        }
    }
}
