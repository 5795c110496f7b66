package io.rewards.engine;

import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Changeover;
import io.rewards.catalogue.Commitments;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.RunDefinition;
import io.rewards.decision.Lookups;
import io.rewards.notification.DeliveryReport;
import io.rewards.notification.NotificationCriteria;
import io.rewards.notification.NotificationReport;
import io.rewards.notification.RewardsListener;
import io.rewards.run.ChangeoverReport;
import io.rewards.run.ExpirationReport;
import io.rewards.run.RunListener;
import io.rewards.run.RunRecord;
import io.rewards.run.RunReport;
import io.rewards.store.RewardsStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What operators run, by the day or by the night: evaluation runs, expirations, follow-ups, and what participants are told.
 * Thread-safe. Source: domain 5.5, 6.2, 9.
 */
public final class EngineRuns {

    private final Workplace workplace;
    private final Supplier<Workplace> previewWorkplace;
    private final Supplier<InForce> current;
    private final Lookups lookups;
    private final CommitLoop commits;
    private final Consumer<Commitments> closing;

    EngineRuns(
            Workplace workplace,
            Supplier<Workplace> previewWorkplace,
            Supplier<InForce> current,
            Lookups lookups,
            CommitLoop commits,
            Consumer<Commitments> closing) {
        this.closing = closing;
        this.workplace = workplace;
        this.previewWorkplace = previewWorkplace;
        this.current = current;
        this.lookups = lookups;
        this.commits = commits;
    }

    /**
     * Decides what waits for evaluation runs as of an instant: the events that were left to it, and for every participant
     * the offers that dates, memberships, contact data and subscriptions decide. The same run again changes nothing; one
     * that was interrupted goes on; what an interrupted run of an earlier instant left undone is done first. A participant
     * who cannot be decided is reported, and the next run tries again.
     *
     * @throws IllegalArgumentException when the definition is not effective, or the instant lies before its latest run
     */
    public RunReport run(RunDefinition definition, Instant asOf, RunListener listener) {
        requireEffective(definition);
        current.get().requireOpen();
        return new EvaluationRun(workplace, definition, asOf, listener).run();
    }

    /** What {@link #run} would report now, without recording anything. */
    public RunReport previewRun(RunDefinition definition, Instant asOf, RunListener listener) {
        requireEffective(definition);
        current.get().requireOpen();
        return new EvaluationRun(previewWorkplace.get(), definition, asOf, listener).run();
    }

    /**
     * When {@code definition} is to run next: after its latest run, or at the instant of that run where it was
     * interrupted. Empty for a run that does not recur, is not effective or will not come again.
     */
    public Optional<Instant> nextRun(RunDefinition definition) {
        Optional<RunRecord> latest = workplace.store().latestRun(definition.code());
        return latest.filter(run -> definition.effective() && !run.finished())
                .map(RunRecord::asOf)
                .or(() -> definition.dueAfter(
                        latest.map(RunRecord::asOf),
                        current.get().catalogue().settings().zone()));
    }

    /**
     * At most {@code most} runs of {@code definition} that were about an instant after {@code after}, oldest first, with who
     * could not be decided; {@code Instant.MIN} begins with the first.
     */
    public List<RunRecord> history(RunDefinition definition, Instant after, int most) {
        return workplace.store().runs(definition.code(), after, most);
    }

    /**
     * The instant of the latest run that has looked at the offer of this code since it became effective: of the finished ones
     * of the definitions of the programme, as they are now. Empty where there was none. Source: domain 6.2.
     *
     * @throws IllegalArgumentException when the programme has no such offer
     */
    public Optional<Instant> latestEvaluation(String offer) {
        Catalogue catalogue = current.get().catalogue();
        Offer known = catalogue
                .offer(offer)
                .orElseThrow(() -> new IllegalArgumentException("The offer (" + offer + ") is not in the programme."));
        return known.latestEffectiveDate()
                .flatMap(since -> catalogue.programme().runs().stream()
                        .filter(definition -> definition.covers(known))
                        .flatMap(definition -> history(definition, since.minusNanos(1), Integer.MAX_VALUE).stream())
                        .filter(RunRecord::finished)
                        .map(RunRecord::asOf)
                        .max(Comparator.naturalOrder()));
    }

