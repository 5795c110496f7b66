package io.rewards.testkit;

import io.rewards.account.Account;
import io.rewards.account.FollowUp;
import io.rewards.account.UniqueName;
import io.rewards.decision.Outcome;
import io.rewards.effect.Effect;
import io.rewards.effect.Shared;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.ledger.BudgetClaim;
import io.rewards.notification.Notification;
import io.rewards.participant.Participant;
import io.rewards.participant.Profile;
import io.rewards.store.Recorded;
import io.rewards.store.RewardsStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An event and its sealed effect, ready to be committed. Immutable.
 *
 * @param recorded the event and its outcome
 * @param effect of it
 */
record Write(Recorded recorded, Effect effect) {

    /** What {@code event} writes where its effect is {@code open}. */
    static Write of(CustomerEvent event, Effect open) {
        Effect sealed = open.sealed();
        return new Write(new Recorded(event, outcome(event, sealed)), sealed);
    }

    /** The first thing that is written of a participant. */
    static Write registering(String participant) {
        Account account = Account.of(Participant.registered(participant, Events.START, "U1", Profile.EMPTY));
        return of(Events.registered(participant), Effect.of(account));
    }

    /** An event that changes nothing but the version. */
    static Write touching(Account account, String event) {
        return touching(account, event, Events.START);
    }

    /** An event of some date that changes nothing but the version. */
    static Write touching(Account account, String event, Instant on) {
        return of(Events.purchase(event, account.participant().id(), on), Effect.of(account));
    }

    /** Registers all of {@code participants} in {@code store}. */
    static void register(RewardsStore store, String... participants) {
        for (String participant : participants) {
            registering(participant).must(store);
        }
    }

    /** An event of {@code participant}, as it is in {@code store} now, that changes nothing but the version. */
    static Write next(RewardsStore store, String participant, String event) {
        return touching(store.account(participant).orElseThrow(), event);
    }

    Write with(Shared shared) {
        return new Write(recorded, effect.with(shared));
    }

    Write claiming(BudgetClaim... claims) {
        return with(Shared.of(List.of(claims), List.of()));
    }

    Write keeping(FollowUp... followUps) {
        return with(Shared.of(List.of(), List.of(followUps)));
    }

    Write telling(Notification... notifications) {
        return with(new Shared(List.of(), List.of(), Set.of(), Set.of(), List.of(notifications)));
    }

    Write taking(UniqueName... names) {
        return with(new Shared(List.of(), List.of(), Set.of(names), Set.of(), List.of()));
    }

    Write releasing(UniqueName... names) {
        return with(new Shared(List.of(), List.of(), Set.of(), Set.of(names), List.of()));
    }

    Write visitingAnew() {
        return new Write(recorded, effect.visitingAnew());
    }

    /** The same, but of another version. */
    Write at(long version) {
        Account is = effect.account();
        return new Write(
                recorded,
                effect.with(new Account(
                        is.participant(), version, is.wallet(), is.counters(), is.open(), is.journal(), is.tiers())));
    }

    CustomerEvent event() {
        return recorded.event();
    }

    EventKey key() {
        return event().key();
    }

    Account account() {
        return effect.account();
    }

    String participant() {
        return account().participant().id();
    }

    /** Commits it. */
    boolean to(RewardsStore store) {
        return store.commit(recorded, effect);
    }

    /** Commits it where that cannot be refused. */
    Write must(RewardsStore store) {
        if (!to(store)) {
            throw new AssertionError("The store refused event (" + key() + ") of participant (" + participant()
                    + ") at version (" + account().version() + ").");
        }
        return this;
    }

    private static Outcome outcome(CustomerEvent event, Effect effect) {
        return new Outcome(
                event.key(),
                event.participant(),
                Outcome.Status.PROCESSED,
                event.performedOn(),
                "1",
                "pack",
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                effect.transactions(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
