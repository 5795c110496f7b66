package io.rewards.workers;

import io.rewards.account.FollowUp;
import io.rewards.effect.Effect;
import io.rewards.event.RaisedEvent;
import io.rewards.store.Kept;
import io.rewards.store.Recorded;
import io.rewards.store.RewardsStore;
import io.rewards.store.StoreInFront;
import java.util.List;

/** The store of an engine that stops before it applies what an event brings about for others. */
final class LeavingFollowUps extends StoreInFront {

    LeavingFollowUps(RewardsStore store) {
        super(store);
    }

    @Override
    public boolean commit(Recorded recorded, Effect effect) {
        if (recorded.event() instanceof RaisedEvent) {
            throw new IllegalStateException("It stopped.");
        }
        return super.commit(recorded, effect);
    }

    @Override
    public List<Kept<FollowUp>> followUps(long after, int most) {
        return List.of();
    }
}
