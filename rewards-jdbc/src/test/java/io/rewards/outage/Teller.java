package io.rewards.outage;

import io.rewards.decision.Outcome;
import io.rewards.engine.RewardsEngine;
import io.rewards.json.OutcomeWriter;
import io.rewards.oracle.HandWrittenRules;
import io.rewards.participant.Secret;
import io.rewards.run.RunFailure;
import io.rewards.run.RunListener;
import io.rewards.store.RewardsStore;
import java.util.ArrayList;
import java.util.List;

/** An engine on a store that lives through a {@link Tale}. For one thread. */
public final class Teller {

    /** What is told of a run. */
    static final String DONE = "DONE";

    /** A part of a step could not be done, and the engine has kept it for the next time. */
    static final class LeftUndoneException extends RuntimeException {

        private static final long serialVersionUID = 1;

        LeftUndoneException(String what) {
            super(what);
        }
    }

    private final RewardsStore store;
    private final RewardsEngine engine;

    public Teller(RewardsStore store) {
        this.store = store;
        engine = engine(store);
    }

    /** An engine whose rules need no time to compile. */
    public static RewardsEngine engine(RewardsStore store) {
        return RewardsEngine.builder(Tale.PROGRAMME, store, () -> Tale.FIRST_DAY)
                .withRules(new HandWrittenRules("by hand"))
                .build();
    }

    /** Does what was left undone when a process stopped. */
    void recover() {
        engine.runs().applyFollowUps();
        if (!store.followUps(0, 1).isEmpty()) {
            throw new LeftUndoneException("A follow-up could not be applied.");
        }
    }

    /** Does what the step says and everything that follows; the hash of the outcome, or "-" of one that is not recorded. */
    public String live(Tale.Step step) {
        String told = DONE;
        if (step instanceof Tale.Step.Sent sent) {
            Outcome outcome = engine.evaluate(sent.event());
            told = outcome.isRecorded() ? hash(outcome) : "-";
        } else {
            List<RunFailure> failures = new ArrayList<>();
            if (step instanceof Tale.Step.Run run) {
                failures.addAll(engine.runs()
                        .run(Tale.PROGRAMME.runs().get(0), run.asOf(), RunListener.NONE)
                        .failures());
            } else if (step instanceof Tale.Step.Expiration expiration) {
                failures.addAll(engine.runs()
                        .expire(expiration.asOf(), RunListener.NONE)
                        .failures());
            }
            if (!failures.isEmpty()) {
                throw new LeftUndoneException(failures.toString());
            }
        }
        return told;
    }

    /** What an outcome is recognised by. */
    static String hash(Outcome outcome) {
        return Secret.hashOf(OutcomeWriter.write(outcome));
    }
}