    /**
     * Takes out of all wallets what was not spent in time, as of an instant, and gives back what was reserved too long. Run
     * it daily; the same run again books nothing, and one that was interrupted is simply run again. Money is unspendable
     * from its date on, whether or not the run has come.
     */
    public ExpirationReport expire(Instant asOf, RunListener listener) {
        current.get().requireOpen();
        return new ExpirationRun(workplace, asOf, listener).run();
    }

    /** What {@link #expire} would report now, without recording anything. */
    public ExpirationReport previewExpire(Instant asOf, RunListener listener) {
        current.get().requireOpen();
        return new ExpirationRun(previewWorkplace.get(), asOf, listener).run();
    }

    /**
     * Everything that participants hold, owe and have counted in one denomination becomes another, each amount rounded once.
     * From its begin on the engine refuses events, until the programme in the new denomination is taken, which a reload
     * does once this has ended. Call it on the only engine that works on the store. The same again changes nothing, and one
     * that was interrupted is simply called again.
     *
     * @throws IllegalArgumentException when another changeover is under way, accounts can hold nothing of what it is from, or
     *     hold already what it is to
     */
    public ChangeoverReport changeover(Changeover changeover, RunListener listener) {
        commits.applyAll();
        begin(workplace.store(), changeover).ifPresent(closing);
        return new ChangeoverRun(workplace, changeover, listener).run();
    }

    /** What {@link #changeover} would report now, without recording anything. */
    public ChangeoverReport previewChangeover(Changeover changeover, RunListener listener) {
        Workplace preview = previewWorkplace.get();
        InForce now =
                begin(preview.store(), changeover).map(current.get()::with).orElse(current.get());
        Corridor closed = new Corridor(now, lookups);
        return new ChangeoverRun(preview.deciding(() -> closed), changeover, listener).run();
    }

    /** What the store remembers from now on; empty where the changeover has ended already. */
    private static Optional<Commitments> begin(RewardsStore store, Changeover changeover) {
        Commitments kept = store.commitments().orElseThrow();
        if (kept.changeovers().contains(changeover)) {
            return Optional.empty();
        }
        Commitments begun = kept.begun(changeover);
        if (!begun.equals(kept) && !store.keep(Optional.of(kept), begun)) {
            throw new IllegalStateException(
                    "Another engine has changed what the store remembers meanwhile. Stop all other"
                            + " engines on this store, and call the changeover again.");
        }
        return Optional.of(begun);
    }

    /**
     * Applies what events of one participant brought about for another and an engine that stopped left undone. Call it when
     * an engine starts on a store that was used before, and from time to time; {@link #run} does it too. One that fails is
     * logged, kept and tried again by the next call. Several workers share what there is; what one was applying when it died
     * is there for others five minutes later.
     *
     * @return how many were applied
     */
    public long applyFollowUps() {
        long applied = commits.applyShared();
        workplace.observation().outbox(workplace);
        return applied;
    }

    /**
     * Keeps what {@code criteria} ask to tell participants as of an instant: money that will expire, new offers, awards
     * within reach. The same again keeps nothing new, so a run that was interrupted is simply run again.
     *
     * @throws IllegalArgumentException when the criteria name a scheme that the programme does not have
     */
    public NotificationReport notifyParticipants(NotificationCriteria criteria, Instant asOf) {
        current.get().requireOpen();
        return NotificationRun.run(workplace.store(), lookups, current.get().catalogue(), criteria, asOf);
    }

    /**
     * Hands out the notifications that are kept, oldest first, each at least once and always under the same id. Where the
     * listener throws, the notification is kept for the next call, and the delivery goes on with the others. A notification
     * that its participant may no longer be told is dropped. Several workers share what there is, by the clock of the engine;
     * what one had in hand when it died is there for others five minutes later.
     */
    public DeliveryReport deliver(RewardsListener listener) {
        DeliveryReport report = Delivery.deliver(workplace, listener);
        workplace.observation().outbox(workplace);
        return report;
    }

    private static void requireEffective(RunDefinition definition) {
        if (!definition.effective()) {
            throw new IllegalArgumentException("The run (" + definition.code() + ") is not effective.");
        }
    }
}
