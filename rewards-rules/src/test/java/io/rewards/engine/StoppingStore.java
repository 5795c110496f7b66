package io.rewards.engine;

import io.rewards.effect.Effect;
import io.rewards.store.Recorded;
import io.rewards.store.RewardsStore;
import io.rewards.store.StoreInFront;
import java.util.function.Consumer;

/** A store in front of another that stops the process before or after a commit, as the test wants. */
public final class StoppingStore extends StoreInFront {

    private final Consumer<Recorded> before;
    private final Consumer<Recorded> after;

    private StoppingStore(RewardsStore below, Consumer<Recorded> before, Consumer<Recorded> after) {
        super(below);
        this.before = before;
        this.after = after;
    }

    /** Does {@code action} before each commit. */
    public static StoppingStore before(RewardsStore below, Consumer<Recorded> action) {
        return new StoppingStore(below, action, unused -> {});
    }

    /** Does {@code action} after each commit that was not refused. */
    public static StoppingStore after(RewardsStore below, Consumer<Recorded> action) {
        return new StoppingStore(below, unused -> {}, action);
    }

    @Override
    public boolean commit(Recorded recorded, Effect effect) {
        before.accept(recorded);
        boolean committed = super.commit(recorded, effect);
        if (committed) {
            after.accept(recorded);
        }
        return committed;
    }
}
