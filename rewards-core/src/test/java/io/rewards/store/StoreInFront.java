package io.rewards.store;

import io.rewards.account.AccountRecords;
import io.rewards.account.FollowUp;
import io.rewards.account.Loaded;
import io.rewards.account.UniqueName;
import io.rewards.catalogue.Commitments;
import io.rewards.effect.Effect;
import io.rewards.event.EventKey;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.JournalEntry;
import io.rewards.ledger.Usage;
import io.rewards.notification.Notification;
import io.rewards.participant.Participant;
import io.rewards.participant.ParticipantFilter;
import io.rewards.past.Needs;
import io.rewards.run.RunRecord;
import java.time.Instant;
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
    public Optional<Loaded> load(String participant, Needs needs) {
        return behind.load(participant, needs);
    }

    @Override
    public Optional<Listed> listed(String participant) {
        return behind.listed(participant);
    }

    @Override
    public List<Participant> search(ParticipantFilter sought, String after, int most) {
        return behind.search(sought, after, most);
    }

    @Override
    public List<String> due(Due due, String after, int most) {
        return behind.due(due, after, most);
    }

    @Override
    public void putOff(String participant, long version, Schedule schedule) {
        behind.putOff(participant, version, schedule);
    }

    @Override
    public List<Waiting> waiting(Instant asOf, Optional<Waiting> last, int most) {
        return behind.waiting(asOf, last, most);
    }

    @Override
    public List<JournalEntry> journal(String participant, long after, int most) {
        return behind.journal(participant, after, most);
    }

    @Override
    public Optional<AccountRecords> records(String participant) {
        return behind.records(participant);
    }

    @Override
    public List<String> participants(String after, int most) {
        return behind.participants(after, most);
    }

    @Override
    public Optional<Usage> usage(BudgetName budget) {
        return behind.usage(budget);
    }

    @Override
    public Optional<String> holder(UniqueName name) {
        return behind.holder(name);
    }

    @Override
    public List<Kept<FollowUp>> followUps(long after, int most) {
        return behind.followUps(after, most);
    }

    @Override
    public List<Kept<FollowUp>> claimFollowUps(long after, int most, Lease lease) {
        return behind.claimFollowUps(after, most, lease);
    }

    @Override
    public void letGo(EventKey followUp, Lease lease) {
        behind.letGo(followUp, lease);
    }

    @Override
    public boolean commit(Recorded recorded, Effect effect) {
        return behind.commit(recorded, effect);
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
    public List<RunRecord> runs(String definition, Instant after, int most) {
        return behind.runs(definition, after, most);
    }

    @Override
    public void save(RunRecord run) {
        behind.save(run);
    }

    @Override
    public Optional<Commitments> commitments() {
        return behind.commitments();
    }

    @Override
    public boolean keep(Optional<Commitments> known, Commitments changed) {
        return behind.keep(known, changed);
    }

    @Override
    public void keep(List<Notification> notifications) {
        behind.keep(notifications);
    }

    @Override
    public List<Kept<Notification>> notifications(long after, int most) {
        return behind.notifications(after, most);
    }

    @Override
    public List<Kept<Notification>> claimNotifications(long after, int most, Lease lease) {
        return behind.claimNotifications(after, most, lease);
    }

    @Override
    public void letGo(String notification, Lease lease) {
        behind.letGo(notification, lease);
    }

    @Override
    public void delivered(String notification) {
        behind.delivered(notification);
    }

    @Override
    public MerchantBooks merchants() {
        return behind.merchants();
    }
}
