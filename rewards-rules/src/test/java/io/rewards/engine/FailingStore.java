package io.rewards.engine;

import io.rewards.store.Changes;
import io.rewards.store.RewardsStore;
import io.rewards.store.StoreInFront;
import java.util.function.Consumer;

/** A store in front of another that stops the process before or after a commit, as the test wants. */
final class FailingStore extends StoreInFront {

    private final Consumer<Changes> before;
    private final Consumer<Changes> after;

    private FailingStore(RewardsStore below, Consumer<Changes> before, Consumer<Changes> after) {
        super(below);
        this.before = before;
        this.after = after;
    }

    static FailingStore before(RewardsStore below, Consumer<Changes> action) {
        return new FailingStore(below, action, unused -> {});
    }

    static FailingStore after(RewardsStore below, Consumer<Changes> action) {
        return new FailingStore(below, unused -> {}, action);
    }

    @Override
    public boolean commit(Changes changes) {
        before.accept(changes);
        boolean committed = super.commit(changes);
        if (committed) {
            after.accept(changes);
        }
        return committed;
    }
}
