package io.rewards.store;

import io.rewards.account.Account;
import io.rewards.account.FollowUp;
import io.rewards.account.UniqueName;
import io.rewards.event.EventKey;
import io.rewards.ledger.Usage;
import io.rewards.notification.Notification;
import io.rewards.run.RunRecord;
import java.util.List;
import java.util.Optional;

/** A store in front of another, to which it hands everything on; tests override what is to go wrong or to be watched. */
public abstract class StoreInFront implements RewardsStore {

    private final RewardsStore behind;

    protected StoreInFront(RewardsStore behind) {
        this.behind = behind;
    }

    @Override
    public Optional<Recorded> recorded(EventKey key) {
        return behind.recorded(key);
    }

    @Override
    public Optional<Account> account(String participant) {
        return behind.account(participant);
    }

    @Override
    public List<String> participants(String after, int most) {
        return behind.participants(after, most);
    }

    @Override
    public Optional<Usage> usage(String offer) {
        return behind.usage(offer);
    }

    @Override
    public Optional<String> holder(UniqueName name) {
        return behind.holder(name);
    }

    @Override
    public List<FollowUp> followUps(int most) {
        return behind.followUps(most);
    }

    @Override
    public boolean commit(Changes changes) {
        return behind.commit(changes);
    }

    @Override
    public void forget(EventKey followUp) {
        behind.forget(followUp);
    }

    @Override
    public Optional<RunRecord> latestRun(String definition) {
        return behind.latestRun(definition);
    }

    @Override
    public void save(RunRecord run) {
        behind.save(run);
    }

    @Override
    public void keep(List<Notification> notifications) {
        behind.keep(notifications);
    }

    @Override
    public List<Notification> notifications(int most) {
        return behind.notifications(most);
    }

    @Override
    public void delivered(String notification) {
        behind.delivered(notification);
    }
}
